//! How a text is read: composed (Unicode's form NFC, UAX #15), so that `é` is one
//! character however a keyboard writes it, and without the characters that nobody can
//! see. What was written stays known, byte for byte.

use super::characters::{Unseen, is_needed, unseen, unusual};
use super::direction::is_right_to_left;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in its composed form.
pub fn composed(text: &str) -> Cow<'_, str> {
    if unusual(text).all(|(_, c)| is_settled(c)) || unicode_normalization::is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The text with its letters as they stand without accents and other marks, and with the
/// letters of which French has two in one as two.
pub fn unaccented(text: &str) -> String {
    let is_mark = |c: &char| unicode_normalization::char::is_combining_mark(*c);
    let plain = text.nfkd().filter(|c| !is_mark(c));
    let mut letters = String::new();
    for letter in plain {
        match letter {
            'œ' => letters.push_str("oe"),
            'Œ' => letters.push_str("OE"),
            'æ' => letters.push_str("ae"),
            'Æ' => letters.push_str("AE"),
            letter => letters.push(letter),
        }
    }
    letters
}

/// What a character is put together from, one mark after the other; itself where it is one.
pub fn decomposed(character: char) -> impl Iterator<Item = char> {
    std::iter::once(character).nfd()
}

/// The text without hidden characters ([`Unseen::Hidden`]), for what is searched,
/// compared or read aloud: titles, outlines, Markdown, parity.
pub fn without_hidden(text: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| unseen(c) == Some(Unseen::Hidden) && !is_joiner_or_mark(c);
    if unusual(text).any(|(_, c)| is_hidden(c)) {
        Cow::Owned(text.replace(is_hidden, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Before this character none changes with its neighbours.
const FIRST_COMBINING: char = '\u{300}';

/// Whether a character is the same in all forms and changes with no neighbour: those before
/// the combining marks, and the dashes and quotation marks of both languages.
fn is_settled(character: char) -> bool {
    character < FIRST_COMBINING || matches!(character, '\u{2010}'..='\u{2027}' | '\u{202F}')
}

/// Joiners and marks of direction: where a text still has one it is needed.
fn is_joiner_or_mark(character: char) -> bool {
    matches!(character, '\u{200C}'..='\u{200F}' | '\u{61C}')
}

/// A text that is read otherwise than it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceReading {
    /// The text as it is read.
    pub text: String,
    /// The characters that it is read without.
    pub strays: Vec<Stray>,
    /// What is not the same in both, in order and apart.
    changes: Vec<ReadingChange>,
}

/// A character that a text is read without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// The character.
    pub character: char,
    /// Its bytes in the text as it is written.
    pub written: Range<usize>,
}

/// Bytes of the text as it is read, with the bytes that were written for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadingChange {
    pub read: Range<usize>,
    pub written: Range<usize>,
}

/// Which characters a text is read without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// Control characters and hidden ones: a file, in which nobody can see them.
    Unseen,
    /// Control characters alone: a value in which hidden ones were written as escapes,
    /// so that they can be seen and are meant.
    Controls,
}

impl SourceReading {
    /// The reading of a text; none where it is read as it is written.
    pub fn of(written: &str, without: Without) -> Option<SourceReading> {
        if !may_change(written) {
            return None;
        }
        let mut reader = Reader {
            written,
            without,
            text: String::with_capacity(written.len()),
            strays: Vec::new(),
            changes: Vec::new(),
            group: 0..0,
            letters: String::new(),
            line: (0, false),
            next: (0, None),
        };
        reader.read();
        let is_changed = !reader.changes.is_empty() || !reader.strays.is_empty();
        is_changed.then_some(SourceReading {
            text: reader.text,
            strays: reader.strays,
            changes: reader.changes,
        })
    }

    /// The bytes that were written for bytes of the text as it is read; what was left
    /// out at their edges does not belong to them.
    pub fn written(&self, read: &Range<usize>) -> Range<usize> {
        let start = self.written_start(read.start);
        let end = if read.is_empty() {
            start
        } else {
            self.written_end(read.end)
        };
        start..end.max(start)
    }

    fn written_start(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.read.end <= at);
        match self.changes.get(next) {
            Some(change) if change.read.start <= at => change.written.start,
            _ => self.after(next, at),
        }
    }

    fn written_end(&self, at: usize) -> usize {
        let next = self.changes.partition_point(|change| change.read.end < at);
        match self.changes.get(next) {
            Some(change) if change.read.start < at => change.written.end,
            _ => self.after(next, at),
        }
    }

    /// The byte that was written for a byte behind the first so many changes.
    fn after(&self, changes: usize, at: usize) -> usize {
        let last = changes
            .checked_sub(1)
            .and_then(|last| self.changes.get(last));
        last.map_or(at, |last| last.written.end + (at - last.read.end))
    }

    /// The byte of the text as it is read for a byte of what is written.
    pub(super) fn read_start(&self, written: usize) -> usize {
        let next = self
            .changes
            .partition_point(|change| change.written.end <= written);
        match self.changes.get(next) {
            Some(change) if change.written.start <= written => change.read.start,
            _ => {
                let last = next.checked_sub(1).and_then(|last| self.changes.get(last));
                last.map_or(written, |last| last.read.end + (written - last.written.end))
            }
        }
    }

    pub(super) fn changes(&self) -> &[ReadingChange] {
        &self.changes
    }
}

