//! Typography that the mending leaves alone, because nobody can know what was
//! meant: each rule looks at built documents, one language at a time.

pub(super) mod articles;
pub(super) mod capitals;
pub(super) mod characters;
pub(super) mod headings;
pub(super) mod joints;
pub(super) mod lists;
pub(super) mod marks;
mod meeting;
mod scope;
pub(super) mod words;

#[cfg(test)]
mod tests;

use super::place::Finder;
use super::rule::Rule;
use crate::check::outline::ValuedText;
use crate::check::outline::parts::Outline;
use crate::check::passage::Role;
use crate::diagnostic::Diagnostic;
use crate::memo::{Memo, Settings};
use scope::{Report, Scope};

/// What a rule looks at.
pub(super) enum Check {
    /// One text after the other.
    Text(fn(&ValuedText<'_>, &mut Report<'_>)),
    /// The whole document.
    Document(fn(&Scope<'_>, &mut Report<'_>)),
}

/// All rules. Those about texts come before those about the document.
pub(super) static RULES: &[Rule<Check>] = &[
    Rule::new(characters::ALL, Check::Text(characters::check)),
    Rule::new(words::ALL, Check::Text(words::check)),
    Rule::new(
        &[
            &joints::MISSING_ELISION,
            &joints::MISSING_CONTRACTION,
            &joints::DOUBLED_PREPOSITION,
            &articles::MISSING_ARTICLE,
            &articles::MILLION_WITHOUT_DE,
        ],
        Check::Text(joints::check),
    ),
    Rule::new(capitals::ALL, Check::Text(capitals::check)),
    Rule::new(headings::ALL, Check::Text(headings::check)),
    Rule::new(lists::ALL, Check::Document(lists::check)),
    Rule::new(marks::ALL, Check::Document(marks::check)),
];

/// Runs all rules over a document.
pub(super) fn check(
    outline: &Outline<'_>,
    finder: Finder<'_>,
    settings: Option<&Settings>,
    memo: Option<&Memo>,
) -> Vec<Diagnostic> {
    let mut report = Report {
        lang: outline.document.lang,
        finder,
        findings: Vec::new(),
        facts: [
            memo.map_or(&[], |memo| memo.facts.as_slice()),
            settings.map_or(&[], |settings| settings.facts.as_slice()),
        ],
    };
    let scope = Scope { outline, settings };
    for text in outline.texts() {
        // What is missing or faulty is not set yet.
        if text.passage.role == Role::Code || text.passage.gap {
            continue;
        }
        for rule in RULES {
            if let Check::Text(check) = rule.check {
                check(text, &mut report);
            }
        }
    }
    for passage in marks::letterhead(outline.document) {
        joints::check_passage(&passage, &mut report);
        capitals::check_passage(&passage, &mut report);
    }
    for rule in RULES {
        if let Check::Document(check) = rule.check {
            check(&scope, &mut report);
        }
    }
    report.findings
}
