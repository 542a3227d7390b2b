//! From the value of a scalar back to the characters that were written.

use std::ops::Range;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenStyle {
    /// As it is.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// Where each part of a scalar's value is written in its file.
#[derive(Debug)]
pub(super) struct ScalarMap {
    /// In the order of both.
    pieces: Vec<YamlPiece>,
    /// Where it ends in the file, if it has no pieces.
    end: usize,
}

impl ScalarMap {
    /// That of the scalar with this `value` that stands at `node` in the file `text`.
    pub(super) fn of(
        text: &str,
        node: Range<usize>,
        style: WrittenStyle,
        value: &str,
    ) -> ScalarMap {
        let mut walk = Walk {
            source: text.get(..node.end).unwrap_or(text),
            at: node.start,
            value,
            done: 0,
            pieces: Vec::new(),
        };
        match style {
            WrittenStyle::Plain => walk.flow(style),
            WrittenStyle::SingleQuoted | WrittenStyle::DoubleQuoted => {
                walk.at += 1;
                walk.flow(style);
            }
            WrittenStyle::Literal | WrittenStyle::Folded => walk.block(style),
        }
        let end = walk.pieces.last().map_or(walk.at, |piece| piece.file.end);
        ScalarMap {
            pieces: walk.pieces,
            end,
        }
    }

    /// The bytes of the file that the bytes `range` of the value were written as.
    pub(super) fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = match self.piece_at(range.start) {
            Some(piece) if piece.same => piece.file.start + (range.start - piece.value.start),
            Some(piece) => piece.file.start,
            None => self.end,
        };
        if range.end <= range.start {
            return start..start;
        }
        let end = match self.piece_at(range.end - 1) {
            Some(piece) if piece.same => piece.file.start + (range.end - piece.value.start),
            Some(piece) => piece.file.end,
            None => self.end,
        };
        start..end.max(start)
    }

    fn piece_at(&self, byte: usize) -> Option<&YamlPiece> {
        let at = self.pieces.partition_point(|it| it.value.end <= byte);
        self.pieces.get(at).filter(|it| it.value.contains(&byte))
    }
}

/// Bytes of the value with the bytes of the file that they were written as.
#[derive(Debug)]
struct YamlPiece {
    value: Range<usize>,
    file: Range<usize>,
    /// Whether the characters are the same, one by one.
    same: bool,
}

struct Walk<'t> {
    source: &'t str,
    at: usize,
    value: &'t str,
    done: usize,
    pieces: Vec<YamlPiece>,
}

impl<'t> Walk<'t> {
    fn rest(&self) -> &'t str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn value_rest(&self) -> &'t str {
        self.value.get(self.done..).unwrap_or_default()
    }

    fn is_open(&self) -> bool {
        self.done < self.value.len() && self.at < self.source.len()
    }

    fn skip(&mut self, length: usize) {
        self.at += length;
    }

    fn same(&mut self, length: usize) {
        if let Some(last) = self.pieces.last_mut()
            && last.same
            && last.file.end == self.at
        {
            last.value.end += length;
            last.file.end += length;
        } else {
            self.push(length, length, true);
        }
        self.done += length;
        self.at += length;
    }

    fn other(&mut self, value_length: usize, file_length: usize) {
        let value_length = value_length.min(self.value.len() - self.done);
        self.push(value_length, file_length, false);
        self.done += value_length;
        self.at += file_length;
    }

    fn push(&mut self, value_length: usize, file_length: usize, same: bool) {
        self.pieces.push(YamlPiece {
            value: self.done..self.done + value_length,
            file: self.at..self.at + file_length,
            same,
        });
    }

    /// Plain and quoted scalars: lines are folded, quotation marks escaped.
    fn flow(&mut self, style: WrittenStyle) {
        while self.is_open() {
            let rest = self.rest();
            let (length, breaks) = fold(rest);
            if breaks > 0 {
                self.other(if breaks == 1 { 1 } else { breaks - 1 }, length);
            } else if style == WrittenStyle::SingleQuoted && rest.starts_with("''") {
                self.other(1, 2);
            } else if style == WrittenStyle::DoubleQuoted && rest.starts_with('\\') {
                self.escape(rest);
            } else {
                self.same(rest.chars().next().map_or(1, char::len_utf8));
            }
        }
    }

    fn escape(&mut self, rest: &str) {
        let break_length = line_break(&rest[1..]);
        if break_length > 0 {
            let after = &rest[1 + break_length..];
            self.skip(1 + break_length + spaces(after));
            return;
        }
        let length = match rest[1..].chars().next() {
            Some('x') => 4,
            Some('u') => 6,
            Some('U') => 10,
            Some(other) => 1 + other.len_utf8(),
            None => 1,
        };
        let written = self.value_rest().chars().next().map_or(1, char::len_utf8);
        self.other(written, length.min(rest.len()));
    }

    /// Literal and folded scalars: a header, then indented lines.
    fn block(&mut self, style: WrittenStyle) {
        let header = self.rest();
        let line = header.find('\n').map_or(header.len(), |at| at + 1);
        self.skip(line);
        let indent =
            leading_spaces_of_text(self.rest()).saturating_sub(leading_spaces_of_text(self.value));
        while self.is_open() {
            let rest = self.rest();
            let indentation = rest.bytes().take_while(|&byte| byte == b' ').count();
            self.skip(indentation.min(indent));
            let line = self.rest();
            let content = line.find(['\n', '\r']).unwrap_or(line.len());
            let content = content.min(self.value.len() - self.done);
            if content > 0 {
                self.same(content);
            }
            if self.is_open() {
                self.line_end(style, indent);
            }
        }
    }

    fn line_end(&mut self, style: WrittenStyle, indent: usize) {
        let rest = self.rest();
        let length = line_break(rest);
        if style == WrittenStyle::Literal || length == 0 {
            self.other(1, length.max(1));
            return;
        }
        let (mut run, mut breaks) = (length, 1);
        loop {
            let blank = rest[run..]
                .bytes()
                .take_while(|&byte| byte == b' ')
                .count()
                .min(indent);
            let next = line_break(&rest[run + blank..]);
            if next == 0 {
                break;
            }
            run += blank + next;
            breaks += 1;
        }
        let value = self.value_rest();
        if breaks == 1 && value.starts_with(' ') {
            self.other(1, run);
        } else {
            let newlines = value.bytes().take_while(|&byte| byte == b'\n').count();
            self.other(newlines, run);
        }
    }
}

/// The bytes of white space with line breaks in it at the start of `text`, and how
/// many line breaks; none where there is no line break.
fn fold(text: &str) -> (usize, usize) {
    let (mut length, mut breaks) = (0, 0);
    loop {
        let white = spaces(&text[length..]);
        let next = line_break(&text[length + white..]);
        if next == 0 {
            return if breaks == 0 {
                (0, 0)
            } else {
                (length + white, breaks)
            };
        }
        length += white + next;
        breaks += 1;
    }
}

fn spaces(text: &str) -> usize {
    text.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}

fn line_break(text: &str) -> usize {
    if text.starts_with("\r\n") {
        2
    } else {
        usize::from(text.starts_with(['\n', '\r']))
    }
}

/// The spaces before the first line that has anything else.
fn leading_spaces_of_text(text: &str) -> usize {
    text.lines()
        .find(|line| !line.trim_matches([' ', '\r']).is_empty())
        .map_or(0, |line| {
            line.bytes().take_while(|&byte| byte == b' ').count()
        })
}
