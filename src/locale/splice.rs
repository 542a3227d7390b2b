//! Words of the program put into a formatted text.

use super::formatted::{Formatted, FormattedSegment, Source};
use crate::source::Span;
use std::ops::Range;

impl Formatted {
    /// Puts words in the place of some bytes of the text. They come from where those came
    /// from as a whole.
    pub(super) fn splice(&mut self, range: Range<usize>, words: &str) {
        let start = self.cut(range.start);
        let end = self.cut(range.end);
        let replaced: Vec<FormattedSegment> = self.segments.drain(start..end).collect();
        let grown = |at: usize| at - range.len() + words.len();
        for segment in self.segments.iter_mut().skip(start) {
            segment.range = grown(segment.range.start)..grown(segment.range.end);
        }
        if let Some(first) = replaced.into_iter().next()
            && !words.is_empty()
        {
            let segment = FormattedSegment {
                range: range.start..range.start + words.len(),
                verbatim: false,
                ..first
            };
            self.segments.insert(start, segment);
        }
        self.text.replace_range(range, words);
    }

    /// Puts words in at a byte of the text, as printed by what stands at another.
    pub(super) fn put_in(&mut self, at: usize, words: &str, like: usize) {
        let holds = |segment: &&FormattedSegment| segment.range.contains(&like);
        let Some(of_value) = self.segments.iter().find(holds).cloned() else {
            return;
        };
        let index = self.cut(at);
        for segment in self.segments.iter_mut().skip(index) {
            segment.range.start += words.len();
            segment.range.end += words.len();
        }
        let inserted = FormattedSegment {
            range: at..at + words.len(),
            verbatim: false,
            ..of_value
        };
        self.segments.insert(index, inserted);
        self.text.insert_str(at, words);
    }

    /// Makes a segment begin at a byte of the text; gives its number.
    fn cut(&mut self, at: usize) -> usize {
        let index = self
            .segments
            .partition_point(|segment| segment.range.end <= at);
        match self.segments.get_mut(index) {
            Some(segment) if segment.range.start < at => {
                let rest = split(segment, at);
                self.segments.insert(index + 1, rest);
                index + 1
            }
            _ => index,
        }
    }
}

/// Cuts a segment at a byte of the text; gives what comes behind it.
fn split(segment: &mut FormattedSegment, at: usize) -> FormattedSegment {
    let mut rest = segment.clone();
    let length = at - segment.range.start;
    segment.range.end = at;
    rest.range.start = at;
    if !segment.verbatim {
        return rest;
    }
    let cut = |range: &Range<usize>| (range.start + length).min(range.end);
    match (&mut segment.source, &mut rest.source) {
        (Source::Text(before), Source::Text(after)) => {
            if segment.outer.as_ref() == Some(before) {
                segment.outer = Some(before.start..cut(before));
                rest.outer = Some(cut(after)..after.end);
            }
            let middle = cut(before);
            (before.end, after.start) = (middle, middle);
        }
        (Source::Locale(before), Source::Locale(after)) => {
            let (file, range) = (before.file().clone(), before.range());
            *after = Span::new(&file, cut(&range)..range.end);
            *before = Span::new(&file, range.start..cut(&range));
        }
        _ => {}
    }
    rest
}
