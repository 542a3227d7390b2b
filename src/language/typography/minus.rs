//! `minus`: a hyphen before a number is a minus sign, `−`.

use super::block::{TextBlock, is_digit, is_space};
use super::rules::MendRule;

/// A hyphen that begins a word and that a number or an amount follows is U+2212: `-5`,
/// `(-5)`, `-$5`. Behind another number with a space it may be half of a range, and
/// before a code it is a hyphen.
pub(super) fn minus(block: &mut TextBlock) {
    for at in 0..block.len() {
        if block.is(at, '-') && begins_a_number(block, at) {
            block.set(at, '−', MendRule::Minus);
        }
    }
}

fn begins_a_number(block: &TextBlock, at: usize) -> bool {
    let begins = block.before(at).is_none_or(|letter| {
        letter.is_whitespace() || matches!(letter, '(' | '[' | '«' | '“' | '‘' | '"' | '|' | '=')
    });
    let gap = block.run_back(at, is_space);
    let behind_number = gap < at && block.before(gap).is_some_and(is_digit);
    let sign = usize::from(block.matches(at + 1, |letter| matches!(letter, '$' | '€' | '£')));
    let start = at + 1 + sign;
    let end = block.run(start, |letter| {
        is_digit(letter) || matches!(letter, ',' | '.')
    });
    let code = block.matches(end, |letter| {
        matches!(letter, '-' | '_' | '/') || letter.is_alphabetic() && !is_unit(block, end)
    });
    begins && !behind_number && block.matches(start, is_digit) && !code
}

/// Whether a unit follows a number closely: `-5km`, `-5C`, `-3M$`.
fn is_unit(block: &TextBlock, at: usize) -> bool {
    let end = block.run(at, char::is_alphabetic);
    let word = block.text(at..end);
    crate::language::lexicon::UNIT_SYMBOLS.has(&word)
        || matches!(word.as_str(), "C" | "F" | "k" | "M" | "G" | "h")
}
