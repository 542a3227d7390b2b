//! Ranks, Roman numerals and pairs of years.

use super::Value;
use super::scanner::{FoundValues, Scanner};
use crate::lang::Lang;
use crate::language::lexicon::{self, rank_word};
use crate::memo::fact::Decimal;

/// 2026–27, 2026-2027, 2026/27.
pub(super) fn years(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let first = scanner.small(at)?;
    let dash = matches!(scanner.sign(at + 1), Some('-' | '–' | '\u{2011}' | '/'));
    let tied = scanner.is_tied(at + 1) && scanner.is_tied(at + 2);
    let second = scanner.small(at + 2)?;
    let length = scanner.token(at + 2)?.range.len();
    let next = first + 1;
    let in_a_row = match length {
        4 => second == next,
        2 => second == next % 100,
        _ => false,
    };
    let is_year = (1900..=2199).contains(&first) && scanner.token(at)?.range.len() == 4;
    if !dash || !tied || !is_year {
        return None;
    }
    if in_a_row {
        let year = i16::try_from(first).ok()?;
        return Some(FoundValues::one(3, Value::FiscalYear(year)));
    }
    // 2021–26 is 2021 to 2026.
    let later = first / 100 * 100 + second;
    let dash = matches!(scanner.sign(at + 1), Some('–' | '-'));
    let goes_on = scanner.is_tied(at + 3) && scanner.sign(at + 3) == Some('-');
    if !dash || goes_on || length != 2 || later <= first {
        return None;
    }
    let number = |year: u32| Value::Number {
        value: Decimal::from(i64::from(year)),
        words: false,
    };
    let mut found = FoundValues::one(3, number(first));
    found.values = vec![(0..1, number(first)), (2..3, number(later))];
    Some(found)
}

/// Roman numerals: of two letters or more, Phase II; of one behind a word that they
/// number, Part I; of a century, XXIe siècle.
pub(super) fn roman(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let word = scanner.word(at).filter(|_| scanner.is_capital(at))?;
    let century = word.strip_suffix('e').and_then(numeral);
    if let Some(century) = century.filter(|it| (15..=21).contains(it) && scanner.lang == Lang::Fr) {
        let rank = Value::Ordinal {
            value: century,
            words: true,
        };
        return Some(FoundValues::one(1, rank));
    }
    let numbered = at.checked_sub(1).and_then(|before| scanner.word(before));
    let numbered = numbered.is_some_and(|word| {
        lexicon::numbers_a_part(word) || matches!(word, "phase" | "type" | "stage" | "level")
    });
    let value = numeral(word).filter(|value| *value <= 12 && (numbered || word.len() > 1))?;
    Some(FoundValues::number(1, i64::from(value).into(), true))
}

/// The Roman numerals from 1 on.
const NUMERALS: &str =
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi";

fn numeral(word: &str) -> Option<u32> {
    // Nearly all words have other letters.
    if !word
        .bytes()
        .all(|letter| matches!(letter, b'i' | b'v' | b'x'))
    {
        return None;
    }
    let found = (1..).zip(NUMERALS.split(' ')).find(|(_, it)| *it == word);
    found.map(|(value, _)| value)
}

/// 26th, 1er, 2e, third, troisième.
pub(super) fn ordinal(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if let Some(value) = scanner.small(at) {
        let suffix = scanner
            .word(at + 1)
            .filter(|_| scanner.is_tied(at + 1))
            .is_some_and(|suffix| match scanner.lang {
                Lang::En => matches!(suffix, "st" | "nd" | "rd" | "th"),
                Lang::Fr => matches!(
                    suffix,
                    "er" | "re"
                        | "e"
                        | "es"
                        | "ers"
                        | "res"
                        | "eme"
                        | "emes"
                        | "ieme"
                        | "ere"
                        | "nd"
                        | "nde"
                ),
            });
        return suffix.then(|| {
            FoundValues::one(
                2,
                Value::Ordinal {
                    value,
                    words: false,
                },
            )
        });
    }
    let value = rank_word(scanner.word(at)?, scanner.lang)?;
    Some(FoundValues::one(
        1,
        Value::Ordinal {
            value: u32::try_from(value).ok()?,
            words: true,
        },
    ))
}
