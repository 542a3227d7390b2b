//! Dates, and the wrong forms in which they are often written.

use crate::memo::codes::INVALID_DATE;
use crate::memo::fact::Date;
use crate::memo::model::Placed;
use crate::memo::yaml::{At, Reader};

/// A date: `2026-04-30`.
pub(super) fn date(reader: &mut Reader, node: At<'_>) -> Option<Placed<Date>> {
    let text = reader.string(node)?;
    let value = Date::from_iso(&text.value);
    if value.is_none() {
        report(reader, &text);
    }
    Some(Placed {
        value: value?,
        place: text.place,
    })
}

/// Reports a date in a wrong form, with the right form where it can be told.
pub(super) fn report(reader: &mut Reader, text: &Placed<String>) {
    let written: String = text.value.chars().take(40).collect();
    let meant = meant(&text.value).map(|date| date.to_string());
    let wording = match Date::has_form(&text.value) {
        true => INVALID_DATE.say("day", given!(written, meant)),
        false => INVALID_DATE.say("date", given!(written, meant)),
    };
    reader.refuse(text, wording);
}

/// The date that was meant, where it can only be one: `1 April 2026`,
/// `1er avril 2026`, `April 1, 2026`, `2026-4-1`, `2026/04/01`, `20260401`.
pub(super) fn meant(text: &str) -> Option<Date> {
    let lower = text
        .trim_matches(|next: char| !next.is_alphanumeric())
        .to_lowercase();
    if lower.len() == 8 && lower.bytes().all(|byte| byte.is_ascii_digit()) {
        return Date::new(
            lower[..4].parse().ok()?,
            lower[4..6].parse().ok()?,
            lower[6..].parse().ok()?,
        );
    }
    let parts: Vec<&str> = lower
        .split(|next: char| !next.is_alphanumeric())
        .filter(|part| !part.is_empty() && *part != "le")
        .collect();
    let &[first, second, third] = &*parts else {
        return None;
    };
    let day = |part: &str| {
        let digits = part.trim_end_matches(|next: char| next.is_alphabetic());
        digits.parse::<i8>().ok()
    };
    let year = |part: &str| {
        (part.len() == 4)
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    if let Some(month) = month(second) {
        return Date::new(year(third)?, month, day(first)?);
    }
    if let Some(month) = month(first) {
        return Date::new(year(third)?, month, day(second)?);
    }
    Date::new(year(first)?, second.parse().ok()?, third.parse().ok()?)
}

/// The number of a month that is named in English or French, by the first letters that
/// tell the months apart.
fn month(name: &str) -> Option<i8> {
    let mut months = include_str!("months.txt").lines();
    let month = months.position(|starts| starts.split(' ').any(|start| name.starts_with(start)));
    i8::try_from(month? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_that_was_meant_is_found() {
        for text in [
            "1 April 2026",
            "1er avril 2026",
            "le 1er avril 2026",
            "April 1, 2026",
            "2026-4-1",
            "2026/04/01",
            "20260401",
            "“2026-04-01”",
            "Apr. 1st, 2026",
        ] {
            assert_eq!(meant(text), Date::new(2026, 4, 1), "{text}");
        }
        for text in ["04/05/2026", "2026-04", "soon", "31 février 2026"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
