//! Telephone numbers.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    PHONE_MISMATCH = "P043", "phone-mismatch", Error;
}

/// Finds telephone numbers that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::Phone) {
        out.extend(finding(
            comparison,
            difference,
            &PHONE_MISMATCH,
            "a telephone number",
        ));
    }
}
