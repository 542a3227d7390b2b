//! When values of two languages say the same to a reader.

use crate::check::values::{Kind, number};
use crate::language::read::{Length, Value};
use crate::memo::fact::{Decimal, Time};

impl Kind {
    /// Whether the two are the same to a reader.
    pub fn equals(&self, other: &Kind) -> bool {
        self.is_as_long_as(other) || self.says_as_much_as(other)
    }

    /// Whether both are lengths of time, and as long.
    pub fn is_as_long_as(&self, other: &Kind) -> bool {
        match (self.length, other.length) {
            (Some(a), Some(b)) => a.is_as_long_as(b),
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
                    || is_hour_and_minutes(*time, value)
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
                crate::check::pairing::similarity::lang_neutral(a)
                    == crate::check::pairing::similarity::lang_neutral(b)
            }
            // 911 is dialled as 9-1-1.
            (Value::Phone(digits), Value::Number { value, .. })
            | (Value::Number { value, .. }, Value::Phone(digits)) => {
                digits.len() == 3 && Decimal::parse(digits) == Some(*value)
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

/// Whether the digits of a number say the hour and the minutes of a time: 0600, 1430.
fn is_hour_and_minutes(time: Time, value: &Value) -> bool {
    let Value::Number {
        value,
        words: false,
    } = value
    else {
        return false;
    };
    let written = i64::from(time.0 / 60 * 100 + time.0 % 60);
    let digits = value.to_integer();
    time.0 >= 60 && digits == Some(written) || time.0 == 0 && digits == Some(2_400)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::language::read;

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
