//! Variables that choose what one language says, and are nowhere in the other. Choices
//! by number and gender are grammar, and each language's own.

use super::scope::{Part, Scope};
use super::selectors::Choice;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::Outcome;
use crate::locale::lookup::variables_of;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    SELECTION_MISMATCH = "L052", "selection-mismatch", Warning comment;
}

/// What a person's fields and a label's parties give by themselves, for agreement.
pub(super) const AGREEMENT: [&str; 5] = ["gender", "acting", "number", "position", "named"];

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    // The forms of a term are each language's own.
    for pair in scope.pairs().filter(|pair| !pair.en.entry.is_term) {
        for lang in Lang::ALL {
            let known = used(pair.side(lang.other()));
            let mut seen = BTreeSet::new();
            for selector in &pair.side(lang).selectors {
                if selector.choice() != Choice::Word {
                    continue;
                }
                for name in variables_of(selector.by) {
                    if AGREEMENT.contains(&name) || known.contains(name) || !seen.insert(name) {
                        continue;
                    }
                    let other = lang.other();
                    let wording = SELECTION_MISMATCH
                        .say("same", given!(other, id = pair.en.name(), name, lang));
                    out.push(pair.finding(other, wording));
                }
            }
        }
    }
}

fn used<'a>(part: &Part<'a>) -> BTreeSet<&'a str> {
    let printed = part.outcomes.iter().flat_map(Outcome::variables);
    part.choosing().into_iter().chain(printed).collect()
}
