//! Quotations that one language has more of.

use super::markup::Markup;
use super::scope::Scope;
use super::words::counted;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::QUOTATION_MISMATCH;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (quotations(&en.text), quotations(&fr.text));
        if en == fr {
            continue;
        }
        let wrong = if fr < en { Lang::Fr } else { Lang::En };
        let message = format!(
            "`{}` has {} in English and {fr} in French",
            pair.en.name(),
            counted(en, "quotation")
        );
        out.push(
            pair.finding(&QUOTATION_MISMATCH, wrong, message)
                .hint("put the same words in quotation marks in both languages"),
        );
    }
}

fn quotations(text: &str) -> usize {
    let masked = Markup::of(text).masked;
    let straight = masked.matches('"').count().div_ceil(2);
    straight + masked.matches(['“', '«']).count()
}
