//! When values of two languages say the same to a reader.

use crate::check::licences::come_to_the_same;
use crate::check::values::{Kind, number};
use crate::language::read::{Length, Value};
use crate::memo::fact::Time;

impl Kind {
    /// Whether the two are the same to a reader.
    pub fn equals(&self, other: &Kind) -> bool {
        self.says_as_much_as(other) || come_to_the_same(self, other)
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

    /// Whether both are one value, however it is written: 2, deux; the third, le 3e.
    fn says_as_much_as(&self, other: &Kind) -> bool {
        match (&self.value, &other.value) {
            (Value::Time(a), Value::Time(b)) => a.0 % 1440 == b.0 % 1440,
            (Value::Fraction(above, below), Value::Fraction(other, others)) => {
                u64::from(*above) * u64::from(*others) == u64::from(*other) * u64::from(*below)
            }
            (a, b) if a == b => true,
            (Value::Time(_), _) | (_, Value::Time(_)) => false,
            (a, b) => match (number(a), number(b)) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }
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
