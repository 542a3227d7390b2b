//! Two texts that have one translation.

use super::scope::{Pair, Part, Scope};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::SHARED_TRANSLATION;
use crate::lang::Lang;
use std::collections::BTreeMap;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let pairs = scope.pairs();
    let mut seen: BTreeMap<Vec<String>, &Pair<'_, '_>> = BTreeMap::new();
    for pair in &pairs {
        // What has no words says nothing by itself.
        let wordless = |part: &Part<'_>| {
            part.readings
                .iter()
                .all(|reading| !reading.text.chars().any(char::is_alphabetic))
        };
        if pair.en.entry.is_term || wordless(pair.en) || wordless(pair.fr) {
            continue;
        }
        let Some(first) = seen.get(&shapes(pair.fr)) else {
            seen.insert(shapes(pair.fr), pair);
            continue;
        };
        if shapes(pair.en) != shapes(first.en) {
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
}

/// What a text can print; the same for texts that always print the same.
fn shapes(part: &Part<'_>) -> Vec<String> {
    part.readings
        .iter()
        .map(|reading| reading.shape())
        .collect()
}
