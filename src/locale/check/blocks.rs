//! Lists and paragraphs that one language has more of.

use super::markup::blocks;
use super::scope::Scope;
use super::words::counted;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::MESSAGE_BLOCK_MISMATCH;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (blocks(&en.text), blocks(&fr.text));
        let counts = [("list item", en.0, fr.0), ("paragraph", en.1, fr.1)];
        for (what, en, fr) in counts {
            if en == fr {
                continue;
            }
            let wrong = if fr < en { Lang::Fr } else { Lang::En };
            let message = format!(
                "`{}` has {} in English and {fr} in French",
                pair.en.name(),
                counted(en, what)
            );
            out.push(
                pair.finding(&MESSAGE_BLOCK_MISMATCH, wrong, message)
                    .hint("give both languages the same lists and paragraphs"),
            );
        }
    }
}
