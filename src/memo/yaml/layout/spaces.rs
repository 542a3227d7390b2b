//! Spaces that are none for YAML, and spaces that were left out: in the indentation,
//! behind a dash, behind a colon.

use super::{Layout, Slip, column};
use crate::memo::codes::{MISSING_SPACE, TAB_INDENTATION};
use crate::memo::yaml::keys::is_key;
use crate::memo::yaml::names::NAMES;
use crate::memo::yaml::scan::{self, YamlLine};
use crate::memo::yaml::traps::shortened;

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
        let wording = TAB_INDENTATION.say("white", given!(space = name));
        let slip = self.slip(start..end, wording);
        let value = content
            .split_once(':')
            .map_or("", |(_, value)| value.trim());
        let header = value.starts_with(['|', '>']) && scan::is_block_header(value);
        if !indentation.contains('\t') {
            let column = indentation.chars().count();
            let explains = self.lines_under(line, column, header);
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
        if let Some(white) = strange_white(rest) {
            let space = at..at + white.len_utf8();
            let wording = MISSING_SPACE.say("dash-space", given!(space = name_of(white)));
            return Some(self.slip(space.clone(), wording).mend(space, " "));
        }
        let glued = |next: char| next.is_alphabetic() || "\"'{[".contains(next);
        rest.starts_with(glued).then(|| {
            let slip = self.slip(line.content..at, MISSING_SPACE.say("dash", &[]));
            slip.mend(at..at, " ")
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
                let name = name_of(white);
                let wording = MISSING_SPACE.say("colon-space", given!(space = name, key));
                self.slip(space.clone(), wording).mend(space, " ")
            }
            None => {
                let rest = shortened(rest);
                let wording = MISSING_SPACE.say("colon", given!(key, rest));
                let slip = self.slip(line.content..colon + 1, wording);
                slip.mend(colon + 1..colon + 1, " ")
            }
        };
        let header = rest.trim_start();
        let opens = header.starts_with(['|', '>']) && scan::is_block_header(header);
        // The text below is one, whatever its lines look like.
        Some(slip.explaining(self.lines_under(line, column(line), opens)))
    }
}

/// The white space that begins a text and is neither a space nor a tab.
fn strange_white(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    (first.is_whitespace() && !matches!(first, ' ' | '\t')).then_some(first)
}

/// White space, in words.
fn name_of(white: char) -> String {
    let name = match white {
        '\t' => "tab",
        '\u{a0}' => "no-break",
        '\u{202f}' => "narrow",
        '\u{2007}' => "figure",
        '\u{3000}' => "ideograph",
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{1680}' => "special",
        _ => "other",
    };
    NAMES.words("space", given!(space = name))
}
