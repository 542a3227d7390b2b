//! What several values of a text say together: four in five, an hour and 20 minutes,
//! five minutes and twice that length.

use crate::check::licences::{Licence, SHARE, SHORT_YEARS, SUM, TIMES};
use crate::check::values::{Kind, Said, magnitude};
use crate::lang::Lang;
use crate::language::lexicon::fold;
use crate::language::read::Value;
use crate::memo::fact::Decimal;
use std::ops::Range;

/// Words that may stand between the two numbers of a share: "four employees in five".
const WORDS: usize = 6;

/// A value that several others say.
#[derive(Clone, Debug)]
pub(in crate::check) struct Whole {
    /// The bytes of the values that say it.
    pub parts: Vec<Range<usize>>,
    /// What they say.
    pub kind: Kind,
    /// What lets them stand for it.
    pub licence: &'static Licence,
}

impl Whole {
    /// Whether a value says the same; a sum of hours and minutes is no number.
    pub fn is_said_by(&self, kind: &Kind) -> bool {
        match self.kind.length {
            Some(_) => self.kind.is_as_long_as(kind),
            None => self.kind.equals(kind),
        }
    }
}

/// The wholes of a text with its values.
pub(in crate::check) fn of(text: &str, lang: Lang, values: &[Said]) -> Vec<Whole> {
    let mut wholes = Vec::new();
    for pair in values.windows(2) {
        let [first, second] = pair else { continue };
        let between = text
            .get(first.range.end..second.range.start)
            .unwrap_or_default();
        let share = share(lang, between, first, second).map(|kind| (kind, &SHARE));
        let whole = share
            .or_else(|| Some((sum(between, first, second)?, &SUM)))
            .or_else(|| Some((fiscal_year(between, first, second)?, &SHORT_YEARS)));
        if let Some((kind, licence)) = whole {
            wholes.push(Whole {
                parts: vec![first.range.clone(), second.range.clone()],
                kind,
                licence,
            });
        }
    }
    for (at, said) in values.iter().enumerate() {
        let after = text.get(said.range.end..).unwrap_or_default();
        let before = values.get(..at).unwrap_or_default();
        wholes.extend(times(lang, after, before, said).map(|kind| Whole {
            parts: vec![said.range.clone()],
            kind,
            licence: &TIMES,
        }));
    }
    wholes
}

fn plain(value: Value) -> Kind {
    Kind {
        value,
        length: None,
    }
}

fn count(said: &Said) -> Option<u32> {
    match &said.kind.value {
        Value::Number { value, .. } => u32::try_from(value.to_integer()?).ok(),
        _ => None,
    }
}

/// Four in five, 24 homes out of 27, quatre personnes sur cinq.
fn share(lang: Lang, between: &str, first: &Said, second: &Said) -> Option<Kind> {
    let (above, below) = (count(first)?, count(second)?);
    let words: Vec<String> = between.split_whitespace().map(fold).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let joined = match (lang, words.as_slice()) {
        (Lang::En, [.., "out", "of"] | [.., "in" | "of", "every"] | [.., "in"]) => true,
        (Lang::En, ["of"]) => true,
        (Lang::Fr, [.., "sur"]) => true,
        _ => between.trim() == "/",
    };
    let one_phrase = !between.contains(['.', ';', ':', '!', '?', '\n']);
    (joined && one_phrase && words.len() <= WORDS && above <= below && below > 0)
        .then(|| plain(Value::Fraction(above, below)))
}

/// Two hours and 30 minutes, un an et six mois.
fn sum(between: &str, first: &Said, second: &Said) -> Option<Kind> {
    let (left, right) = (first.kind.length?, second.kind.length?);
    // The unit of the first stands between.
    let words: Vec<String> = between.split_whitespace().map(fold).collect();
    let joined = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => true,
        [_] => true,
        [_, and] => matches!(and, "and" | "et"),
        _ => false,
    };
    let length = left.plus(right).filter(|_| joined)?;
    let value = Decimal::from(1);
    Some(Kind {
        value: Value::Number { value, words: true },
        length: Some(length),
    })
}

/// The century that years of two digits are of.
const CENTURY: u32 = 2000;

/// 23-24, the fiscal year 2023-2024.
fn fiscal_year(between: &str, first: &Said, second: &Said) -> Option<Kind> {
    let two_digits = |said: &Said| {
        let year = count(said).filter(|_| said.range.len() == 2)?;
        Some((CENTURY + year, year))
    };
    let ((year, short), (_, next)) = (two_digits(first)?, two_digits(second)?);
    let in_a_row = matches!(between, "-" | "–" | "\u{2011}" | "/") && next == (short + 1) % 100;
    let year = i16::try_from(year).ok().filter(|_| in_a_row)?;
    Some(plain(Value::FiscalYear(year)))
}

/// Twice that length, half as many, le double: so many times the number before.
fn times(lang: Lang, after: &str, before: &[Said], said: &Said) -> Option<Kind> {
    let words: Vec<String> = after.split_whitespace().take(1).map(fold).collect();
    let next = words.first().map_or("", String::as_str);
    let next = next.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let refers = match lang {
        Lang::En => matches!(next, "that" | "as" | "this" | "the"),
        Lang::Fr => {
            matches!(next, "plus" | "de" | "moins" | "fois" | "cette" | "ce") || next.is_empty()
        }
    };
    let (above, below) = match &said.kind.value {
        Value::Number { value, words: true } => (value.to_integer()?, 1),
        Value::Fraction(above, below) => (i64::from(*above), i64::from(*below)),
        _ => return None,
    };
    let base = before
        .iter()
        .rev()
        .find(|said| magnitude(&said.kind).is_some_and(|value| value > Decimal::from(1)))?;
    let product = magnitude(&base.kind)?.to_integer()?.checked_mul(above)?;
    if !refers || below == 0 || product % below != 0 {
        return None;
    }
    let value = Decimal::from(product / below);
    Some(plain(match base.kind.value {
        Value::Money { currency, .. } => Value::Money {
            amount: value,
            currency,
        },
        Value::Percent(_) => Value::Percent(value),
        _ => Value::Number { value, words: true },
    }))
}