/// Whether any character may be read otherwise than it is written.
fn may_change(text: &str) -> bool {
    unusual(text).any(|(at, c)| match c {
        '\r' => !text[at + 1..].starts_with('\n'),
        c if unseen(c).is_some() => true,
        c => !is_settled(c) && !is_boundary(c),
    })
}

/// Whether a character neither changes nor combines with what stands before it.
fn is_boundary(character: char) -> bool {
    character < FIRST_COMBINING
        || is_nfc_quick(std::iter::once(character)) == IsNormalized::Yes
            && unicode_normalization::char::canonical_combining_class(character) == 0
}

/// Reads a text in groups of characters that may combine.
struct Reader<'t> {
    written: &'t str,
    without: Without,
    text: String,
    strays: Vec<Stray>,
    changes: Vec<ReadingChange>,
    /// The bytes that were written for the open group.
    group: Range<usize>,
    /// Its characters.
    letters: String,
    /// Where the line ends that was looked at last, and whether it has letters that are
    /// read from the right.
    line: (usize, bool),
    /// Where the next character stands that can be seen, and which it is.
    next: (usize, Option<char>),
}

impl Reader<'_> {
    fn read(&mut self) {
        let written = self.written;
        // Files of old Macs end every line so: it is told once.
        let mut tells_returns = true;
        let one_return = !written.contains('\n');
        let mut before = None;
        for (at, character) in written.char_indices() {
            let range = at..at + character.len_utf8();
            let rest = &written[range.end..];
            if self.is_stray(character, before, rest, at) {
                if character != '\r' || tells_returns {
                    self.strays.push(Stray {
                        character,
                        written: range.clone(),
                    });
                    tells_returns = character != '\r' && tells_returns || !one_return;
                }
                self.leave_out(character, range);
            } else {
                if is_boundary(character) {
                    self.close();
                    self.group.start = at;
                }
                self.letters.push(character);
                self.group.end = range.end;
            }
            before = Some(character);
        }
        self.close();
    }

    fn is_stray(&mut self, character: char, before: Option<char>, rest: &str, at: usize) -> bool {
        match unseen(character) {
            None => false,
            Some(Unseen::Control) => character != '\r' || !rest.starts_with('\n'),
            Some(Unseen::Hidden) if self.without == Without::Controls => false,
            // A byte-order mark begins a file; the parsers go past it.
            Some(Unseen::Hidden) if character == '\u{FEFF}' && at == 0 => false,
            Some(Unseen::Hidden) => {
                let from_right = self.line_is_from_right(at);
                !is_needed(character, before, rest.chars().next(), from_right)
            }
        }
    }

    /// Whether the line in which the byte `at` stands has letters that are read from the
    /// right.
    fn line_is_from_right(&mut self, at: usize) -> bool {
        if at >= self.line.0 {
            let (before, after) = self.written.split_at(at);
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            let end = after.find('\n').map_or(self.written.len(), |end| at + end);
            let has_letters = self.written[start..end].contains(is_right_to_left);
            self.line = (end, has_letters);
        }
        self.line.1
    }

    /// The first character from the byte `at` on that can be seen.
    fn next_seen(&mut self, at: usize) -> Option<char> {
        if at > self.next.0 || self.next == (0, None) {
            let mut rest = self.written[at..].char_indices();
            let found = rest.find(|(_, next)| unseen(*next).is_none());
            let end = self.written.len();
            self.next = found.map_or((end, None), |(ahead, next)| (at + ahead, Some(next)));
        }
        self.next.1
    }

    /// Reads a stray as what it parts, if it parts anything.
    fn leave_out(&mut self, character: char, range: Range<usize>) {
        let instead = match character {
            '\r' => "\n",
            '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1F}' | '\u{85}' | '\u{2028}' | '\u{2029}' => " ",
            _ => "",
        };
        let next = self.next_seen(range.end);
        if instead.is_empty() && next.is_some_and(|next| !is_boundary(next)) {
            // What follows combines with what stands before.
            self.group.end = range.end;
            return;
        }
        self.close();
        let start = self.text.len();
        self.text.push_str(instead);
        self.push_change(start, range.clone());
        self.group = range.end..range.end;
    }

    /// Ends the open group.
    fn close(&mut self) {
        let group = self.group.clone();
        self.group.start = group.end;
        if group.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.extend(self.letters.nfc());
        self.letters.clear();
        if self.text[start..] != self.written[group.clone()] {
            self.push_change(start, group);
        }
    }

    fn push_change(&mut self, start: usize, written: Range<usize>) {
        self.changes.push(ReadingChange {
            read: start..self.text.len(),
            written,
        });
    }
}

#[cfg(test)]
mod tests;
