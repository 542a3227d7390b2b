//! What cannot be right in one language alone, whatever the other says: a day of the
//! week that is another, a number that is a name, a telephone number that is too short.

mod numbers;
mod telephones;
mod weekdays;

use super::leaf::Role;
use super::outline_parts::Outline;
use super::place::Finder;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::{DATE_MISMATCH, WRONG_WEEKDAY};
use crate::memo::Memo;
use crate::memo::fact::Date;

/// Whether a difference of dates is that of a day of the week which is wrong in one
/// language.
pub(super) fn explains(own: &[Diagnostic], difference: &Diagnostic) -> bool {
    let labels = difference.labels.iter().map(|label| &label.span);
    let mut places = difference.span.iter().chain(labels);
    difference.code == &DATE_MISMATCH
        && places.any(|place| {
            let wrong = own.iter().filter(|finding| finding.code == &WRONG_WEEKDAY);
            wrong
                .filter_map(|finding| finding.span.as_ref())
                .any(|span| span == place)
        })
}

/// Runs all rules over a document; `memo` tells its date.
pub(super) fn check(
    outline: &Outline<'_>,
    memo: Option<&Memo>,
    finder: Finder<'_>,
) -> Vec<Diagnostic> {
    let written = memo.map(|memo| memo.date.value).or_else(|| {
        // A document made by hand has its date as text.
        Date::from_iso(&outline.document.date)
    });
    let mut findings = Vec::new();
    for text in outline.texts() {
        if text.leaf.role == Role::Code || text.leaf.gap {
            continue;
        }
        weekdays::check(text, written, finder, &mut findings);
        numbers::check(&text.leaf, finder, &mut findings);
        telephones::check(&text.leaf, finder, &mut findings);
    }
    findings
}
