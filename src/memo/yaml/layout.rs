//! Slips of layout: a bar, a dash or a colon that was left out, a line that stands too
//! deep or not deep enough. YAML stumbles over them lines later, or reads something
//! else; here each is told where it is, once.

use super::keys::{is_key, leading_key};
use super::levels::Levels;
use super::scan::{self, Line};
use super::traps::shortened;
use crate::diagnostic::{Code, Diagnostic, codes::yaml};
use crate::source::{SourceFile, Span};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A slip, with the lines that it explains: what else is found there follows from it.
pub(super) struct Slip {
    /// The finding.
    pub finding: Diagnostic,
    /// Bytes of the file, whole lines.
    pub explains: Range<usize>,
    /// The bytes of these that are passed over when the file is read.
    hides: Range<usize>,
    /// Whether a value stood there, so that its key is not empty.
    value: bool,
}

/// What is read in place of a value that a slip explains: a tag, which no file has
/// without a finding.
pub(super) const STAND_IN: &str = "!-";

/// The text as it is read: byte for byte, without what slips explain.
pub(super) fn readable<'t>(text: &'t str, slips: &[Slip]) -> Cow<'t, str> {
    let mut readable = Cow::Borrowed(text);
    for slip in slips {
        let text = readable.to_mut();
        let hidden = &text[slip.hides.clone()];
        let blank: String = hidden
            .bytes()
            .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' })
            .collect();
        let room = slip.value.then(|| room(text, &slip.hides)).flatten();
        text.replace_range(slip.hides.clone(), &blank);
        if let Some(at) = room {
            text.replace_range(at..at + STAND_IN.len(), STAND_IN);
        }
    }
    readable
}

/// Where the stand-in of a value has room: deeper than its key, which stands before the
/// hidden bytes.
fn room(text: &str, hidden: &Range<usize>) -> Option<usize> {
    let start = text[..hidden.start].rfind('\n').map_or(0, |end| end + 1);
    let key = text[start..hidden.start].trim_end().trim_end_matches(':');
    let column = key.len() - key.trim_start_matches([' ', '-']).len();
    let mut at = hidden.start;
    for line in text[hidden.clone()].split_inclusive('\n') {
        let first = if at == hidden.start { 1 } else { column + 1 };
        if line.trim_end().len() >= first + STAND_IN.len() {
            return Some(at + first);
        }
        at += line.len();
    }
    None
}

/// A line as it stands in the file.
#[derive(Clone, Copy)]
pub(super) struct Raw<'t> {
    /// The byte where it begins.
    pub start: usize,
    /// How many spaces it begins with.
    pub indent: usize,
    /// What stands behind them, without white space at its end.
    pub content: &'t str,
}

impl Raw<'_> {
    fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    fn range(&self) -> Range<usize> {
        let start = self.start + self.indent;
        start..start + self.content.len()
    }
}

/// The slips in `file`, in the order of the file.
pub(super) fn find(file: &Arc<SourceFile>) -> Vec<Slip> {
    let text = file.text();
    let mut layout = Layout {
        file,
        text,
        raw: raw_lines(text),
        found: Vec::new(),
    };
    let mut levels = Levels::default();
    for line in scan::lines(text) {
        let indentation = &text[line.start..line.content];
        let strange = indentation.contains(|it: char| !matches!(it, ' ' | '-'));
        if layout.is_explained(line.start) || line.continues || strange {
            continue;
        }
        let slip = layout
            .missing_colon(&line)
            .or_else(|| layout.missing_dash(&line, &mut levels))
            .or_else(|| layout.of_value(&line));
        layout.found.extend(slip);
    }
    layout.found
}

fn raw_lines(text: &str) -> Vec<Raw<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let content = line.trim_start_matches(' ');
            let raw = Raw {
                start,
                indent: line.len() - content.len(),
                content: content.trim_end(),
            };
            start += line.len();
            raw
        })
        .collect()
}

struct Layout<'f> {
    file: &'f Arc<SourceFile>,
    text: &'f str,
    raw: Vec<Raw<'f>>,
    found: Vec<Slip>,
}

impl<'f> Layout<'f> {
    fn is_explained(&self, at: usize) -> bool {
        let last = self.found.last();
        last.is_some_and(|slip| slip.explains.contains(&at))
    }

    fn slip(
        &self,
        code: &'static Code,
        at: Range<usize>,
        explains: Range<usize>,
        message: impl Into<String>,
    ) -> Slip {
        Slip {
            finding: Diagnostic::new(code, Span::new(self.file, at), message),
            hides: explains.clone(),
            explains,
            value: false,
        }
    }

    /// The lines behind the one that begins at `start`.
    fn below(&self, start: usize) -> &[Raw<'f>] {
        let next = self.raw.partition_point(|raw| raw.start <= start);
        &self.raw[next..]
    }

    /// The lines behind the one at `start` that stand deeper than `indent`, blank ones
    /// among them, without those at their end.
    fn deeper(&self, start: usize, indent: usize) -> &[Raw<'f>] {
        let below = self.below(start);
        let count = below
            .iter()
            .take_while(|raw| raw.is_blank() || raw.indent > indent)
            .count();
        let filled = below[..count].iter().rposition(|raw| !raw.is_blank());
        &below[..filled.map_or(0, |last| last + 1)]
    }

