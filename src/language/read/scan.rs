//! Goes through a text once and tries at each place what can begin there.

use super::length;
use super::scanner::{FoundValues, Scanner};
use super::tokens::TokenKind;
use super::value::Length;
use super::value::{ReadValue, Value, Weight};
use super::{amount, date, holiday, idiom, number, sign, time};
use crate::lang::Lang;
use crate::language::lexicon::{fold, scale_places};
use crate::limits::spend;
use std::ops::Range;

/// Reads the values of a text, in the order in which they stand.
pub fn scan(text: &str, lang: Lang) -> Vec<ReadValue> {
    spend(1 + text.len() as u64);
    let mut readings = values(&Scanner::new(text, lang));
    length::share(&mut readings, |between| {
        text.get(between).is_some_and(joins)
    });
    readings
}

fn values(scanner: &Scanner) -> Vec<ReadValue> {
    let mut values = Vec::new();
    let mut at = 0;
    while let Some(token) = scanner.tokens.get(at) {
        let found = match &token.kind {
            TokenKind::Known(value) => Some(FoundValues::one(1, value.clone())),
            _ => try_all(scanner, at),
        };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        for (range, value) in found.values {
            let range = at + range.start..at + range.end;
            let weight = found.weight.min(idiom::weight(scanner, &range, &value));
            values.extend(read_value(scanner, range, value, found.length, weight));
        }
        at += found.tokens.max(1);
    }
    values
}

fn try_all(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    const READERS: [fn(&Scanner, usize) -> Option<FoundValues>; 11] = [
        holiday::holiday,
        date::date,
        date::weekday,
        time::time,
        idiom::times_per,
        idiom::every,
        idiom::rate,
        sign::negative,
        amount::range,
        amount::amount,
        number::plain,
    ];
    READERS.iter().find_map(|read| read(scanner, at))
}

fn read_value(
    scanner: &Scanner,
    at: Range<usize>,
    value: Value,
    length: Option<Length>,
    weight: Weight,
) -> Option<ReadValue> {
    let (from, to) = (at.start, at.end.max(at.start + 1));
    let length = length.or_else(|| length::of_value(scanner, from..to, &value));
    let covered = scanner.tokens.get(from..to).unwrap_or_default();
    let (first, last) = (covered.first()?, covered.last()?);
    let foreign_mark = covered
        .iter()
        .any(|token| matches!(&token.kind, TokenKind::Number(digits) if digits.foreign_mark));
    Some(ReadValue {
        range: first.range.start..last.range.end,
        value,
        foreign_mark,
        length,
        weight,
    })
}

/// Whether what stands between two numbers only joins them, so that the second says
/// the unit of both: "5 000, 10 000 et 15 000 $".
pub fn joins(between: &str) -> bool {
    between
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '-' | '–' | '—'))
        .filter(|word| !word.is_empty())
        .all(|word| matches!(word, "et" | "ou" | "à" | "and" | "or" | "to"))
}

/// The scale of the first word for millions or more in a text, as a power of ten.
pub fn scale_of(text: &str, lang: Lang) -> Option<u32> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter_map(|word| scale_places(&fold(word), lang))
        .find(|places| *places >= 6)
}
