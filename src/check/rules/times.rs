//! Times of day.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    TIME_MISMATCH = "P037", "time-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::Time) {
        out.extend(finding(comparison, difference, &TIME_MISMATCH, "a time"));
    }
}
