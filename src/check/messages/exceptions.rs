//! The findings of the check of messages without those that comments silence.

use super::scope::Scope;
use crate::diagnostic::{Codes, Diagnostic};
use crate::lang::Lang;
use crate::locale::Locales;
use crate::locale::annotated::{LayerRank, Source, Unit};
use crate::locale::exceptions::exceptions_of;

/// Leaves out the findings that are silenced, and adds one for each exception that
/// silences nothing or cannot be understood.
pub(super) fn apply(
    scope: &Scope<'_, '_>,
    codes: &Codes,
    findings: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut left = Vec::new();
    let mut exceptions = exceptions_of(scope.units, codes, &mut left);
    left.retain(|finding: &Diagnostic| {
        let span = finding.span.as_ref();
        let path = span.map(|span| span.file().path());
        scope
            .subjects()
            .any(|unit| Some(unit.source.file.path()) == path)
    });
    for finding in findings {
        let mut silent = false;
        for exception in &mut exceptions {
            if exception.silences(&finding) {
                (silent, exception.used) = (true, true);
            }
        }
        if !silent {
            left.push(finding);
        }
    }
    for finding in Lang::ALL
        .iter()
        .flat_map(|&lang| scope.locales.get(lang).silenced())
    {
        for exception in &mut exceptions {
            exception.used |= exception.silences(finding);
        }
    }
    for exception in exceptions {
        // The program's own exceptions are not the user's to take out.
        let source = exception.source;
        if !exception.used && scope.is_subject(source) && source.rank != LayerRank::Embedded {
            left.push(exception.unused());
        }
    }
    left
}

/// The findings of a memo's documents without those in `.ftl` files that a comment there
/// silences. Whether a comment is still needed is told with the messages.
pub fn without_remarked(
    locales: &Locales,
    codes: &Codes,
    mut findings: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let in_files = |finding: &Diagnostic| finding.also.is_some();
    if findings.iter().any(in_files) {
        units_of(locales, |units| {
            let exceptions = exceptions_of(units, codes, &mut Vec::new());
            findings.retain(|finding| {
                let mut exceptions = exceptions.iter();
                !in_files(finding) || !exceptions.any(|one| one.silences(finding))
            });
        });
    }
    findings
}

/// Reads all files of `locales` with their comments.
pub(super) fn units_of<T>(locales: &Locales, with: impl FnOnce(&[Unit<'_>]) -> T) -> T {
    let mut sources: Vec<Source> = Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            let files = locales.get(lang).files();
            files.map(move |(file, layer)| Source::new(file, LayerRank::from(layer), lang))
        })
        .collect();
    sources.sort_by(|a, b| (a.lang, a.rank, a.file.path()).cmp(&(b.lang, b.rank, b.file.path())));
    let trees: Vec<_> = sources.iter().map(Source::tree).collect();
    let units: Vec<Unit<'_>> = sources
        .iter()
        .zip(&trees)
        .map(|(source, tree)| Unit::new(source, tree))
        .collect();
    with(&units)
}
