//! Holidays that always fall on one day, which the other language may name by its
//! date.

use super::scanner::{Found, Scanner};
use super::{Value, Weight};
use crate::lang::Lang;

/// The names, folded, with month and day. Longer ones stand before those that they
/// begin with.
const ENGLISH: &[(&str, u8, u8)] = &[
    ("new year ' s eve", 12, 31),
    ("new year ' s day", 1, 1),
    ("christmas eve", 12, 24),
    ("christmas day", 12, 25),
    ("christmas", 12, 25),
    ("boxing day", 12, 26),
    ("canada day", 7, 1),
    ("remembrance day", 11, 11),
    ("valentine ' s day", 2, 14),
    ("international women ' s day", 3, 8),
    ("earth day", 4, 22),
    ("national indigenous peoples day", 6, 21),
    ("saint - jean - baptiste day", 6, 24),
    ("st . jean baptiste day", 6, 24),
    ("national day for truth and reconciliation", 9, 30),
    ("orange shirt day", 9, 30),
    ("halloween", 10, 31),
];

const FRENCH: &[(&str, u8, u8)] = &[
    ("veille du jour de l ' an", 12, 31),
    ("veille de noel", 12, 24),
    ("lendemain de noel", 12, 26),
    ("jour de l ' an", 1, 1),
    ("noel", 12, 25),
    ("fete du canada", 7, 1),
    ("jour du souvenir", 11, 11),
    ("saint - valentin", 2, 14),
    ("journee internationale des femmes", 3, 8),
    ("journee internationale des droits des femmes", 3, 8),
    ("jour de la terre", 4, 22),
    ("journee nationale des peuples autochtones", 6, 21),
    ("saint - jean - baptiste", 6, 24),
    ("fete nationale du quebec", 6, 24),
    (
        "journee nationale de la verite et de la reconciliation",
        9,
        30,
    ),
    ("journee du chandail orange", 9, 30),
    ("halloween", 10, 31),
];

/// The date of the holiday that is named at a place.
pub(super) fn holiday(scanner: &Scanner, at: usize) -> Option<Found> {
    let names = match scanner.lang {
        Lang::En => ENGLISH,
        Lang::Fr => FRENCH,
    };
    let first = scanner.word(at)?;
    let (name, month, day) = names.iter().find(|(name, ..)| {
        name.starts_with(first)
            && name
                .split(' ')
                .enumerate()
                .all(|(index, word)| scanner.is(at + index, word))
    })?;
    let mut found = Found::one(
        name.split(' ').count(),
        Value::Date {
            year: None,
            month: Some(*month),
            day: Some(*day),
        },
    );
    found.weight = Weight::Loose;
    Some(found)
}
