//! Texts that are much longer or shorter than their translations.

use super::untranslated::Foreign;
use crate::check::compare::{Comparison, Mark};
use crate::check::outline::Text;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::LENGTH_MISMATCH;
use crate::lang::Lang;

/// Characters from which on a length says something.
const LONG: usize = 80;

/// The bounds of French characters for a hundred English ones: from the house
/// style, §2, which measured 94 to 142 in forty pairs of real texts.
const BOUNDS: std::ops::RangeInclusive<usize> = 70..=190;

/// Finds lengths that do not fit.
pub(super) fn check(comparison: &Comparison<'_, '_>, foreign: &Foreign, out: &mut Vec<Diagnostic>) {
    for (at, pair) in comparison.pairs.iter().enumerate() {
        if foreign.contains(&at) {
            continue;
        }
        let length = |lang| {
            pair.side(lang)
                .iter()
                .map(|text: &&Text<'_>| text.leaf.text.trim().chars().count())
                .sum::<usize>()
        };
        let (en, fr) = (length(Lang::En), length(Lang::Fr));
        let (Some(left), Some(right)) = (pair.first(Lang::En), pair.first(Lang::Fr)) else {
            continue;
        };
        if en.max(fr) < LONG || en == 0 || fr == 0 || BOUNDS.contains(&(fr * 100 / en)) {
            continue;
        }
        let long = if fr > en { "longer" } else { "shorter" };
        out.push(
            comparison
                .finding(
                    &LENGTH_MISMATCH,
                    &Mark::whole(left),
                    &Mark::whole(right),
                    format!("the French is much {long} than the English: {fr} characters for {en}"),
                    (
                        format!("{en} characters in English"),
                        format!("{fr} characters in French"),
                    ),
                )
                .hint("is a sentence missing in one of them?"),
        );
    }
}
