//! Facts: values written once and printed in both languages.

use super::{Text, path::NodePath};
use crate::lang::Both;
use std::cmp::Ordering;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// What stands in the place of a date that could not be read.
    pub(super) const STAND_IN: Date = Date(jiff::civil::date(2000, 1, 1));

    /// The date of this year (0 to 9999), month (1 to 12) and day, where there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        (0..=9999).contains(&year).then_some(())?;
        jiff::civil::Date::new(year, month, day).ok().map(Date)
    }

    /// Reads `2026-04-30`, exactly so.
    pub fn from_iso(text: &str) -> Option<Date> {
        Date::has_form(text).then(|| text.parse().ok().map(Date))?
    }

    /// Whether a text has the form of `2026-04-30`, be there such a day or not.
    pub(super) fn has_form(text: &str) -> bool {
        let fits = |(at, next): (usize, char)| match at {
            4 | 7 => next == '-',
            _ => next.is_ascii_digit(),
        };
        text.len() == 10 && text.char_indices().all(fits)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, January is 1.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// How many days it is behind another; below zero where it is before it.
    pub fn days_from(self, other: Date) -> i64 {
        self.0
            .since(other.0)
            .map_or(0, |span| i64::from(span.get_days()))
    }

    /// The day of the week, Monday is 1, Sunday is 7.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2026-04-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

/// A time of day in minutes since midnight, 0 to 1440 (24 h 00).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub u16);

/// A time zone, named as a reader in Canada names it; which of its standard and
/// daylight labels is printed is the locale's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Newfoundland time.
    Newfoundland,
    /// Atlantic time.
    Atlantic,
    /// Eastern time.
    Eastern,
    /// Central time.
    Central,
    /// Mountain time.
    Mountain,
    /// Pacific time.
    Pacific,
}

