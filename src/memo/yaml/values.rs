//! Reading single values: texts, codes, choices, true and false.

use super::names::with_quotation_hint;
use super::reader::{At, Fields, Reader};
use super::{Node, traps};
use crate::diagnostic::nearest;
use crate::memo::codes;
use crate::memo::model::Placed;

impl Reader {
    /// A text on one line without words of a language: a code, a name. A number
    /// is taken as it is written. A text of nothing but spaces is reported.
    pub fn string(&mut self, (node, path): At<'_>) -> Option<Placed<String>> {
        match node.as_text() {
            Some(text) if text.trim().is_empty() => {
                self.tell(
                    &codes::EMPTY_FIELD,
                    &path,
                    "this text is empty",
                    "write its value, or leave the key out where it is not required",
                );
                None
            }
            Some(text) => Some(Placed {
                value: text.trim().to_owned(),
                place: path,
            }),
            None => {
                self.wrong_type((node, path), "text", "");
                None
            }
        }
    }

    /// [`string`](Reader::string) of a key, where it is there.
    pub fn optional_string(&mut self, fields: &Fields<'_>, key: &str) -> Option<Placed<String>> {
        let node = fields.get(key)?;
        self.string(node)
    }

    /// [`string`](Reader::string) of a key that must be there.
    pub fn required_string(&mut self, fields: &Fields<'_>, key: &str) -> Option<Placed<String>> {
        let node = self.required(fields, key)?;
        self.string(node)
    }

    /// `true` or `false`; false where the key is absent.
    pub fn boolean(&mut self, fields: &Fields<'_>, key: &str) -> bool {
        let Some((node, path)) = fields.get(key) else {
            return false;
        };
        match node {
            Node::Bool(value) => return *value,
            Node::Broken => return false,
            _ => {}
        }
        let written = node.as_text().unwrap_or_default().to_ascii_lowercase();
        let meant = match &*written {
            "yes" | "on" | "y" | "oui" | "1" | "true" | "vrai" => Some("true"),
            "no" | "off" | "n" | "non" | "0" | "false" | "faux" => Some("false"),
            _ => None,
        };
        let mut finding = self.at(
            &codes::INVALID_BOOLEAN,
            &path,
            format!("`{key}` is true or false"),
        );
        finding = finding.hint(match meant {
            Some(meant) => format!("write `{key}: {meant}`"),
            None => format!("write `{key}: true`, or leave the key out"),
        });
        self.report(finding);
        false
    }

    /// One of a few values: the index of the one that is written.
    pub fn choice(&mut self, node: At<'_>, choices: &[&str]) -> Option<usize> {
        let text = self.string(node)?;
        let found = choices.iter().position(|choice| *choice == text.value);
        if found.is_none() {
            let names: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
            let mut finding = self.at(
                &codes::UNKNOWN_VALUE,
                &text.place,
                format!(
                    "`{}` is none of the values that can stand here",
                    traps::shortened(&text.value)
                ),
            );
            if let Some(near) = nearest(&text.value, choices.iter().copied()) {
                finding = finding.hint(format!("did you mean `{near}`?"));
            }
            finding = finding.hint(format!("write one of {}", names.join(", ")));
            self.report(with_quotation_hint(finding, &text.value));
        }
        found
    }

    /// A code or name in kebab-case: `protected-b`.
    pub fn code(&mut self, node: At<'_>) -> Option<Placed<String>> {
        let text = self.string(node)?;
        if is_kebab_case(&text.value) {
            return Some(text);
        }
        // What is named is not the file.
        let name = text.value.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = [".yaml", ".yml"]
            .iter()
            .find_map(|ending| name.strip_suffix(ending));
        let mended: String = stem
            .unwrap_or(&text.value)
            .to_lowercase()
            .split(|next: char| !next.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let mut finding = self.at(
            &codes::INVALID_NAME,
            &text.place,
            match stem {
                Some(_) => format!(
                    "`{}` is a file: its name stands here without folder and ending",
                    traps::shortened(&text.value)
                ),
                None => format!("`{}` is not a code", traps::shortened(&text.value)),
            },
        );
        finding = finding.hint(if is_kebab_case(&mended) {
            format!("write `{mended}`")
        } else {
            "a code has small letters a to z, digits and hyphens, and begins with a letter".into()
        });
        self.report(with_quotation_hint(finding, &text.value));
        None
    }
}

/// Whether a name has small letters, digits and hyphens only and begins with a
/// letter.
pub fn is_kebab_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.ends_with('-')
        && !name.contains("--")
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
