//! Characters without width.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::source::{Span, Unseen, unseen};
use crate::workspace::unseen::hidden_character;

crate::diagnostic::codes! {
    INVISIBLE_CHARACTER = "L034", "invisible-character", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources() {
        let strays = source.file.strays().iter();
        // Control characters are told by the loader.
        for stray in strays.filter(|stray| unseen(stray.character) == Some(Unseen::Hidden)) {
            let span = Span::of_stray(&source.file, stray);
            let finding = hidden_character(&INVISIBLE_CHARACTER, span, stray.character);
            out.push(finding.lang(source.lang));
        }
    }
}
