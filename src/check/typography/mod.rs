//! Typography that the mending leaves alone, because nobody can know what was
//! meant: each rule looks at built documents, one language at a time.

pub(super) mod characters;
pub(super) mod headings;
pub(super) mod lists;
pub(super) mod marks;
pub(super) mod words;

#[cfg(test)]
mod tests;

use super::place::Finder;
use crate::check::outline::parts::Outline;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::memo::Settings;
use crate::source::Span;

/// The codes of these rules.
pub(super) const CODES: &[&Code] = &[
    &characters::HYPHEN_AS_DASH,
    &characters::FOREIGN_QUOTES,
    &characters::SPACE_BEFORE_PUNCTUATION,
    &headings::HEADING_CASE,
    &headings::HEADING_PERIOD,
    &lists::LIST_ENDS,
    &marks::UNBALANCED_QUOTES,
    &marks::STRAIGHT_MARK,
    &words::ORDINAL_FORM,
    &words::MONTH_CASE,
    &words::MONEY_FORM,
    &words::VAGUE_LINK,
    &words::WEEKDAY_ORDER,
    &words::PADDED_TIME,
];

/// Runs all rules over a document.
pub(super) fn check(
    outline: &Outline<'_>,
    finder: Finder<'_>,
    settings: Option<&Settings>,
) -> Vec<Diagnostic> {
    let mut report = Report {
        lang: outline.document.lang,
        findings: Vec::new(),
    };
    for text in outline.texts() {
        let passage = &text.passage;
        // What is missing or faulty is not set yet.
        if passage.role == crate::check::passage::Role::Code || passage.gap {
            continue;
        }
        characters::check(passage, finder, &mut report);
        words::check(text, finder, &mut report);
        headings::check(passage, finder, &mut report);
    }
    lists::check(outline, finder, &mut report);
    marks::check(outline, finder, settings, &mut report);
    report.findings
}

/// The findings of a document.
pub(super) struct Report {
    lang: Lang,
    findings: Vec<Diagnostic>,
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
