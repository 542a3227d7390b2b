//! Numbers with their scale words and what is added to them.

use super::fraction::{fraction, part_of, quarter_hour};
use super::length;
use super::number_words::spelled;
use super::rank::{ordinal, roman, years};
use super::scanner::{FoundValues, Scanner};
use super::value::Length;
use super::{Value, Weight, fraction};
use crate::lang::Lang;
use crate::language::lexicon::{is_unit_of_length, number_part, scale_places, time_unit};
use crate::memo::fact::Decimal;

/// A number at a place, in digits or words, with its scale word.
pub(super) struct ReadNumber {
    /// The tokens it takes.
    pub tokens: usize,
    /// The number before the scale word, with a point.
    pub text: String,
    /// The scale as a power of ten.
    pub places: u32,
    /// Whether it is written in words.
    pub words: bool,
    /// Whether it is a rank.
    pub ordinal: bool,
}

impl ReadNumber {
    /// What it says.
    pub fn value(&self) -> Option<Decimal> {
        self.scaled(self.places)
    }

    /// What it says with a scale of its own or of another.
    pub fn scaled(&self, places: u32) -> Option<Decimal> {
        let (whole, fraction) = self.text.split_once('.').unwrap_or((&self.text, ""));
        let places = places as usize;
        let mut digits = whole.to_owned();
        digits.push_str(fraction);
        let missing = places.saturating_sub(fraction.len());
        digits.push_str(&"0".repeat(missing));
        let after = fraction.len().saturating_sub(places);
        let text = if after > 0 {
            let (whole, fraction) = digits.split_at(digits.len() - after);
            format!("{whole}.{fraction}")
        } else {
            digits
        };
        Decimal::parse(&text).map(Decimal::normalized)
    }
}

/// The number at a place.
pub(super) fn number(scanner: &Scanner, at: usize) -> Option<ReadNumber> {
    if !scanner.counts(at) {
        return None;
    }
    if let Some(number) = fraction::of_scale(scanner, at) {
        return Some(number);
    }
    let (tokens, text, words, ordinal) = if let Some(digits) = scanner.digits(at) {
        (1, digits.text.clone(), false, false)
    } else {
        let rest = scanner.tokens.get(at..)?;
        let spelled = spelled(rest, scanner.lang)?;
        (
            spelled.tokens,
            spelled.value.to_string(),
            true,
            spelled.ordinal,
        )
    };
    let mut number = ReadNumber {
        tokens,
        text,
        places: 0,
        words,
        ordinal,
    };
    if !ordinal {
        add_part(scanner, at, &mut number);
    }
    // 5 million, 5-million
    if !words
        && number.places == 0
        && let Some((tokens, places)) = scale_after(scanner, at + number.tokens)
    {
        number.places = places;
        number.tokens += tokens;
    }
    // 200K
    let end = at + number.tokens;
    if !words && number.places == 0 && scanner.word(end) == Some("k") && scanner.is_tied(end) {
        number.places = 3;
        number.tokens += 1;
    }
    Some(number)
}

/// Whether the digits at a place are the power of the unit before them: m2 for m².
fn is_power(scanner: &Scanner, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let is_unit = |word: &str| is_unit_of_length(word);
    scanner.is_tied(at)
        && matches!(scanner.small(at), Some(2 | 3))
        && scanner.word(before).is_some_and(is_unit)
}

/// What "and a half", "et demie" or "et quart" add, at a place: the tokens, and the
/// fraction in hundredths.
fn part_added(scanner: &Scanner, at: usize) -> Option<(usize, u64)> {
    let words = [scanner.word(at)?, scanner.word(at + 1)?];
    let third = scanner.word(at + 2);
    match (scanner.lang, words, third) {
        (Lang::En, ["and", "a"], Some("half")) => Some((3, 50)),
        (Lang::En, ["and", "a"], Some("quarter")) => Some((3, 25)),
        (Lang::Fr, ["et", "demi" | "demie"], _) => Some((2, 50)),
        (Lang::Fr, ["et", "quart"], _) => Some((2, 25)),
        (Lang::Fr, ["et", "un"], Some("quart")) => Some((3, 25)),
        (Lang::Fr, ["et", "trois"], Some("quarts")) => Some((3, 75)),
        _ => None,
    }
}

