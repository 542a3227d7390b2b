//! Number words, ranks in words and fractions.

use super::values::{finding, of_sort};
use crate::check::compare::Comparison;
use crate::check::matching::{Difference, Differences};
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::NUMBER_WORD_MISMATCH;
use crate::locale::read::Value;
use crate::memo::fact::Decimal;

/// Finds number words that stand for each other and differ, and those from three on
/// that one language lacks. Smaller ones alone say nothing: "a" is "one", "the
/// latter" is "les deux derniers"; and "neuf" alone is "new".
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::NumberWord) {
        if says_something(difference) {
            let what = "a number";
            out.extend(finding(comparison, difference, &NUMBER_WORD_MISMATCH, what));
        }
    }
}

fn says_something(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => {
            std::mem::discriminant(&en.said.kind.0) == std::mem::discriminant(&fr.said.kind.0)
        }
        (Some(one), None) | (None, Some(one)) => match &one.said.kind.0 {
            Value::Number { value, .. } => *value >= Decimal::from(3) && *value != Decimal::from(9),
            _ => false,
        },
        (None, None) => false,
    }
}
