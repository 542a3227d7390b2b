//! Lengths of time: how long a number of minutes, days or years is, so that 90
//! minutes are an hour and a half.

use super::scanner::Scanner;
use super::{Length, ReadValue, Value};
use crate::lang::Lang;
use crate::language::lexicon::{TimeUnit, time_unit};
use crate::memo::fact::Decimal;
use std::ops::Range;

/// A minute.
pub(super) const MINUTE: TimeUnit = TimeUnit::seconds(60);
const DAY: TimeUnit = TimeUnit::seconds(86_400);
const WEEK: TimeUnit = TimeUnit::seconds(7 * 86_400);
const FORTNIGHT: TimeUnit = TimeUnit::seconds(14 * 86_400);

/// The unit that a word names behind "each", "a", "par": those of [`time_unit`], and the
/// quarter, which is a fraction elsewhere.
pub(super) fn period(word: &str, lang: Lang) -> Option<TimeUnit> {
    match (lang, word) {
        (Lang::En, "quarter") => Some(TimeUnit::months(3)),
        // "Chaque seconde" is as often a rank.
        (Lang::En, "second") | (Lang::Fr, "seconde") => None,
        _ => time_unit(word, lang),
    }
}

/// The unit at a place, with a hyphen before it: the tokens, and the unit.
pub(super) fn unit_at(scanner: &Scanner, at: usize) -> Option<(usize, TimeUnit)> {
    let hyphen = usize::from(scanner.is_hyphen(at));
    let word = scanner.word(at + hyphen)?;
    // "One second" is a rank as often.
    if word == "second" && hyphen == 0 {
        return None;
    }
    Some((1 + hyphen, time_unit(word, scanner.lang)?))
}

/// A number as a fraction.
fn ratio(value: Decimal) -> Option<(u64, u64)> {
    let (whole, fraction) = value.digits();
    let below = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Some((format!("{whole}{fraction}").parse().ok()?, below))
}

impl Length {
    /// So many of a unit.
    pub(super) fn new(count: Decimal, unit: TimeUnit) -> Option<Length> {
        let (digits, below) = ratio(count)?;
        let mut length = Length::reduced(unit.months, digits.checked_mul(unit.size)?, below)?;
        length.weeks = unit == WEEK || unit == FORTNIGHT;
        Some(length)
    }

    fn reduced(months: bool, above: u64, below: u64) -> Option<Length> {
        let (mut a, mut b) = (above, below);
        while b > 0 {
            (a, b) = (b, a % b);
        }
        (a > 0).then(|| Length {
            months,
            above: above / a,
            below: below / a,
            round: false,
            weeks: false,
        })
    }

    /// What passes from one time to the next of so many in a unit: six months, where
    /// it is twice a year.
    pub(super) fn between(count: Decimal, unit: TimeUnit) -> Option<Length> {
        let count = u64::try_from(count.to_integer()?).ok()?;
        (count > 0)
            .then(|| Length::reduced(unit.months, unit.size, count))
            .flatten()
    }

    /// So many minutes.
    pub fn of_minutes(minutes: u16) -> Option<Length> {
        Length::new(Decimal::from(i64::from(minutes)), MINUTE)
    }

    /// Both one after the other; none where one counts months and the other seconds.
    #[must_use]
    pub fn plus(self, other: Length) -> Option<Length> {
        if self.months != other.months {
            return None;
        }
        let above = self
            .above
            .checked_mul(other.below)?
            .checked_add(other.above.checked_mul(self.below)?)?;
        Length::reduced(self.months, above, self.below.checked_mul(other.below)?)
    }

    /// So many times as long, where `from` of the same unit are this long.
    fn for_count(self, from: Decimal, count: Decimal) -> Option<Length> {
        let (from, from_below) = ratio(from)?;
        let (count, below) = ratio(count)?;
        let above = self.above.checked_mul(count)?.checked_mul(from_below)?;
        let below = self.below.checked_mul(below)?.checked_mul(from)?;
        Length::reduced(self.months, above, below)
    }

    /// Whether both are as long to a reader: 365 days and 52 weeks are a year, "quinze
    /// jours" two weeks, and "huit jours" one.
    pub fn is_as_long_as(self, other: Length) -> bool {
        let exact = |length: Length| (length.months, length.above, length.below);
        let round = (self.round && other.weeks) || (other.round && self.weeks);
        let is = |unit: TimeUnit, count: u64, length: Length| {
            length.months == unit.months && length.below == 1 && length.above == unit.size * count
        };
        let pair = |a: (TimeUnit, u64), b: (TimeUnit, u64)| {
            (is(a.0, a.1, self) && is(b.0, b.1, other))
                || (is(a.0, a.1, other) && is(b.0, b.1, self))
        };
        exact(self) == exact(other)
            || pair((DAY, 365), (TimeUnit::months(12), 1))
            || pair((WEEK, 52), (TimeUnit::months(12), 1))
            || round && pair((DAY, 15), (WEEK, 2))
            || round && pair((DAY, 8), (WEEK, 1))
    }
}

