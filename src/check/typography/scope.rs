//! What a rule of typography looks at, and what it reports to.

use crate::check::outline::parts::Outline;
use crate::check::passage::ReadPassage;
use crate::check::place::Finder;
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;
use crate::memo::fact::NamedFact;
use crate::memo::{Fact, Settings};
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
    /// The facts of the memo and of the workspace.
    pub(super) facts: [&'p [NamedFact]; 2],
}

impl Report<'_> {
    /// Whether a fact is an organization of the directory.
    pub fn is_organization(&self, fact: &str) -> bool {
        let mut facts = self.facts.iter().copied().flatten();
        let of_name = facts.find(|it| it.name == fact);
        of_name.is_some_and(|it| matches!(it.value, Fact::Organization(_)))
    }

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
