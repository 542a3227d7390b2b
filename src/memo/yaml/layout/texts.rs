//! Texts of several lines that lack their bar or their indentation, or have the other
//! language in them.

use super::levels::Levels;
use super::{Layout, Raw, Slip, column, without_blank_end};
use crate::memo::codes::{INDENTATION, MISSING_BAR};
use crate::memo::yaml::keys::{fit_together, leading_key};
use crate::memo::yaml::scan::{self, YamlLine};

impl<'f> Layout<'f> {
    /// A slip in the value of a key, or behind it.
    pub(super) fn of_value(&self, line: &YamlLine<'f>, levels: &mut Levels<'f>) -> Option<Slip> {
        let key = &self.text[line.key.clone()?];
        let value = &self.text[line.value.clone()];
        let is_language = matches!(key, "en" | "fr");
        match value.bytes().next() {
            Some(b'|' | b'>') if scan::is_block_header(value) => {
                if !is_language {
                    return None;
                }
                let inside = self.deeper(line.start, column(line));
                if inside.is_empty() {
                    self.text_not_indented(line, (key, value), levels)
                } else {
                    self.language_in_text(line, key, inside)
                }
            }
            None if is_language => self.missing_bar(line, key, levels.parent()),
            Some(b'"' | b'\'' | b'{' | b'[' | b'&' | b'*' | b'!' | b'|' | b'>' | b'#') | None => {
                None
            }
            Some(_) => self.key_too_deep(line, key, levels).or_else(|| {
                is_language
                    .then(|| self.text_beside_key(line, key))
                    .flatten()
            }),
        }
    }

    /// `en: |` with its text no deeper than itself.
    fn text_not_indented(
        &self,
        line: &YamlLine<'f>,
        (key, header): (&'f str, &str),
        levels: &mut Levels<'f>,
    ) -> Option<Slip> {
        let column = column(line);
        let below = self.below(line.start);
        let first = below.iter().position(|raw| !raw.is_blank())?;
        if !is_text(&below[first], column) || below[first].content.starts_with('#') {
            return None;
        }
        let end = below[first..]
            .iter()
            .position(|raw| !raw.is_blank() && !is_text(raw, column))
            .map_or(below.len(), |count| first + count);
        let lines = without_blank_end(&below[first..end]);
        let filled = lines.iter().filter(|raw| !raw.is_blank());
        let least = filled.map(|raw| raw.indent).min().unwrap_or(column);
        let explains = self.lines_to(line.start, lines);
        // With the other language less deep, it is the key that stands too deep.
        let dashes = self.text[line.start..line.content].contains('-');
        if let Some(next) = below[end..].first().filter(|_| !dashes)
            && let Some(other @ ("en" | "fr")) = leading_key(next.content)
            && other != key
            && next.indent < least.min(column)
        {
            levels.enter_mended(line.start, &[], (next.indent, key));
            let slip = self.wrong_level(line.start, next.indent, other)?;
            return Some(slip.explaining(explains));
        }
        let missing = (column + 2).saturating_sub(least);
        let wording = INDENTATION.say("text", given!(key, header, spaces = missing));
        let slip = self.slip(lines[0].range(), wording);
        let by = isize::try_from(missing).unwrap_or_default();
        Some(slip.moving(lines, by).explaining(explains))
    }

    /// `fr: …` inside the text of `en: |`, where no other `fr` stands.
    fn language_in_text(&self, line: &YamlLine<'_>, key: &str, inside: &[Raw<'_>]) -> Option<Slip> {
        let other = if key == "en" { "fr" } else { "en" };
        let column = column(line);
        let own = |raw: &Raw<'_>| leading_key(raw.content) == Some(other);
        let raw = inside.iter().find(|raw| own(raw))?;
        let last = inside.last()?;
        let mut siblings = self
            .below(last.start)
            .iter()
            .take_while(|raw| raw.is_blank() || raw.indent >= column);
        if siblings.any(|raw| raw.indent == column && own(raw)) || self.stands_above(line, other) {
            return None;
        }
        let start = raw.range().start;
        let wording = INDENTATION.say("part", given!(key = other, beside = key, spaces = column));
        let slip = self.slip(start..start + other.len(), wording);
        let by = column as isize - raw.indent as isize;
        let explains = self.lines_to(line.start, inside);
        Some(slip.moving(&[*raw], by).explaining(explains))
    }