/// An exact decimal number that keeps the fraction digits it was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// Reads `-1250000.10`: digits with an optional sign and point, at most 28 digits.
    pub fn parse(text: &str) -> Option<Decimal> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || whole.len() + fraction.len() > 28 {
            return None;
        }
        rust_decimal::Decimal::from_str_exact(text)
            .ok()
            .map(Decimal)
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The number on the other side of zero.
    #[must_use]
    pub fn negated(self) -> Decimal {
        Decimal(-self.0)
    }

    /// How many fraction digits it was written with.
    pub fn fraction_digits(self) -> u32 {
        self.0.scale()
    }

    /// Rounded half away from zero to `digits` fraction digits, zeros added where
    /// there are fewer.
    #[must_use]
    pub fn with_fraction_digits(self, digits: u32) -> Decimal {
        let mut value = self
            .0
            .round_dp_with_strategy(digits, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        value.rescale(digits);
        Decimal(value)
    }

    /// The digits before and after the decimal point, without a sign: `("1250000", "10")`.
    pub fn digits(self) -> (String, String) {
        let text = self.0.abs().to_string();
        match text.split_once('.') {
            Some((whole, fraction)) => (whole.to_owned(), fraction.to_owned()),
            None => (text, String::new()),
        }
    }

    /// Divided by a power of ten, exactly; none where the digits do not suffice.
    pub fn shifted_right(self, places: u32) -> Option<Decimal> {
        let mut value = self.0;
        value.set_scale(value.scale() + places).ok()?;
        Some(Decimal(value))
    }

    /// Without the zeros at the end of the fraction.
    #[must_use]
    pub fn normalized(self) -> Decimal {
        Decimal(self.0.normalize())
    }

    /// The whole number, where it is one and fits.
    pub fn to_integer(self) -> Option<i64> {
        let value = self.0.normalize();
        (value.scale() == 0)
            .then(|| i64::try_from(value.mantissa()).ok())
            .flatten()
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Decimal {
        Decimal(value.into())
    }
}

impl fmt::Display for Decimal {
    /// With a point and no grouping: `-1250000.10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A value that both languages print, each in its own form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// `2026-04-30`
    Date(Date),
    /// `2026-04`: a year and a month (1 to 12).
    Month(i16, u8),
    /// `{ year: 2026 }`
    Year(i16),
    /// `{ quarter: 2026-Q2 }`: a year and a quarter (1 to 4).
    Quarter(i16, u8),
    /// `{ fiscal-year: 2026 }`: the year it begins in.
    FiscalYear(i16),
    /// `{ time: "14:30" }`
    Time(Time, Option<Zone>),
    /// `{ date: 2026-05-29, time: "17:00", zone: eastern }`
    Moment(Date, Time, Option<Zone>),
    /// `{ from: …, to: … }`: two facts of one kind that have an order.
    Range(Box<Fact>, Box<Fact>),
    /// `9`, `1234567.5`, `{ number: "1250000.10" }`
    Number(Decimal),
    /// `{ percent: "12.5" }`: in hundredths, so 12.5 is 12.5 %.
    Percent(Decimal),
    /// `{ ordinal: 26 }`
    Ordinal(u32),
    /// `{ identifier: "1410" }`: the figures and letters that name a room, a form, a
    /// file. They are no number: they are printed as they are written.
    Identifier(String),
    /// `{ amount: "1250000.00", currency: CAD, compact: true }`
    Money {
        /// The amount in units of the currency.
        amount: Decimal,
        /// The ISO 4217 code.
        currency: String,
        /// Whether it is printed with a scale word: $5 million.
        compact: bool,
    },
    /// `{ duration: P9M }`: ISO 8601's years, months, weeks, days, hours and minutes.
    Duration(Vec<(u32, DurationUnit)>),
    /// `{ telephone: 416-555-0123, extension: 12 }`
    Telephone {
        /// The number as it was written.
        number: String,
        /// The extension.
        extension: Option<String>,
    },
    /// `{ email: … }`
    Email(String),
    /// `{ url: … }`, one for each language or the same for both.
    Url(Both<String>),
    /// `{ organization: harbour-communities }`: the key of an organization of the
    /// directory.
    Organization(String),
    /// `{ en: …, fr: … }`: a named Text.
    Text(Text),
}

impl Fact {
    /// How two ends of a range stand to each other; none where they make no range: facts
    /// of two kinds, two currencies, or a kind that has no order.
    pub fn order(&self, other: &Fact) -> Option<Ordering> {
        match (self, other) {
            (Fact::Date(a), Fact::Date(b)) => Some(a.cmp(b)),
            (Fact::Month(a, m), Fact::Month(b, n)) => Some((a, m).cmp(&(b, n))),
            (Fact::Quarter(a, m), Fact::Quarter(b, n)) => Some((a, m).cmp(&(b, n))),
            (Fact::Year(a), Fact::Year(b)) | (Fact::FiscalYear(a), Fact::FiscalYear(b)) => {
                Some(a.cmp(b))
            }
            // Times go round the clock: from ten at night to six in the morning.
            (Fact::Time(..), Fact::Time(..)) => Some(Ordering::Less),
            (Fact::Moment(a, s, _), Fact::Moment(b, t, _)) => Some((a, s).cmp(&(b, t))),
            (Fact::Number(a), Fact::Number(b)) | (Fact::Percent(a), Fact::Percent(b)) => {
                Some(a.cmp(b))
            }
            (Fact::Ordinal(a), Fact::Ordinal(b)) => Some(a.cmp(b)),
            (
                Fact::Money {
                    amount, currency, ..
                },
                Fact::Money {
                    amount: other,
                    currency: same,
                    ..
                },
            ) if currency == same => Some(amount.cmp(other)),
            (Fact::Duration(a), Fact::Duration(b)) => Some(minutes(a).cmp(&minutes(b))),
            _ => None,
        }
    }
}

/// About how long a duration is; months have 30.44 days and years 365.25 (the mean of
/// the Gregorian calendar, rounded).
fn minutes(parts: &[(u32, DurationUnit)]) -> u64 {
    let of = |unit: DurationUnit| match unit {
        DurationUnit::Year => 525_960,
        DurationUnit::Month => 43_834,
        DurationUnit::Week => 10_080,
        DurationUnit::Day => 1_440,
        DurationUnit::Hour => 60,
        DurationUnit::Minute => 1,
    };
    parts
        .iter()
        .map(|(count, unit)| u64::from(*count) * of(*unit))
        .sum()
}

/// A unit of a duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DurationUnit {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
    /// Minutes.
    Minute,
}

/// A fact with its name and its place in the memo or in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFact {
    /// The name that `{ $name }` uses.
    pub name: String,
    /// The value.
    pub value: Fact,
    /// Where it is written.
    pub place: NodePath,
}
