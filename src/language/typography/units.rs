//! `unit-space` and `month-space`: a number and what it counts.

use super::block::{TextBlock, is_boundary, is_digit, is_space};
use super::rules::MendRule;
use crate::lang::Lang;
use crate::language::lexicon::{COUNTED_WORDS, UNIT_SYMBOLS, months};
use crate::language::write::NO_BREAK_SPACE;

/// A number is bound to the listed unit that follows: `9 mois`, `neuf (9) mois`,
/// `5 km`; never a year or a code (`le 3 mars 2026 jours`, `A-12 mois`). French parts
/// the two where they touch: `25°C`. The sign of degrees is no raised o (`25ºC`).
pub(super) fn unit_space(block: &mut TextBlock) {
    for gap in block.gaps().iter().rev().cloned() {
        if !counts(block, gap.start) {
            continue;
        }
        let (known, symbol) = unit_at(block, gap.end);
        if known || symbol {
            block.bind(gap, MendRule::UnitSpace);
        }
    }
    if block.style.lang == Lang::Fr {
        part_units(block);
    }
    for at in 1..block.len() {
        let degrees = block.is(at, 'º') && block.matches(at + 1, |unit| matches!(unit, 'C' | 'F'));
        if degrees && is_boundary(block.get(at + 2)) {
            block.set(at, '°', MendRule::UnitSpace);
        }
    }
}

/// Whether a unit in words that this language binds begins at a position, or a symbol.
fn unit_at(block: &TextBlock, at: usize) -> (bool, bool) {
    let end = block.run(at, |letter| {
        letter.is_alphabetic() || matches!(letter, '°' | 'º' | '²' | '³' | '/')
    });
    // An apostrophe makes a word of a symbol's letter: "5 l'ont dit".
    if block.matches(end, |letter| {
        letter.is_alphanumeric() || matches!(letter, '\'' | '’')
    }) {
        return (false, false);
    }
    let unit = block.text(at..end).replace('º', "°");
    let word = block.style.lang == Lang::Fr && COUNTED_WORDS.has(&unit);
    (word, UNIT_SYMBOLS.has(&unit))
}

/// Puts a space between a number and a symbol that touch. A letter by itself may be a
/// part of a name (5G), and an angle's degrees do touch.
fn part_units(block: &mut TextBlock) {
    for at in (1..block.len()).rev() {
        let begins = block.before(at).is_some_and(is_digit)
            && block.matches(at, |letter| {
                letter.is_alphabetic() || letter == '°' || letter == 'º'
            })
            && block.matches(at + 1, char::is_alphabetic);
        if begins && unit_at(block, at).1 && counts(block, at) {
            block.insert(at, NO_BREAK_SPACE, MendRule::UnitSpace);
        }
    }
}

/// Whether a number that can count something ends before `at`.
fn counts(block: &TextBlock, at: usize) -> bool {
    if !block
        .before(at)
        .is_some_and(|letter| is_digit(letter) || letter == ')')
    {
        return false;
    }
    let end = at - usize::from(block.before(at) == Some(')'));
    let start = block.run_back(end, |letter| {
        is_digit(letter) || matches!(letter, ',' | '.') || is_space(letter) && letter != ' '
    });
    let text = block.text(start..end);
    let number = text.trim_start_matches(|letter: char| !is_digit(letter));
    let is_year = number.len() == 4
        && number.chars().all(is_digit)
        && (number.starts_with("19") || number.starts_with("20"));
    let begins = block.before(start).is_none_or(|letter| {
        letter.is_whitespace()
            || matches!(
                letter,
                '(' | '«' | '“' | '‘' | '"' | '–' | '—' | '’' | '\'' | '−' | '±' | '+'
            )
    });
    number.ends_with(is_digit) && begins && !is_year
}

/// The day is bound to its month in French: `17 mars`, `1er avril`.
pub(super) fn month_space(block: &mut TextBlock) {
    for gap in block.gaps().iter().rev().cloned() {
        if !ends_a_day(block, gap.start) {
            continue;
        }
        let end = block.run(gap.end, char::is_alphabetic);
        let name = block.text(gap.end..end);
        let is_month = months(Lang::Fr)
            .iter()
            .any(|month| month.name == name || (month.is_written(&name) && block.is(end, '.')));
        if is_month && is_boundary(block.get(end)) {
            block.bind(gap, MendRule::MonthSpace);
        }
    }
}

/// Whether a day of the month, `1er` among them, ends before `at`.
fn ends_a_day(block: &TextBlock, at: usize) -> bool {
    let end = if at > 2 && block.starts_with(at - 2, "er") {
        at - 2
    } else {
        at
    };
    let start = block.run_back(end, is_digit);
    if start == end {
        return false;
    }
    let day = block.text(start..end).parse::<u8>().unwrap_or(0);
    (1..=31).contains(&day)
        && block
            .before(start)
            .is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '.' | ','))
}
