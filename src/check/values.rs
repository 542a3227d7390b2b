//! The values in a leaf, and when values of two languages say the same.

use super::leaf::Leaf;
use super::wholes::{self, Whole};
use crate::locale::read::{self, Length, Value, Weight};
use crate::memo::fact::{Decimal, Time};
use std::ops::Range;

/// A value in a leaf.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// The bytes of the leaf's text.
    pub range: Range<usize>,
    /// What they say.
    pub kind: Kind,
    /// Whether a number is written as the other language writes it.
    pub foreign_mark: bool,
    /// The facts that print it, each all of it.
    pub facts: Vec<String>,
    /// Whether the other language must say it too.
    pub weight: Weight,
}

/// What a value says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// The value.
    pub value: Value,
    /// How long a number of units of time is.
    pub length: Option<Length>,
}

/// The values of a leaf, in the order of its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    said: Vec<Said>,
    /// What several of them say together.
    pub wholes: Vec<Whole>,
}

impl Values {
    /// Reads the values of a leaf. Code says none, and words in the other language
    /// are not read.
    pub fn read(leaf: &Leaf<'_>) -> Values {
        if !leaf.text.contains(|c: char| !c.is_whitespace()) {
            return Values::default();
        }
        let mut values = Vec::new();
        for reading in read::scan(&leaf.text, leaf.lang) {
            let pieces = leaf.pieces_in(&reading.range);
            let plain = pieces
                .iter()
                .all(|piece| piece.manner == super::leaf::Manner::Plain);
            let Some((first, rest)) = pieces.split_first().filter(|_| plain) else {
                continue;
            };
            let mut facts = first.facts.to_vec();
            facts.retain(|fact| rest.iter().all(|piece| piece.facts.contains(fact)));
            values.push(Said {
                range: reading.range,
                kind: Kind {
                    value: reading.value,
                    length: reading.length,
                },
                foreign_mark: reading.foreign_mark,
                facts,
                weight: reading.weight,
            });
        }
        let wholes = wholes::of(&leaf.text, leaf.lang, &values);
        Values {
            said: values,
            wholes,
        }
    }

    /// The values.
    pub fn iter(&self) -> std::slice::Iter<'_, Said> {
        self.said.iter()
    }
}

/// The rules that compare values, each of its own sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// Numbers, ranks and codes.
    Number,
    /// Number words, ranks in words, fractions.
    NumberWord,
    /// Dates and parts of them, days of the week, fiscal years.
    Date,
    /// Times of day.
    Time,
    /// Amounts of money.
    Amount,
    /// Percentages.
    Percentage,
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Postal codes.
    PostalCode,
    /// Names of files.
    File,
    /// Web addresses written out.
    Url,
}

impl Kind {
    /// Which rule compares it.
    pub fn sort(&self) -> Sort {
        match &self.value {
            Value::Number { words: true, .. }
            | Value::Ordinal { words: true, .. }
            | Value::Fraction(..) => Sort::NumberWord,
            Value::Number { .. } | Value::Ordinal { .. } | Value::Code(_) => Sort::Number,
            Value::Percent(_) => Sort::Percentage,
            Value::Money { .. } => Sort::Amount,
            Value::Date { .. } | Value::Weekday(_) | Value::FiscalYear(_) => Sort::Date,
            Value::Time(_) => Sort::Time,
            Value::Phone(_) => Sort::Phone,
            Value::PostalCode(_) => Sort::PostalCode,
            Value::Email(_) => Sort::Email,
            Value::Url(_) => Sort::Url,
            Value::File(_) => Sort::File,
        }
    }

    /// Whether it is "one" in words, which is an article as often as a number.
    pub fn is_one(&self) -> bool {
        matches!(&self.value, Value::Number { value, words: true } if *value == Decimal::from(1))
    }

    /// A key that is the same in both languages, to pair blocks by.
    pub fn key(&self) -> String {
        match &self.value {
            Value::Number { value, .. } => format!("n{value}"),
            Value::Ordinal { value, .. } => format!("n{value}"),
            Value::Fraction(above, below) => format!("{above}/{below}"),
            Value::Percent(value) => format!("%{value}"),
            Value::Money { amount, .. } => format!("${amount}"),
            Value::Date { year, month, day } if day.is_some() => {
                let _ = year;
                format!("d{month:?}{day:?}")
            }
            Value::Date { month, .. } => format!("d{month:?}"),
            Value::Weekday(day) => format!("w{day}"),
            Value::FiscalYear(year) => format!("y{year}"),
            Value::Time(Time(minutes)) => format!("t{}", minutes % 1440),
            Value::Phone(text) | Value::PostalCode(text) | Value::Email(text) => text.clone(),
            Value::Url(text) | Value::File(text) => super::features::lang_neutral(text),
            Value::Code(digits) => format!("n{digits}"),
        }
    }

