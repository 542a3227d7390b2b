//! Number words that count nothing: parts of names and of fixed phrases; and words
//! that say how often.

use super::length;
use super::number::number;
use super::scanner::{FoundValues, Scanner};
use super::value::Length;
use super::{Value, Weight};
use crate::lang::Lang;
use crate::language::lexicon::{TimeUnit, idioms_with, number_part, rate as rate_word};
use crate::memo::fact::Decimal;
use std::ops::Range;

/// How much a value in words matters that stands among these tokens.
pub(super) fn weight(scanner: &Scanner, at: &Range<usize>, value: &Value) -> Weight {
    if is_name(scanner, at, value)
        || is_phrase(scanner, at)
        || is_quarantine(scanner, at)
        || is_september(scanner, at)
        || is_in_thousands(scanner, at)
        || is_thing(scanner, at)
    {
        Weight::Idle
    } else if is_indefinite(scanner, at) {
        Weight::Loose
    } else {
        Weight::Firm
    }
}

/// Whether nobody knows how many: "several hundred million", « plusieurs milliers ».
fn is_indefinite(scanner: &Scanner, at: &Range<usize>) -> bool {
    let before = at.start.checked_sub(1).and_then(|at| scanner.word(at));
    let some = match scanner.lang {
        Lang::En => matches!(before, Some("several" | "few" | "many")),
        Lang::Fr => matches!(before, Some("plusieurs" | "quelques")),
    };
    some && scanner.digits(at.start).is_none()
}

/// Whether the word is a quarantine, or the forties of one's life: no "quarantaine de
/// personnes".
fn is_quarantine(scanner: &Scanner, at: &Range<usize>) -> bool {
    scanner.lang == Lang::Fr
        && at.end.checked_sub(1).and_then(|last| scanner.word(last)) == Some("quarantaine")
        && !matches!(scanner.word(at.end), Some("de" | "d"))
}

/// Whether the word is short for September: "Sept." that begins a cell.
fn is_september(scanner: &Scanner, at: &Range<usize>) -> bool {
    let dot = scanner.sign(at.end) == Some('.') && scanner.is_tied(at.end);
    scanner.lang == Lang::Fr
        && at.len() == 1
        && scanner.word(at.start) == Some("sept")
        && dot
        && (at.start == 0 || scanner.is_capital(at.start))
}

/// Whether a number word is a thing: "le mille", "dans le mille" is a target's middle or a
/// length, since a number in words takes no article of one.
fn is_thing(scanner: &Scanner, at: &Range<usize>) -> bool {
    let article = at.start.checked_sub(1).and_then(|at| scanner.word(at));
    scanner.lang == Lang::Fr
        && at.len() == 1
        && matches!(scanner.word(at.start), Some("mille" | "cent"))
        && matches!(article, Some("le" | "un"))
        && !matches!(scanner.word(at.end), Some("d" | "de"))
}

/// Whether it says that a table counts in thousands or millions: "($000)".
fn is_in_thousands(scanner: &Scanner, at: &Range<usize>) -> bool {
    let digits = |place: usize| scanner.digits(place).map(|digits| digits.text.as_str());
    at.clone()
        .any(|place| matches!(digits(place), Some("000" | "000000")))
}

/// Whether the value stands in a fixed phrase.
fn is_phrase(scanner: &Scanner, at: &Range<usize>) -> bool {
    let number = match scanner.digits(at.start) {
        Some(digits) => digits.text.as_str(),
        None => scanner.word(at.start).unwrap_or_default(),
    };
    idioms_with(number, scanner.lang).iter().any(|words| {
        let first = (at.end + 1).saturating_sub(words.len() + 1);
        (first..=at.start).any(|start| {
            start + words.len() >= at.end
                && words
                    .iter()
                    .enumerate()
                    .all(|(index, word)| scanner.is(start + index, word))
        })
    })
}

