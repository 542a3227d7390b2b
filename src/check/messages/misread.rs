//! Letters that were read in the wrong encoding.

use super::codes::MISREAD_LETTERS;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::source::misread;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        let text = source.file.text();
        let found = misread(text);
        let Some((first, meant)) = found.first() else {
            continue;
        };
        let written = text.get(first.clone()).unwrap_or_default();
        let more = match found.len() - 1 {
            0 => String::new(),
            1 => ", and so once more".to_owned(),
            more => format!(", and so {more} times more"),
        };
        let message = format!("“{written}” is “{meant}” read wrongly{more}");
        out.push(
            Diagnostic::new(&MISREAD_LETTERS, source.span(first.clone()), message)
                .lang(source.lang)
                .hint("`bimemo fmt` mends it; save the file as UTF-8"),
        );
    }
}