    /// Whether the two are the same to a reader.
    pub fn equals(&self, other: &Kind) -> bool {
        self.is_as_long_as(other) || self.says_as_much_as(other)
    }

    /// Whether both are lengths of time, and as long.
    pub fn is_as_long_as(&self, other: &Kind) -> bool {
        // "Quinze jours" and "huit jours" are two weeks and one, but not seven days.
        let weeks = |kind: &Kind| matches!(&kind.value, Value::Number { value, words: true } if *value <= Decimal::from(2));
        let in_words = |kind: &Kind| matches!(&kind.value, Value::Number { words: true, .. });
        let round = in_words(self) && in_words(other) && (weeks(self) || weeks(other));
        match (self.length, other.length) {
            (Some(a), Some(b)) => a.is_as_long_as(b, round),
            // 1 h 30 is a time or a length of time.
            (Some(length), None) => other.minutes() == Some(length),
            (None, Some(length)) => self.minutes() == Some(length),
            (None, None) => false,
        }
    }

    fn minutes(&self) -> Option<Length> {
        match &self.value {
            Value::Time(Time(minutes)) => Length::of_minutes(*minutes),
            _ => None,
        }
    }

    fn says_as_much_as(&self, other: &Kind) -> bool {
        use Value::{Date, Fraction, Percent, Time as Clock};
        match (&self.value, &other.value) {
            (
                Date { year, month, day },
                Date {
                    year: other_year,
                    month: other_month,
                    day: other_day,
                },
            ) => {
                month == other_month
                    && day == other_day
                    && (year == other_year || year.is_none() || other_year.is_none())
            }
            (Clock(a), Clock(b)) => a.0 % 1440 == b.0 % 1440,
            // 24 h is a time or a length of time.
            (Clock(time), value) | (value, Clock(time)) => {
                number(value).is_some_and(|hours| is_hour(*time, hours))
            }
            // Dollars are Canadian where nothing is said, and may be others'.
            (
                Value::Money { amount, currency },
                Value::Money {
                    amount: other,
                    currency: others,
                },
            ) => {
                let dollars = |code: &str| matches!(code, "CAD" | "USD");
                amount == other && (currency == others || dollars(currency) && dollars(others))
            }
            // "Sept cents" is 700, or seven hundredths of a dollar; zero is no money.
            (Value::Number { value, words: true }, Value::Money { amount, .. })
            | (Value::Money { amount, .. }, Value::Number { value, words: true }) => {
                value.shifted_right(4).map(Decimal::normalized) == Some(*amount)
                    || (is_zero(*value) && is_zero(*amount))
            }
            (Value::Number { value, words: true }, Percent(percent))
            | (Percent(percent), Value::Number { value, words: true }) => {
                is_zero(*value) && is_zero(*percent)
            }
            // Half an hour is 30 minutes, and three quarters are nine months.
            (Fraction(1, 2), value @ Value::Number { .. })
            | (value @ Value::Number { .. }, Fraction(1, 2)) => {
                number(value) == Some(Decimal::from(30))
            }
            (Fraction(above, 4), Value::Number { value, words: true })
            | (Value::Number { value, words: true }, Fraction(above, 4)) => {
                *above > 1 && *value == Decimal::from(i64::from(*above))
            }
            // "Le dixième" is the tenth, or a tenth.
            (Fraction(1, below), Value::Ordinal { value, .. })
            | (Value::Ordinal { value, .. }, Fraction(1, below)) => below == value,
            (Fraction(above, below), Fraction(other, others)) => {
                u64::from(*above) * u64::from(*others) == u64::from(*other) * u64::from(*below)
            }
            (Fraction(above, below), Percent(percent))
            | (Percent(percent), Fraction(above, below)) => is_percent(*above, *below, *percent),
            (Value::Url(a), Value::Url(b))
            | (Value::File(a), Value::File(b))
            | (Value::Email(a), Value::Email(b)) => {
                super::features::lang_neutral(a) == super::features::lang_neutral(b)
            }
            (a, b) if a == b => true,
            (a, b) => match (number(a), number(b)) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }
}

fn is_zero(value: Decimal) -> bool {
    value == Decimal::from(0)
}

/// Whether the fraction is so many of a hundred; a third is 33 %, two thirds 66 or
/// 67 %.
fn is_percent(above: u32, below: u32, percent: Decimal) -> bool {
    let Some(percent) = percent.to_integer() else {
        return false;
    };
    let (above, below) = (100 * i64::from(above), i64::from(below));
    let exact = below != 0 && above % below == 0;
    let low = above.checked_div(below).unwrap_or(-1);
    percent == low || (!exact && percent == low + 1)
}

/// The number that a value says, apart from its unit.
pub(super) fn magnitude(kind: &Kind) -> Option<Decimal> {
    match &kind.value {
        Value::Money { amount, .. } => Some(*amount),
        Value::Percent(value) => Some(*value),
        value => number(value),
    }
}

/// The number that a value without a unit says.
fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number { value, .. } => Some(*value),
        Value::Ordinal { value, .. } => Some(Decimal::from(i64::from(*value))),
        Value::Code(digits) => Decimal::parse(digits),
        _ => None,
    }
}

