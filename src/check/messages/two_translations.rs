//! One text that is translated in two ways.

use super::scope::{Pair, Scope};
use crate::check::messages::codes::TRANSLATED_IN_TWO_WAYS;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (pair, first) in Pair::twins(&scope.pairs(), Lang::En) {
        let message = format!(
            "the English of `{}` is that of `{}`, and the French is not",
            pair.en.name(),
            first.en.name()
        );
        out.push(
            pair.side(Lang::Fr)
                .finding(&TRANSLATED_IN_TWO_WAYS, pair.fr.span(), message)
                .label(first.fr.span(), "the French of the other")
                .label(pair.en.span(), "the English")
                .label(first.en.span(), "the English of the other")
                .hint("translate it in one way, or say in a comment why there are two"),
        );
    }
}
