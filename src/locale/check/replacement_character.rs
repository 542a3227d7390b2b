//! U+FFFD, which stands where a character was lost.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::REPLACEMENT_CHARACTER;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        for (at, lost) in source
            .file
            .text()
            .match_indices(char::REPLACEMENT_CHARACTER)
        {
            let span = source.span(at..at + lost.len());
            let message = "a character was lost here: U+FFFD stands in its place";
            out.push(
                Diagnostic::new(&REPLACEMENT_CHARACTER, span, message)
                    .lang(source.lang)
                    .hint("type the character that was meant, and save the file as UTF-8"),
            );
        }
    }
}
