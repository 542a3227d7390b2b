//! Raised and lowered letters as other notations mark them.

use super::lines::excerpt;
use super::report::{MarkupMend, Report, WrittenText};
use crate::document::markdown::Run;
use std::ops::Range;

crate::diagnostic::codes! {
    TYPED_SCRIPT = "W057", "typed-script", Warning;
}

/// Finds `26^e^`, `m^2` and `H~2~O`.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for (mark, tag) in [("^", "sup"), ("~", "sub")] {
            for at in text.reading.find(mark, &run.range) {
                if !report.is_claimed(at) {
                    script(text, run, (at, mark, tag), report);
                }
            }
        }
    }
}

fn script(
    text: &WrittenText<'_>,
    run: &Run,
    (at, mark, tag): (usize, &str, &str),
    report: &mut Report,
) {
    let joined = text
        .before(at)
        .is_some_and(|c| c.is_alphanumeric() || c == ')');
    let rest = text.slice(&(at + 1..run.range.end));
    let sign = usize::from(rest.starts_with(['-', '+', '−']));
    let length = rest
        .char_indices()
        .skip(sign)
        .find(|(_, c)| !c.is_alphanumeric());
    let length = length.map_or(rest.len(), |(at, _)| at);
    let letters = rest.get(..length).unwrap_or_default();
    let closed = rest
        .get(length..)
        .is_some_and(|rest| rest.starts_with(mark));
    // A tilde by itself means “about”; a caret may stand in a name.
    let short = letters.chars().skip(sign).all(|c| c.is_ascii_digit()) || letters.len() <= 2;
    let meant = closed || mark == "^" && short;
    if !joined || letters.len() <= sign || !meant {
        return;
    }
    let end = at + 1 + length + usize::from(closed);
    let sign = match (mark, letters) {
        ("^", "2") => "square",
        ("^", "3") => "cube",
        _ => "none",
    };
    let wording = TYPED_SCRIPT.say(
        "printed",
        given!(
            written = excerpt(text.slice(&(at..end))),
            tag,
            letters,
            sign
        ),
    );
    report.add(at..end, wording);
    if closed && text.reading.is_typed(&(at..end)) {
        report.mend(mend(at..end, tag, letters));
    }
}

fn mend(range: Range<usize>, tag: &str, letters: &str) -> MarkupMend {
    let marks = [range.start..range.start + 1, range.end - 1..range.end];
    let [open, close] = marks.clone();
    MarkupMend {
        edits: vec![(open, format!("<{tag}>")), (close, format!("</{tag}>"))],
        gone: marks.to_vec(),
        becomes: TYPED_SCRIPT.words("becomes", given!(letters, tag)),
    }
}
