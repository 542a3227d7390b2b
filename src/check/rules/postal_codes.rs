//! Postal codes.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    POSTAL_CODE_MISMATCH = "P044", "postal-code-mismatch", Error;
}

/// Finds postal codes that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::PostalCode) {
        out.extend(finding(
            comparison,
            difference,
            &POSTAL_CODE_MISMATCH,
            "a postal code",
        ));
    }
}
