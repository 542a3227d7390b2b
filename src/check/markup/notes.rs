//! Footnotes written in the line.

use super::lines::excerpt;
use super::report::{Report, WrittenText};

crate::diagnostic::codes! {
    INLINE_NOTE = "W056", "inline-note", Warning;
}

/// Finds `^[…]`.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("^[", &run.range) {
            let rest = text.slice(&(at..run.range.end));
            // `^[0-9]` is a pattern.
            if !rest["^[".len()..].starts_with(char::is_alphabetic) {
                continue;
            }
            let end = rest.find(']').map_or(run.range.end, |end| at + end + 1);
            report.add(
                &INLINE_NOTE,
                at..end,
                "a footnote in the line is printed where it stands",
            );
            let note = text.slice(&(at + 2..end)).trim_end_matches(']');
            report.hint(format!(
                "write `[^1]` here, and below the paragraph, on a line of its own: `[^1]: {}`",
                excerpt(note)
            ));
        }
    }
}