    /// Whole lines from the byte `start` to the last of `lines`.
    fn lines_to(&self, start: usize, lines: &[Raw<'_>]) -> Range<usize> {
        let last = lines.last().map_or(start, |raw| raw.start);
        let end = self.text[last..].find('\n').map_or(self.text.len(), |at| last + at + 1);
        start..end
    }

    /// `recipients`, or `fr Rappel`: a key of ours without its colon, where only a key can
    /// stand.
    fn missing_colon(&self, line: &Line<'_>) -> Option<Slip> {
        let content = self.text[line.content..].lines().next()?.trim_end();
        let word = content.split([' ', '\t']).next()?;
        if line.key.is_some() || !is_key(word) || line.text.trim_start().starts_with("- ") {
            return None;
        }
        let rest = content[word.len()..].trim_start();
        let at = line.content..line.content + word.len();
        let explains = self.lines_to(line.start, self.deeper(line.start, column(line)));
        let slip = self.slip(
            &yaml::YAML_SYNTAX,
            at,
            explains,
            format!("a colon is missing behind `{word}`"),
        );
        let written = format!("{word}: {}", shortened(rest));
        Some(slip.hint(format!("write `{}`", written.trim_end())))
    }

    /// An item of a list without its dash.
    fn missing_dash(&self, line: &Line<'_>, levels: &mut Levels) -> Option<Slip> {
        let start = levels.enter(line)?;
        let raw = self.raw[..self.raw.partition_point(|raw| raw.start <= start)].last()?;
        let explains = self.lines_to(start, self.deeper(start, raw.indent));
        let item = raw.content.split([' ', '\t']).next().unwrap_or_default();
        let slip = self.slip(
            &yaml::MISSING_DASH,
            raw.range(),
            explains.start..explains.end.max(line.start + 1),
            format!("a dash is missing before `{}`", shortened(item)),
        );
        Some(slip.hint(format!(
            "write `- {}`: each item of a list begins with a dash",
            shortened(raw.content)
        )))
    }

    fn of_value(&self, line: &Line<'_>) -> Option<Slip> {
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
                    self.text_not_indented(line, key, value)
                } else {
                    self.language_in_text(line, key, inside)
                }
            }
            None if is_language => self.missing_bar(line, key, value),
            Some(b'"' | b'\'' | b'{' | b'[' | b'&' | b'*' | b'!' | b'|' | b'>' | b'#') | None => None,
            Some(_) => self
                .key_too_deep(line, key)
                .or_else(|| self.missing_bar(line, key, value).filter(|_| is_language)),
        }
    }

    /// `en: |` with its text no deeper than itself.
    fn text_not_indented(&self, line: &Line<'_>, key: &str, header: &str) -> Option<Slip> {
        let column = column(line);
        let below = self.below(line.start);
        let is_text = |raw: &Raw<'_>| {
            let dash = raw.content == "-" || raw.content.starts_with("- ");
            let item = raw.content.trim_start_matches(['-', ' ']);
            let outer = || {
                let (word, rest) = item.split_once(':').unwrap_or((" ", ""));
                let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
                word.chars().all(is_name) && (rest.is_empty() || rest.starts_with(' '))
            };
            leading_key(item).is_none()
                && raw.content != "---"
                && (raw.indent >= column || !dash && !outer())
        };
        let first = below.iter().position(|raw| !raw.is_blank())?;
        if !is_text(&below[first]) || below[first].content.starts_with('#') {
            return None;
        }
        let end = below[first..]
            .iter()
            .position(|raw| !raw.is_blank() && !is_text(raw))
            .map_or(below.len(), |count| first + count);
        let filled = below[..end].iter().rposition(|raw| !raw.is_blank())?;
        let lines = &below[first..=filled];
        let filled = lines.iter().filter(|raw| !raw.is_blank());
        let least = filled.map(|raw| raw.indent).min().unwrap_or(column);
        let missing = (column + 2).saturating_sub(least);
        let explains = self.lines_to(lines[0].start, lines);
        let end = explains.end;
        let slip = self.slip(
            &yaml::INDENTATION,
            lines[0].range(),
            explains,
            format!("the text of `{key}` does not stand deeper than `{key}`"),
        );
        let slip = slip.hides_value(line.value.start..end);
        Some(slip.hint(format!(
            "indent the lines below `{key}: {header}` by {}",
            more_spaces(missing)
        )))
    }

    /// `fr: …` inside the text of `en: |`, where no other `fr` stands.
    fn language_in_text(&self, line: &Line<'_>, key: &str, inside: &[Raw<'_>]) -> Option<Slip> {
        let other = if key == "en" { "fr" } else { "en" };
        let own = |raw: &Raw<'_>| leading_key(raw.content) == Some(other);
        let at = inside.iter().position(own)?;
        let column = column(line);
        let last = inside.last()?;
        let sibling = |raw: &&Raw<'_>| raw.indent == column;
        let mut siblings = self.below(last.start).iter().take_while(|raw| raw.is_blank() || raw.indent >= column);
        if siblings.any(|raw| sibling(&raw) && own(raw)) || self.stands_above(line, other) {
            return None;
        }
        let raw = &inside[at];
        Some(self.too_deep(raw, other, key, (line, &inside[at..])))
    }

    /// Whether a sibling of a line, above it, has this key.
    fn stands_above(&self, line: &Line<'_>, key: &str) -> bool {
        let column = column(line);
        let before = self.raw.partition_point(|raw| raw.start < line.start);
        let has_dash = self.text[line.start..line.content].contains('-');
        let above = self.raw[..before].iter().rev();
        !has_dash
            && above
                .take_while(|raw| raw.is_blank() || raw.indent >= column || raw.content.starts_with('-'))
                .any(|raw| leading_key(raw.content.trim_start_matches(['-', ' '])) == Some(key))
    }

    /// A key of ours on a line that runs on the text of the key above it.
    fn key_too_deep(&self, line: &Line<'_>, key: &str) -> Option<Slip> {
        let inside = self.deeper(line.start, column(line));
        let at = inside.iter().position(|raw| leading_key(raw.content).is_some())?;
        let deep = leading_key(inside[at].content)?;
        Some(self.too_deep(&inside[at], deep, key, (line, &inside[at..])))
    }

    fn too_deep(&self, raw: &Raw<'_>, deep: &str, key: &str, (line, rest): (&Line<'_>, &[Raw<'_>])) -> Slip {
        let start = raw.start + raw.indent;
        let slip = self.slip(
            &yaml::INDENTATION,
            start..start + deep.len(),
            self.lines_to(line.start, rest),
            format!("`{deep}` stands deeper than `{key}`, so it is read as a part of its text"),
        );
        let end = slip.explains.end;
        slip.hides(raw.start..end)
            .hint(format!("indent `{deep}` by {}, as `{key}` is", spaces(column(line))))
    }

    /// A text of several paragraphs or lines, without a bar.
    fn missing_bar(&self, line: &Line<'_>, key: &str, value: &str) -> Option<Slip> {
        let inside = self.deeper(line.start, column(line));
        let first = inside.iter().find(|raw| !raw.is_blank())?;
        let is_plain = |content: &str| {
            !content.starts_with(['"', '\'', '{', '[', '&', '!'])
                && !(content.starts_with(['|', '>']) && scan::is_block_header(content))
        };
        if value.is_empty() && (!is_plain(first.content) || leading_key(first.content).is_some() || is_item(first.content)) {
            return None;
        }
        let blank = inside.iter().any(Raw::is_blank);
        let marked = inside.iter().any(|raw| begins_block(raw.content));
        let items = inside.iter().filter(|raw| is_item(raw.content)).count();
        if !blank && !marked && items < 2 {
            return None;
        }
        let written = line.key.clone()?;
        let explains = self.lines_to(line.start, inside);
        let colon = self.text[written.end..].find(':').map_or(written.end, |at| written.end + at + 1);
        let end = explains.end;
        let slip = self.slip(
            &yaml::MISSING_BAR,
            written,
            explains,
            format!("a text of several lines stands behind `{key}:` without a bar"),
        );
        let slip = slip.hides_value(colon..end);
        let hint = if value.is_empty() {
            format!("write `{key}: |`")
        } else {
            format!("write `{key}: |`, and begin the text on the next line")
        };
        Some(slip.hint(hint))
    }
}

