//! Files without a counterpart in the other language, and a memo's files without the
//! memo.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::annotated::{LayerRank, Source, Unit};
use crate::source::{SourceFile, Span};
use std::sync::Arc;

crate::diagnostic::codes! {
    MISSING_LOCALE_FILE = "L037", "missing-locale-file", Error comment;
    ORPHAN_LOCALE_FILE = "L038", "orphan-locale-file", Warning comment;
}

/// How many messages a hint names.
const NAMED: usize = 5;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    if !scope.is_bilingual() {
        return;
    }
    for unit in scope.subjects() {
        let missing = missing_ids(scope, unit);
        let Some(path) = missing_counterpart(scope, unit.source).filter(|_| !missing.is_empty())
        else {
            continue;
        };
        let other = unit.source.lang.other();
        let more = missing.len().saturating_sub(NAMED);
        let named = missing[..missing.len() - more].join(", ");
        let wording = MISSING_LOCALE_FILE.say("missing", given!(path, lang = other, named, more));
        out.push(Diagnostic::told(unit.source.span(0..0), wording).lang(other));
    }
}

/// The messages and terms of a file that the other language lacks.
fn missing_ids(scope: &Scope<'_, '_>, unit: &Unit<'_>) -> Vec<String> {
    let other = unit.source.lang.other();
    unit.entries
        .iter()
        .filter(|entry| scope.entry(other, (entry.is_term, entry.id)).is_none())
        .map(|entry| format!("`{}`", entry.written_id()))
        .collect()
}

/// The path of the file's counterpart, where there is none.
pub(super) fn missing_counterpart(scope: &Scope<'_, '_>, source: &Source) -> Option<String> {
    let path = counterpart(source)?;
    let is_there = scope.units.iter().any(|unit| {
        unit.source.lang != source.lang
            && unit.source.file.path() == path
            && (unit.source.rank == LayerRank::Memo) == (source.rank == LayerRank::Memo)
    });
    (!is_there).then_some(path)
}

fn counterpart(source: &Source) -> Option<String> {
    let (own, other) = (source.lang.code(), source.lang.other().code());
    let path = source.file.path();
    if let Some(stem) = path.strip_suffix(&format!(".{own}.ftl")) {
        return Some(format!("{stem}.{other}.ftl"));
    }
    let below = path.strip_prefix(&format!("locales/{own}/"))?;
    Some(format!("locales/{other}/{below}"))
}

/// The finding for a memo's own resource beside which there is no memo.
pub fn check_orphan(file: &Arc<SourceFile>, lang: Lang) -> Diagnostic {
    let path = file.path();
    let stem = path
        .strip_suffix(&format!(".{}.ftl", lang.code()))
        .unwrap_or(path);
    let wording = ORPHAN_LOCALE_FILE.say("orphan", given!(stem));
    Diagnostic::told(Span::new(file, 0..0), wording).lang(lang)
}
