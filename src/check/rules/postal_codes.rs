//! Postal codes.

use super::scope::Scope;
use super::values::tell;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    POSTAL_CODE_MISMATCH = "P044", "postal-code-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    tell(scope, ValueSort::PostalCode, &POSTAL_CODE_MISMATCH, out);
}
