//! Text files as they were read, and places in them.
//!
//! What phases work with is the text as it is read ([`SourceFile::text`]): composed, and
//! without characters that nobody can see. Ranges are of that text. Lines, columns and
//! excerpts are those of the file as it stands on the disk.

mod characters;
mod direction;
mod excerpt;
mod extents;
mod look_alikes;
mod misread;
mod reading;

pub use characters::{Unseen, unseen, unusual};
pub use direction::{
    embedding_levels, ends_with_right_to_left, is_right_to_left, right_to_left_stretches,
    visual_order,
};
pub use excerpt::{WrittenExcerpt, shown_lines};
pub use extents::Extents;
pub use look_alikes::{LookAlike, LookAlikeKind, look_alikes, script_name};
pub use misread::{WINDOWS_1252, misread};
pub use reading::{
    SourceReading, Stray, Without, composed, decomposed, unaccented, without_hidden,
};

use std::fmt;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text file that was read: its name, its text and where its lines begin.
pub struct SourceFile {
    path: String,
    /// As it is written.
    written: String,
    /// As it is read, where that is something else.
    reading: Option<SourceReading>,
    /// Where lines begin in what is written.
    line_starts: Vec<usize>,
    /// Where its lines stood in the file of which it is an excerpt.
    kept: Option<Vec<excerpt::KeptLines>>,
    /// How many characters there are before every [`STRIDE`]th byte of what is written,
    /// counted when a long line asks for it.
    counts: OnceLock<Vec<usize>>,
}

/// Columns of a longer line are counted from a place near by.
const STRIDE: usize = 512;

// Which lines were kept of a text is no part of what it is: a finding that a memo and the check
// of locales both came to is told once, be the file whole in one and an excerpt in the other.
impl PartialEq for SourceFile {
    fn eq(&self, other: &SourceFile) -> bool {
        let text = |file: &SourceFile| (file.line_starts.len(), file.last_line());
        text(self) == text(other)
            && self.path == other.path
            && self.written == other.written
            && self.reading == other.reading
    }
}

impl Eq for SourceFile {}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl SourceFile {
    /// A file named `path` (relative to the workspace's root, `/` between
    /// folders) in which the given text is written.
    pub fn new(path: impl Into<String>, written: impl Into<String>) -> Arc<SourceFile> {
        let written = written.into();
        let reading = SourceReading::of(&written, Without::Unseen);
        SourceFile::read_as(path.into(), written, reading)
    }

    /// The same for a file that cannot be used: it is read as it is written.
    pub fn raw(path: impl Into<String>, written: impl Into<String>) -> Arc<SourceFile> {
        SourceFile::read_as(path.into(), written.into(), None)
    }

    fn read_as(path: String, written: String, reading: Option<SourceReading>) -> Arc<SourceFile> {
        let line_starts = std::iter::once(0)
            .chain(written.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Arc::new(SourceFile {
            path,
            written,
            reading,
            line_starts,
            kept: None,
            counts: OnceLock::new(),
        })
    }

    /// The path relative to the workspace's root, `/` between folders.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text as it is read.
    pub fn text(&self) -> &str {
        self.reading
            .as_ref()
            .map_or(&self.written, |reading| &reading.text)
    }

    /// The whole text as it stands in the file; of an excerpt, the lines that are kept.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The characters that the file is read without.
    pub fn strays(&self) -> &[Stray] {
        self.reading.as_ref().map_or(&[], |reading| &reading.strays)
    }

    /// What makes the text as it is read of the text as it is written: bytes of the
    /// written one, in order and apart, with what is read there.
    pub fn readings(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.reading.iter().flat_map(|reading| {
            let changes = reading.changes().iter();
            changes.map(|change| (change.written.clone(), &reading.text[change.read.clone()]))
        })
    }

    /// The bytes that were written for bytes of the text.
    fn written_range(&self, range: &Range<usize>) -> Range<usize> {
        match &self.reading {
            Some(reading) => reading.written(range),
            None => range.clone(),
        }
    }

    /// The position in the file of the byte `offset` of the text; one past the end is
    /// the end's, and an offset inside a character is that character's.
    pub fn position(&self, offset: usize) -> Position {
        let text = self.text();
        let offset = text.floor_char_boundary(offset.min(text.len()));
        self.written_position(self.written_range(&(offset..offset)).start)
    }

    fn written_position(&self, offset: usize) -> Position {
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let index = line.saturating_sub(1);
        let start = self.line_starts.get(index).copied().unwrap_or(offset);
        Position {
            line: self.number_of(index),
            column: self.characters(start..offset) + 1,
        }
    }

    /// How many characters stand in bytes of what is written.
    fn characters(&self, range: Range<usize>) -> usize {
        if range.len() < 2 * STRIDE {
            return self.written[range].chars().count();
        }
        // Not a byte that goes on with a character.
        let is_first = |byte: &&u8| **byte & 0xC0 != 0x80;
        let bytes = self.written.as_bytes();
        let counts = self.counts.get_or_init(|| {
            let mut before = 0;
            let strides = bytes.chunks(STRIDE).map(|stride| {
                let count = before;
                before += stride.iter().filter(is_first).count();
                count
            });
            strides.collect()
        });
        let until = |at: usize| {
            let stride = (at / STRIDE).min(counts.len().saturating_sub(1));
            let rest = &bytes[stride * STRIDE..at];
            counts.get(stride).copied().unwrap_or_default() + rest.iter().filter(is_first).count()
        };
        until(range.end) - until(range.start)
    }

    /// The byte offset of a line and column of the text (from 1, in characters), held
    /// inside the line.
    pub fn offset(&self, position: Position) -> usize {
        let mut lines = self.text().split_inclusive('\n');
        let before = lines.by_ref().take(position.line.saturating_sub(1));
        let start: usize = before.map(str::len).sum();
        let line = lines.next().unwrap_or_default();
        let line = line.trim_end_matches(['\n', '\r']);
        start
            + line
                .char_indices()
                .nth(position.column.saturating_sub(1))
                .map_or(line.len(), |(at, _)| at)
    }

    /// What stands in a line of the file, counted from 1, without its line break.
    pub fn line(&self, line: usize) -> &str {
        let Some(index) = self.index_of(line) else {
            return "";
        };
        let Some(&start) = self.line_starts.get(index) else {
            return "";
        };
        let end = self.line_starts.get(index + 1).copied();
        self.written[start..end.unwrap_or(self.written.len())].trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "SourceFile({:?}, {} bytes)",
            self.path,
            self.written.len()
        )
    }
}

