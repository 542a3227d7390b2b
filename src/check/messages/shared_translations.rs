//! Two texts that have one translation.

use super::scope::{Pair, Part, Scope};
use super::words::words;
use crate::check::messages::codes::SHARED_TRANSLATION;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{is_function_word, stem};
use std::collections::BTreeSet;

/// Words from which on two texts have no one translation by chance.
const LONG: usize = 3;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (pair, first) in Pair::twins(&scope.pairs(), Lang::Fr) {
        // "Close" and "Dismiss" are « Fermer », and "Download" is "Download now"; a
        // longer text that stands twice was copied.
        let length = pair.fr.texts().map(|text| words(text).len()).max();
        if length < Some(LONG) || share_a_word(pair.en, first.en) {
            continue;
        }
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

fn share_a_word(part: &Part<'_>, other: &Part<'_>) -> bool {
    let stems = |part: &Part<'_>| -> BTreeSet<String> {
        let words = part.texts().flat_map(words);
        words
            .filter(|word| !is_function_word(&word.folded))
            .map(|word| stem(&word.folded).to_owned())
            .collect()
    };
    !stems(part).is_disjoint(&stems(other))
}
