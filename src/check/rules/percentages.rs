//! Percentages.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    PERCENTAGE_MISMATCH = "P039", "percentage-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::Percentage) {
        out.extend(finding(
            comparison,
            difference,
            &PERCENTAGE_MISMATCH,
            "a percentage",
        ));
    }
}
