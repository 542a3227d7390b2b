//! Quotations that one language has more of.

use super::markup::Markup;
use super::scope::Scope;
use crate::check::messages::codes::QUOTATION_MISMATCH;
use crate::diagnostic::Diagnostic;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let counts = (quotations(&en.text), quotations(&fr.text));
        out.extend(
            pair.miscount(&QUOTATION_MISMATCH, "quotation", counts)
                .map(|it| it.hint("put the same words in quotation marks in both languages")),
        );
    }
}

fn quotations(text: &str) -> usize {
    let masked = Markup::of(text).masked;
    let straight = masked.matches('"').count().div_ceil(2);
    straight + masked.matches(['“', '«']).count()
}
