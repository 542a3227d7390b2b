//! Words that deny.

use super::scope::Scope;
use crate::check::modality::compare_stance;
use crate::diagnostic::Diagnostic;
use crate::language::lexicon::Stance;

crate::diagnostic::codes! {
    NEGATION_MISMATCH = "P080", "negation-mismatch", Warning opt_in;
}

/// Finds texts that deny where their translations do not seem to.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, foreign) = (scope.comparison, scope.foreign());
    let rule = (&NEGATION_MISMATCH, "a negation");
    compare_stance(comparison, foreign, Stance::Negation, rule, out);
}
