//! Numbers in digits, ranks and codes.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::pairing::matching::Difference;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;

crate::diagnostic::codes! {
    NUMBER_MISMATCH = "P032", "number-mismatch", Error;
}

/// Finds numbers that differ. A rank that one language says in other words is a
/// warning: the 1st of the month is its beginning. So is a code that one language alone
/// has: it may be spelt out, as an H2A page is one on how to apply.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::Number) {
        let finding = finding(comparison, difference, &NUMBER_MISMATCH);
        out.extend(finding.map(|finding| finding.unless_sure(!may_be_words(difference))));
    }
}

fn may_be_words(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(one), None) | (None, Some(one)) => {
            matches!(one.said.kind.value, Value::Ordinal { .. } | Value::Code(_))
        }
        _ => false,
    }
}
