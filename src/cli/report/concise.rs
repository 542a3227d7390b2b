//! `concise`: `file:line:column: error[Y010] unknown-key: message`, a line each.

use super::Look;
use super::place::{from_here, one_line};
use crate::words;
use bimemo::diagnostic::Diagnostic;
use std::fmt::Write;

/// The findings, a line each.
pub(super) fn render(findings: &[Diagnostic], look: &Look) -> String {
    let mut out = String::new();
    for finding in findings {
        if let Some(span) = &finding.span {
            let path = one_line(&from_here(&look.prefix, span.file().path()));
            let start = span.start();
            let _ = write!(out, "{path}:{}:{}: ", start.line, start.column);
        }
        let _ = writeln!(out, "{}: {}", title(finding), one_line(&finding.message));
    }
    out
}

/// What a finding is called: `error[Y010] unknown-key`.
pub(super) fn title(finding: &Diagnostic) -> String {
    let (severity, code) = (words::severity(finding.severity), finding.code);
    format!("{severity}[{}] {}", code.id, code.name)
}

#[cfg(test)]
mod tests {
    use super::super::tests::samples;
    use crate::args::OutputFormat;

    #[test]
    fn matches_its_snapshot() {
        samples::assert_snapshot("concise.txt", &samples::rendered(OutputFormat::Concise));
    }
}