/// Whether a number says the hour of a time, on a clock of twelve or 24 hours, or a
/// length of time: 24 h, 2 h 30.
fn is_hour(time: Time, hours: Decimal) -> bool {
    let (hour, minutes) = (i64::from(time.0 / 60), time.0 % 60);
    let Some(whole) = hours.to_integer() else {
        // 2.5 hours
        let (whole, fraction) = hours.digits();
        return minutes == 30 && fraction == "5" && whole == hour.to_string();
    };
    minutes == 0
        && (whole == hour
            || (whole == 24 && hour == 0)
            || ((1..=12).contains(&whole) && whole % 12 == hour % 12))
}

/// Whether the values differ only in that one says its unit for several: the 5 000
/// of "5 000, 10 000 et 15 000 $".
pub(super) fn shares_unit(a: &Kind, b: &Kind) -> bool {
    let bare = |value: &Value| match value {
        Value::Number { value, words } if !words || *value >= Decimal::from(1_000) => Some(*value),
        _ => None,
    };
    let with_unit = |value: &Value| match value {
        Value::Money { amount, .. } => Some(*amount),
        Value::Percent(value) => Some(*value),
        _ => None,
    };
    match (
        bare(&a.value),
        with_unit(&b.value),
        with_unit(&a.value),
        bare(&b.value),
    ) {
        (Some(bare), Some(with), _, _) | (_, _, Some(with), Some(bare)) => {
            // Cents are hundredths: 22.5 beside 22.5 cents.
            bare == with || bare.shifted_right(2).map(Decimal::normalized) == Some(with)
        }
        _ => false,
    }
}

/// Whether the number is the year of the date, which one language says apart.
pub(super) fn is_year_of(number: &Kind, date: &Kind) -> bool {
    match (&number.value, &date.value) {
        (
            Value::Number { value, .. },
            Value::Date {
                year: Some(year), ..
            },
        ) => value.to_integer() == Some(i64::from(*year)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn value(text: &str, lang: Lang) -> Kind {
        let reading = read::scan(text, lang).remove(0);
        Kind {
            value: reading.value,
            length: reading.length,
        }
    }

    #[test]
    fn values_of_one_meaning_are_equal() {
        for (en, fr) in [
            ("2", "deux"),
            ("third", "3e"),
            ("24 hours", "24 h"),
            ("midnight", "24 h"),
            ("half", "50 %"),
            ("April 30, 2026", "30 avril"),
            ("HR-2026-014", "RH-2026-014"),
            ("Q2", "2e"),
            ("two thirds", "66 %"),
            ("a third of", "33 %"),
            ("four fifths", "80 %"),
            ("two quarters", "la moitié"),
            ("zero", "0 $"),
            ("zero per cent", "0 %"),
            ("90 minutes", "1 h 30"),
            ("half an hour", "30 min"),
            ("two weeks", "quinze jours"),
        ] {
            assert!(
                value(en, Lang::En).equals(&value(fr, Lang::Fr)),
                "{en} {fr}"
            );
        }
        for (en, fr) in [
            ("2", "trois"),
            ("9 a.m.", "10 h"),
            ("$5", "5 %"),
            ("5%", "5"),
            ("three quarters", "74 %"),
            ("two thirds", "65 %"),
            ("a year", "11 mois"),
            ("90 minutes", "1 h 40"),
            ("30 days", "un mois"),
        ] {
            assert!(
                !value(en, Lang::En).equals(&value(fr, Lang::Fr)),
                "{en} {fr}"
            );
        }
    }
}
