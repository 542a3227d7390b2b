//! Findings of many phases: their order, and whether they stop a memo.

use super::Release;
use crate::diagnostic::codes::{locale, parity, writing};
use crate::diagnostic::{Code, Diagnostic, Severity};

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

/// Whether a difference between the languages only follows from one of the findings: by
/// its rule, or since the very words are wrong already.
pub(super) fn follows(difference: &Diagnostic, findings: &[Diagnostic]) -> bool {
    let is_told = |finding: &Diagnostic| {
        finding.code.id.starts_with('Y')
            && finding.severity == Severity::Error
            && finding.span == difference.span
    };
    if difference.span.is_some() && findings.iter().any(is_told) {
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
