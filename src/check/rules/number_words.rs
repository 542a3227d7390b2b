//! Number words, ranks in words and fractions.

use super::values::{finding, of_sort};
use crate::check::compare::Comparison;
use crate::check::matching::{Difference, Differences};
use crate::check::values::{Sort, magnitude};
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
        if says_something(difference) && !is_said_near(comparison, difference) {
            let what = "a number";
            out.extend(finding(comparison, difference, &NUMBER_WORD_MISMATCH, what));
        }
    }
}

fn says_something(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => {
            std::mem::discriminant(&en.said.kind.value)
                == std::mem::discriminant(&fr.said.kind.value)
        }
        (Some(one), None) | (None, Some(one)) => match &one.said.kind.value {
            Value::Number { value, .. } => *value >= Decimal::from(3) && *value != Decimal::from(9),
            _ => false,
        },
        (None, None) => false,
    }
}

/// Whether the other language says the number in another text of the section, which a
/// translator may repeat. Small numbers stand there by chance.
fn is_said_near(comparison: &Comparison<'_, '_>, difference: &Difference<'_, '_>) -> bool {
    let ((None, Some(one)) | (Some(one), None)) = (difference.en, difference.fr) else {
        return false;
    };
    let section = |at: usize| comparison.pairs.get(at).map_or(0, |pair| pair.section);
    let here = section(difference.pair);
    let other = one.text.leaf.lang.other();
    let large = magnitude(&one.said.kind).is_some_and(|value| value > Decimal::from(12));
    here != 0
        && large
        && comparison
            .pairs
            .iter()
            .filter(|pair| pair.section == here)
            .flat_map(|pair| pair.side(other))
            .flat_map(|text| text.values.iter())
            .any(|said| said.kind.equals(&one.said.kind))
}
