//! Percentages.

use super::scope::Scope;
use super::values::tell;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    PERCENTAGE_MISMATCH = "P039", "percentage-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    tell(scope, ValueSort::Percentage, &PERCENTAGE_MISMATCH, out);
}
