//! Changes to the author's Markdown, made all at once so that everything else keeps
//! the form that the author gave it.

use std::ops::Range;

/// A change of a text: what is replaced, and what stands there instead.
pub(super) type Change = (Range<usize>, String);

/// Replacements of bytes of one source.
#[derive(Debug, Default)]
pub(super) struct Edits {
    all: Vec<(Range<usize>, String)>,
    /// Where something opens that all else at its place stands in, by their places there.
    openings: Vec<usize>,
    /// What paragraphs begin with, before whatever else is put in there.
    begins: Vec<(Range<usize>, String)>,
    /// Those that mend typography.
    mends: Vec<(Range<usize>, String)>,
}

impl From<Vec<(Range<usize>, String)>> for Edits {
    fn from(all: Vec<(Range<usize>, String)>) -> Edits {
        Edits {
            all,
            ..Edits::default()
        }
    }
}

impl Edits {
    /// Puts `text` in the place of these bytes.
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.all.push((range, text.into()));
    }

    /// The same for a typographic mend.
    pub fn mend(&mut self, range: Range<usize>, text: String) {
        self.mends.push((range.clone(), text.clone()));
        self.replace(range, text);
    }

    /// The typographic mends.
    pub fn mends(&self) -> &[(Range<usize>, String)] {
        &self.mends
    }

    /// Puts `text` before this byte and all that is put in there.
    pub fn begin(&mut self, at: usize, text: String) {
        self.begins.push((at..at, text));
    }

    /// Puts `text` before this byte.
    pub fn insert(&mut self, at: usize, text: &str) {
        self.replace(at..at, text);
    }

    /// The same, before all else that is put there.
    pub fn open(&mut self, at: usize, text: &str) {
        self.openings.push(self.all.len());
        self.insert(at, text);
    }

    /// The bytes of `text` from `start` with the changes made. A change inside
    /// another is lost in it.
    pub fn finish(&self, text: &str, start: usize) -> String {
        self.write(text, start..text.len(), |_| true)
    }

    /// The bytes `range` of `text` with the changes inside them made.
    pub fn part(&self, text: &str, range: Range<usize>) -> String {
        self.write(text, range, |_| true)
    }

    /// The bytes `range` of `text`, which the whole text has lost, with the changes
    /// inside them made.
    pub fn cut(&self, text: &str, range: Range<usize>) -> String {
        self.write(text, range.clone(), |edit| *edit != range)
    }

    fn write(
        &self,
        text: &str,
        range: Range<usize>,
        wanted: impl Fn(&Range<usize>) -> bool,
    ) -> String {
        let begins = self.begins.iter().map(|edit| (edit, 0, false));
        let all = self.all.iter().enumerate();
        let all = all.map(|(at, edit)| (edit, 1, self.openings.contains(&at)));
        let mut inside: Vec<_> = begins
            .chain(all)
            .filter(|((edit, _), ..)| edit.start >= range.start && edit.end <= range.end)
            .filter(|((edit, _), ..)| wanted(edit))
            .collect();
        // A space that is put in before an element stands before what replaces that.
        inside.sort_by_key(|((edit, text), rank, opens)| {
            let space = edit.is_empty() && text.trim().is_empty();
            (
                edit.start,
                *rank,
                !(space || *opens),
                std::cmp::Reverse(edit.end),
            )
        });
        let mut written = String::with_capacity(range.len());
        let mut at = range.start;
        for ((edit, replacement), ..) in inside {
            if edit.start < at {
                continue;
            }
            written.push_str(text.get(at..edit.start).unwrap_or_default());
            written.push_str(replacement);
            at = edit.end;
        }
        written.push_str(text.get(at..range.end).unwrap_or_default());
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_removed_is_still_there_by_itself() {
        let text = "one two three";
        let mut edits = Edits::default();
        edits.replace(4..7, "");
        edits.replace(5..6, "WW");
        edits.replace(8..13, "3");
        assert_eq!(edits.finish(text, 0), "one  3");
        assert_eq!(edits.cut(text, 4..7), "tWWo");
    }
}
