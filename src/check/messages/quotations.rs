//! Words that the English quotes and the French does not. The French may quote what the
//! English writes with a capital: « Enregistrer ».

use super::scope::Scope;
use super::typed::{enclosed, masked_texts};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

crate::diagnostic::codes! {
    QUOTATION_MISMATCH = "L074", "quotation-mismatch", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let quotations = |lang| {
            let (_, text) = masked_texts(pair.side(lang)).next()?;
            let found = enclosed(&text, &['"', '“', '«'], &['"', '”', '»']);
            let first = found.first.and_then(|range| text.get(range));
            Some((found.count, first.map(str::to_owned)))
        };
        let (Some((_, Some(words))), Some((0, _))) = (quotations(Lang::En), quotations(Lang::Fr))
        else {
            continue;
        };
        let wording = QUOTATION_MISMATCH.say("lacks", given!(id = pair.en.name(), words));
        // The French may say in other words what the quotation marks do.
        out.push(pair.finding(Lang::Fr, wording).at_most(Severity::Note));
    }
}
