//! What of a file is shown with a finding: the lines around its places, so that a finding
//! costs the same in a short file and in a long one.

use bimemo::diagnostic::Diagnostic;
use bimemo::source::{Position, SourceFile, Span, shown_lines};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Of a longer line, in bytes, only what stands around the places is shown.
const LONG: usize = 2_000;

/// How many bytes of it stand on either side of a place.
const ROOM: usize = 120;

/// What stands for the rest.
const REST: &str = "…";

/// The lines of one file that a finding shows.
pub(super) struct ShownFile {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The lines, one after the other.
    pub text: String,
    /// The number of the first of them, if the last has its own number.
    pub first_line: usize,
    excerpt: Arc<SourceFile>,
    /// The number in the file of each line.
    numbers: Vec<usize>,
    /// What is shown of the excerpt: where it stands there, and where it is shown.
    pieces: Vec<(Range<usize>, usize)>,
}

impl ShownFile {
    /// The files of a finding's places, that of its own place first.
    pub fn of(finding: &Diagnostic) -> Vec<ShownFile> {
        let labels = finding.labels.iter().map(|label| &label.span);
        let mut files: Vec<(&Arc<SourceFile>, Vec<&Span>)> = Vec::new();
        for span in finding.span.iter().chain(labels) {
            match files.iter_mut().find(|(file, _)| *file == span.file()) {
                Some((_, spans)) => spans.push(span),
                None => files.push((span.file(), vec![span])),
            }
        }
        files
            .into_iter()
            .map(|(file, spans)| ShownFile::with(file, &spans))
            .collect()
    }

    fn with(file: &Arc<SourceFile>, spans: &[&Span]) -> ShownFile {
        let lines: BTreeSet<usize> = spans.iter().flat_map(|it| shown_lines(it)).collect();
        let excerpt = file.excerpt(&lines);
        let numbers = excerpt.line_numbers();
        let last = numbers.last().copied().unwrap_or(1);
        let places = spans.iter().map(|span| span.within(&excerpt).kept_range());
        let mut places: Vec<usize> = places.flat_map(|it| [it.start, it.end]).collect();
        places.sort_unstable();
        let mut shown = ShownFile {
            file: Arc::clone(file),
            text: String::new(),
            first_line: (last + 1).saturating_sub(numbers.len()).max(1),
            numbers,
            pieces: Vec::new(),
            excerpt: Arc::clone(&excerpt),
        };
        let mut start = 0;
        for line in excerpt.written().split_inclusive('\n') {
            shown.add_line(line, start, &places);
            start += line.len();
        }
        shown
    }

    /// Adds a line that begins at a byte of the excerpt; of a long one, what stands around
    /// the places in it.
    fn add_line(&mut self, line: &str, start: usize, places: &[usize]) {
        if line.len() <= LONG {
            self.add_piece(line, start);
            return;
        }
        let content = line.trim_end_matches(['\n', '\r']).len();
        let first = places.partition_point(|place| *place < start);
        let inside = places[first..].iter().map(|place| place - start);
        let inside = inside.take_while(|place| *place <= content);
        let mut windows: Vec<Range<usize>> = Vec::new();
        for place in inside {
            let from = line.floor_char_boundary(place.saturating_sub(ROOM));
            let to = line.ceil_char_boundary((place + ROOM).min(content));
            match windows.last_mut() {
                Some(last) if from <= last.end => last.end = to.max(last.end),
                _ => windows.push(from..to),
            }
        }
        if windows.is_empty() {
            windows.push(0..line.ceil_char_boundary(ROOM.min(content)));
        }
        let mut end = 0;
        for window in windows {
            if window.start > end {
                self.text.push_str(REST);
            }
            end = window.end;
            self.add_piece(&line[window.clone()], start + window.start);
        }
        if end < content {
            self.text.push_str(REST);
        }
        self.add_piece(&line[content..], start + content);
    }

