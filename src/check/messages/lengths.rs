//! Texts that are much longer or shorter than their translations.

use super::scope::Scope;
use crate::check::messages::codes::MESSAGE_LENGTH_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use std::ops::RangeInclusive;

/// Characters from which on a length says something.
const LONG: usize = 80;

/// The bounds of French characters for a hundred English ones: from the house style,
/// which measured 94 to 142 in forty pairs of real texts.
const BOUNDS: RangeInclusive<usize> = 70..=190;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let count = |text: &str| text.trim().chars().count();
        let (en, fr) = (count(&en.text), count(&fr.text));
        if en.max(fr) < LONG || en == 0 || fr == 0 || BOUNDS.contains(&(fr * 100 / en)) {
            continue;
        }
        let long = if fr > en { "longer" } else { "shorter" };
        let message = format!(
            "the French of `{}` is much {long} than the English: {fr} characters for {en}",
            pair.en.name()
        );
        out.push(
            pair.finding(&MESSAGE_LENGTH_MISMATCH, Lang::Fr, message)
                .hint("is a sentence missing in one of them?"),
        );
    }
}
