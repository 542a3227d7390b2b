//! What a reader understands.

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

/// A length of time, as a fraction in lowest terms: of seconds, or of months, which
/// have no fixed number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub(super) months: bool,
    pub(super) above: u64,
    pub(super) below: u64,
    /// Whether it is "huit jours" or "quinze jours", which say one week and two.
    pub(super) round: bool,
    /// Whether it is counted in weeks.
    pub(super) weeks: bool,
}
