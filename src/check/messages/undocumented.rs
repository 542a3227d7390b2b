//! Variables that no comment says anything of.

use super::scope::Scope;
use super::selections::AGREEMENT;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::annotated::Entry;
use crate::locale::lookup::{variables_of, visit_pattern};
use std::collections::BTreeMap;

crate::diagnostic::codes! {
    UNDOCUMENTED_VARIABLE = "L110", "undocumented-variable", Note comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    // A memo's own texts print its facts, and the memo says what those are.
    if scope.of_memo {
        return;
    }
    for lang in Lang::ALL {
        for entry in scope.entries(lang) {
            let other = scope.entry(lang.other(), (entry.is_term, entry.id));
            let used = variables(entry);
            let known = other.map(variables).unwrap_or_default();
            for (name, slice) in used {
                // What both languages use is reported in the English.
                let reported = lang == Lang::Fr && known.contains_key(name);
                let facts = &scope.context.settings.facts;
                let is_fact = facts.iter().any(|fact| fact.name == name);
                let comments = std::iter::once(entry).chain(other);
                if reported
                    || is_fact
                    || AGREEMENT.contains(&name)
                    || comments.into_iter().any(|entry| documents(entry, name))
                {
                    continue;
                }
                let place = entry.source.place(slice);
                let span = entry.source.span(place.start.saturating_sub(1)..place.end);
                let wording =
                    UNDOCUMENTED_VARIABLE.say("silent", given!(name, id = entry.written_id()));
                out.push(Diagnostic::told(span, wording).lang(lang));
            }
        }
    }
}

/// The variables of an entry, each with the first place where it stands.
fn variables<'a>(entry: &Entry<'a>) -> BTreeMap<&'a str, &'a str> {
    let mut names = BTreeMap::new();
    for pattern in entry.patterns() {
        visit_pattern(pattern, &mut |inline| {
            for name in variables_of(inline) {
                names.entry(name).or_insert(name);
            }
        });
    }
    names
}

fn documents(entry: &Entry<'_>, name: &str) -> bool {
    let written = format!("${name}");
    let ends = |rest: &str| {
        !rest.starts_with(|letter: char| {
            letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
        })
    };
    entry.comments.iter().any(|line| {
        line.match_indices(&written)
            .any(|(at, found)| ends(line.get(at + found.len()..).unwrap_or_default()))
    })
}
