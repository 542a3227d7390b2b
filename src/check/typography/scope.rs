//! What a rule of typography looks at, and what it reports to.

use crate::check::outline::parts::Outline;
use crate::check::place::Finder;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::memo::Settings;
use crate::source::Span;

/// What rules know.
pub(super) struct Scope<'a> {
    pub(super) outline: &'a Outline<'a>,
    pub(super) finder: Finder<'a>,
    pub(super) settings: Option<&'a Settings>,
}

/// The findings of a document.
pub(in crate::check) struct Report {
    pub(super) lang: Lang,
    pub(super) findings: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding.
    pub fn add(&mut self, code: &'static Code, span: Option<Span>, message: String, hint: String) {
        self.findings.push(
            Diagnostic::new(code, span, message)
                .lang(self.lang)
                .hint(hint),
        );
    }
}