/// Whether a number word is a part of a name: Six Nations, Mille-Îles, Twelve O'Clock
/// Point.
fn is_name(scanner: &Scanner, at: &Range<usize>, value: &Value) -> bool {
    let in_words = matches!(value, Value::Number { words: true, .. });
    if !in_words || !scanner.is_capital(at.start) {
        return false;
    }
    let hyphen = scanner.is_hyphen(at.end);
    let next = at.end + usize::from(hyphen);
    let other_number = scanner
        .word(next)
        .is_some_and(|word| number_part(word, scanner.lang).is_some());
    scanner.is_capital(next) && !other_number
}

/// Quarterly, trimestriel, a fortnight: one such length of time, which the other
/// language may count in months or weeks.
pub(super) fn rate(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let article = match scanner.lang {
        Lang::En => scanner.word(at) == Some("a"),
        Lang::Fr => scanner.word(at) == Some("une"),
    };
    let start = at + usize::from(article);
    let half = |first: &str, second: &[&str]| {
        let hyphen = usize::from(scanner.sign(start + 1) == Some('-'));
        let fits = scanner.word(start) == Some(first)
            && scanner
                .word(start + 1 + hyphen)
                .is_some_and(|word| second.contains(&word));
        fits.then_some(start + 2 + hyphen)
    };
    let semi = half("semi", &["annual", "annually"]).or_else(|| half("half", &["yearly"]));
    let two = half("bi", &["weekly"]);
    let (end, name) = match (semi, two) {
        (Some(end), _) => (end, "semiannual"),
        (None, Some(end)) => (end, "biweekly"),
        (None, None) => (start + 1, scanner.word(start)?),
    };
    let unit = rate_word(name, scanner.lang)?;
    // Une quinzaine de minutes is a number.
    let days = matches!(name, "quinzaine" | "huitaine");
    let counts = days && scanner.word(end) == Some("de");
    if counts || (article && !days && name != "fortnight") {
        return None;
    }
    Some(one_period(end - at, unit))
}

/// One length of time, which the other language need not say.
fn one_period(tokens: usize, unit: TimeUnit) -> FoundValues {
    let value = Decimal::from(1);
    let mut found = FoundValues::number(tokens, value, true);
    found.length = Length::new(value, unit);
    found.weight = Weight::Idle;
    found
}

/// Every quarter, chaque trimestre, tous les mois: one such length of time.
pub(super) fn every(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let skipped = match (scanner.lang, scanner.word(at)?, scanner.word(at + 1)) {
        (Lang::En, "each" | "every", _) | (Lang::Fr, "chaque", _) => 1,
        (Lang::Fr, "tous" | "toutes", Some("les")) => 2,
        _ => return None,
    };
    let unit = length::period(scanner.word(at + skipped)?, scanner.lang)?;
    Some(one_period(skipped + 1, unit))
}

/// Twice a year, deux fois par mois: a number of times, as far apart as that says.
pub(super) fn times_per(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let once = match (scanner.lang, scanner.word(at)) {
        (Lang::En, Some("once")) => Some(1),
        (Lang::En, Some("twice")) => Some(2),
        (Lang::En, Some("thrice")) => Some(3),
        _ => None,
    };
    let (tokens, value, words) = match once {
        Some(value) => (1, Decimal::from(value), true),
        None => {
            let number = number(scanner, at).filter(|number| !number.ordinal)?;
            let says = match scanner.lang {
                Lang::En => matches!(scanner.word(at + number.tokens)?, "time" | "times"),
                Lang::Fr => scanner.word(at + number.tokens)? == "fois",
            };
            let value = number.value().filter(|_| says)?;
            (number.tokens + 1, value, number.words)
        }
    };
    let end = at + tokens;
    let joint = match (scanner.lang, scanner.word(end)?) {
        (Lang::En, "a" | "an" | "per" | "each" | "every") => 1,
        (Lang::Fr, "l") if scanner.is_apostrophe(end + 1) => 2,
        (Lang::Fr, "par" | "chaque") => 1,
        _ => return None,
    };
    let unit = length::period(scanner.word(end + joint)?, scanner.lang)?;
    let mut found = FoundValues::many(
        tokens + joint + 1,
        vec![(0..tokens, Value::Number { value, words })],
    );
    found.length = Length::between(value, unit);
    Some(found)
}
