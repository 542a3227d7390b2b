//! A value where it is said.

use crate::check::outline::ValuedText;
use crate::check::values::Said;

/// A value with the text that says it.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Use<'n, 'd> {
    /// The text.
    pub text: &'n ValuedText<'d>,
    /// The value.
    pub said: &'n Said,
}

impl Use<'_, '_> {
    /// The value as it is written.
    pub fn written(&self) -> &str {
        self.text.passage.slice(&self.said.range).trim()
    }
}
