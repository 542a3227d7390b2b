//! A byte-order mark.

use super::scope::Scope;
use crate::check::messages::codes::BYTE_ORDER_MARK;
use crate::diagnostic::Diagnostic;
use crate::locale::slices::BOM;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        if source.file.text().starts_with(BOM) {
            let span = source.span(0..BOM.len_utf8());
            let message = "the file begins with a byte-order mark";
            out.push(
                Diagnostic::new(&BYTE_ORDER_MARK, span, message)
                    .lang(source.lang)
                    .hint("save it as UTF-8 without a BOM"),
            );
        }
    }
}
