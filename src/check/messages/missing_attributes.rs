//! Attributes of messages that one language lacks. Those of terms are grammar, and each
//! language's own.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    MISSING_ATTRIBUTE = "L043", "missing-attribute", Error comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (lang, entry) in scope.both().filter(|(_, entry)| !entry.is_term) {
        let lacks = lang.other();
        let Some(other) = scope.entry(lacks, (false, entry.id)) else {
            continue;
        };
        let has = |name: &str| other.attributes.iter().any(|own| own.id.name == name);
        for attribute in entry.attributes.iter().filter(|own| !has(own.id.name)) {
            let name = attribute.id.name;
            let wording = MISSING_ATTRIBUTE.say("missing", given!(id = entry.id, name, lacks));
            let label = wording.part("lacks");
            let finding = Diagnostic::told(entry.source.span_of(name), wording).lang(lacks);
            out.push(finding.label(other.span(), label));
        }
    }
}
