//! Words that oblige or allow.

use super::scope::Scope;
use crate::check::modality::compare_stance;
use crate::diagnostic::Diagnostic;
use crate::language::lexicon::Stance;

crate::diagnostic::codes! {
    MODALITY_MISMATCH = "P081", "modality-mismatch", Warning opt_in;
}

/// Finds texts that oblige or allow where their translations do not seem to.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, foreign) = (scope.comparison, scope.foreign());
    for (stance, what) in [
        (Stance::Obligation, "an obligation"),
        (Stance::Permission, "a permission"),
    ] {
        compare_stance(comparison, foreign, stance, (&MODALITY_MISMATCH, what), out);
    }
}
