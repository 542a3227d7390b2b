//! What is kept of a file for the findings in it: the lines that they show. A run over many
//! memos holds their findings until the end, and not their texts.

use super::{SourceFile, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// How many lines are kept around a place.
const AROUND: usize = 2;

/// Of a place of many lines, how many are kept at either end: no more are shown.
const ENDS: usize = 8;

/// Lines that follow each other in the file.
#[derive(Debug)]
pub(super) struct KeptLines {
    /// The number of the first one in the file, from 1.
    line: usize,
    /// Which of those that are kept it is, from 0.
    index: usize,
    /// Where it begins in the file.
    written: usize,
    /// Where it begins in what is kept.
    kept: usize,
}

/// The lines of a place that are shown at most, with some around them.
pub fn shown_lines(span: &Span) -> Vec<usize> {
    let (first, last) = (span.start().line, span.end().line);
    let lines = span.file().last_line();
    let head = first.saturating_sub(AROUND).max(1)..=(first + ENDS).min(last + AROUND);
    let tail = last.saturating_sub(ENDS).max(first)..=last + AROUND;
    head.chain(tail).filter(|line| *line <= lines).collect()
}

impl SourceFile {
    /// A file of the same path with these lines of it alone, counted from 1, which have the
    /// numbers that they had.
    #[must_use]
    pub fn excerpt(&self, lines: &BTreeSet<usize>) -> Arc<SourceFile> {
        let (mut written, mut line_starts) = (String::new(), Vec::new());
        let mut kept: Vec<KeptLines> = Vec::new();
        let mut before = None;
        for &line in lines {
            let Some((start, text)) = self.whole_line(line) else {
                continue;
            };
            if before.is_none_or(|before: usize| before + 1 != line) {
                kept.push(KeptLines {
                    line,
                    index: line_starts.len(),
                    written: start,
                    kept: written.len(),
                });
            }
            before = Some(line);
            line_starts.push(written.len());
            written.push_str(text);
        }
        written.shrink_to_fit();
        Arc::new(SourceFile {
            path: self.path.clone(),
            written,
            reading: None,
            line_starts,
            kept: Some(kept),
            counts: OnceLock::new(),
        })
    }

    /// A line with its line break, and where it begins in the file as it was read.
    fn whole_line(&self, line: usize) -> Option<(usize, &str)> {
        let index = self.index_of(line)?;
        let start = *self.line_starts.get(index)?;
        let end = self.line_starts.get(index + 1).copied();
        let text = self.written.get(start..end.unwrap_or(self.written.len()))?;
        Some((self.in_file(start), text))
    }

    /// Which of the lines that are kept has a number.
    pub(super) fn index_of(&self, line: usize) -> Option<usize> {
        let Some(kept) = &self.kept else {
            return line.checked_sub(1);
        };
        let part = kept
            .partition_point(|part| part.line <= line)
            .checked_sub(1)?;
        let first = kept.get(part)?;
        let index = first.index + (line - first.line);
        let end = kept
            .get(part + 1)
            .map_or(self.line_starts.len(), |next| next.index);
        (index < end).then_some(index)
    }

    /// The number of a line that is kept, given which of them it is.
    pub(super) fn number_of(&self, index: usize) -> usize {
        let kept = self.kept.iter().flatten();
        let part = kept.take_while(|part| part.index <= index).last();
        part.map_or(index + 1, |part| part.line + (index - part.index))
    }

    /// The byte in the file of a byte of what is kept.
    pub(super) fn in_file(&self, at: usize) -> usize {
        let kept = self.kept.iter().flatten();
        let part = kept.take_while(|part| part.kept <= at).last();
        part.map_or(at, |part| part.written + (at - part.kept))
    }

    /// The byte of what is kept for one in a line of the file that is.
    fn in_excerpt(&self, written: usize, line: usize) -> Option<usize> {
        let kept = self.kept.as_ref()?;
        let part = kept
            .partition_point(|part| part.line <= line)
            .checked_sub(1)?;
        let part = kept.get(part)?;
        Some(part.kept + written.checked_sub(part.written)?)
    }

    /// The number in the file of each line that is kept.
    pub fn line_numbers(&self) -> Vec<usize> {
        (0..self.line_starts.len())
            .map(|index| self.number_of(index))
            .collect()
    }

    /// The number of the last line.
    pub(super) fn last_line(&self) -> usize {
        self.number_of(self.line_starts.len().saturating_sub(1))
    }
}

/// An excerpt as it is written down, to be read again by another run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenExcerpt {
    path: String,
    written: String,
    line_starts: Vec<usize>,
    /// The fields of each part, in their order.
    kept: Vec<(usize, usize, usize, usize)>,
}

