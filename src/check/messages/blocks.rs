//! Lists and paragraphs that one language has more of.

use super::markup::blocks;
use super::scope::Scope;
use crate::check::messages::codes::MESSAGE_BLOCK_MISMATCH;
use crate::diagnostic::Diagnostic;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (blocks(&en.text), blocks(&fr.text));
        for (what, counts) in [("list item", (en.0, fr.0)), ("paragraph", (en.1, fr.1))] {
            out.extend(
                pair.miscount(&MESSAGE_BLOCK_MISMATCH, what, counts)
                    .map(|it| it.hint("give both languages the same lists and paragraphs")),
            );
        }
    }
}
