//! Messages that have a value in one language and only attributes in the other.

use super::scope::Scope;
use crate::check::messages::codes::MISSING_VALUE;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    if !scope.is_bilingual() {
        return;
    }
    for lang in Lang::ALL {
        for entry in scope.entries(lang).filter(|entry| entry.value.is_none()) {
            let other = scope.entry(lang.other(), (entry.is_term, entry.id));
            if let Some(other) = other.filter(|other| other.value.is_some()) {
                out.push(
                    Diagnostic::new(
                        &MISSING_VALUE,
                        entry.span(),
                        format!("`{}` has no value in {}", entry.id, lang.name()),
                    )
                    .lang(lang)
                    .label(other.span(), format!("the {} has one", lang.other().name()))
                    .hint(format!("write it: `{} = …`", entry.id)),
                );
            }
        }
    }
}
