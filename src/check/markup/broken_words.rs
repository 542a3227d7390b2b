//! Words that a pasted page has broken at the ends of its lines.

use super::report::{Report, WrittenText};

crate::diagnostic::codes! {
    BROKEN_WORD = "W065", "broken-word", Warning;
}

/// Words that follow a hyphen which stands for the end of a longer word: “short- and
/// long-term”.
const JOINING: [&str; 8] = ["and", "or", "to", "et", "ou", "ni", "à", "than"];

/// Finds lines that end in a hyphen before a line that goes on in small letters.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for pair in run.lines.windows(2) {
            let [line, next] = pair else { continue };
            let (words, following) = (text.slice(line), text.slice(next));
            let Some(first) = words.strip_suffix(['-', '\u{ad}', '\u{2010}']) else {
                continue;
            };
            let hyphen = line.start + first.len();
            let start = first
                .rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            let end = following
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            let goes_on = end.starts_with(char::is_lowercase) && !JOINING.contains(&end);
            let word = start.chars().next_back().is_some_and(char::is_alphabetic);
            if !goes_on || !word || !text.is_typed(hyphen) || report.is_claimed(hyphen) {
                continue;
            }
            let from = hyphen - start.len();
            let wording = BROKEN_WORD.say("broken", given!(start, end));
            report.add(from..line.end, wording);
        }
    }
}
