//! `dash`: `--` is a dash.

use super::block::{Block, is_space};
use super::rules::Rule;
use crate::lang::Lang;
use crate::locale::format::NO_BREAK_SPACE;

/// Two hyphens between words become the language's dash: closed `—` in English,
/// spaced `–` in French with a no-break space on the inner side (the first opens,
/// the second closes). Dashes that are typographic already, and hyphens in ranges,
/// are a matter of style that is reported and not mended.
pub(super) fn dash(block: &mut Block) {
    let mut opens = true;
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, |letter| letter == '-');
        if end - at != 2 {
            at = end.max(at + 1);
            continue;
        }
        let (start, after) = (block.run_back(at, is_space), block.run(end, is_space));
        let spaced = start < at && after > end;
        let closed = start == at && after == end;
        let words = |letter: char| {
            letter.is_alphanumeric()
                || !letter.is_ascii()
                || matches!(letter, ')' | '(' | '"' | '\'' | '.' | ',')
        };
        let between = block.before(start).is_some_and(words) && block.matches(after, words);
        let free = (start..after).all(|at| block.is_free(at));
        if !between || !free || !(spaced || closed) {
            at = end;
            continue;
        }
        block.remove(at + 1, Rule::Dash);
        let (mark, left, right) = match (block.style.lang, opens) {
            (Lang::En, _) => ('—', None, None),
            (Lang::Fr, true) => ('–', Some(' '), Some(NO_BREAK_SPACE)),
            (Lang::Fr, false) => ('–', Some(NO_BREAK_SPACE), Some(' ')),
        };
        block.set(at, mark, Rule::Dash);
        block.set_gap(at + 1..after - 1, right, Rule::Dash);
        block.set_gap(start..at, left, Rule::Dash);
        opens = !opens;
        at = start + 1;
    }
}
