//! Variables that one language prints and the other does not, in one variant or in
//! all. A variable that chooses between variants counts as used in all of them.

use super::scope::{Pair, Part, Scope};
use crate::check::messages::codes::VARIABLE_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::Outcome;
use std::collections::BTreeSet;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    // The forms of a term are each language's own.
    for pair in scope
        .pairs()
        .into_iter()
        .filter(|pair| !pair.en.entry.is_term)
    {
        for lang in Lang::ALL {
            check_side(&pair, lang, out);
        }
    }
}

fn choosing<'a>(part: &Part<'a>) -> BTreeSet<&'a str> {
    part.selectors
        .iter()
        .flat_map(|selector| selector.variables())
        .collect()
}

/// What the other language prints and this one does not.
fn check_side(pair: &Pair<'_, '_>, lang: Lang, out: &mut Vec<Diagnostic>) {
    let (part, other) = (pair.side(lang), pair.side(lang.other()));
    let printed: Vec<BTreeSet<&str>> = other.outcomes.iter().map(Outcome::variables).collect();
    let names: BTreeSet<&str> = printed.iter().flatten().copied().collect();
    let choosing = choosing(part);
    for name in names.into_iter().filter(|name| !choosing.contains(name)) {
        let lacking: Vec<&Outcome<'_>> = part
            .outcomes
            .iter()
            .filter(|outcome| !outcome.variables().contains(name))
            .collect();
        let Some(first) = lacking.first() else {
            continue;
        };
        let everywhere = lacking.len() == part.outcomes.len();
        // What the other language prints in some variants only may be grammar.
        if !everywhere && !printed.iter().all(|names| names.contains(name)) {
            continue;
        }
        let message = match first.key().filter(|_| !everywhere) {
            Some(key) => format!("the variant `[{key}]` of `{}` lacks `${name}`", part.name()),
            None => format!("the {} of `{}` lacks `${name}`", lang.name(), part.name()),
        };
        let span = match first.key().filter(|_| !everywhere) {
            Some(key) => part.entry.source.span_of(key),
            None => part.span(),
        };
        out.push(
            pair.finding_at(&VARIABLE_MISMATCH, lang, span, message)
                .hint(format!(
                    "the {} prints `{{ ${name} }}`: print it here too, or take it out there",
                    lang.other().name()
                )),
        );
    }
}
