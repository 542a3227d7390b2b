//! Reading what running text says in numbers: dates, times, amounts, percentages,
//! telephone numbers, addresses, and number words, each language by its own
//! conventions.
//!
//! [`scan`] goes through a text once, by hand, without regular expressions. What it
//! finds never overlaps and stands in the order of the text.

mod address;
mod amount;
mod cell;
mod date;
mod fraction;
mod holiday;
mod idiom;
mod length;
mod number;
mod number_words;
mod rank;
mod scanner;
mod sign;
mod telephones;
mod time;
mod tokens;
mod vanity;

#[cfg(test)]
mod tests;

pub(crate) use address::{is_domain, is_file_ending};
pub use cell::{CellContent, read_cell};
pub use length::Length;
pub use telephones::{Telephone, telephones};
pub(super) use vanity::vanity;

use crate::lang::Lang;
use crate::language::lexicon::{fold, scale_places};
use crate::memo::fact::{Decimal, Time};
use std::ops::Range;

/// A value in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadValue {
    /// The bytes of the text that say it.
    pub range: Range<usize>,
    /// What they say.
    pub value: Value,
    /// Whether a number is written as the other language writes it: `1.5` in
    /// French, `1,5` in English.
    pub foreign_mark: bool,
    /// How long a number of hours, days or months is.
    pub length: Option<Length>,
    /// Whether the other language must say it too.
    pub weight: Weight,
}

/// How much it matters that the other language says a value too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Not at all: a part of a name or of an idiom, "an hour".
    Idle,
    /// It may say it in other words, but nothing else in its place: a holiday.
    Loose,
    /// It must.
    #[default]
    Firm,
}

/// What a reader understands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A number in digits or in words.
    Number {
        /// The number, without zeros at the end of the fraction.
        value: Decimal,
        /// Whether it is written in words.
        words: bool,
    },
    /// A rank: 26th, third.
    Ordinal {
        /// The rank.
        value: u32,
        /// Whether it is written in words.
        words: bool,
    },
    /// A part of one: half, two-thirds.
    Fraction(u32, u32),
    /// So many of a hundred.
    Percent(Decimal),
    /// An amount of money.
    Money {
        /// In units of the currency.
        amount: Decimal,
        /// The ISO 4217 code; CAD where only `$` stands.
        currency: &'static str,
    },
    /// A date, or the parts of one that are written.
    Date {
        /// The year.
        year: Option<i16>,
        /// The month, January is 1.
        month: Option<u8>,
        /// The day of the month.
        day: Option<u8>,
    },
    /// A day of the week, Monday is 1.
    Weekday(u8),
    /// A fiscal year or another pair of years in a row, by the first: 2026–27.
    FiscalYear(i16),
    /// A time of day.
    Time(Time),
    /// A telephone number: its digits, without the long-distance 1.
    Phone(String),
    /// A Canadian postal code, without its space.
    PostalCode(String),
    /// An e-mail address, in lower case.
    Email(String),
    /// A web address.
    Url(String),
    /// A file's name.
    File(String),
    /// A code of letters and digits, by its digits: a reference number, a form.
    Code(String),
}

/// Reads the values of a text, in the order in which they stand.
pub fn scan(text: &str, lang: Lang) -> Vec<ReadValue> {
    let mut readings = scanner::Scanner::new(text, lang).run();
    length::share(&mut readings, |between| {
        text.get(between).is_some_and(joins)
    });
    readings
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
