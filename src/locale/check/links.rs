//! Links and addresses that one language has more of.

use super::markup::Markup;
use super::scope::{Scope, language};
use super::words::counted;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::MESSAGE_LINK_MISMATCH;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let count = |text: &str| Markup::of(text).addresses.len();
        let (en, fr) = (count(&en.text), count(&fr.text));
        if en == fr {
            continue;
        }
        let wrong = if fr < en { Lang::Fr } else { Lang::En };
        let message = format!(
            "`{}` has {} in English and {fr} in French",
            pair.en.name(),
            counted(en, "link")
        );
        out.push(
            pair.finding(&MESSAGE_LINK_MISMATCH, wrong, message)
                .hint(format!("is a link missing in the {}?", language(wrong))),
        );
    }
}
