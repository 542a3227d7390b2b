//! Slips of layout: a bar, a dash, a colon or a space that was left out, a line that
//! stands too deep or not deep enough. YAML stumbles over them lines later, or reads
//! something else. Here each is told where it is, once, and the file is read on as if it
//! were mended: so what else is wrong is found in the same run, and nothing that only
//! follows.

mod levels;
mod lines;
mod mended;
mod spaces;
mod texts;

pub(super) use mended::MendedText;

use super::scan::{self, YamlLine};
use crate::diagnostic::{Diagnostic, Wording};
use crate::source::{SourceFile, Span};
use levels::Levels;
use mended::LineEdit;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A file as it is read.
pub(super) struct LayoutReading {
    /// The text, with the slips mended.
    pub mended: MendedText,
    /// A finding for each slip.
    pub findings: Vec<Diagnostic>,
    /// Lines that cannot be mended and are passed over.
    pub lost: BTreeSet<usize>,
}

/// What is read in place of a value that cannot be mended: a tag, which no file has
/// without a finding.
pub(super) const STAND_IN: &str = "!-";

/// A slip.
struct Slip {
    finding: Diagnostic,
    /// Bytes of the file, whole lines, that it explains: they are not looked at again.
    explains: Range<usize>,
    /// What mends it.
    edits: Vec<LineEdit>,
    /// Whether the lines are passed over, since it cannot be mended.
    lost: bool,
}

/// A line as it stands in the file.
#[derive(Clone, Copy)]
struct Raw<'t> {
    /// The byte where it begins.
    start: usize,
    /// How many spaces it begins with.
    indent: usize,
    /// What stands behind them, without white space at its end.
    content: &'t str,
}

/// Finds the slips of a file.
pub(super) fn read(file: &Arc<SourceFile>) -> LayoutReading {
    let text = file.text();
    let mut layout = Layout {
        file,
        text,
        raw: raw_lines(text),
        found: Vec::new(),
    };
    let mut levels = Levels::default();
    for line in scan::lines(text) {
        if layout.is_explained(line.start) || line.continues {
            continue;
        }
        let slip = layout
            .strange_space(&line)
            .or_else(|| layout.missing_colon(&line));
        let slip = match slip {
            Some(slip) => {
                // Nobody knows where a line behind a tab was meant to stand.
                if !text[line.start..line.content].contains('\t') {
                    let (dashes, key) = meant_columns(line.text);
                    levels.enter_mended(line.start, &dashes, key);
                }
                Some(slip)
            }
            None => {
                let slip = layout.misplaced(&line, &mut levels);
                slip.or_else(|| layout.of_value(&line, &mut levels))
            }
        };
        layout.found.extend(slip);
    }
    let (mut edits, mut findings, mut lost) = (Vec::new(), Vec::new(), BTreeSet::new());
    for slip in layout.found {
        if slip.lost {
            let end = slip.explains.end.saturating_sub(1).max(slip.explains.start);
            let first = file.position(slip.explains.start).line;
            lost.extend(first..=file.position(end).line);
        }
        edits.extend(slip.edits);
        findings.push(slip.finding);
    }
    LayoutReading {
        mended: MendedText::new(text, edits),
        findings,
        lost,
    }
}

/// The columns of a line's dashes, and that of its first word with the word: where they
/// are meant to stand, each white space being one column, and one behind each dash.
fn meant_columns(line: &str) -> (Vec<usize>, (usize, &str)) {
    let mut column = 0;
    let mut dashes = Vec::new();
    let mut behind_dash = false;
    for (at, letter) in line.char_indices() {
        if letter == '-' && !behind_dash {
            dashes.push(column);
            behind_dash = true;
        } else if letter.is_whitespace() {
            behind_dash = false;
        } else {
            let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
            let rest = &line[at..];
            let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            return (dashes, (column + usize::from(behind_dash), &rest[..end]));
        }
        column += 1;
    }
    (dashes, (column, ""))
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

impl Raw<'_> {
    fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    fn range(&self) -> Range<usize> {
        let start = self.start + self.indent;
        start..start + self.content.len()
    }
}

impl<'f> Layout<'f> {
    fn is_explained(&self, at: usize) -> bool {
        self.found
            .iter()
            .rev()
            .any(|slip| slip.explains.contains(&at))
    }

    /// A slip at some bytes that explains its own line.
    fn slip(&self, at: Range<usize>, wording: Wording) -> Slip {
        let start = self.text[..at.start].rfind('\n').map_or(0, |end| end + 1);
        Slip {
            finding: Diagnostic::told(Span::new(self.file, at), wording),
            explains: self.lines_to(start, &[]),
            edits: Vec::new(),
            lost: false,
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
        without_blank_end(&below[..count])
    }

    /// Whole lines from the byte `start` to the last of `lines`.
    fn lines_to(&self, start: usize, lines: &[Raw<'_>]) -> Range<usize> {
        let last = lines.last().map_or(start, |raw| raw.start);
        let end = self.text[last..]
            .find('\n')
            .map_or(self.text.len(), |at| last + at + 1);
        start..end
    }

    /// A line, with the deeper ones below it where it opens a text.
    fn lines_under(&self, line: &YamlLine<'_>, column: usize, opens: bool) -> Range<usize> {
        let text = self.deeper(line.start, column);
        self.lines_to(line.start, if opens { text } else { &[] })
    }
}

impl Slip {
    /// The same, mended by this change too.
    fn mend(mut self, range: Range<usize>, with: impl Into<String>) -> Slip {
        self.edits.push((range, with.into()));
        self
    }

    /// The same, explaining these bytes.
    fn explaining(mut self, explains: Range<usize>) -> Slip {
        self.explains = explains;
        self
    }

    /// The same, passed over: the bytes `hidden` of what it explains are read as nothing,
    /// or as a value that is lost.
    fn lost(mut self, hidden: Range<usize>, value: bool) -> Slip {
        self.lost = true;
        let with = if value {
            format!(" {STAND_IN}\n")
        } else {
            String::new()
        };
        self.mend(hidden, with)
    }

    /// The same with every line of `lines` indented by so many spaces more or less.
    fn moving(mut self, lines: &[Raw<'_>], by: isize) -> Slip {
        for raw in lines.iter().filter(|raw| !raw.is_blank()) {
            let at = raw.start;
            if by > 0 {
                self = self.mend(at..at, " ".repeat(by.unsigned_abs()));
            } else {
                let away = by.unsigned_abs().min(raw.indent);
                self = self.mend(at..at + away, "");
            }
        }
        self
    }
}

/// The lines without blank ones at their end.
fn without_blank_end<'l, 'f>(lines: &'l [Raw<'f>]) -> &'l [Raw<'f>] {
    let filled = lines.iter().rposition(|raw| !raw.is_blank());
    &lines[..filled.map_or(0, |last| last + 1)]
}

/// How far the key of a line is indented, dashes counted.
fn column(line: &YamlLine<'_>) -> usize {
    line.content - line.start
}
