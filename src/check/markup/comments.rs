//! Comments: words for colleagues that every reader would see.

use super::report::{Report, WrittenText};
use crate::diagnostic::Severity;

crate::diagnostic::codes! {
    PRINTED_COMMENT = "W054", "printed-comment", Error;
}

/// Finds comments of HTML, and lines that begin as comments of AsciiDoc and of code do.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("<!--", &run.range) {
            let rest = text.slice(&(at..text.reading.text.len()));
            let end = rest.find("-->").map(|end| at + end + "-->".len());
            // One that is never closed goes on to the end of what it stands in.
            let end = end.unwrap_or(run.range.end);
            report.add(
                &PRINTED_COMMENT,
                at..end,
                "a comment would be printed: HTML is text here",
            );
            hints(report);
        }
        for line in &run.lines {
            let words = text.slice(line);
            let is_comment = words.starts_with("// ") || words.starts_with("%% ");
            if is_comment && text.reading.is_typed(&(line.start..line.start + 2)) {
                report.add(
                    &PRINTED_COMMENT,
                    line.clone(),
                    format!("a line begins with `{}`, as a comment does", &words[..2]),
                );
                report.soften(Severity::Warning);
                hints(report);
            }
        }
    }
}

fn hints(report: &mut Report) {
    report.hint("take it out, or make it a comment of YAML: `# …` on a line of its own, above the key and not in its text");
}
