//! Telephone numbers.

use super::scope::Scope;
use super::values::tell;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    PHONE_MISMATCH = "P043", "phone-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    tell(scope, ValueSort::Phone, &PHONE_MISMATCH, out);
}
