//! Messages that have a value in one language and only attributes in the other.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    MISSING_VALUE = "L042", "missing-value", Error comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (lang, entry) in scope.both().filter(|(_, entry)| entry.value.is_none()) {
        let other = scope.entry(lang.other(), (entry.is_term, entry.id));
        if let Some(other) = other.filter(|other| other.value.is_some()) {
            let wording =
                MISSING_VALUE.say("missing", given!(id = entry.id, lang, other = lang.other()));
            let label = wording.part("has");
            let finding = Diagnostic::told(entry.span(), wording).lang(lang);
            out.push(finding.label(other.span(), label));
        }
    }
}
