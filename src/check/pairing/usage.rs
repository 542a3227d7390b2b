//! A value where it is said.

use crate::check::outline::ValuedText;
use crate::check::pairing::TextMark;
use crate::check::values::Said;

/// A value with the text that says it.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Use<'n, 'd> {
    /// The text.
    pub text: &'n ValuedText<'d>,
    /// The value.
    pub said: &'n Said,
}

impl<'n, 'd> Use<'n, 'd> {
    /// Where it stands.
    pub fn mark(&self) -> TextMark<'n, 'd> {
        TextMark::part(self.text, &self.said.range)
    }

    /// The value as it is written.
    pub fn written(&self) -> &str {
        self.text.passage.slice(&self.said.range).trim()
    }
}
