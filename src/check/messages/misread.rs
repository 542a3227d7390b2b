//! Letters that were read in the wrong encoding.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::source::misread;

crate::diagnostic::codes! {
    MISREAD_LETTERS = "L039", "misread-letters", Error comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources() {
        let text = source.file.text();
        let found = misread(text);
        let Some((first, meant)) = found.first() else {
            continue;
        };
        let written = text.get(first.clone()).unwrap_or_default();
        let wording =
            MISREAD_LETTERS.say("misread", given!(written, meant, more = (found.len() - 1)));
        out.push(Diagnostic::told(source.span(first.clone()), wording).lang(source.lang));
    }
}
