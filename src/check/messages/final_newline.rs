//! A file whose last line does not end.

use super::scope::Scope;
use crate::check::messages::codes::MISSING_FINAL_NEWLINE;
use crate::diagnostic::Diagnostic;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        let text = source.file.text();
        if !text.is_empty() && !text.ends_with('\n') {
            let span = source.span(text.len()..text.len());
            let message = "the last line has no line break at its end";
            out.push(
                Diagnostic::new(&MISSING_FINAL_NEWLINE, span, message)
                    .lang(source.lang)
                    .hint("end the file with a line break"),
            );
        }
    }
}
