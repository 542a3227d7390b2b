//! `first-of-month`, `ordinal-superscript` and `number-sign`: raised letters of French.

use super::block::{TextBlock, is_boundary, is_digit, is_space};
use super::rules::MendRule;
use crate::lang::Lang;
use crate::language::lexicon::{ORDINAL_ENDINGS, months, weekdays};
use crate::language::write::NO_BREAK_SPACE;

/// The first day of a month is an ordinal: le 1 mai is le 1<sup>er</sup> mai, du 1 au 12
/// juin too (OQLF, « Date »). Only behind an article, a day of the week or at the beginning,
/// where a 1 counts nothing else: Phase 1 mai 2026.
pub(super) fn first_of_month(block: &mut TextBlock) {
    for at in (0..block.len()).rev() {
        if block.is(at, '1') && block.is_free(at) && leads_a_day(block, at) && is_first(block, at) {
            let before = block.len();
            block.insert(at + 1, 'r', MendRule::FirstOfMonth);
            block.insert(at + 1, 'e', MendRule::FirstOfMonth);
            for letter in at + 1..at + 1 + (block.len() - before) {
                block.raise(letter, MendRule::FirstOfMonth);
            }
        }
    }
}

/// Whether a day of a month may stand at a position.
fn leads_a_day(block: &TextBlock, at: usize) -> bool {
    let gap = block.run_back(at, is_space);
    let start = block.run_back(gap, char::is_alphabetic);
    if gap == at {
        return block
            .before(at)
            .is_none_or(|letter| matches!(letter, '(' | '\n'));
    }
    let word = block.text(start..gap).to_lowercase();
    let of_day = weekdays(Lang::Fr).iter().any(|day| day.name == word);
    of_day || matches!(word.as_str(), "le" | "les" | "du" | "au" | "ce" | "dès")
}

/// Whether the 1 at a position is the first of a month: 1 mai, 1 au 12 juin, 1 et 2 mai.
fn is_first(block: &TextBlock, at: usize) -> bool {
    let word = |from: usize| {
        let start = block.run(from, is_space);
        let end = block.run(start, char::is_alphabetic);
        (start > from).then(|| (block.text(start..end), end))
    };
    let is_month = |(name, end): (String, usize)| {
        let known = months(Lang::Fr).iter().any(|month| month.name == name);
        known && is_boundary(block.get(end))
    };
    let Some((name, end)) = word(at + 1) else {
        return false;
    };
    if !matches!(name.as_str(), "au" | "et") {
        return is_month((name, end));
    }
    let day = block.run(end, is_space);
    let digits = block.run(day, is_digit);
    day > end && (1..=2).contains(&(digits - day)) && word(digits).is_some_and(is_month)
}

/// Ordinals get their right letters, raised where that is possible. Letters that
/// stand in a fragment of their own are raised already.
pub(super) fn ordinal_superscript(block: &mut TextBlock) {
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, is_digit);
        let roman = roman_end(block, at);
        let stem = if end > at { end } else { roman };
        if stem > at && is_boundary(block.before(at)) && block.before(at) != Some(',') {
            at = ordinal(block, at, stem);
        } else {
            at = end.max(at + 1);
        }
    }
}

/// The end of a Roman numeral of two letters and more, as in XXIe.
fn roman_end(block: &TextBlock, at: usize) -> usize {
    let end = block.run(at, |letter| matches!(letter, 'I' | 'V' | 'X'));
    if end - at >= 2 { end } else { at }
}

