//! Number words, ranks in words and fractions.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::licences::SMALL_NUMBER;
use crate::check::pairing::matching::Difference;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;
use crate::memo::fact::Decimal;

crate::diagnostic::codes! {
    NUMBER_WORD_MISMATCH = "P033", "number-word-mismatch", Warning;
}

/// Finds number words that stand for each other and differ, and those from three on
/// that one language lacks. Smaller ones alone say nothing: "a" is "one", "the
/// latter" is "les deux derniers"; and "neuf" alone is "new".
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let differences = of_sort(scope.differences(), ValueSort::NumberWord);
    for difference in differences.filter(|difference| says_something(difference)) {
        out.extend(finding(scope.comparison, difference, &NUMBER_WORD_MISMATCH));
    }
}

fn says_something(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => {
            std::mem::discriminant(&en.said.kind.value)
                == std::mem::discriminant(&fr.said.kind.value)
        }
        (Some(one), None) | (None, Some(one)) => match &one.said.kind.value {
            Value::Number { value, .. } => {
                let small = *value < Decimal::from(3) || *value == Decimal::from(9);
                !(small && SMALL_NUMBER.allows())
            }
            _ => false,
        },
        (None, None) => false,
    }
}
