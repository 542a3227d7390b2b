//! Times of day.

use super::scope::Scope;
use super::values::tell;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    TIME_MISMATCH = "P037", "time-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    tell(scope, ValueSort::Time, &TIME_MISMATCH, out);
}
