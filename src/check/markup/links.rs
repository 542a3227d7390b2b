//! Links that are not closed, or cannot be read.

use super::lines::{excerpt, is_address};
use super::report::{Report, WrittenText};
use crate::document::markdown::{Run, Sort};

crate::diagnostic::codes! {
    BROKEN_LINK = "W051", "broken-link", Warning;
}

/// Where the square bracket of a link's words opens.
pub(super) struct Opening {
    /// The first byte: of the bracket, or of a picture's `!`.
    pub start: usize,
    /// The first byte of the words.
    pub words: usize,
}

/// The square bracket that the one at `at` closes, in its run.
pub(super) fn opening(text: &WrittenText<'_>, at: usize, run: &Run) -> Option<Opening> {
    let mut depth = 0_usize;
    let before = text.slice(&(run.range.start..at));
    for (from, c) in before.char_indices().rev() {
        let from = run.range.start + from;
        match c {
            ']' if text.is_typed(from) => depth += 1,
            '[' if text.is_typed(from) && depth > 0 => depth -= 1,
            '[' if text.is_typed(from) => {
                let picture = text.before(from) == Some('!') && text.is_typed(from - 1);
                let start = from - usize::from(picture);
                let words = from + 1;
                return (words < at).then_some(Opening { start, words });
            }
            _ => {}
        }
    }
    None
}

/// Finds `[words](address` without its end, addresses with spaces, `[words]https://…` and
/// `(words)[address]`.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("]", &run.range) {
            if let Some(open) = opening(text, at, run) {
                behind_words(text, run, at, &open, report);
            }
        }
        for at in text.reading.find(")[", &run.range) {
            swapped(text, run, at, report);
        }
        glued(text, run, report);
    }
}

/// Looks at what follows the words that `at` closes.
fn behind_words(text: &WrittenText<'_>, run: &Run, at: usize, open: &Opening, report: &mut Report) {
    let words = excerpt(text.slice(&(open.words..at)));
    let rest = text.slice(&(at + 1..run.range.end));
    let Some(inside) = rest.strip_prefix('(').filter(|_| text.is_typed(at + 1)) else {
        if text.reading.sort(at + 1) == Sort::Address {
            let end = (at + 1..run.range.end)
                .find(|at| text.reading.sort(*at) != Sort::Address)
                .unwrap_or(run.range.end);
            let address = text.slice(&(at + 1..end)).trim_matches(['<', '>']);
            let wording = BROKEN_LINK.say("behind", given!(words, address));
            report.add(open.start..end, wording);
        }
        return;
    };
    let token = inside.split_whitespace().next().unwrap_or_default();
    let address = token.trim_end_matches(['.', ',', ';', ')']);
    match inside.find(')') {
        None => {
            let blanks = inside.len() - inside.trim_start().len();
            let end = at + "](".len() + blanks + address.len();
            let wording = BROKEN_LINK.say("open", given!(words, address));
            report.add(open.start..end, wording);
        }
        Some(end) => {
            let whole = inside.get(..end).unwrap_or_default();
            let spaced = whole.trim().contains(char::is_whitespace);
            let last = whole.split_whitespace().next_back().unwrap_or_default();
            if spaced && (is_address(address) || is_address(last)) && !whole.contains('\n') {
                let address = excerpt(whole.trim());
                let wording = BROKEN_LINK.say("spaced", given!(words, address));
                report.add(open.start..at + 2 + end + 1, wording);
            }
        }
    }
}

/// `(words)[address]`.
fn swapped(text: &WrittenText<'_>, run: &Run, at: usize, report: &mut Report) {
    let inside = text.slice(&(at + 2..run.range.end));
    let address = inside.find(']').and_then(|end| inside.get(..end));
    let before = text.slice(&(run.range.start..at));
    let open = before.rfind('(').map(|open| run.range.start + open);
    if let (Some(address), Some(open)) = (address, open)
        && is_address(address.trim())
        && text.is_typed(open)
    {
        let words = excerpt(text.slice(&(open + 1..at)));
        let wording = BROKEN_LINK.say("swapped", given!(words, address = address.trim()));
        report.add(open..at + 2 + address.len() + 1, wording);
    }
}

/// `words<https://…>`, as a message pasted from Outlook has it: both are printed without
/// a space between.
fn glued(text: &WrittenText<'_>, run: &Run, report: &mut Report) {
    for (at, _) in text.slice(&run.range).match_indices('<') {
        let at = run.range.start + at;
        let joined = text.before(at).is_some_and(char::is_alphanumeric);
        if text.reading.sort(at) != Sort::Address || !joined || report.is_claimed(at) {
            continue;
        }
        let rest = text.slice(&(at..run.range.end));
        let end = rest.find('>').map_or(run.range.end, |end| at + end + 1);
        let address = text.slice(&(at + 1..end)).trim_end_matches('>');
        let before = text.slice(&(run.range.start..at));
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let start = at - word.len();
        let wording = match address.trim_start_matches("mailto:") == word {
            true => BROKEN_LINK.say("glued-address", given!(words = word)),
            false => BROKEN_LINK.say("glued", given!(words = word, address)),
        };
        report.add(start..end, wording);
    }
}
