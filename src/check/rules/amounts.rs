//! Amounts of money.

use super::scope::Scope;
use super::values::tell;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    AMOUNT_MISMATCH = "P038", "amount-mismatch", Error;
}

/// Finds values of this kind that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    tell(scope, ValueSort::Amount, &AMOUNT_MISMATCH, out);
}
