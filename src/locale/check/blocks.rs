//! Lists and paragraphs that one language has more of.

use super::markup::blocks;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::MESSAGE_BLOCK_MISMATCH;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (blocks(&en.text), blocks(&fr.text));
        let counts = [("items of lists", en.0, fr.0), ("paragraphs", en.1, fr.1)];
        for (what, en, fr) in counts {
            if en == fr {
                continue;
            }
            let wrong = if fr < en { Lang::Fr } else { Lang::En };
            let message = format!(
                "`{}` has {en} {what} in English and {fr} in French",
                pair.en.name()
            );
            out.push(
                pair.finding(&MESSAGE_BLOCK_MISMATCH, wrong, message)
                    .hint("give both languages the same lists and paragraphs"),
            );
        }
    }
}
