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
            let note = text.slice(&(at + 2..end)).trim_end_matches(']');
            report.add(
                at..end,
                INLINE_NOTE.say("inline", given!(note = excerpt(note))),
            );
        }
    }
}
