//! A file whose last line does not end.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    MISSING_FINAL_NEWLINE = "L033", "missing-final-newline", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources() {
        let text = source.file.text();
        if !text.is_empty() && !text.ends_with('\n') {
            let span = source.span(text.len()..text.len());
            let wording = MISSING_FINAL_NEWLINE.say("open", &[]);
            out.push(Diagnostic::told(span, wording).lang(source.lang));
        }
    }
}