/// Adds the half of "two and a half million" and "deux millions et demi", of "two
/// hours and a half" and "vingt-deux heures et demie", of "2½".
fn add_part(scanner: &Scanner, at: usize, number: &mut ReadNumber) {
    let Ok(value) = number.text.parse::<u64>() else {
        return;
    };
    let end = at + number.tokens;
    let sign = match scanner.sign(end) {
        Some('½') => 50,
        Some('¼') => 25,
        Some('¾') => 75,
        _ => 0,
    };
    let (tokens, hundredths) = if sign > 0 {
        (1, sign)
    } else if let Some((tokens, hundredths)) = part_added(scanner, end) {
        (tokens, hundredths)
    } else if let Some((tokens, hundredths)) = part_added(scanner, end + 1)
        && has_noun(scanner, end)
    {
        (tokens + 1, hundredths)
    } else {
        return;
    };
    // A million and a half is half a million more.
    let scale = [1_000_000_000, 1_000_000]
        .into_iter()
        .find(|scale| number.words && value > 0 && value.is_multiple_of(*scale));
    number.tokens += tokens;
    number.text = match scale {
        Some(scale) => (value + scale / 100 * hundredths).to_string(),
        None => format!("{value}.{hundredths}"),
    };
    if let Some(places) = scale_after(scanner, at + number.tokens).filter(|_| scale.is_none()) {
        number.places = places.1;
        number.tokens += places.0;
    }
}

/// Whether a noun that "and a half" may follow stands at a place. In English, "two
/// pages and a half hour" says another thing: only lengths of time.
fn has_noun(scanner: &Scanner, at: usize) -> bool {
    scanner.word(at).is_some_and(|word| match scanner.lang {
        Lang::En => {
            time_unit(word, Lang::En).is_some()
                && scanner
                    .word(at + 4)
                    .is_none_or(|word| time_unit(word, Lang::En).is_none())
        }
        Lang::Fr => true,
    })
}

/// The scale word at a place, with a hyphen before it: the tokens, and its places.
fn scale_after(scanner: &Scanner, at: usize) -> Option<(usize, u32)> {
    let hyphen = usize::from(scanner.sign(at) == Some('-') && scanner.is_tied(at));
    let places = scale_places(scanner.word(at + hyphen)?, scanner.lang)?;
    Some((1 + hyphen, places))
}

/// Whether an article says "per": behind a number, what it counts or "twice".
fn says_how_often(scanner: &Scanner, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let counts = |at: usize| {
        scanner.digits(at).is_some()
            || scanner.word(at).is_some_and(|word| {
                number_part(word, Lang::En).is_some() || scale_places(word, Lang::En).is_some()
            })
    };
    counts(before) || before.checked_sub(1).is_some_and(counts)
}

/// "A year and a half", "an hour", "a week": one, with its unit of time.
fn one_unit(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if scanner.lang != Lang::En || !matches!(scanner.word(at)?, "a" | "an") {
        return None;
    }
    let (unit, length) = length::unit_at(scanner, at + 1)?;
    // "A second" is a rank as often, and "$450 a month" says how often.
    if scanner.word(at + 1) == Some("second") || says_how_often(scanner, at) {
        return None;
    }
    let (tokens, value, weight) = match part_added(scanner, at + 1 + unit) {
        Some((tokens, hundredths)) => (
            1 + unit + tokens,
            Decimal::parse(&format!("1.{hundredths}"))?,
            Weight::Firm,
        ),
        None => (1 + unit, Decimal::from(1), Weight::Idle),
    };
    let value = value.normalized();
    let mut found = FoundValues::number(tokens, value, true);
    found.length = Length::new(value, length);
    found.weight = weight;
    Some(found)
}

/// A number, a rank, a fraction, years in a row.
pub(super) fn plain(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if is_power(scanner, at) {
        return None;
    }
    years(scanner, at)
        .or_else(|| roman(scanner, at))
        .or_else(|| quarter_hour(scanner, at))
        .or_else(|| one_unit(scanner, at))
        .or_else(|| {
            let number = fraction::of_scale(scanner, at)?;
            Some(FoundValues::number(number.tokens, number.value()?, true))
        })
        .or_else(|| part_of(scanner, at))
        .or_else(|| fraction(scanner, at))
        .or_else(|| ordinal(scanner, at))
        .or_else(|| {
            let number = number(scanner, at)?;
            let value = number.value()?;
            let value = if number.ordinal {
                Value::Ordinal {
                    value: u32::try_from(value.to_integer()?).ok()?,
                    words: true,
                }
            } else {
                Value::Number {
                    value,
                    words: number.words,
                }
            };
            Some(FoundValues::one(number.tokens, value))
        })
}
