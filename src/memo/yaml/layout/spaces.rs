//! Spaces that are none for YAML, and spaces that were left out: in the indentation,
//! behind a dash, behind a colon.

use super::{Layout, Slip, column};
use crate::memo::codes;
use crate::memo::yaml::keys::is_key;
use crate::memo::yaml::scan::{self, YamlLine};
use crate::memo::yaml::traps::shortened;

const INDENT: &str = "indent with ordinary spaces, two for each level";

impl Layout<'_> {
    pub(super) fn strange_space(&self, line: &YamlLine<'_>) -> Option<Slip> {
        self.in_indentation(line)
            .or_else(|| self.behind_dash(line))
            .or_else(|| self.behind_colon(line))
    }

    fn in_indentation(&self, line: &YamlLine<'_>) -> Option<Slip> {
        let content = line.text.trim_start();
        let indentation = &line.text[..line.text.len() - content.len()];
        let at = indentation.find(|white| white != ' ')?;
        let name = name_of(indentation[at..].chars().next()?);
        let start = line.start + at;
        let end = line.start + indentation.len();
        let slip = self.slip(
            &codes::TAB_INDENTATION,
            start..end,
            format!("{name} in the indentation"),
        );
        let slip = slip.hint(INDENT);
        let value = content
            .split_once(':')
            .map_or("", |(_, value)| value.trim());
        let header = value.starts_with(['|', '>']) && scan::is_block_header(value);
        if !indentation.contains('\t') {
            let column = indentation.chars().count();
            let text = if header {
                self.deeper(line.start, column)
            } else {
                &[]
            };
            let explains = self.lines_to(line.start, text);
            let spaces = " ".repeat(indentation[at..].chars().count());
            return Some(slip.mend(start..end, spaces).explaining(explains));
        }
        // Nobody knows how wide a tab was meant: the line is lost, with what stands under
        // it.
        let below = self.below(line.start);
        let next = below.iter().find(|raw| !raw.is_blank());
        let opens = value.is_empty() || header;
        let children = match next {
            Some(next) if opens && next.indent > 0 => self.deeper(line.start, next.indent - 1),
            _ => &[],
        };
        let explains = self.lines_to(line.start, children);
        Some(slip.lost(explains.clone(), false).explaining(explains))
    }

    fn behind_dash(&self, line: &YamlLine<'_>) -> Option<Slip> {
        let at = line.content + 1;
        let rest = self.text[line.content..line.start + line.text.len()].strip_prefix('-')?;
        let hint = "write `- ` before each item";
        if let Some(white) = strange_white(rest) {
            let space = at..at + white.len_utf8();
            let slip = self.slip(
                &codes::MISSING_SPACE,
                space.clone(),
                format!("{} stands behind the dash of a list", name_of(white)),
            );
            return Some(slip.hint(hint).mend(space, " "));
        }
        let glued = |next: char| next.is_alphabetic() || "\"'{[".contains(next);
        rest.starts_with(glued).then(|| {
            self.slip(
                &codes::MISSING_SPACE,
                line.content..at,
                "a space is missing behind the dash of a list",
            )
            .hint(format!(
                "{hint}; put a text that begins with a dash in quotation marks"
            ))
            .mend(at..at, " ")
        })
    }

    fn behind_colon(&self, line: &YamlLine<'_>) -> Option<Slip> {
        let content = &self.text[line.content..line.start + line.text.len()];
        let (key, rest) = content.split_once(':')?;
        if !is_key(key) || rest.is_empty() || rest.starts_with([' ', '\t']) {
            return None;
        }
        let colon = line.content + key.len();
        let slip = match strange_white(rest) {
            Some(white) => {
                let space = colon + 1..colon + 1 + white.len_utf8();
                self.slip(
                    &codes::MISSING_SPACE,
                    space.clone(),
                    format!("{} stands behind `{key}:`", name_of(white)),
                )
                .hint(format!("write `{key}: ` with an ordinary space"))
                .mend(space, " ")
            }
            None => self
                .slip(
                    &codes::MISSING_SPACE,
                    line.content..colon + 1,
                    format!("a space is missing behind `{key}:`"),
                )
                .hint(format!("write `{key}: {}`", shortened(rest)))
                .mend(colon + 1..colon + 1, " "),
        };
        let header = rest.trim_start();
        let opens = header.starts_with(['|', '>']) && scan::is_block_header(header);
        // The text below is one, whatever its lines look like.
        let text = if opens {
            self.deeper(line.start, column(line))
        } else {
            &[]
        };
        let explains = self.lines_to(line.start, text);
        Some(slip.explaining(explains))
    }
}

/// The white space that begins a text and is neither a space nor a tab.
fn strange_white(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    (first.is_whitespace() && !matches!(first, ' ' | '\t')).then_some(first)
}

/// White space, in words.
fn name_of(white: char) -> &'static str {
    match white {
        '\t' => "a tab",
        '\u{a0}' => "a no-break space",
        '\u{202f}' => "a narrow no-break space",
        '\u{2007}' => "a space as wide as a figure",
        '\u{3000}' => "a space as wide as an ideograph",
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{1680}' => "a space of a special width",
        _ => "a space that is not an ordinary one",
    }
}
