//! Texts that are much longer or shorter than their translations.

use super::scope::Scope;
use crate::check::outline::ValuedText;
use crate::check::passage::Role;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

crate::diagnostic::codes! {
    LENGTH_MISMATCH = "P064", "length-mismatch", Warning;
}

/// Characters from which on a length says something.
const LONG: usize = 80;

/// The bounds of French characters for a hundred English ones: from the house
/// style, §2, which measured 94 to 142 in forty pairs of real texts.
const BOUNDS: std::ops::RangeInclusive<usize> = 70..=190;

/// Characters that a short text may be longer or shorter beyond the bounds: both
/// genders of a word, a preposition.
const SLACK: usize = 30;

/// Whether the lengths can be those of one text in both languages.
fn fits(en: usize, fr: usize) -> bool {
    let (least, most) = (BOUNDS.start() * en / 100, BOUNDS.end() * en / 100);
    en.max(fr) < LONG || (least.saturating_sub(SLACK)..=most + SLACK).contains(&fr)
}

/// Finds lengths that do not fit.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for (_, pair) in scope.own_pairs() {
        let length = |lang| {
            pair.side(lang)
                .iter()
                .map(|text: &&ValuedText<'_>| text.passage.text.trim().chars().count())
                .sum::<usize>()
        };
        let (en, fr) = (length(Lang::En), length(Lang::Fr));
        let Some([left, right]) = pair.wholes() else {
            continue;
        };
        // Salutations and closings are formulas of each language's own.
        if left.text.passage.role == Role::Formula || en == 0 || fr == 0 || fits(en, fr) {
            continue;
        }
        let than = if fr > en { "longer" } else { "shorter" };
        let wording = LENGTH_MISMATCH.say("length", given!(than, en, fr));
        out.push(comparison.finding(wording, &left, &right));
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn short_texts_differ_by_more_than_long_ones() {
        assert!(fits(29, 82));
        assert!(fits(47, 91));
        assert!(fits(100, 60));
        assert!(!fits(47, 140));
        assert!(!fits(400, 800));
        assert!(!fits(400, 200));
    }
}
