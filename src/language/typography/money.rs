//! `currency-space`: `$5` and `5 $`, `5 M$`, `5 $ US`, `5 ¢`.

use super::block::{TextBlock, is_digit, is_space};
use super::rules::MendRule;
use crate::lang::Lang;
use crate::language::write::NO_BREAK_SPACE;

/// English amounts follow their sign closely; French ones are bound to the sign
/// that follows, with its multiple (k, M, G, Md), which stands close to it, and its
/// country.
pub(super) fn currency_space(block: &mut TextBlock) {
    match block.style.lang {
        Lang::En => english(block),
        Lang::Fr => french(block),
    }
}

const fn is_sign(letter: char) -> bool {
    matches!(letter, '$' | '€' | '£' | '¥')
}

fn english(block: &mut TextBlock) {
    for at in (0..block.len()).rev() {
        let end = block.run(at + 1, is_space);
        let begins = block.before(at).is_none_or(|letter| {
            letter.is_whitespace()
                || letter.is_ascii_uppercase()
                || matches!(letter, '(' | '-' | '|')
        });
        if block.matches(at, is_sign) && begins && end > at + 1 && block.matches(end, is_digit) {
            block.set_gap(at + 1..end, None, MendRule::CurrencySpace);
        }
    }
}

fn french(block: &mut TextBlock) {
    for at in (1..block.len()).rev() {
        let is_sign = |letter| is_sign(letter) || letter == '¢';
        if !block.matches(at, is_sign) || block.matches(at + 1, char::is_alphanumeric) {
            continue;
        }
        country(block, at);
        let letters_end = block.run_back(at, is_space);
        let letters = block.run_back(letters_end, char::is_alphabetic);
        let multiple = matches!(
            block.text(letters..letters_end).as_str(),
            "k" | "M" | "G" | "Md"
        );
        let sign = if multiple { letters } else { at };
        let start = block.run_back(sign, is_space);
        if block.number_ends(start) {
            if multiple {
                block.set_gap(letters_end..at, None, MendRule::CurrencySpace);
            }
            block.set_gap(start..sign, Some(NO_BREAK_SPACE), MendRule::CurrencySpace);
        }
    }
}

/// `$ US`, `$ CA`: the country's letters after the sign.
fn country(block: &mut TextBlock, sign: usize) {
    let start = block.run(sign + 1, is_space);
    let end = block.run(start, |letter| letter.is_ascii_uppercase());
    let known = matches!(
        block.text(start..end).as_str(),
        "US" | "CA" | "CAN" | "AU" | "NZ" | "HK"
    );
    if known && start > sign + 1 && !block.matches(end, char::is_alphanumeric) {
        block.bind(sign + 1..start, MendRule::CurrencySpace);
    }
}
