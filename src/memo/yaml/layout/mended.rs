//! A file's text with its slips mended, and the way back to the file.

use std::ops::Range;

/// A change: bytes of the file, and what is read in their place.
pub(in crate::memo::yaml) type LineEdit = (Range<usize>, String);

/// A text that is read in place of a file's.
#[derive(Clone, Debug)]
pub(in crate::memo::yaml) struct MendedText {
    /// The text.
    pub text: String,
    /// For each change, in order: its bytes of the file and of the text.
    changes: Vec<(Range<usize>, Range<usize>)>,
}

impl MendedText {
    /// The text with these changes; of two that overlap the first one counts.
    pub fn new(file: &str, mut edits: Vec<LineEdit>) -> MendedText {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut mended = MendedText {
            text: String::with_capacity(file.len() + 64),
            changes: Vec::new(),
        };
        let mut done = 0;
        for (range, with) in edits {
            if range.start < done {
                continue;
            }
            mended.text.push_str(&file[done..range.start]);
            let start = mended.text.len();
            mended.text.push_str(&with);
            done = range.end;
            mended.changes.push((range, start..mended.text.len()));
        }
        mended.text.push_str(&file[done..]);
        mended
    }

    /// The byte of the file for a byte of the text; one that was put in is that where it
    /// was put in.
    pub fn original(&self, at: usize) -> usize {
        let after = self.changes.partition_point(|(_, here)| here.start <= at);
        match after.checked_sub(1).and_then(|last| self.changes.get(last)) {
            None => at,
            Some((there, here)) if at < here.end => there.start,
            Some((there, here)) => there.end + (at - here.end),
        }
    }

    /// The bytes of the file for bytes of the text.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.original(range.start);
        start..self.original(range.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_the_file() {
        let file = "a:\n  b\nc:d\n  e";
        let edits = vec![
            (9..9, " ".to_owned()),
            (2..2, " |".to_owned()),
            (11..13, String::new()),
        ];
        let mended = MendedText::new(file, edits);
        assert_eq!(mended.text, "a: |\n  b\nc: d\ne");
        for (at, letter) in mended.text.char_indices() {
            if letter.is_alphabetic() || letter == ':' {
                let original = mended.original(at);
                assert_eq!(&file[original..=original], letter.to_string());
            }
        }
        assert_eq!(mended.original(mended.text.len()), file.len());
    }
}
