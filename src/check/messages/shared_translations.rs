//! Two texts that have one translation.

use super::scope::{Pair, Scope};
use crate::check::messages::codes::SHARED_TRANSLATION;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (pair, first) in Pair::twins(&scope.pairs(), Lang::Fr) {
        let message = format!(
            "the French of `{}` is that of `{}`, and the English is not",
            pair.en.name(),
            first.en.name()
        );
        out.push(
            pair.side(Lang::Fr)
                .finding(&SHARED_TRANSLATION, pair.fr.span(), message)
                .label(first.fr.span(), "the French of the other")
                .label(pair.en.span(), "the English")
                .label(first.en.span(), "the English of the other")
                .hint("is one of them translated wrongly?"),
        );
    }
}
