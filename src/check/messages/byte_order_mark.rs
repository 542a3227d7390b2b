//! A byte-order mark.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::locale::slices::BOM;

crate::diagnostic::codes! {
    BYTE_ORDER_MARK = "L030", "byte-order-mark", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources().filter(|it| it.file.text().starts_with(BOM)) {
        let span = source.span(0..BOM.len_utf8());
        out.push(Diagnostic::told(span, BYTE_ORDER_MARK.say("begins", &[])).lang(source.lang));
    }
}
