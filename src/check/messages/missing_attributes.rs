//! Attributes of messages that one language lacks. Those of terms are grammar, and each
//! language's own.

use super::scope::Scope;
use crate::check::messages::codes::MISSING_ATTRIBUTE;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    if !scope.is_bilingual() {
        return;
    }
    for lang in Lang::ALL {
        for entry in scope.entries(lang).filter(|entry| !entry.is_term) {
            let Some(other) = scope.entry(lang.other(), (false, entry.id)) else {
                continue;
            };
            let has = |name: &str| other.attributes.iter().any(|own| own.id.name == name);
            let lacking = entry.attributes.iter().filter(|own| !has(own.id.name));
            for attribute in lacking {
                let name = attribute.id.name;
                let lacks = lang.other().name();
                out.push(
                    Diagnostic::new(
                        &MISSING_ATTRIBUTE,
                        entry.source.span_of(name),
                        format!("`{}.{name}` has no {lacks}", entry.id),
                    )
                    .lang(lang.other())
                    .label(other.span(), format!("the {lacks}"))
                    .hint(format!("add `.{name} = …` to the {lacks}")),
                );
            }
        }
    }
}