    fn add_piece(&mut self, text: &str, start: usize) {
        let kept = start..start + text.len();
        self.pieces.push((kept, self.text.len()));
        self.text.push_str(text);
    }

    /// Whether a place is in this file.
    pub fn is_of(&self, span: &Span) -> bool {
        *span.file() == self.file
    }

    /// The bytes of the text to mark: those of the span without the line breaks at its end,
    /// which would draw the mark into the line below.
    pub fn visible(&self, span: &Span) -> Range<usize> {
        let span = span.within(&self.excerpt);
        let start = span.kept_range().start;
        let length = span.written().trim_end_matches(['\n', '\r']).len();
        let (from, to) = (self.shown(start), self.shown(start + length));
        from..to.max(from)
    }

    /// Where a byte of the excerpt is shown.
    fn shown(&self, at: usize) -> usize {
        let before = self.pieces.partition_point(|(kept, _)| kept.start <= at);
        let piece = before.checked_sub(1).and_then(|it| self.pieces.get(it));
        piece.map_or(0, |(kept, shown)| shown + (at - kept.start).min(kept.len()))
    }

    /// The number in the file of a line of the text.
    fn number(&self, line: usize) -> Option<usize> {
        let at = line.checked_sub(self.first_line)?;
        self.numbers.get(at).copied()
    }

    /// Whether anything is left out between what is shown.
    fn has_gaps(&self) -> bool {
        self.numbers.first() != Some(&self.first_line)
            || self.text.len() != self.excerpt.written().len()
    }

    /// The line and the column in the file of those of the text.
    fn position(&self, line: usize, column: usize) -> Option<Position> {
        let at = line.checked_sub(self.first_line)?;
        let mut lines = self.text.split_inclusive('\n');
        let start: usize = lines.by_ref().take(at).map(str::len).sum();
        let line = lines.next().unwrap_or_default();
        let mut letters = line.char_indices();
        let within = letters.nth(column.checked_sub(1)?);
        let at = start + within.map_or(line.len(), |(at, _)| at);
        let before = self.pieces.partition_point(|(_, shown)| *shown <= at);
        let (kept, shown) = self.pieces.get(before.checked_sub(1)?)?;
        Some(
            self.excerpt
                .position(kept.start + (at - shown).min(kept.len())),
        )
    }

    /// The line that tells a place in the file: `--> path:line:column`.
    fn placed(&self, line: &str) -> Option<String> {
        let (before, column) = line.rsplit_once(':')?;
        let (before, number) = before.rsplit_once(':')?;
        let digits = column.find(|it: char| !it.is_ascii_digit());
        let (column, behind) = column.split_at(digits.unwrap_or(column.len()));
        let found = self.position(number.parse().ok()?, column.parse().ok()?)?;
        Some(format!("{before}:{}:{}{behind}", found.line, found.column))
    }

    /// A line of the file, whose number stands in the first columns.
    fn numbered(&self, line: &str, width: usize) -> Option<String> {
        let (start, rest) = line.split_at(commands(line));
        let (shown, behind) = rest.split_at_checked(width)?;
        if !behind[commands(behind)..].starts_with([' ', '|']) {
            return None;
        }
        let number = self.number(shown.trim_start().parse().ok()?)?;
        Some(format!("{start}{number:>width$}{behind}"))
    }
}

/// A drawn finding with the numbers that the lines have in their files.
pub(super) fn renumbered(drawn: String, files: &[ShownFile]) -> String {
    let (true, Some(place)) = (files.iter().any(ShownFile::has_gaps), drawn.lines().nth(1)) else {
        return drawn;
    };
    let width = place.len() - place.trim_start_matches(' ').len();
    let mut files = files.iter();
    let mut file = None;
    let mut text = String::with_capacity(drawn.len());
    for (at, line) in drawn.split_inclusive('\n').enumerate() {
        let inner = line.trim_start_matches(' ');
        let marks = ["--> ", "::: "].iter();
        let is_place = line.len() - inner.len() == width
            && marks
                .into_iter()
                .any(|it| inner[commands(inner)..].starts_with(it));
        if is_place {
            file = files.next();
        }
        let renumbered = file.and_then(|file| match is_place {
            true => file.placed(line),
            false => file.numbered(line, width),
        });
        // The first line is the message.
        let renumbered = renumbered.filter(|_| at > 0);
        text.push_str(renumbered.as_deref().unwrap_or(line));
    }
    text
}

