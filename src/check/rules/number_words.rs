//! Number words, ranks in words and fractions.

use super::values::{finding, of_sort};
use crate::check::compare::Comparison;
use crate::check::matching::Differences;
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::NUMBER_WORD_MISMATCH;

/// Finds number words that stand for each other and differ. One that has no
/// counterpart says nothing: "both" is "les deux", "a" is "one".
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::NumberWord) {
        let (Some(en), Some(fr)) = (difference.en, difference.fr) else {
            continue;
        };
        let alike =
            std::mem::discriminant(&en.said.kind.0) == std::mem::discriminant(&fr.said.kind.0);
        if alike {
            out.extend(finding(
                comparison,
                difference,
                &NUMBER_WORD_MISMATCH,
                "a number",
            ));
        }
    }
}