    /// Whether a sibling of a line, above it, has this key.
    fn stands_above(&self, line: &YamlLine<'_>, key: &str) -> bool {
        let column = column(line);
        let before = self.raw.partition_point(|raw| raw.start < line.start);
        if self.text[line.start..line.content].contains('-') {
            return false;
        }
        for raw in self.raw[..before]
            .iter()
            .rev()
            .filter(|raw| !raw.is_blank())
        {
            let own = raw.content.trim_start_matches(['-', ' ']);
            let at = raw.indent + raw.content.len() - own.len();
            if at == column && leading_key(own) == Some(key) {
                return true;
            }
            if raw.indent < column {
                return false;
            }
        }
        false
    }

    /// `en:` with its text on the lines below, which YAML cannot read, or would run
    /// together. `parent` is the key of the text.
    fn missing_bar(&self, line: &YamlLine<'_>, key: &str, parent: Option<&str>) -> Option<Slip> {
        let inside = self.deeper(line.start, column(line));
        let first = inside.iter().find(|raw| !raw.is_blank())?;
        let block = &self.text[first.range().start..self.lines_to(line.start, inside).end];
        if leading_key(first.content).is_some() || is_whole_value(block) {
            return None;
        }
        // The lines of an address are a list; only a body has one of Markdown.
        if first.content.starts_with("- ") && parent != Some("body") {
            return None;
        }
        let breaks = inside.iter().any(|raw| breaks_plain(raw.content))
            || first
                .content
                .starts_with(|sign: char| "\"'{[*&!%@`|>#".contains(sign))
            || first.content.starts_with("- ");
        if !breaks && !runs_together(inside) {
            return None;
        }
        let written = line.key.clone()?;
        let colon = written.end + self.text[written.end..].find(':')? + 1;
        let slip = self.slip(written, MISSING_BAR.say("below", given!(key)));
        let explains = self.lines_to(line.start, inside);
        Some(slip.mend(colon..colon, " |").explaining(explains))
    }

    /// `en: Text` that goes on below with further paragraphs or blocks.
    fn text_beside_key(&self, line: &YamlLine<'_>, key: &str) -> Option<Slip> {
        let inside = self.deeper(line.start, column(line));
        if inside.is_empty() || !runs_together(inside) {
            return None;
        }
        let wording = MISSING_BAR.say("beside", given!(key));
        let slip = self.slip(line.key.clone()?, wording);
        let explains = self.lines_to(line.start, inside);
        let hidden = line.value.start..explains.end;
        Some(slip.lost(hidden, true).explaining(explains))
    }
}

/// Whether a line behind `en: |` belongs to its text, though it is not indented: one at
/// the column of `en` is a key only where that can stand beside `en`.
fn is_text(raw: &Raw<'_>, column: usize) -> bool {
    let dash = raw.content == "-" || raw.content.starts_with("- ");
    let item = raw.content.trim_start_matches(['-', ' ']);
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    let is_key = match item.split_once(':') {
        Some((word, rest)) if rest.is_empty() || rest.starts_with(' ') => {
            let beside = fit_together(word, &["en", "fr"]) == Some(true);
            beside || raw.indent < column && word.chars().all(is_name)
        }
        _ => false,
    };
    let language = matches!(item.split(' ').next(), Some("en" | "fr"));
    let outer = dash && raw.indent < column;
    raw.content != "---" && !is_key && !language && !outer
}

/// Whether lines that YAML would read as a text are one value in quotation marks or
/// brackets.
fn is_whole_value(block: &str) -> bool {
    let end = match block.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => scan::closing_quote(&block[1..], *quote).map(|at| at + 1),
        Some(b'{' | b'[') => scan::closing_bracket(block),
        Some(b'|' | b'>') => {
            let line = block.lines().next().unwrap_or_default();
            return scan::is_block_header(line);
        }
        _ => None,
    };
    end.is_some_and(|end| block[end + 1..].trim().is_empty())
}

/// Whether a line ends a text that is not quoted, for YAML: by a colon or a comment.
fn breaks_plain(content: &str) -> bool {
    content.contains(": ") || content.ends_with(':') || content.contains(" #")
}

/// Whether YAML would run blocks of Markdown together: paragraphs, lists, tables.
fn runs_together(lines: &[Raw<'_>]) -> bool {
    let items = lines.iter().filter(|raw| is_item(raw.content)).count();
    items > 1
        || lines
            .iter()
            .any(|raw| raw.is_blank() || begins_block(raw.content))
}

fn is_item(content: &str) -> bool {
    content.starts_with("- ") || content.starts_with("* ") || content.starts_with("+ ")
}

/// Whether a line begins a block of Markdown that running text hardly begins with.
fn begins_block(content: &str) -> bool {
    let digits = content.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = (1..=2).contains(&(content.len() - digits.len()))
        && (digits.starts_with(". ") || digits.starts_with(") "));
    numbered
        || content.starts_with(['|', '>', '#'])
        || content.starts_with("```")
        || content.starts_with("[^")
}
