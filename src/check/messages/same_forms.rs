//! Selectors whose variants all print the same.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::locale::anchors::anchor;
use crate::locale::{Outcome, outcomes_in};
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    NEEDLESS_SELECTOR = "L055", "needless-selector", Note comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        for selector in &part.selectors {
            let source = part.entry.source;
            let forms: BTreeSet<Vec<String>> = selector
                .variants
                .iter()
                .map(|variant| {
                    let span = |slice: &str| source.span_of(slice);
                    let outcomes = outcomes_in(&variant.value, &span);
                    outcomes.iter().map(Outcome::shape).collect()
                })
                .collect();
            if forms.len() == 1 && selector.variants.len() > 1 {
                let (slice, sigil) = anchor(selector.by);
                let place = source.place(slice);
                let span = source.span(place.start.saturating_sub(sigil)..place.end);
                out.push(part.finding(span, NEEDLESS_SELECTOR.say("same", &[])));
            }
        }
    }
}
