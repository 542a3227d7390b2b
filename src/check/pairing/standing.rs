//! Which values that differ may stand for each other.

use crate::check::values::{Kind, ValueSort, magnitude};
use crate::language::read::Value;
use crate::memo::fact::Decimal;

/// Whether values of two sorts may stand for each other.
pub(super) fn is_loose_pair(en: &Kind, fr: &Kind) -> bool {
    let sorts = [en.sort(), fr.sort()];
    let comparable = sorts.iter().all(|sort| {
        matches!(
            sort,
            ValueSort::Number
                | ValueSort::NumberWord
                | ValueSort::Amount
                | ValueSort::Percentage
                | ValueSort::Time
                | ValueSort::Date
        )
    });
    let words = sorts.iter().filter(|sort| **sort == ValueSort::NumberWord);
    match words.count() {
        0 => comparable,
        1 => comparable && are_near(en, fr),
        _ => false,
    }
}

/// Whether two values can stand for each other: of one sort, and of a like shape.
pub(super) fn stands_for(en: &Kind, fr: &Kind) -> bool {
    if en.is_one() || fr.is_one() {
        return false;
    }
    if en.sort() != fr.sort() {
        return false;
    }
    match (&en.value, &fr.value) {
        (Value::Weekday(_), other) | (other, Value::Weekday(_)) => {
            matches!(other, Value::Weekday(_))
        }
        (Value::FiscalYear(_), other) | (other, Value::FiscalYear(_)) => {
            matches!(other, Value::FiscalYear(_))
        }
        (Value::Date { day, .. }, Value::Date { day: other, .. }) => {
            day.is_some() == other.is_some()
        }
        (a, b) if en.sort() == ValueSort::NumberWord => {
            let fractions = matches!(a, Value::Fraction(..));
            std::mem::discriminant(a) == std::mem::discriminant(b)
                && (fractions || are_near(en, fr))
        }
        _ => true,
    }
}

/// Whether one number is at most four times the other: "twice" is not there for the
/// 86 million of the other language.
fn are_near(en: &Kind, fr: &Kind) -> bool {
    let (Some(a), Some(b)) = (magnitude(en), magnitude(fr)) else {
        return false;
    };
    let within = |large: Decimal, small: Decimal| {
        let (whole, _) = large.digits();
        let whole: i64 = whole.parse().unwrap_or(i64::MAX);
        Decimal::from(whole / 4) <= small
    };
    within(a, b) && within(b, a)
}
