//! What stands in a table of rules.

use crate::diagnostic::Code;

/// A rule: what its findings are called, and the function that looks.
pub(super) struct Rule<F: 'static> {
    /// The codes of its findings.
    pub codes: &'static [&'static Code],
    /// Looks at what rules of its table look at.
    pub check: F,
}

impl<F> Rule<F> {
    /// A row of a table.
    pub const fn new(codes: &'static [&'static Code], check: F) -> Rule<F> {
        Rule { codes, check }
    }
}
