//! A formatted text as it grows.

use super::formatted::{Formatted, FormattedSegment, PrintedValue, Source, token};
use crate::limits::{Limit, current};
use std::ops::Range;

/// Where something that is printed was written.
#[derive(Clone)]
pub(super) struct PrintOrigin {
    pub source: Source,
    pub outer: Option<Range<usize>>,
}

/// A formatted text as it grows.
#[derive(Default)]
pub(super) struct Output {
    formatted: Formatted,
}

impl Output {
    /// Adds the author's text.
    pub fn text(&mut self, text: &str, origin: PrintOrigin, verbatim: bool) {
        let start = self.formatted.text.len();
        self.formatted.text.push_str(text);
        self.segment(start, origin, verbatim);
    }

    /// Adds a token for a value; false where there are no more tokens.
    #[must_use]
    pub fn value(&mut self, value: PrintedValue, origin: PrintOrigin) -> bool {
        let Some(token) = token(self.formatted.values.len()) else {
            return false;
        };
        let start = self.formatted.text.len();
        self.formatted.text.push(token);
        self.formatted.values.push(value);
        self.segment(start, origin, false);
        true
    }

    fn segment(&mut self, start: usize, origin: PrintOrigin, verbatim: bool) {
        let range = start..self.formatted.text.len();
        if range.is_empty() {
            return;
        }
        if let Some(last) = self.formatted.segments.last_mut()
            && verbatim
            && last.verbatim
            && let (Source::Text(before), Source::Text(after)) = (&mut last.source, &origin.source)
            && before.end == after.start
        {
            before.end = after.end;
            last.range.end = range.end;
            if let (Some(outer), Some(after)) = (&mut last.outer, &origin.outer) {
                outer.end = after.end;
            }
            return;
        }
        self.formatted.segments.push(FormattedSegment {
            range,
            source: origin.source,
            outer: origin.outer,
            verbatim,
        });
    }

    /// What was written so far.
    pub fn written(&self) -> &str {
        &self.formatted.text
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.formatted.text.len()
    }

    /// Whether it has grown beyond what a file may have.
    pub fn is_full(&self) -> bool {
        self.formatted.text.len() as u64 > current(Limit::FileBytes)
    }

    /// The text.
    pub fn finish(self) -> Formatted {
        self.formatted
    }
}
