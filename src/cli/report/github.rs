//! `github`: workflow commands, which GitHub shows as annotations of the lines.
//!
//! The form is that of "Workflow commands for GitHub Actions"; what must be escaped
//! is in `actions/toolkit`, `packages/core/src/command.ts`.

use super::Look;
use super::place::{Place, from_here};
use bimemo::diagnostic::{Diagnostic, Severity};
use std::fmt::Write;

/// The findings, a command each.
pub(super) fn render(findings: &[Diagnostic], look: &Look) -> String {
    let mut out = String::new();
    for finding in findings {
        let code = finding.code;
        let title = property(&format!("{} {}", code.id, code.name));
        let properties = place(finding, look) + &format!("title={title}");
        let message = data(&message(finding, look));
        let _ = writeln!(out, "::{} {properties}::{message}", command(finding));
    }
    out
}

/// The way to the workspace: from its repository, or else from the current folder.
fn base(look: &Look) -> &str {
    look.from_base.as_deref().unwrap_or(&look.prefix)
}

fn command(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// The properties of the place, each with a comma after it. GitHub takes columns
/// only where the place is on one line.
fn place(finding: &Diagnostic, look: &Look) -> String {
    let place = Place::of(finding.span.as_ref());
    let Some(file) = place.file else {
        return String::new();
    };
    // The end is exclusive: at the beginning of a line it means the line before.
    let end_line = match (place.end_line, place.end_column) {
        (Some(end), Some(1)) if place.line < Some(end) => Some(end - 1),
        (end, _) => end,
    };
    let columns = place.line == place.end_line;
    let numbers = [
        ("line", place.line),
        ("col", place.column.filter(|_| columns)),
        ("endLine", end_line),
        ("endColumn", place.end_column.filter(|_| columns)),
    ];
    let mut out = format!("file={},", property(&from_here(base(look), file)));
    for (name, number) in numbers {
        if let Some(number) = number {
            let _ = write!(out, "{name}={number},");
        }
    }
    out
}

/// What an annotation says: the message, other places and hints, a line each.
fn message(finding: &Diagnostic, look: &Look) -> String {
    let mut out = finding.message.clone();
    for label in &finding.labels {
        let path = from_here(base(look), label.span.file().path());
        let at = label.span.start();
        let _ = write!(out, "\n{path}:{}:{}: {}", at.line, at.column, label.message);
    }
    for hint in &finding.hints {
        let _ = write!(out, "\nhelp: {hint}");
    }
    out
}

/// Text after the last `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::tests::samples;
    use super::*;
    use crate::args::OutputFormat;

    #[test]
    fn matches_its_snapshot() {
        samples::assert_snapshot("github.txt", &samples::rendered(OutputFormat::Github));
    }

    #[test]
    fn nothing_in_a_text_ends_the_command_or_a_property() {
        assert_eq!(data("50 %\r\nb::c"), "50 %25%0D%0Ab::c");
        assert_eq!(property("a,b: c%\n"), "a%2Cb%3A c%25%0A");
    }
}
