//! Percentages.

use super::values::{finding, of_sort};
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Differences;
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    PERCENTAGE_MISMATCH = "P039", "percentage-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::Percentage) {
        out.extend(finding(
            comparison,
            difference,
            &PERCENTAGE_MISMATCH,
            "a percentage",
        ));
    }
}
