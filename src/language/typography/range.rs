//! Whether two hyphens join two numbers, years, pages, dates, hours or amounts.

use super::block::{TextBlock, is_space};
use crate::lang::Lang;
use crate::language::lexicon::{BEFORE_RANGES, UNIT_SYMBOLS, fold, is_month_or_day_of, months};
use std::ops::Range;

/// How many characters of each side are looked at.
const REACH: usize = 32;

/// What stands at one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    sort: Sort,
    value: u64,
}

impl End {
    const fn new(sort: Sort, value: u64) -> End {
        End { sort, value }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Number,
    /// Digits behind letters: A5.
    Code,
    Percent,
    Amount,
    Unit,
    Hour,
    /// A day with its month, as 100 × month + day or, where the month is not read, the
    /// day.
    Day,
    /// A month or a day of the week.
    Name,
}

/// Whether the hyphens in a gap join numbers and the like. Without spaces, numbers on
/// both sides are enough. With spaces, a number may also begin a remark: nothing, where
/// both can be meant.
pub(super) fn joins_numbers(block: &TextBlock, gap: &Range<usize>, spaced: bool) -> Option<bool> {
    let lang = block.style.lang;
    let before = block.text(gap.start.saturating_sub(REACH)..gap.start);
    let after = block.text(gap.end..(gap.end + REACH).min(block.len()));
    let (Some((rest, from)), Some(to)) = (left(&before, lang), right(&after, lang)) else {
        return Some(false);
    };
    if !spaced {
        let names = [from.sort, to.sort].contains(&Sort::Name);
        let codes = [from.sort, to.sort].contains(&Sort::Code);
        return Some(!(names && codes));
    }
    let ascends = from.value < to.value;
    match (from.sort, to.sort) {
        (Sort::Hour, Sort::Hour) => Some(true),
        (Sort::Percent, Sort::Percent)
        | (Sort::Amount, Sort::Amount)
        | (Sort::Unit, Sort::Unit)
        | (Sort::Day, Sort::Day) => Some(ascends),
        (Sort::Number, Sort::Day) | (Sort::Day, Sort::Number) => {
            let days = from.value % 100 < to.value % 100;
            let short = [from, to]
                .iter()
                .all(|end| end.sort == Sort::Day || end.value <= 31);
            Some(days && short)
        }
        (Sort::Number, Sort::Number) if are_years(from.value, to.value) => Some(true),
        (Sort::Number, Sort::Number) if !ascends => Some(false),
        (Sort::Number, Sort::Number) if counts(rest) => Some(true),
        (Sort::Name, _) | (_, Sort::Name) => Some(false),
        _ => None,
    }
}

/// Years in a row, the second perhaps by its last two figures: 2025 -- 26.
fn are_years(from: u64, to: u64) -> bool {
    let is_year = |year: u64| (1900..2100).contains(&year);
    is_year(from) && (is_year(to) && from < to || to < 100 && from % 100 + 1 == to)
}

/// Whether the word at the end of a text says that a range follows.
fn counts(before: &str) -> bool {
    let word = before.trim_end().rsplit(char::is_whitespace).next();
    word.is_some_and(|word| BEFORE_RANGES.has(word.trim_start_matches(['(', '«', '“'])))
}

/// The end that a text closes with, and what stands before it.
fn left(text: &str, lang: Lang) -> Option<(&str, End)> {
    let end = |sort, (rest, value)| Some((rest, End::new(sort, value)));
    if let Some(rest) = text.strip_suffix('%') {
        return end(Sort::Percent, number_before(rest)?);
    }
    if let Some(rest) = text.strip_suffix(['$', '€', '£', '¥']) {
        let rest = rest.trim_end_matches(is_space);
        let scale = ["Md", "k", "M", "G"];
        let rest = scale
            .iter()
            .find_map(|it| rest.strip_suffix(it))
            .unwrap_or(rest);
        return end(Sort::Amount, number_before(rest)?);
    }
    let word_start = text
        .char_indices()
        .rev()
        .take_while(|(_, letter)| is_of_word(*letter))
        .last()
        .map_or(text.len(), |(at, _)| at);
    let (rest, word) = text.split_at(word_start);
    if word.is_empty() {
        return digits_end(text, lang);
    }
    if is_name(word, lang) {
        let day = number_before(rest).filter(|(_, day)| (1..=31).contains(day));
        return match day {
            Some((before, day)) => end(Sort::Day, (before, month(word, lang) * 100 + day)),
            None => end(Sort::Name, (rest, 0)),
        };
    }
    let number = number_before(rest)?;
    match word {
        "h" | "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" => end(Sort::Hour, number),
        "e" | "er" | "re" | "th" | "st" | "nd" | "rd" => end(Sort::Number, number),
        _ if UNIT_SYMBOLS.has(word) => end(Sort::Unit, number),
        _ => None,
    }
}

/// The end of a text that closes with figures.
fn digits_end(text: &str, lang: Lang) -> Option<(&str, End)> {
    let (rest, value) = number_before(text)?;
    let end = |sort, rest| Some((rest, End::new(sort, value)));
    if let Some(rest) = rest.strip_suffix(['$', '€', '£', '¥']) {
        return end(Sort::Amount, rest);
    }
    if let Some(hours) = rest.strip_suffix([':', 'h']).or_else(|| {
        let rest = rest.trim_end_matches(is_space);
        rest.strip_suffix('h')
    }) && let Some((rest, hours)) = number_before(hours)
    {
        return Some((rest, End::new(Sort::Hour, hours * 60 + value)));
    }
    if rest.ends_with(char::is_alphabetic) {
        return end(Sort::Code, rest);
    }
    let before = rest.trim_end_matches(is_space);
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next();
    match word.filter(|word| before.len() < rest.len() && is_name(word, lang)) {
        Some(word) if value <= 31 && lang == Lang::En => {
            let day = month(word, lang) * 100 + value;
            Some((rest, End::new(Sort::Day, day)))
        }
        _ => end(Sort::Number, rest),
    }
}

/// The end that a text begins with.
fn right(text: &str, lang: Lang) -> Option<End> {
    let end = |sort, value| Some(End::new(sort, value));
    if let Some(rest) = text.strip_prefix(['$', '€', '£', '¥']) {
        return end(Sort::Amount, number_at_start(rest)?.1);
    }
    if let Some((rest, value)) = number_at_start(text) {
        let tied = rest.chars().next();
        let behind = rest.trim_start_matches(is_space);
        let word_end = behind
            .find(|letter| !is_of_word(letter))
            .unwrap_or(behind.len());
        let word = &behind[..word_end];
        let money = ["Md", "k", "M", "G", ""].iter().any(|scale| {
            let rest = behind.strip_prefix(scale).unwrap_or_default();
            rest.trim_start_matches(is_space)
                .starts_with(['$', '€', '£', '¥'])
        });
        return match word {
            _ if behind.starts_with('%') => end(Sort::Percent, value),
            _ if money => end(Sort::Amount, value),
            "h" | "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" => end(Sort::Hour, value),
            _ if tied == Some(':') => end(Sort::Hour, value),
            _ if tied == Some('h') && behind[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                end(Sort::Hour, value)
            }
            _ if lang == Lang::Fr && is_name(word.trim_end_matches('.'), lang) => {
                end(Sort::Day, month(word, lang) * 100 + value)
            }
            _ if UNIT_SYMBOLS.has(word) => end(Sort::Unit, value),
            _ => end(Sort::Number, value),
        };
    }
    let word_end = text
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(word_end);
    if is_name(word, lang) {
        return match number_at_start(rest.trim_start_matches(is_space)) {
            Some((_, day)) if lang == Lang::En && day <= 31 => {
                end(Sort::Day, month(word, lang) * 100 + day)
            }
            _ => end(Sort::Name, 0),
        };
    }
    let is_code = !word.is_empty() && word.chars().all(char::is_uppercase);
    let (_, value) = number_at_start(rest).filter(|_| is_code)?;
    end(Sort::Code, value)
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '.' | '°' | '²' | '³' | '/')
}

