//! Months and days of the week: `months.tsv` and `weekdays.tsv`.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Row, Table, tables};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const COLUMNS: &[&str] = &["number", "name", "abbreviation", "other abbreviations"];

pub(super) static MONTHS: [Table<CalendarName>; 2] = tables!("months.tsv", COLUMNS, read);

pub(super) static WEEKDAYS: [Table<CalendarName>; 2] = tables!("weekdays.tsv", COLUMNS, read);

/// A month or a day of the week.
#[derive(Clone, Debug)]
pub(crate) struct CalendarName {
    /// Its number; January and Monday are 1.
    pub number: u8,
    /// As it stands in a sentence.
    pub name: &'static str,
    /// The abbreviation that is written, with its period; none for a name that is never
    /// shortened.
    pub abbreviation: Option<&'static str>,
    others: Vec<&'static str>,
}

impl CalendarName {
    /// Whether a word is its name or its abbreviation, with its period or without.
    pub(crate) fn is_written(&self, word: &str) -> bool {
        let short = self.abbreviation.unwrap_or(self.name);
        self.name == word || short.trim_end_matches('.') == word.trim_end_matches('.')
    }
}

fn read(row: &Row) -> Option<CalendarName> {
    Some(CalendarName {
        number: row.number(0)?,
        name: row.filled(1)?,
        abbreviation: row.filled(2),
        others: row.list(3),
    })
}

/// The months of a language, from January on.
pub(crate) fn months(lang: Lang) -> &'static [CalendarName] {
    lang.of(&MONTHS).entries()
}

/// The days of the week of a language, from Monday on.
pub(crate) fn weekdays(lang: Lang) -> &'static [CalendarName] {
    lang.of(&WEEKDAYS).entries()
}

/// A word of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CalendarWord {
    /// The number of the month or of the day of the week.
    pub number: u8,
    /// Whether it is an abbreviation.
    pub short: bool,
}

type WordsOfCalendar = FxHashMap<String, CalendarWord>;

/// The month that a folded word names, whole or shortened without its period.
pub(crate) fn month_named(folded: &str, lang: Lang) -> Option<CalendarWord> {
    static FOUND: OnceLock<[WordsOfCalendar; 2]> = OnceLock::new();
    let found = FOUND.get_or_init(|| MONTHS.each_ref().map(by_word));
    lang.of(found).get(folded).copied()
}

/// Whether a text ends with the name of a month: no line ends there where the day or the
/// year follows.
pub(crate) fn ends_with_month(text: &str, lang: Lang) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic() && c != '.').next();
    let word = word.unwrap_or_default().trim_end_matches('.');
    // "May" and "March" are other words without their capital.
    let named = lang == Lang::Fr || word.starts_with(char::is_uppercase);
    named && word.len() >= 3 && month_named(&fold(word), lang).is_some()
}

/// The day of the week that a folded word names, whole or shortened without its period.
pub(crate) fn weekday_named(folded: &str, lang: Lang) -> Option<CalendarWord> {
    static FOUND: OnceLock<[WordsOfCalendar; 2]> = OnceLock::new();
    let found = FOUND.get_or_init(|| WEEKDAYS.each_ref().map(by_word));
    lang.of(found).get(folded).copied()
}

fn by_word(names: &Table<CalendarName>) -> WordsOfCalendar {
    let mut found = WordsOfCalendar::default();
    for entry in names.entries() {
        let short = entry.abbreviation.iter().chain(&entry.others);
        let short = short.map(|word| (*word, true));
        for (word, short) in [(entry.name, false)].into_iter().chain(short) {
            let word = fold(word.trim_end_matches('.'));
            let number = entry.number;
            found.entry(word).or_insert(CalendarWord { number, short });
        }
    }
    found
}

/// Whether a folded word is a month or a day of the week in either language.
pub fn is_month_or_day(folded: &str) -> bool {
    Lang::ALL
        .into_iter()
        .any(|lang| is_month_or_day_of(folded, lang))
}

/// Whether a folded word is a month or a day of the week in a language, not shortened.
pub fn is_month_or_day_of(folded: &str, lang: Lang) -> bool {
    let named = month_named(folded, lang).or_else(|| weekday_named(folded, lang));
    named.is_some_and(|word| !word.short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_is_whole() {
        for lang in Lang::ALL {
            assert!(months(lang).iter().map(|month| month.number).eq(1..=12));
            assert!(weekdays(lang).iter().map(|day| day.number).eq(1..=7));
        }
    }

    #[test]
    fn names_and_abbreviations_are_found() {
        let word = |number, short| Some(CalendarWord { number, short });
        assert_eq!(month_named("fevrier", Lang::Fr), word(2, false));
        assert_eq!(month_named("sep", Lang::En), word(9, true));
        assert_eq!(month_named("may", Lang::En), word(5, false));
        assert_eq!(weekday_named("thur", Lang::En), word(4, true));
        assert_eq!(weekday_named("mar", Lang::Fr), word(2, true));
        assert!(is_month_or_day("aout") && !is_month_or_day("sept"));
    }
}
