//! Text files as they were read, and places in them.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text file that was read: its name, its text and where its lines begin.
#[derive(PartialEq, Eq)]
pub struct SourceFile {
    path: String,
    text: String,
    line_starts: Vec<usize>,
}

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
    /// folders) with the given text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<SourceFile> {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Arc::new(SourceFile {
            path: path.into(),
            text,
            line_starts,
        })
    }

    /// The path relative to the workspace's root, `/` between folders.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The position of the byte `offset`; one past the end is the end's, and an
    /// offset inside a character is that character's.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self.line_starts[line - 1];
        Position {
            line,
            column: self.text[start..offset].chars().count() + 1,
        }
    }

    /// The byte offset of a line and column (from 1, in characters), held inside
    /// the line.
    pub fn offset(&self, position: Position) -> usize {
        let line = position.line.clamp(1, self.line_starts.len());
        let start = self.line_starts[line - 1];
        let text = self.line(line);
        start
            + text
                .char_indices()
                .nth(position.column.saturating_sub(1))
                .map_or(text.len(), |(at, _)| at)
    }

    /// The text of a line counted from 1, without its line break.
    pub fn line(&self, line: usize) -> &str {
        let Some(&start) = line
            .checked_sub(1)
            .and_then(|line| self.line_starts.get(line))
        else {
            return "";
        };
        let end = self
            .line_starts
            .get(line)
            .copied()
            .unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceFile({:?}, {} bytes)", self.path, self.text.len())
    }
}

/// A range of bytes in a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Span {
    file: Arc<SourceFile>,
    range: Range<usize>,
}

impl Span {
    /// The bytes `range` of `file`, held inside the file and widened to whole
    /// characters.
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Span {
        let start = file
            .text
            .floor_char_boundary(range.start.min(file.text.len()));
        let end = file
            .text
            .ceil_char_boundary(range.end.clamp(start, file.text.len()));
        Span {
            file: Arc::clone(file),
            range: start..end,
        }
    }

    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The bytes.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Whether all of another span of the same file stands in this one.
    pub fn holds(&self, other: &Span) -> bool {
        self.file == other.file
            && self.range.start <= other.range.start
            && other.range.end <= self.range.end
    }

    /// The text of the span.
    pub fn text(&self) -> &str {
        &self.file.text[self.range.clone()]
    }

    /// The position of the first character.
    pub fn start(&self) -> Position {
        self.file.position(self.range.start)
    }

    /// The position after the last character.
    pub fn end(&self) -> Position {
        self.file.position(self.range.end)
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
}