/// Whether a word names a month or a day of the week, in English with its capital.
fn is_name(word: &str, lang: Lang) -> bool {
    (lang == Lang::Fr || word.starts_with(char::is_uppercase))
        && is_month_or_day_of(&fold(word.trim_end_matches('.')), lang)
}

/// The number of a month; 0 for the days of the week, which have no order here.
fn month(word: &str, lang: Lang) -> u64 {
    months(lang)
        .iter()
        .find(|month| month.is_written(word))
        .map_or(0, |month| u64::from(month.number))
}

/// The number at the end of a text, spaces behind it left out, its groups joined and its
/// fraction dropped; and what stands before it.
fn number_before(text: &str) -> Option<(&str, u64)> {
    let text = text.trim_end_matches(is_space);
    let mut start = text.len();
    let mut group = 0;
    for (at, letter) in text.char_indices().rev() {
        let joins = matches!(letter, ',' | '.') || is_space(letter) && group == 3;
        if letter.is_ascii_digit() {
            group += 1;
            start = at;
        } else if joins && group > 0 {
            group = 0;
        } else {
            break;
        }
    }
    let number = text.get(start..)?;
    Some((text.get(..start)?, value(number)?))
}

/// The number at the start of a text, and what stands behind it.
fn number_at_start(text: &str) -> Option<(&str, u64)> {
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let group = text[at + letter.len_utf8()..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let joins = matches!(letter, ',' | '.') && group > 0 || is_space(letter) && group == 3;
        if letter.is_ascii_digit() {
            end = at + 1;
        } else if end == 0 || !joins {
            break;
        }
    }
    let number = text.get(..end)?;
    Some((text.get(end..)?, value(number)?))
}

/// The whole part of a number: a mark with other than three figures behind it begins the
/// fraction.
fn value(number: &str) -> Option<u64> {
    let fraction = number
        .rfind([',', '.'])
        .filter(|at| number.len() - at != 4)
        .unwrap_or(number.len());
    let digits: String = number[..fraction]
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}
