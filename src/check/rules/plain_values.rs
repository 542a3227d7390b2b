//! Values that are compared as they stand: times, amounts of money, percentages, telephone
//! numbers, postal codes.

use super::scope::Scope;
use super::values::tell;
use crate::check::values::ValueSort;
use crate::diagnostic::{Code, Diagnostic};

crate::diagnostic::codes! {
    TIME_MISMATCH = "P037", "time-mismatch", Error;
    AMOUNT_MISMATCH = "P038", "amount-mismatch", Error;
    PERCENTAGE_MISMATCH = "P039", "percentage-mismatch", Error;
    PHONE_MISMATCH = "P043", "phone-mismatch", Error;
    POSTAL_CODE_MISMATCH = "P044", "postal-code-mismatch", Error;
}

const SORTS: [(ValueSort, &Code); 5] = [
    (ValueSort::Time, &TIME_MISMATCH),
    (ValueSort::Amount, &AMOUNT_MISMATCH),
    (ValueSort::Percentage, &PERCENTAGE_MISMATCH),
    (ValueSort::Phone, &PHONE_MISMATCH),
    (ValueSort::PostalCode, &POSTAL_CODE_MISMATCH),
];

/// Finds values of these sorts that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (sort, code) in SORTS {
        tell(scope, sort, code, |_| true, out);
    }
}