impl SourceFile {
    /// What is to be written down of an excerpt; nothing of a whole file.
    pub fn to_written(&self) -> Option<WrittenExcerpt> {
        let kept = self.kept.as_ref()?.iter();
        Some(WrittenExcerpt {
            path: self.path.clone(),
            written: self.written.clone(),
            line_starts: self.line_starts.clone(),
            kept: kept
                .map(|it| (it.line, it.index, it.written, it.kept))
                .collect(),
        })
    }

    /// The excerpt that was written down; none where its numbers cannot be those of one.
    pub fn from_written(excerpt: WrittenExcerpt) -> Option<Arc<SourceFile>> {
        let WrittenExcerpt {
            path,
            written,
            line_starts,
            kept,
        } = excerpt;
        let is_start = |at: &usize| written.is_char_boundary(*at);
        if !line_starts.iter().all(is_start) || !line_starts.is_sorted() {
            return None;
        }
        let kept = kept.into_iter();
        let kept = kept.map(|(line, index, written, kept)| KeptLines {
            line,
            index,
            written,
            kept,
        });
        Some(Arc::new(SourceFile {
            path,
            written,
            reading: None,
            line_starts,
            kept: Some(kept.collect()),
            counts: OnceLock::new(),
        }))
    }
}

impl Span {
    /// The same place in an excerpt of its file that has its lines ([`shown_lines`]).
    #[must_use]
    pub fn within(&self, excerpt: &Arc<SourceFile>) -> Span {
        let range = self.written_range();
        let start = excerpt.in_excerpt(range.start, self.start().line);
        let end = excerpt.in_excerpt(range.end, self.end().line);
        match (start, end) {
            (Some(start), Some(end)) => Span::new(excerpt, start..end),
            _ => self.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Arc<SourceFile> {
        let lines: Vec<String> = (1..=100)
            .map(|at| format!("line {at} e\u{301}té"))
            .collect();
        SourceFile::new("a.yaml", lines.join("\n"))
    }

    /// The place of some words.
    fn of(file: &Arc<SourceFile>, from: &str, to: &str) -> Span {
        let start = file.text().find(from).unwrap();
        let end = file.text().find(to).unwrap() + to.len();
        Span::new(file, start..end)
    }

    #[test]
    fn places_are_the_same_in_an_excerpt() {
        let file = sample();
        let spans = [
            of(&file, "line 3 ", "line 3 "),
            of(&file, "10 été", "10 été"),
            of(&file, "line 40", "line 80"),
            of(&file, "100 été", "100 été"),
        ];
        let lines: BTreeSet<usize> = spans.iter().flat_map(shown_lines).collect();
        let excerpt = file.excerpt(&lines);
        assert!(excerpt.written().len() * 2 < file.written().len());
        assert_eq!(excerpt.path(), file.path());
        for span in &spans {
            let same = span.within(&excerpt);
            assert_eq!(same.start(), span.start());
            assert_eq!(same.end(), span.end());
            assert_eq!(same.written_range(), span.written_range());
            assert!(Arc::ptr_eq(same.file(), &excerpt));
        }
        for span in [&spans[0], &spans[1], &spans[3]] {
            assert_eq!(span.within(&excerpt).written(), span.written());
        }
        for &line in &lines {
            assert_eq!(excerpt.line(line), file.line(line));
        }
        assert_eq!(excerpt.line(60), "");
    }

    #[test]
    fn an_excerpt_of_an_excerpt_is_one_of_the_file() {
        let file = sample();
        let span = of(&file, "line 50", "line 50");
        let lines: BTreeSet<usize> = (20..=70).collect();
        let first = file.excerpt(&lines);
        let span_there = span.within(&first);
        let second = first.excerpt(&shown_lines(&span_there).into_iter().collect());
        let found = span_there.within(&second);
        assert_eq!(found.start(), span.start());
        assert_eq!(found.written_range(), span.written_range());
        assert_eq!(found.written(), "line 50");
    }

    #[test]
    fn the_end_of_a_file_is_kept() {
        let file = SourceFile::new("a.yaml", "a: b\n");
        let span = Span::new(&file, 5..5);
        let excerpt = file.excerpt(&shown_lines(&span).into_iter().collect());
        assert_eq!(span.within(&excerpt).start(), span.start());
    }
}