/// The bytes of the commands to a terminal with which a text begins.
fn commands(text: &str) -> usize {
    let mut at = 0;
    while text[at..].starts_with("\u{1b}[")
        && let Some(end) = text[at..].find('m')
    {
        at += end + 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::tests::samples;
    use super::super::{Look, findings};
    use super::ShownFile;
    use crate::args::OutputFormat;
    use bimemo::diagnostic::Diagnostic;
    use bimemo::source::{SourceFile, Span};
    use std::sync::Arc;

    fn file(path: &str, lines: usize) -> Arc<SourceFile> {
        let lines: Vec<String> = (1..=lines).map(|at| format!("line {at};")).collect();
        SourceFile::new(path, lines.join("\n"))
    }

    fn span(file: &Arc<SourceFile>, line: usize) -> Span {
        let words = format!("line {line};");
        let start = file.text().find(&words).unwrap_or_default();
        Span::new(file, start..start + words.len())
    }

    #[test]
    fn places_far_apart_have_their_own_numbers() {
        let (one, other) = (file("a.yaml", 2000), file("b.yaml", 2000));
        let finding = Diagnostic::new(&samples::UNKNOWN, span(&one, 9), "words")
            .label(span(&one, 1990), "there")
            .label(span(&other, 80), "and there")
            .label(span(&other, 700), "and there, too");
        for colour in [false, true] {
            let look = Look {
                colour,
                ..Look::default()
            };
            let text = findings(OutputFormat::Human, std::slice::from_ref(&finding), &look);
            let plain = text
                .replace("\u{1b}[1m", "")
                .replace("\u{1b}[94m", "")
                .replace("\u{1b}[0m", "");
            let numbered = [
                "    --> a.yaml:9:1",
                "\n   9 | line 9;",
                "\n1990 | line 1990;",
                "    ::: b.yaml:80:1",
                "\n  80 | line 80;",
                "\n 700 | line 700;",
            ];
            for part in numbered {
                assert!(plain.contains(part), "{part}: {plain}");
            }
        }
    }

    #[test]
    fn of_a_long_line_its_places_are_shown() {
        let text = format!(
            "a: {}WRONG {}THERE {}\n",
            "é ".repeat(5000),
            "x ".repeat(4000),
            "y ".repeat(900)
        );
        let file = SourceFile::new("a.yaml", text);
        let place = |words: &str| {
            let start = file.text().find(words).unwrap_or_default();
            Span::new(&file, start..start + words.len())
        };
        let finding = Diagnostic::new(&samples::UNKNOWN, place("WRONG"), "words")
            .label(place("THERE"), "there");
        let look = Look::default();
        let text = findings(OutputFormat::Human, &[finding], &look);
        assert!(text.contains("a.yaml:1:10004"), "{text}");
        assert!(
            text.contains("WRONG") && text.contains("THERE") && text.contains("^^^^^"),
            "{text}"
        );
        assert!(text.len() < 2_000, "{text}");
    }

    #[test]
    fn as_much_of_a_long_file_is_shown_as_of_a_short_one() {
        let shown = |lines: usize| {
            let file = file("a.yaml", lines);
            let finding = Diagnostic::new(&samples::UNKNOWN, span(&file, 1), "words")
                .label(span(&file, lines), "there");
            let files = ShownFile::of(&finding);
            files.iter().map(|file| file.numbers.len()).sum::<usize>()
        };
        assert_eq!(shown(100), shown(10_000));
    }
}
