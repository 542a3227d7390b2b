//! Numbers in digits, ranks and codes.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::pairing::matching::Difference;
use crate::check::values::ValueSort;
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::read::Value;

crate::diagnostic::codes! {
    NUMBER_MISMATCH = "P032", "number-mismatch", Error;
}

/// Finds numbers that differ. A rank that one language says in other words is a
/// warning: the 1st of the month is its beginning.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::Number) {
        if let Some(mut finding) = finding(comparison, difference, &NUMBER_MISMATCH, "a number") {
            if is_lone_rank(difference) {
                finding.severity = finding.severity.min(Severity::Warning);
            }
            out.push(finding);
        }
    }
}

fn is_lone_rank(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(one), None) | (None, Some(one)) => {
            matches!(one.said.kind.value, Value::Ordinal { .. })
        }
        _ => false,
    }
}
