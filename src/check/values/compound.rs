//! What two values of a text say together: four in five, the fiscal year 23-24.

use crate::check::licences::{Licence, SHARE, SHORT_YEARS};
use crate::check::values::{Kind, Said};
use crate::lang::Lang;
use crate::language::lexicon::fold;
use crate::language::read::Value;
use std::ops::Range;

/// Words that may stand between the two numbers of a share: "four employees in five".
const WORDS: usize = 6;

/// A value that two others say.
#[derive(Clone, Debug)]
pub(in crate::check) struct Whole {
    /// The bytes of the values that say it.
    pub parts: [Range<usize>; 2],
    /// What they say.
    pub kind: Kind,
    /// What lets them stand for it.
    pub licence: &'static Licence,
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
        let whole = share.or_else(|| Some((fiscal_year(between, first, second)?, &SHORT_YEARS)));
        if let Some((kind, licence)) = whole {
            wholes.push(Whole {
                parts: [first.range.clone(), second.range.clone()],
                kind,
                licence,
            });
        }
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
