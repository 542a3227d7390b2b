//! Findings of many phases: their order, and whether they stop a memo.

use super::Release;
use crate::diagnostic::codes::{locale, parity, writing};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// Whether these findings stop a memo.
pub fn stops(findings: &[Diagnostic], release: Release) -> bool {
    findings.iter().any(|finding| {
        let excused = release == Release::Draft && finding.code.id.starts_with('P');
        finding.severity == Severity::Error && !excused
    })
}

/// Differences that only follow from faults that are found already, by their rules.
const FOLLOWING: [(&Code, &Code); 2] = [
    (&parity::NOTE_MISMATCH, &writing::UNDEFINED_NOTE),
    (&parity::GENDER_MISMATCH, &locale::MISSING_FORM),
];

/// Faults that print something which nobody meant: what the other language says
/// otherwise there, or lacks, follows from them.
const MISPRINTED: [&Code; 1] = [&writing::UNDEFINED_NOTE];

/// Whether a difference between the languages only follows from one of the findings.
pub(super) fn follows(difference: &Diagnostic, findings: &[Diagnostic]) -> bool {
    let labels = difference.labels.iter().map(|label| &label.span);
    let mut places = difference.span.iter().chain(labels);
    let misprinted = |place: &Span| {
        let causes = findings
            .iter()
            .filter(|finding| MISPRINTED.contains(&finding.code));
        causes
            .filter_map(|finding| finding.span.as_ref())
            .any(|cause| {
                let (cause_at, at) = (cause.range(), place.range());
                cause.file() == place.file() && cause_at.start <= at.start && at.end <= cause_at.end
            })
    };
    if places.any(misprinted) {
        return true;
    }
    let causes = FOLLOWING
        .iter()
        .filter(|(rule, _)| *rule == difference.code);
    causes
        .into_iter()
        .any(|(_, cause)| findings.iter().any(|finding| finding.code == *cause))
}

/// Puts findings in the order of files, lines and columns, those without a place
/// last, and each once: the same fault of a shared message or template is found by
/// every document that uses it.
pub fn put_in_order(findings: &mut Vec<Diagnostic>) {
    findings.sort_by_cached_key(|finding| {
        let place = finding.span.as_ref().map(|span| {
            let range = span.range();
            (span.file().path().to_owned(), range.start, range.end)
        });
        (
            place.is_none(),
            place,
            finding.code.id,
            finding.message.clone(),
        )
    });
    findings.dedup_by(|later, first| {
        let same =
            later.code == first.code && later.span == first.span && later.message == first.message;
        // What is found in both languages is about neither of them.
        if same && later.lang != first.lang {
            first.lang = None;
        }
        same
    });
}
