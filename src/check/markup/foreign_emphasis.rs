//! Stress as other notations mark it: `==words==`, `++words++`, `'''words'''`.

use super::lines::excerpt;
use super::report::{Report, WrittenText};

crate::diagnostic::codes! {
    FOREIGN_EMPHASIS = "W059", "foreign-emphasis", Warning;
}

/// The marks, and what they would do elsewhere.
const MARKS: [(&str, &str); 5] = [
    ("==", "highlighted"),
    ("++", "inserted"),
    ("'''", "bold"),
    ("^^", "raised"),
    ("%%", "stressed"),
];

/// Finds words between such marks: no space inside them, no letter outside.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for (mark, manner) in MARKS {
            for at in text.reading.find(mark, &run.range) {
                if report.is_claimed(at) || !opens(text, at, mark) {
                    continue;
                }
                let inside = at + mark.len()..run.range.end;
                let closing = text
                    .reading
                    .find(mark, &inside)
                    .find(|end| closes(text, *end, mark));
                let Some(end) = closing.filter(|end| !text.slice(&(at..*end)).contains('\n'))
                else {
                    continue;
                };
                let words = excerpt(text.slice(&(at + mark.len()..end)));
                let wording = FOREIGN_EMPHASIS.say("printed", given!(mark, manner, words));
                report.add(at..end + mark.len(), wording);
            }
        }
    }
}

fn opens(text: &WrittenText<'_>, at: usize, mark: &str) -> bool {
    let before = text.before(at);
    let after = text.after(at + mark.len());
    !before.is_some_and(|c| c.is_alphanumeric() || mark.contains(c))
        && after.is_some_and(char::is_alphanumeric)
}

fn closes(text: &WrittenText<'_>, at: usize, mark: &str) -> bool {
    let before = text.before(at);
    let after = text.after(at + mark.len());
    let inside = before.is_some_and(|c| !c.is_whitespace() && !mark.contains(c));
    inside && !after.is_some_and(|c| c.is_alphanumeric() || mark.contains(c))
}
