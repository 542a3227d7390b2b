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
            report.add(at..end, PRINTED_COMMENT.say("html", &[]));
        }
        for line in &run.lines {
            let words = text.slice(line);
            let is_comment = words.starts_with("// ") || words.starts_with("%% ");
            if is_comment && text.reading.is_typed(&(line.start..line.start + 2)) {
                let wording = PRINTED_COMMENT.say("line", given!(mark = &words[..2]));
                report.add(line.clone(), wording);
                report.soften(Severity::Warning);
            }
        }
    }
}
