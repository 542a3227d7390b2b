//! Numbers in digits, ranks and codes.

use super::scope::Scope;
use super::values::tell;
use crate::check::pairing::matching::Difference;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;

crate::diagnostic::codes! {
    NUMBER_MISMATCH = "P032", "number-mismatch", Error;
}

/// Finds numbers that differ. A rank that one language says in other words is a
/// warning: the 1st of the month is its beginning. So is a code that one language alone
/// has: it may be spelt out, as an H2A page is one on how to apply.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let is_sure = |difference: &Difference<'_, '_>| !may_be_words(difference);
    tell(scope, ValueSort::Number, &NUMBER_MISMATCH, is_sure, out);
}

fn may_be_words(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(one), None) | (None, Some(one)) => {
            matches!(one.said.kind.value, Value::Ordinal { .. } | Value::Code(_))
        }
        _ => false,
    }
}
