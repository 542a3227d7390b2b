//! U+FFFD and U+FFFC, which stand where a character or a picture was lost.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    REPLACEMENT_CHARACTER = "L031", "replacement-character", Error comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources() {
        for (at, sign) in source.file.text().match_indices(['\u{FFFD}', '\u{FFFC}']) {
            let wording = match sign {
                "\u{FFFC}" => REPLACEMENT_CHARACTER.say("picture", &[]),
                _ => REPLACEMENT_CHARACTER.say("character", &[]),
            };
            let span = source.span(at..at + sign.len());
            out.push(Diagnostic::told(span, wording).lang(source.lang));
        }
    }
}