/// A range of bytes in a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Span {
    file: Arc<SourceFile>,
    /// Bytes of the text as it is read.
    range: Range<usize>,
    /// The character that the file is read without, where it is the place of one: which
    /// of them, from 1.
    stray: Option<NonZeroU32>,
}

impl Span {
    /// The bytes `range` of the text of `file`, held inside the text and widened to
    /// whole characters.
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Span {
        let text = file.text();
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.ceil_char_boundary(range.end.clamp(start, text.len()));
        Span {
            file: Arc::clone(file),
            range: start..end,
            stray: None,
        }
    }

    /// The place of a character that the file is read without: it has no bytes in the
    /// text.
    pub fn of_stray(file: &Arc<SourceFile>, stray: &Stray) -> Span {
        let at = file
            .reading
            .as_ref()
            .map_or(stray.written.start, |reading| {
                reading.read_start(stray.written.start)
            });
        let before = |other: &Stray| other.written.start < stray.written.start;
        let index = file.strays().partition_point(before);
        let number = u32::try_from(index + 1).ok();
        Span {
            file: Arc::clone(file),
            range: at..at,
            stray: number.and_then(NonZeroU32::new),
        }
    }

    /// The span that has these numbers ([`Span::numbers`]).
    pub fn of_numbers(file: &Arc<SourceFile>, (start, end, stray): (usize, usize, u32)) -> Span {
        Span {
            stray: NonZeroU32::new(stray),
            ..Span::new(file, start..end)
        }
    }

    /// Its range, and which character it is the place of that the file is read without, from
    /// 1, where it is.
    pub fn numbers(&self) -> (usize, usize, u32) {
        let stray = self.stray.map_or(0, NonZeroU32::get);
        (self.range.start, self.range.end, stray)
    }

    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The bytes of the text as it is read.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The bytes of the file.
    pub fn written_range(&self) -> Range<usize> {
        let range = self.kept_range();
        self.file.in_file(range.start)..self.file.in_file(range.end)
    }

    /// The bytes of [`SourceFile::written`]: those of the file, but in an excerpt.
    pub fn kept_range(&self) -> Range<usize> {
        let index = self
            .stray
            .and_then(|number| usize::try_from(number.get() - 1).ok());
        match index.and_then(|index| self.file.strays().get(index)) {
            Some(stray) => stray.written.clone(),
            None => self.file.written_range(&self.range),
        }
    }

    /// Whether all of another span of the same file stands in this one.
    pub fn holds(&self, other: &Span) -> bool {
        self.file == other.file
            && self.range.start <= other.range.start
            && other.range.end <= self.range.end
    }

    /// The text of the span as it is read.
    pub fn text(&self) -> &str {
        &self.file.text()[self.range.clone()]
    }

    /// What stands in the file.
    pub fn written(&self) -> &str {
        &self.file.written[self.kept_range()]
    }

    /// The position of the first character in the file.
    pub fn start(&self) -> Position {
        self.file.written_position(self.kept_range().start)
    }

    /// The position after the last character in the file.
    pub fn end(&self) -> Position {
        self.file.written_position(self.kept_range().end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = (self.start(), self.end());
        write!(
            f,
            "{}:{}:{}-{}:{}",
            self.file.path, start.line, start.column, end.line, end.column
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a.yaml", "objet: é\nà: b\n");
        assert_eq!(file.position(9), Position { line: 1, column: 9 });
        let start = file.text().find("à").unwrap();
        assert_eq!(file.position(start + 2), Position { line: 2, column: 2 });
        assert_eq!(file.offset(Position { line: 2, column: 2 }), start + 2);
        assert_eq!(file.position(1000).line, 3);
        assert_eq!(file.line(2), "à: b");
    }

    #[test]
    fn places_are_those_of_the_file_as_it_stands() {
        let written = "a: fe\u{301}vrier\nb: l\u{200B}'e\u{301}te\u{301} x\n";
        let file = SourceFile::new("a.yaml", written);
        assert_eq!(file.text(), "a: février\nb: l'été x\n");
        assert_eq!(file.line(1), "a: fe\u{301}vrier");
        let at = file.text().find('x').unwrap();
        let span = Span::new(&file, at..at + 1);
        assert_eq!(
            span.start(),
            Position {
                line: 2,
                column: 13
            }
        );
        assert_eq!(span.written(), "x");
        assert_eq!(
            file.offset(Position {
                line: 2,
                column: 10
            }),
            at
        );
        let stray = Span::of_stray(&file, &file.strays()[0]);
        assert_eq!(stray.start(), Position { line: 2, column: 5 });
        assert_eq!(stray.written(), "\u{200B}");
        assert_eq!(stray.text(), "");
        let read: Vec<_> = file
            .readings()
            .map(|(range, read)| (&written[range], read))
            .collect();
        assert_eq!(read[..2], [("e\u{301}", "é"), ("\u{200B}", "")]);
        assert_eq!(read.len(), 4);
    }
}