/// Mends the letters after the numeral `at..stem`; gives the position behind it.
fn ordinal(block: &mut TextBlock, at: usize, stem: usize) -> usize {
    let end = block.run(stem, char::is_alphabetic);
    let letters = block.text(stem..end);
    let numeral = block.text(at..stem);
    let found = ORDINAL_ENDINGS
        .entries()
        .iter()
        .find(|[written, right]| *written == letters && fits(right, &numeral));
    let Some([_, right]) = found else {
        return end.max(at + 1);
    };
    let free = (stem..end).all(|letter| block.is_free(letter)) && block.may_raise(end);
    if !free || !block.is_together(at..end) || !is_boundary(block.get(end)) || is_joined(block, end)
    {
        return end.max(at + 1);
    }
    let mut length = 0;
    for letter in right.chars() {
        block.set(stem + length, letter, MendRule::OrdinalSuperscript);
        block.raise(stem + length, MendRule::OrdinalSuperscript);
        length += 1;
    }
    block.set_gap(stem + length..end, None, MendRule::OrdinalSuperscript);
    stem + length
}

/// Whether a hyphen joins letters to a word: another ordinal may follow it (3e-4e).
fn is_joined(block: &TextBlock, end: usize) -> bool {
    block.is(end, '-')
        && !block.matches(end + 1, |letter| is_digit(letter) || "IVX".contains(letter))
}

/// Whether a numeral takes an ending: 1er, 1re, 2nd, 2e.
fn fits(ending: &str, numeral: &str) -> bool {
    let first = matches!(numeral, "1" | "I");
    match ending {
        "e" | "es" => !first,
        "nd" | "nde" | "nds" | "ndes" => numeral == "2",
        _ => first,
    }
}

/// `no 5`, `no. 5`, `n° 5`, `nº 5` are n<sup>o</sup>⍽5 (OQLF, « Abréviation de numéro »).
/// Where letters cannot be raised, the raised sign stays.
pub(super) fn number_sign(block: &mut TextBlock) {
    let mut at = 0;
    while at < block.len() {
        if !block.matches(at, |letter| matches!(letter, 'n' | 'N'))
            || !is_boundary(block.before(at))
            || block
                .before(at)
                .is_some_and(|letter| matches!(letter, '.' | '-' | '’' | '\''))
        {
            at += 1;
            continue;
        }
        let degree = block.matches(at + 1, is_raised_o);
        let letters = block.run(at + 1, |letter| {
            is_raised_o(letter) || "os".contains(letter)
        });
        let text = block.text(at + 1..letters).replace(is_raised_o, "o");
        let known = matches!(text.as_str(), "o" | "os");
        let dot = block.is(letters, '.');
        let gap = letters + usize::from(dot);
        let digits = block.run(gap, is_space);
        let plural = text == "os" && !degree && !dot;
        if known
            && digits > gap
            && block.matches(digits, is_digit)
            && !(plural && counts_ours(block, digits))
            && (at..digits).all(|letter| block.is_free(letter))
        {
            block.set_gap(gap..digits, Some(NO_BREAK_SPACE), MendRule::NumberSign);
            if dot {
                block.remove(letters, MendRule::NumberSign);
            }
            if block.is_together(at..letters) && block.may_raise(letters) {
                if degree && block.superscripts {
                    block.set(at + 1, 'o', MendRule::NumberSign);
                }
                for letter in at + 1..letters {
                    block.raise(letter, MendRule::NumberSign);
                }
            }
        }
        at = letters;
    }
}

/// Whether *nos* before a number is the possessive, since a word follows that is counted:
/// *nos 42 dépôts*, *nos 2,5 millions*, but *nos 5 et 6*, *(nos 12)*.
fn counts_ours(block: &TextBlock, digits: usize) -> bool {
    let number = |at| block.run(at, |letter| is_digit(letter) || is_space(letter));
    let mut end = number(digits);
    while block.is(end, ',') && block.matches(end + 1, is_digit) {
        end = number(end + 1);
    }
    if block.matches(end, |letter| matches!(letter, '%' | '$')) {
        return true;
    }
    let joins = |word: &str| matches!(word, "et" | "ou" | "à" | "au" | "aux");
    let word = block.text(end..block.run(end, char::is_alphabetic));
    block.before(end).is_some_and(is_space) && !word.is_empty() && !joins(&word)
}

/// What is written for a raised o: the signs of degrees, of ordinals, of a ring.
const fn is_raised_o(letter: char) -> bool {
    matches!(letter, '°' | 'º' | '˚')
}
