//! Two values of which neither is the other, and which come to the same for a reader.

use super::asked::SAME_LENGTH;
use super::licence::Licence;
use crate::check::pairing::similarity::lang_neutral;
use crate::check::values::{Kind, number};
use crate::language::read::Value;
use crate::memo::fact::{Decimal, Time};

/// A licence for two values.
pub(super) struct Pair {
    /// What it is called, with its example.
    pub licence: Licence,
    /// Whether it lets the first stand for the second; asked both ways.
    holds: fn(&Value, &Value) -> bool,
}

/// All of them.
pub(super) static PAIRS: &[Pair] = &[
    pair(
        "year-left-out",
        year_left_out,
        "Reply by April 30, 2026.",
        "Répondez d’ici le 30 avril.",
    ),
    pair(
        "hour-as-number",
        hour_as_number,
        "The meeting begins at nine.",
        "La réunion commence à 9 h.",
    ),
    pair(
        "military-time",
        military_time,
        "The vessel sails at 0600.",
        "Le navire part à 6 h.",
    ),
    pair(
        "dollars-of-a-country",
        dollars,
        "The fee is US$40.",
        "Les droits sont de 40 $.",
    ),
    pair(
        "cents",
        cents,
        "The toll rises by $0.07.",
        "Le péage augmente de sept cents.",
    ),
    pair(
        "zero-with-a-unit",
        zero_with_unit,
        "The balance is zero.",
        "Le solde est de 0 $.",
    ),
    pair(
        "quarters-of-a-year",
        quarters,
        "It lasted three quarters.",
        "Elle a duré trois trimestres.",
    ),
    pair(
        "fraction-as-percentage",
        fraction_as_percentage,
        "Two thirds of the members came.",
        "67 % des membres sont venus.",
    ),
    pair(
        "language-in-a-name",
        language_in_name,
        "Open form-en.pdf.",
        "Ouvrez form-fr.pdf.",
    ),
    // Earns nothing on the corpus: kept, since a notice of an emergency may need it.
    pair(
        "short-telephone-number",
        short_telephone,
        "Dial 9-1-1.",
        "Composez le 911.",
    ),
];

const fn pair(
    name: &'static str,
    holds: fn(&Value, &Value) -> bool,
    en: &'static str,
    fr: &'static str,
) -> Pair {
    Pair {
        licence: Licence { name, en, fr },
        holds,
    }
}

/// Whether a licence lets one value stand for the other.
pub(in crate::check) fn come_to_the_same(a: &Kind, b: &Kind) -> bool {
    let holds = |pair: &Pair| (pair.holds)(&a.value, &b.value) || (pair.holds)(&b.value, &a.value);
    PAIRS
        .iter()
        .any(|pair| holds(pair) && pair.licence.allows())
        || a.is_as_long_as(b) && SAME_LENGTH.allows()
}

fn year_left_out(full: &Value, bare: &Value) -> bool {
    match (full, bare) {
        (
            Value::Date { month, day, .. },
            Value::Date {
                year: None,
                month: other_month,
                day: other_day,
            },
        ) => month == other_month && day == other_day,
        _ => false,
    }
}

/// 24 h is a time or a length of time.
fn hour_as_number(time: &Value, value: &Value) -> bool {
    match time {
        Value::Time(time) => number(value).is_some_and(|hours| is_hour(*time, hours)),
        _ => false,
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

/// Whether the digits of a number say the hour and the minutes of a time: 0600, 1430.
fn military_time(time: &Value, value: &Value) -> bool {
    let (
        Value::Time(time),
        Value::Number {
            value,
            words: false,
        },
    ) = (time, value)
    else {
        return false;
    };
    let written = i64::from(time.0 / 60 * 100 + time.0 % 60);
    let digits = value.to_integer();
    time.0 >= 60 && digits == Some(written) || time.0 == 0 && digits == Some(2_400)
}

/// Dollars are Canadian where nothing is said, and may be others'.
fn dollars(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (
            Value::Money { amount, currency },
            Value::Money {
                amount: other,
                currency: others,
            },
        ) => amount == other && *currency == "CAD" && *others == "USD",
        _ => false,
    }
}

/// "Sept cents" is 700, or seven hundredths of a dollar.
fn cents(words: &Value, money: &Value) -> bool {
    match (words, money) {
        (Value::Number { value, words: true }, Value::Money { amount, .. }) => {
            *value != Decimal::from(0)
                && value.shifted_right(4).map(Decimal::normalized) == Some(*amount)
        }
        _ => false,
    }
}

/// Zero is no money, and no share.
fn zero_with_unit(words: &Value, value: &Value) -> bool {
    let zero = Decimal::from(0);
    match (words, value) {
        (
            Value::Number { value, words: true },
            Value::Money { amount: other, .. } | Value::Percent(other),
        ) => *value == zero && *other == zero,
        _ => false,
    }
}

/// Three quarters are nine months, or three parts of four.
fn quarters(fraction: &Value, value: &Value) -> bool {
    match (fraction, value) {
        (Value::Fraction(above, 4), Value::Number { value, words: true }) => {
            *above > 1 && *value == Decimal::from(i64::from(*above))
        }
        _ => false,
    }
}

/// Whether the fraction is so many of a hundred; a third is 33 %, two thirds 66 or
/// 67 %.
fn fraction_as_percentage(fraction: &Value, percent: &Value) -> bool {
    let (Value::Fraction(above, below), Value::Percent(percent)) = (fraction, percent) else {
        return false;
    };
    let Some(percent) = percent.to_integer() else {
        return false;
    };
    let (above, below) = (100 * i64::from(*above), i64::from(*below));
    let exact = below != 0 && above % below == 0;
    let low = above.checked_div(below).unwrap_or(-1);
    percent == low || (!exact && percent == low + 1)
}

/// The files and the pages of two languages say in their names which they are.
fn language_in_name(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Url(a), Value::Url(b))
        | (Value::File(a), Value::File(b))
        | (Value::Email(a), Value::Email(b)) => lang_neutral(a) == lang_neutral(b),
        _ => false,
    }
}

/// 911 is dialled as 9-1-1.
fn short_telephone(phone: &Value, value: &Value) -> bool {
    match (phone, value) {
        (Value::Phone(digits), Value::Number { value, .. }) => {
            digits.len() == 3 && Decimal::parse(digits) == Some(*value)
        }
        _ => false,
    }
}