impl Slip {
    /// The same with these bytes passed over, which were a value.
    fn hides_value(mut self, hides: Range<usize>) -> Slip {
        self.hides = hides;
        self.value = true;
        self
    }

    /// The same with these bytes passed over.
    fn hides(mut self, hides: Range<usize>) -> Slip {
        self.hides = hides;
        self
    }

    fn hint(mut self, hint: String) -> Slip {
        self.finding.hints.push(hint);
        self
    }
}

/// How far the key of a line is indented, dashes counted.
pub(super) fn column(line: &Line<'_>) -> usize {
    line.content - line.start
}

fn is_item(content: &str) -> bool {
    content.starts_with("- ") || content.starts_with("* ") || content.starts_with("+ ")
}

/// Whether a line begins a block of Markdown that running text hardly begins with.
fn begins_block(content: &str) -> bool {
    let digits = content.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = (1..=2).contains(&(content.len() - digits.len()))
        && (digits.starts_with(". ") || digits.starts_with(") "));
    numbered || content.starts_with(['|', '>', '#']) || content.starts_with("```") || content.starts_with("[^")
}

const COUNTS: [&str; 11] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// "two more spaces".
fn more_spaces(count: usize) -> String {
    let words = COUNTS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned());
    format!("{words} more space{}", if count == 1 { "" } else { "s" })
}

/// "two spaces"; "no space" for none.
fn spaces(count: usize) -> String {
    let words = COUNTS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned());
    format!("{words} space{}", if count < 2 { "" } else { "s" })
}
