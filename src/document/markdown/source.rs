//! What is parsed.

use super::super::Origin;
use crate::language::typography::Mender;
use crate::locale::{Formatted, PrintedValue, token_index};
use std::ops::Range;

/// Markdown with tokens, and what it takes to understand it.
#[derive(Clone, Copy)]
pub struct Markdown<'a> {
    /// The Markdown and the values of its tokens.
    pub formatted: &'a Formatted,
    /// Where bytes of it were written.
    pub origin: &'a dyn Fn(Range<usize>) -> Origin,
    /// What mends the typography; nothing where the text stays as it is.
    pub mender: Option<&'a Mender>,
}

impl Markdown<'_> {
    pub(super) fn value(&self, token: char) -> Option<&PrintedValue> {
        self.formatted.values.get(token_index(token)?)
    }

    /// What the value of a token prints where there is no Markdown: one line.
    pub(super) fn line(value: &PrintedValue) -> String {
        value.to_plain().replace(['\n', '\r'], " ")
    }

    /// A text with its tokens replaced.
    pub(super) fn fill(&self, text: &str) -> String {
        text.chars()
            .fold(String::with_capacity(text.len()), |mut filled, c| {
                match self.value(c) {
                    Some(value) => filled.push_str(&Markdown::line(value)),
                    None => filled.push(c),
                }
                filled
            })
    }
}
