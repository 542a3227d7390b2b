//! Holidays that always fall on one day, which the other language may name by its
//! date.

use super::scanner::{FoundValues, Scanner};
use super::{Value, Weight};
use crate::language::lexicon::holidays_from;

/// The date of the holiday that is named at a place.
pub(super) fn holiday(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let named = holidays_from(scanner.word(at)?, scanner.lang);
    let holiday = named.iter().find(|holiday| {
        let words = holiday.words.iter().enumerate();
        words
            .skip(1)
            .all(|(index, word)| scanner.is(at + index, word))
    })?;
    let mut found = FoundValues::one(
        holiday.words.len(),
        Value::Date {
            year: None,
            month: Some(holiday.month),
            day: Some(holiday.day),
        },
    );
    found.weight = Weight::Loose;
    Some(found)
}
