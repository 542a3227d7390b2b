//! Telephone numbers.

use super::values::{finding, of_sort};
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Differences;
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    PHONE_MISMATCH = "P043", "phone-mismatch", Error;
}

/// Finds telephone numbers that differ.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::Phone) {
        out.extend(finding(
            comparison,
            difference,
            &PHONE_MISMATCH,
            "a telephone number",
        ));
    }
}
