//! Times of day.

use super::values::{finding, of_sort};
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Differences;
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    TIME_MISMATCH = "P037", "time-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::Time) {
        out.extend(finding(comparison, difference, &TIME_MISMATCH, "a time"));
    }
}