/// The length that a value and the unit in it or behind it say.
pub(super) fn of_value(scanner: &Scanner, at: Range<usize>, value: &Value) -> Option<Length> {
    match value {
        Value::Number { value, words } => {
            let last = at.end.checked_sub(1).and_then(|last| scanner.word(last));
            if matches!(
                last,
                Some("decade" | "decades" | "decennie" | "decennies" | "siecles" | "centuries")
            ) {
                return Length::new(*value, TimeUnit::months(12));
            }
            // vingt-deux heures et demie
            let inside = (at.start + 1..at.end)
                .filter_map(|place| scanner.word(place))
                .find_map(|word| time_unit(word, scanner.lang));
            // quinze de ces jours; une quinzaine de jours
            let of = usize::from(scanner.lang == Lang::Fr && scanner.word(at.end) == Some("de"));
            let unit = inside.or_else(|| Some(unit_at(scanner, at.end + of)?.1))?;
            let mut length = Length::new(*value, unit)?;
            let named = *words && matches!(value.to_integer(), Some(8 | 15));
            length.round = named && unit == DAY && scanner.lang == Lang::Fr;
            Some(length)
        }
        // half an hour, demi-heure, three quarters of a century
        Value::Fraction(above, below) => {
            let skip = |place: usize, words: &[&str]| {
                let found = scanner
                    .word(place)
                    .is_some_and(|word| words.contains(&word));
                place + usize::from(found)
            };
            let end = skip(skip(at.end, &["of", "de"]), &["a", "an", "un", "une"]);
            let (_, unit) = unit_at(scanner, end)?;
            let above = u64::from(*above).checked_mul(unit.size)?;
            Length::reduced(unit.months, above, u64::from(*below))
        }
        _ => None,
    }
}

/// Gives numbers the unit of the next one where they only stand in a row: 60 of "60
/// to 90 minutes". `joins` says so of what stands between.
pub(super) fn share(readings: &mut [ReadValue], joins: impl Fn(Range<usize>) -> bool) {
    let mut next: Option<(Decimal, Length, usize)> = None;
    for reading in readings.iter_mut().rev() {
        let Value::Number { value, .. } = reading.value else {
            next = None;
            continue;
        };
        if reading.length.is_none()
            && let Some((count, length, start)) = next
            && joins(reading.range.end..start)
        {
            reading.length = length.for_count(count, value);
        }
        next = reading
            .length
            .map(|length| (value, length, reading.range.start));
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    fn length(text: &str, lang: Lang) -> Option<Length> {
        scan(text, lang).first().and_then(|reading| reading.length)
    }

    #[track_caller]
    fn same(en: &str, fr: &str) {
        let (left, right) = (length(en, Lang::En), length(fr, Lang::Fr));
        let (Some(left), Some(right)) = (left, right) else {
            panic!("{en} {left:?}, {fr} {right:?}");
        };
        assert!(left.is_as_long_as(right), "{en}, {fr}");
    }

    #[test]
    fn lengths_are_the_same_in_any_unit() {
        for (en, fr) in [
            ("an hour and a half", "90 minutes"),
            ("two hours and a half", "150 minutes"),
            ("one and a half hours", "une heure et demie"),
            ("a year and a half", "18 mois"),
            ("two and a half years", "trente mois"),
            ("half an hour", "30 minutes"),
            ("a half-hour break", "une demi-heure de pause"),
            ("a quarter of an hour", "15 minutes"),
            ("an hour and a quarter", "75 minutes"),
            ("75 minutes", "une heure et quart"),
            ("105 minutes", "une heure et trois quarts"),
            ("48 hours", "deux jours"),
            ("60 seconds", "une minute"),
            ("one minute", "60 secondes"),
            ("twelve months", "un an"),
            ("a year", "12 mois"),
            ("two weeks", "quinze jours"),
            ("a fortnight", "quinze jours"),
            ("two weeks", "une quinzaine de jours"),
            ("14 days", "deux semaines"),
            ("a week", "huit jours"),
            ("seven days", "une semaine"),
            ("six months", "un semestre"),
            ("three months", "un trimestre"),
            ("half a day", "une demi-journée"),
            ("half a century", "50 ans"),
            ("a decade", "dix ans"),
            ("two decades", "vingt ans"),
            ("two decades", "deux décennies"),
            ("a century", "cent ans"),
            ("52 weeks", "un an"),
            ("a 90-minute session", "séance d’une heure et demie"),
            ("every three months", "trimestriellement"),
            ("quarterly", "tous les trois mois"),
            ("semiannual", "tous les six mois"),
            ("biweekly", "toutes les deux semaines"),
            ("every 12 months", "annuel"),
            ("24 hours", "une journée"),
            ("60 to 90 minutes", "une heure à une heure et demie"),
        ] {
            same(en, fr);
        }
    }

    #[test]
    fn months_are_not_days() {
        let month = length("a month", Lang::En).expect("a length");
        let days = length("30 days", Lang::En).expect("a length");
        assert!(!month.is_as_long_as(days));
        let digits = length("fifteen days", Lang::En).expect("a length");
        let weeks = length("deux semaines", Lang::Fr).expect("a length");
        assert!(!digits.is_as_long_as(weeks));
    }

    #[test]
    fn numbers_in_a_row_share_a_unit() {
        let readings = scan("in 5, 10 or 15 days", Lang::En);
        let five = readings[0].length.expect("a length");
        assert_eq!(Some(five), length("120 hours", Lang::En));
    }
}
