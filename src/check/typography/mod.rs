//! Typography that the mending leaves alone, because nobody can know what was
//! meant: each rule looks at built documents, one language at a time.

pub(super) mod characters;
pub(super) mod headings;
pub(super) mod lists;
pub(super) mod marks;
mod scope;
pub(super) mod words;

#[cfg(test)]
mod tests;

use super::place::Finder;
use crate::check::outline::ValuedText;
use crate::check::outline::parts::Outline;
use crate::check::passage::Role;
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::Settings;
use scope::{Report, Scope};

/// A rule.
pub(super) struct Rule {
    /// The codes of its findings.
    pub codes: &'static [&'static Code],
    check: Check,
}

/// What a rule looks at.
enum Check {
    /// One text after the other.
    Text(fn(&Scope<'_>, &ValuedText<'_>, &mut Report)),
    /// The whole document.
    Document(fn(&Scope<'_>, &mut Report)),
}

/// All rules. Those about texts come before those about the document.
pub(super) const RULES: &[Rule] = &[
    Rule {
        codes: &[
            &characters::HYPHEN_AS_DASH,
            &characters::FOREIGN_QUOTES,
            &characters::SPACE_BEFORE_PUNCTUATION,
        ],
        check: Check::Text(characters::check),
    },
    Rule {
        codes: &[
            &words::ORDINAL_FORM,
            &words::MONTH_CASE,
            &words::MONEY_FORM,
            &words::VAGUE_LINK,
            &words::WEEKDAY_ORDER,
            &words::PADDED_TIME,
        ],
        check: Check::Text(words::check),
    },
    Rule {
        codes: &[&headings::HEADING_CASE, &headings::HEADING_PERIOD],
        check: Check::Text(headings::check),
    },
    Rule {
        codes: &[&lists::LIST_ENDS],
        check: Check::Document(lists::check),
    },
    Rule {
        codes: &[&marks::UNBALANCED_QUOTES, &marks::STRAIGHT_MARK],
        check: Check::Document(marks::check),
    },
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
    let scope = Scope {
        outline,
        finder,
        settings,
    };
    for text in outline.texts() {
        // What is missing or faulty is not set yet.
        if text.passage.role == Role::Code || text.passage.gap {
            continue;
        }
        for rule in RULES {
            if let Check::Text(check) = rule.check {
                check(&scope, text, &mut report);
            }
        }
    }
    for rule in RULES {
        if let Check::Document(check) = rule.check {
            check(&scope, &mut report);
        }
    }
    report.findings
}
