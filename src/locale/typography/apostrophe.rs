//! `apostrophe`: `'` after a letter is an apostrophe, `’`, in both languages.

use super::block::Block;
use super::rules::Rule;
use crate::lang::Lang;

/// Straight apostrophes between letters, after a letter that is elided (`l'« effet »`)
/// or possessive (`partners' `), and before the digits of a year (`'90s`). What pairs
/// as quotation marks was taken by the rule `quotes` before; where quotation marks
/// stand unpaired, a mark at a word's end could be one and stays.
pub(super) fn apostrophe(block: &mut Block) {
    let unpaired = (0..block.len()).any(|at| is_opening(block, at));
    for at in 0..block.len() {
        if !block.is(at, '\'') {
            continue;
        }
        let letter_before = block.before(at).is_some_and(char::is_alphabetic);
        let letter_after = block.matches(at + 1, char::is_alphanumeric);
        let year = block.style.lang == Lang::En
            && block.before(at).is_none_or(char::is_whitespace)
            && block.run(at + 1, |letter| letter.is_ascii_digit()) == at + 3;
        if letter_before && (letter_after || !unpaired) || year {
            block.set(at, '’', Rule::Apostrophe);
        }
    }
}

/// Whether a straight mark stands where a quotation would begin.
fn is_opening(block: &Block, at: usize) -> bool {
    block.is(at, '\'')
        && block
            .before(at)
            .is_none_or(|letter| !letter.is_alphanumeric())
        && block.matches(at + 1, char::is_alphabetic)
}
