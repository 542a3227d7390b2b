//! Words that oblige or allow.

use super::untranslated::Foreign;
use crate::check::modality::compare_stance;
use crate::check::pairing::Comparison;
use crate::diagnostic::Diagnostic;
use crate::language::lexicon::Stance;

crate::diagnostic::codes! {
    MODALITY_MISMATCH = "P081", "modality-mismatch", Warning opt_in;
}

/// Finds texts that oblige or allow where their translations do not seem to.
pub(super) fn check(comparison: &Comparison<'_, '_>, foreign: &Foreign, out: &mut Vec<Diagnostic>) {
    for (stance, what) in [
        (Stance::Obligation, "an obligation"),
        (Stance::Permission, "a permission"),
    ] {
        compare_stance(comparison, foreign, stance, (&MODALITY_MISMATCH, what), out);
    }
}
