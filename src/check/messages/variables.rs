//! Variables that one language prints and the other does not, in one variant or in
//! all. A variable that chooses between variants counts as used in all of them.

use super::scope::{Pair, Scope};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::Outcome;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    VARIABLE_MISMATCH = "L050", "variable-mismatch", Error comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    // The forms of a term are each language's own.
    for pair in scope.pairs().filter(|pair| !pair.en.entry.is_term) {
        for lang in Lang::ALL {
            check_side(&pair, lang, out);
        }
    }
}

/// What the other language prints and this one does not.
fn check_side(pair: &Pair<'_, '_>, lang: Lang, out: &mut Vec<Diagnostic>) {
    let (part, other) = (pair.side(lang), pair.side(lang.other()));
    let printed: Vec<BTreeSet<&str>> = other.outcomes.iter().map(Outcome::variables).collect();
    let names: BTreeSet<&str> = printed.iter().flatten().copied().collect();
    let choosing = part.choosing();
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
        let (id, there) = (part.name(), lang.other());
        let (span, wording) = match first.key().filter(|_| !everywhere) {
            Some(key) => (
                part.entry.source.span_of(key),
                VARIABLE_MISMATCH.say("variant", given!(key, id, name, there)),
            ),
            None => (
                part.span(),
                VARIABLE_MISMATCH.say("lacks", given!(lang, id, name, there)),
            ),
        };
        out.push(pair.finding_at(lang, span, wording));
    }
}
