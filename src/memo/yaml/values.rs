//! Reading single values: texts, codes, choices, true and false.

use super::Node;
use super::names::listed;
use super::reader::{At, Fields, Reader};
use super::traps::shortened;
use crate::diagnostic::nearest;
use crate::memo::codes::{EMPTY_FIELD, INVALID_BOOLEAN, INVALID_NAME, UNKNOWN_VALUE};
use crate::memo::model::Placed;

impl Reader {
    /// A text on one line without words of a language: a code, a name. A number
    /// is taken as it is written. A text of nothing but spaces is reported.
    pub fn string(&mut self, (node, path): At<'_>) -> Option<Placed<String>> {
        match node.as_text() {
            Some(text) if text.trim().is_empty() => {
                self.tell(&path, EMPTY_FIELD.say("string", &[]));
                None
            }
            Some(text) => Some(Placed {
                value: text.trim().to_owned(),
                place: path,
            }),
            None => {
                self.wrong_type((node, path), "string", None);
                None
            }
        }
    }

    /// [`string`](Reader::string) of a key, where it is there.
    pub fn optional_string(&mut self, fields: &Fields<'_>, key: &str) -> Option<Placed<String>> {
        self.one(fields, key, Reader::string)
    }

    /// The text of a key, or the list of them.
    pub(in crate::memo) fn strings(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
    ) -> Vec<Placed<String>> {
        match fields.get(key) {
            Some((Node::List(_), _)) => self.items(fields, key, Reader::string),
            _ => self.optional_string(fields, key).into_iter().collect(),
        }
    }

    /// [`string`](Reader::string) of a key that must be there.
    pub fn required_string(&mut self, fields: &Fields<'_>, key: &str) -> Option<Placed<String>> {
        self.must(fields, key, Reader::string)
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
        let wording = INVALID_BOOLEAN.say("boolean", given!(key, meant));
        self.tell(&path, wording);
        false
    }

    /// One of a few values: the index of the one that is written.
    pub fn choice(&mut self, node: At<'_>, choices: &[&str]) -> Option<usize> {
        let text = self.string(node)?;
        let found = choices.iter().position(|choice| *choice == text.value);
        if found.is_none() {
            let wording = UNKNOWN_VALUE.say(
                "choice",
                given!(
                    written = shortened(&text.value),
                    near = nearest(&text.value, choices.iter().copied()),
                    choices = listed(choices)
                ),
            );
            self.refuse(&text, wording);
        }
        found
    }

    /// The same: what the name stands for that is written.
    pub(in crate::memo) fn chosen<T: Copy>(
        &mut self,
        node: At<'_>,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let index = self.choice(node, &names)?;
        choices.get(index).map(|(_, choice)| *choice)
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
        let (written, meant) = (shortened(&text.value), Some(mended));
        let meant = meant.filter(|mended| is_kebab_case(mended));
        let wording = match stem {
            Some(_) => INVALID_NAME.say("file", given!(written, meant)),
            None => INVALID_NAME.say("code", given!(written, meant)),
        };
        self.refuse(&text, wording);
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
