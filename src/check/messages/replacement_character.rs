//! U+FFFD and U+FFFC, which stand where a character or a picture was lost.

use super::scope::Scope;
use crate::check::messages::codes::REPLACEMENT_CHARACTER;
use crate::diagnostic::Diagnostic;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        let lost = ['\u{FFFD}', '\u{FFFC}'];
        for (at, sign) in source.file.text().match_indices(lost) {
            let span = source.span(at..at + sign.len());
            let (message, hint) = if sign == "\u{FFFC}" {
                (
                    "a picture was lost here: U+FFFC stands in its place",
                    "take it out",
                )
            } else {
                (
                    "a character was lost here: U+FFFD stands in its place",
                    "type the character that was meant, and save the file as UTF-8",
                )
            };
            out.push(
                Diagnostic::new(&REPLACEMENT_CHARACTER, span, message)
                    .lang(source.lang)
                    .hint(hint),
            );
        }
    }
}
