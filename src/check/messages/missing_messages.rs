//! Messages and terms that one language lacks.

use super::missing_files::missing_counterpart;
use super::scope::Scope;
use crate::diagnostic::{Diagnostic, nearest};

crate::diagnostic::codes! {
    MISSING_MESSAGE = "L040", "missing-message", Error comment;
    MISSING_TERM = "L041", "missing-term", Warning comment;
}

crate::diagnostic::phrases! {
    LACKING = "lacking";
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (lang, entry) in scope.both() {
        let other = lang.other();
        let mut units = scope.units.iter().filter(|unit| unit.source.lang == other);
        if scope.entry(other, (entry.is_term, entry.id)).is_some()
            || units.any(|unit| unit.broken.contains(&entry.id))
            || missing_counterpart(scope, entry.source).is_some()
        {
            continue;
        }
        // A misspelt id is missing in both languages.
        let strays = scope
            .entries(other)
            .filter(|stray| stray.is_term == entry.is_term)
            .filter(|stray| scope.entry(lang, (stray.is_term, stray.id)).is_none());
        let id = entry.written_id();
        let hint = match nearest(entry.id, strays.map(|stray| stray.id)) {
            Some(near) => LACKING.words("near", given!(other, near)),
            None => LACKING.words("add", given!(id, other, lang)),
        };
        let wording = match entry.is_term {
            true => MISSING_TERM.say("missing", given!(id, other)),
            false => MISSING_MESSAGE.say("missing", given!(id, other)),
        };
        let finding = Diagnostic::told(entry.span(), wording).lang(other);
        out.push(finding.hint(hint));
    }
}
