//! Messages and terms that one language lacks.

use super::missing_files::missing_counterpart;
use super::scope::Scope;
use crate::check::messages::codes::{MISSING_MESSAGE, MISSING_TERM};
use crate::diagnostic::{Diagnostic, nearest};
use crate::lang::Lang;
use std::collections::BTreeSet;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    if !scope.is_bilingual() {
        return;
    }
    for lang in Lang::ALL {
        let other = lang.other();
        let broken: BTreeSet<&str> = scope
            .units
            .iter()
            .filter(|unit| unit.source.lang == other)
            .flat_map(|unit| unit.broken.iter().copied())
            .collect();
        for entry in scope.entries(lang) {
            if scope.entry(other, (entry.is_term, entry.id)).is_some()
                || broken.contains(entry.id)
                || missing_counterpart(scope, entry.source).is_some()
            {
                continue;
            }
            let (code, what) = if entry.is_term {
                (&MISSING_TERM, "term")
            } else {
                (&MISSING_MESSAGE, "message")
            };
            let (id, name) = (entry.written_id(), other.name());
            let message = format!("the {what} `{id}` has no {name}");
            let finding = Diagnostic::new(code, entry.span(), message).lang(other);
            // A misspelt id is missing in both languages.
            let strays = scope
                .entries(other)
                .filter(|stray| stray.is_term == entry.is_term)
                .filter(|stray| scope.entry(lang, (stray.is_term, stray.id)).is_none());
            let near = nearest(entry.id, strays.map(|stray| stray.id));
            out.push(match near {
                Some(near) => finding.hint(format!("the {name} has `{near}`: is it the same?")),
                None => finding.hint(format!(
                    "add `{id} = …` to the {name}, or take the {} out",
                    lang.name()
                )),
            });
        }
    }
}
