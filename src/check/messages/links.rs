//! Links and addresses that one language has more of.

use super::markup::Markup;
use super::scope::{Scope, language};
use crate::check::messages::codes::MESSAGE_LINK_MISMATCH;
use crate::diagnostic::Diagnostic;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let count = |text: &str| Markup::of(text).addresses.len();
        let counts = (count(&en.text), count(&fr.text));
        let finding = pair.miscount(&MESSAGE_LINK_MISMATCH, "link", counts);
        out.extend(finding.map(|it| {
            let lacking = it.lang.map_or("text", language);
            it.hint(format!("is a link missing in the {lacking}?"))
        }));
    }
}
