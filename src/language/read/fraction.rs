//! Fractions, and parts of an hour or of a million.

use super::Value;
use super::length;
use super::number::{ReadNumber, number};
use super::scanner::{FoundValues, Scanner};
use super::value::Length;
use crate::lang::Lang;
use crate::language::lexicon::{denominator, scale_places};
use crate::memo::fact::Decimal;

/// Two-thirds, trois quarts, half, ½.
pub(super) fn fraction(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if let Some(sign) = scanner.sign(at) {
        let value = match sign {
            '½' => Value::Fraction(1, 2),
            '¼' => Value::Fraction(1, 4),
            '¾' => Value::Fraction(3, 4),
            '⅓' => Value::Fraction(1, 3),
            '⅔' => Value::Fraction(2, 3),
            _ => return None,
        };
        return Some(FoundValues::one(1, value));
    }
    if !scanner.counts(at) {
        return None;
    }
    if let Some(word) = scanner.word(at)
        && denominator(word, scanner.lang) == Some(2)
    {
        return Some(FoundValues::one(1, Value::Fraction(1, 2)));
    }
    let number = number(scanner, at).filter(|number| number.words && !number.ordinal)?;
    let above: u32 = number.text.parse().ok()?;
    let hyphen = usize::from(scanner.sign(at + number.tokens) == Some('-'));
    let word = scanner.word(at + number.tokens + hyphen)?;
    let below = denominator(word, scanner.lang)?;
    let plural = above == 1 || word.ends_with('s');
    let is_shift = is_shift(scanner, at + number.tokens + hyphen);
    (above < below && plural && !is_shift)
        .then(|| FoundValues::one(number.tokens + hyphen + 1, Value::Fraction(above, below)))
}

/// Un quart d'heure, trois quarts d'heure, a quarter of an hour: in minutes.
pub(super) fn quarter_hour(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let count = match scanner.word(at)? {
        "a" | "one" | "un" | "le" | "du" | "au" => Some(1),
        "three" | "trois" => Some(3),
        // The last quarter hour, ce quart d'heure.
        _ => None,
    };
    let counted = usize::from(count.is_some());
    let quarter = at + counted + usize::from(counted == 1 && scanner.is_hyphen(at + 1));
    if denominator(scanner.word(quarter)?, scanner.lang) != Some(4) {
        return None;
    }
    let next = quarter + 1 + usize::from(scanner.is_hyphen(quarter + 1));
    let forms: &[&[&str]] = match scanner.lang {
        Lang::En => &[&["of", "an", "hour"], &["hour"], &["hours"]],
        Lang::Fr => &[&["d", "’", "heure"]],
    };
    let form = forms.iter().find(|words| {
        words.iter().enumerate().all(|(index, word)| {
            let place = next + index;
            scanner.word(place) == Some(*word) || *word == "’" && scanner.is_apostrophe(place)
        })
    })?;
    let value = Decimal::from(15 * count.unwrap_or(1));
    let tokens = next + form.len() - at;
    let mut found = FoundValues::number(tokens, value, true);
    found.length = Length::new(value, length::MINUTE);
    Some(found)
}

/// A quarter of, le tiers des, le quart.
pub(super) fn part_of(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let article = match scanner.lang {
        Lang::En => matches!(scanner.word(at)?, "a" | "one"),
        Lang::Fr => matches!(scanner.word(at)?, "le" | "un" | "du" | "au"),
    };
    if !article {
        return None;
    }
    let name = scanner.word(at + 1)?;
    let of = match scanner.lang {
        Lang::En => scanner.word(at + 2) == Some("of"),
        Lang::Fr => matches!(scanner.word(at + 2), Some("de" | "des" | "du" | "d")),
    };
    // Other names are ranks as well: a fifth call.
    let sure = of || matches!(name, "quarter" | "quart" | "tiers");
    let below = denominator(name, scanner.lang)?;
    (sure && !is_shift(scanner, at + 1)).then(|| FoundValues::one(2, Value::Fraction(1, below)))
}

/// Whether the quarter at a place is a shift: quart de travail, quart de nuit.
fn is_shift(scanner: &Scanner, at: usize) -> bool {
    scanner.lang == Lang::Fr
        && matches!(scanner.word(at), Some("quart" | "quarts"))
        && matches!(scanner.word(at + 1), Some("de" | "du"))
        && (scanner.digits(at + 2).is_some()
            || matches!(
                scanner.word(at + 2),
                Some("travail" | "nuit" | "jour" | "soir" | "matin" | "garde" | "douze" | "huit")
            ))
}

/// A part of a great number or of a dozen: half a million, three quarters of a
/// billion, un demi-milliard, une demi-douzaine.
pub(super) fn of_scale(scanner: &Scanner, at: usize) -> Option<ReadNumber> {
    if !scanner.counts(at) {
        return None;
    }
    let after_hyphen = |place| place + usize::from(scanner.is_hyphen(place));
    let after_word = |place, words: &[&str]| {
        let found = scanner
            .word(place)
            .is_some_and(|word| words.contains(&word));
        after_hyphen(place + usize::from(found))
    };
    let count = match scanner.word(at)? {
        "three" | "trois" => 3,
        _ => 1,
    };
    let end = after_word(at, &["a", "one", "three", "un", "une", "trois"]);
    let below = match denominator(scanner.word(end)?, scanner.lang)? {
        2 if count == 1 => 2,
        4 => 4,
        _ => return None,
    };
    let end = after_hyphen(end + 1);
    let end = match scanner.lang {
        Lang::En => after_word(after_word(end, &["of"]), &["a"]),
        Lang::Fr => after_word(end, &["de"]),
    };
    let whole: u64 = match (scanner.lang, scanner.word(end)?) {
        (Lang::En, "dozen") | (Lang::Fr, "douzaine") => 12,
        (Lang::Fr, "centaine") => 100,
        (Lang::Fr, "millier") => 1_000,
        // "Un quart de mille" is a part of a mile.
        (Lang::Fr, "mille") => return None,
        (lang, word) => 10_u64.checked_pow(scale_places(word, lang)?)?,
    };
    Some(ReadNumber {
        tokens: end + 1 - at,
        text: (whole / below * count).to_string(),
        places: 0,
        words: true,
        ordinal: false,
    })
}
