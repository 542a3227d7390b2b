//! Emphasis that one language has more of.

use super::markup::Markup;
use super::scope::Scope;
use super::words::counted;
use crate::check::messages::codes::MESSAGE_EMPHASIS_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (Markup::of(&en.text), Markup::of(&fr.text));
        let counts = [
            ("`**`", en.strong, fr.strong),
            ("`*`", en.emphasis, fr.emphasis),
        ];
        for (mark, en, fr) in counts {
            if en == fr {
                continue;
            }
            let wrong = if fr < en { Lang::Fr } else { Lang::En };
            let message = format!(
                "`{}` has {} in {mark} in English and {fr} in French",
                pair.en.name(),
                counted(en, "passage")
            );
            out.push(
                pair.finding(&MESSAGE_EMPHASIS_MISMATCH, wrong, message)
                    .hint("emphasize the same words in both languages"),
            );
        }
    }
}
