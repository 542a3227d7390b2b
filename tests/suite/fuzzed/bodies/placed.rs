//! What holds of every finding, whatever it is about.

use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::press::codes;
use bimemo::source::Span;

/// The program's own failure, which no input may bring about.
const INTERNAL_FAULT: &str = "W081";

/// Findings are of codes that are known, say something, and stand inside of their files.
pub fn assert_placed(findings: &[Diagnostic]) {
    for finding in findings {
        let known = codes::find(finding.code.id).is_some();
        assert!(known, "{}: no such code", finding.code.id);
        assert_ne!(finding.code.id, INTERNAL_FAULT, "{}", finding.message);
        let said = !finding.message.trim().is_empty();
        assert!(said, "{}: it says nothing", finding.code.id);
        let spans = finding.labels.iter().map(|label| &label.span);
        for span in spans.chain(&finding.span) {
            assert_inside(span, finding);
        }
    }
}

/// The same, and each error has a place.
pub fn assert_errors_placed(findings: &[Diagnostic]) {
    assert_placed(findings);
    let is_error = |it: &&Diagnostic| it.severity == Severity::Error;
    for finding in findings.iter().filter(is_error) {
        assert!(finding.span.is_some(), "no place: {}", told(finding));
    }
}

/// A place is one of its file: whole characters of what is read and of what is written, on
/// lines that there are.
fn assert_inside(span: &Span, finding: &Diagnostic) {
    let file = span.file();
    let (read, written) = (span.range(), span.written_range());
    let inside = file.text().get(read.clone()).is_some();
    assert!(inside, "{read:?} is not read: {}", told(finding));
    let inside = file.written().get(written.clone()).is_some();
    assert!(inside, "{written:?} is not written: {}", told(finding));
    let (start, end) = (span.start(), span.end());
    assert!(start <= end, "{start:?} to {end:?}: {}", told(finding));
    let lines = file.written().split('\n').count();
    let there = start.line >= 1 && start.column >= 1 && end.line <= lines;
    assert!(there, "{start:?} to {end:?}: {}", told(finding));
}

/// A finding on one line.
pub fn told(finding: &Diagnostic) -> String {
    format!("{} {}", finding.code.id, finding.message)
}

/// The errors among findings, each on a line, in order and each once.
pub fn errors(findings: &[Diagnostic]) -> Vec<String> {
    let errors = findings.iter();
    let errors = errors.filter(|finding| finding.severity == Severity::Error);
    let mut told: Vec<String> = errors.map(told).collect();
    told.sort();
    told.dedup();
    told
}
