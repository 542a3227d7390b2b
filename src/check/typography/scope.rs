//! What a rule of typography looks at, and what it reports to.

use crate::check::outline::parts::Outline;
use crate::check::passage::ReadPassage;
use crate::check::place::Finder;
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;
use crate::memo::Settings;
use crate::source::Span;
use std::ops::Range;

/// What rules know.
pub(in crate::check) struct Scope<'a> {
    pub(super) outline: &'a Outline<'a>,
    pub(super) settings: Option<&'a Settings>,
}

/// The findings of a document.
pub(in crate::check) struct Report<'p> {
    pub(super) lang: Lang,
    pub(super) finder: Finder<'p>,
    pub(super) findings: Vec<Diagnostic>,
}

impl Report<'_> {
    /// Adds a finding.
    pub fn add(&mut self, span: Option<Span>, wording: Wording) {
        self.findings
            .push(Diagnostic::told(span, wording).lang(self.lang));
    }

    /// Adds a finding at some bytes of a passage.
    pub fn at(&mut self, passage: &ReadPassage<'_>, range: &Range<usize>, wording: Wording) {
        self.add(self.finder.of_range(passage, range), wording);
    }
}
