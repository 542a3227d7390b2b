//! Phrases that are found token by token: `holidays.tsv`, `idioms.tsv`; and the words
//! before a month, `en/before-months.tsv`.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, table, tables};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub(super) static HOLIDAYS: [Table<Holiday>; 2] =
    tables!("holidays.tsv", &["month", "day", "name"], read_holiday);

pub(super) static IDIOMS: [Table<Vec<String>>; 2] = tables!("idioms.tsv", &["phrase"], |row| Some(
    tokens(row.filled(0)?)
));

/// English folded words that may stand before a month at the beginning of a sentence.
pub(crate) static BEFORE_MONTHS: Lookup<()> =
    Lookup::new(table!("en/before-months.tsv", &["word"], Row::listed));

/// A holiday that always falls on one day.
#[derive(Clone, Debug)]
pub(crate) struct Holiday {
    /// Its name, folded, as the tokens of a text.
    pub words: Vec<String>,
    /// January is 1.
    pub month: u8,
    /// Of the month.
    pub day: u8,
}

fn read_holiday(row: &Row) -> Option<Holiday> {
    Some(Holiday {
        words: tokens(row.filled(2)?),
        month: row.number(0).filter(|month| (1..=12).contains(month))?,
        day: row.number(1).filter(|day| (1..=31).contains(day))?,
    })
}

/// A phrase as the reader of values splits it: folded words, numbers, and each mark for
/// itself, apostrophes straight.
fn tokens(phrase: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for word in fold(phrase).split_whitespace() {
        let mut begins = true;
        let mut last_digit = false;
        for letter in word.chars() {
            let mark = !letter.is_alphanumeric();
            // The reader of values parts 3 from rd.
            let parts = last_digit != letter.is_ascii_digit();
            if begins || mark || parts {
                tokens.push(String::new());
            }
            last_digit = letter.is_ascii_digit();
            if let Some(last) = tokens.last_mut() {
                last.push(if letter == '’' { '\'' } else { letter });
            }
            begins = mark;
        }
    }
    tokens
}

/// The holidays whose names begin with a folded word; longer names stand before those
/// that they begin with.
pub(crate) fn holidays_from(first: &str, lang: Lang) -> &'static [Holiday] {
    type ByFirst = FxHashMap<String, Vec<Holiday>>;
    static FOUND: OnceLock<[ByFirst; 2]> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let mut found = ByFirst::default();
            for holiday in lang.of(&HOLIDAYS).entries() {
                if let Some(first) = holiday.words.first() {
                    let named = found.entry(first.clone()).or_default();
                    named.push(holiday.clone());
                    named.sort_by_key(|holiday| std::cmp::Reverse(holiday.words.len()));
                }
            }
            found
        })
    });
    lang.of(found).get(first).map_or(&[], Vec::as_slice)
}

/// Phrases with a word or a number whose numbers the other language may leave out, as the
/// tokens of a text.
pub(crate) fn idioms_with(token: &str, lang: Lang) -> &'static [&'static [String]] {
    type ByToken = FxHashMap<&'static str, Vec<&'static [String]>>;
    static FOUND: OnceLock<[ByToken; 2]> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let mut found = ByToken::default();
            for phrase in lang.of(&IDIOMS).entries() {
                for token in phrase {
                    found.entry(token).or_default().push(phrase);
                }
            }
            found
        })
    });
    lang.of(found).get(token).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_split_as_texts_are() {
        assert_eq!(tokens("New Year’s Eve"), ["new", "year", "'", "s", "eve"]);
        assert_eq!(tokens("24/7"), ["24", "/", "7"]);
        assert_eq!(tokens("St. Jean"), ["st", ".", "jean"]);
        assert_eq!(tokens("moitié-moitié"), ["moitie", "-", "moitie"]);
    }

    #[test]
    fn the_longer_name_is_first() {
        let christmas = holidays_from("christmas", Lang::En);
        assert_eq!(christmas.len(), 3);
        assert!(christmas.first().is_some_and(|it| it.words.len() == 2));
        assert!(holidays_from("christmas", Lang::Fr).is_empty());
    }
}
