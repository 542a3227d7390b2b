//! Numbers, currencies, years, times and durations.

use crate::memo::codes::{
    INVALID_DATE, INVALID_DURATION, INVALID_NUMBER, INVALID_TIME, UNKNOWN_CURRENCY,
};
use crate::memo::fact::{Decimal, DurationUnit, Fact, Time, Zone};
use crate::memo::yaml::{At, Fields, Reader};

/// The codes of ISO 4217 for currencies in use, 2026.
const CURRENCIES: &str = include_str!("currencies.txt");

const ZONES: [(&str, Zone); 6] = [
    ("newfoundland", Zone::Newfoundland),
    ("atlantic", Zone::Atlantic),
    ("eastern", Zone::Eastern),
    ("central", Zone::Central),
    ("mountain", Zone::Mountain),
    ("pacific", Zone::Pacific),
];

/// An exact number.
pub(super) fn decimal(reader: &mut Reader, node: At<'_>) -> Option<Decimal> {
    let text = reader.string(node)?;
    let number = Decimal::parse(&text.value);
    if number.is_none() {
        let meant = mended(&text.value);
        let wording = INVALID_NUMBER.say("number", given!(written = text.value, meant));
        reader.tell(&text.place, wording);
    }
    number
}

/// The number without its grouping, its signs and its decimal comma.
fn mended(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(|next| !next.is_whitespace() && !"$%€+'’_".contains(*next))
        .collect();
    let bare = bare.strip_suffix("CAD").unwrap_or(&bare);
    let groups = |text: &str, mark: char| {
        let mut parts = text.split(mark);
        let first = parts.next().map_or(0, str::len);
        (1..=3).contains(&first) && parts.all(|part| part.len() == 3)
    };
    let whole = bare.split('.').next().unwrap_or_default();
    let plain = match bare.matches(',').count() {
        0 => bare.to_owned(),
        // A comma before three digits may be either mark where there is no other.
        1 if !bare.contains('.') && !groups(bare, ',') => bare.replace(',', "."),
        1 if !bare.contains('.') => return None,
        _ if groups(whole, ',') => bare.replace(',', ""),
        _ => return None,
    };
    Decimal::parse(&plain).map(|_| plain)
}

/// A currency's code.
pub(super) fn currency(reader: &mut Reader, node: At<'_>) -> Option<String> {
    let text = reader.string(node)?;
    let known = |code: &String| CURRENCIES.split_whitespace().any(|known| known == code);
    if known(&text.value) {
        return Some(text.value);
    }
    let meant = Some(text.value.to_uppercase()).filter(known);
    let wording = UNKNOWN_CURRENCY.say("currency", given!(written = text.value, meant));
    reader.tell(&text.place, wording);
    None
}

/// A year of four digits.
pub(super) fn year(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Option<i16> {
    let text = reader.required_string(fields, key)?;
    let year = four_digits(&text.value);
    if year.is_none() {
        let wording = INVALID_DATE.say("year", given!(written = text.value, key));
        reader.tell(&text.place, wording);
    }
    year
}

/// A quarter: `2026-Q2`.
pub(super) fn quarter(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let text = reader.required_string(fields, "quarter")?;
    let quarter = text.value.split_once("-Q").and_then(|(year, quarter)| {
        let quarter = quarter.parse().ok().filter(|it| (1..=4).contains(it))?;
        Some(Fact::Quarter(four_digits(year)?, quarter))
    });
    if quarter.is_none() {
        let wording = INVALID_DATE.say("quarter", given!(written = text.value));
        reader.tell(&text.place, wording);
    }
    quarter
}

fn four_digits(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// An ordinal number from 1.
pub(super) fn ordinal(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let text = reader.required_string(fields, "ordinal")?;
    let number = text.value.parse().ok().filter(|number| *number > 0);
    if number.is_none() {
        let wording = INVALID_NUMBER.say("ordinal", given!(written = text.value));
        reader.tell(&text.place, wording);
    }
    number.map(Fact::Ordinal)
}

/// What names something by figures and letters; the spaces between them are single.
pub(super) fn identifier(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let text = reader.required_string(fields, "identifier")?;
    let words: Vec<&str> = text.value.split_whitespace().collect();
    Some(Fact::Identifier(words.join(" ")))
}

/// A time of day: `14:30`.
pub(super) fn time(reader: &mut Reader, node: At<'_>) -> Option<Time> {
    let text = reader.string(node)?;
    let time = text.value.split_once(':').and_then(|(hours, minutes)| {
        let digits = |part: &str, least: usize| {
            ((least..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let total = digits(hours, 1)? * 60 + digits(minutes, 2).filter(|minutes| *minutes < 60)?;
        (total <= 24 * 60).then_some(Time(total))
    });
    if time.is_none() {
        let wording = INVALID_TIME.say("time", given!(written = text.value));
        reader.tell(&text.place, wording);
    }
    time
}

/// A time zone.
pub(super) fn zone(reader: &mut Reader, node: At<'_>) -> Option<Zone> {
    reader.chosen(node, &ZONES)
}

/// A duration of ISO 8601: `P1Y6M`, `PT90M`.
pub(super) fn duration(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let text = reader.required_string(fields, "duration")?;
    let parts = duration_parts(&text.value);
    if parts.is_none() {
        let wording = INVALID_DURATION.say("duration", given!(written = text.value));
        reader.tell(&text.place, wording);
    }
    parts.map(Fact::Duration)
}

fn duration_parts(text: &str) -> Option<Vec<(u32, DurationUnit)>> {
    let rest = text.strip_prefix('P')?;
    let (days, hours) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((days, hours)) => (days, hours),
        None => (rest, ""),
    };
    let mut parts = Vec::new();
    let units = [
        ('Y', DurationUnit::Year),
        ('M', DurationUnit::Month),
        ('W', DurationUnit::Week),
        ('D', DurationUnit::Day),
    ];
    units_of(days, &units, &mut parts)?;
    let units = [('H', DurationUnit::Hour), ('M', DurationUnit::Minute)];
    units_of(hours, &units, &mut parts)?;
    (!parts.is_empty()).then_some(parts)
}

fn units_of(
    mut text: &str,
    units: &[(char, DurationUnit)],
    parts: &mut Vec<(u32, DurationUnit)>,
) -> Option<()> {
    for (letter, unit) in units {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0
            && let Some(rest) = text[digits..].strip_prefix(*letter)
        {
            parts.push((text[..digits].parse().ok()?, *unit));
            text = rest;
        }
    }
    text.is_empty().then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_iso_8601() {
        use DurationUnit::{Hour, Minute, Month, Year};
        assert_eq!(duration_parts("P1Y6M"), Some(vec![(1, Year), (6, Month)]));
        assert_eq!(
            duration_parts("PT1H30M"),
            Some(vec![(1, Hour), (30, Minute)])
        );
        for wrong in [
            "P", "PT", "9M", "P6M1Y", "P1H", "P-1D", "P1.5Y", "P1", "P9MT",
        ] {
            assert_eq!(duration_parts(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn grouped_numbers_are_mended_where_there_is_one_way() {
        assert_eq!(mended("1,250,000.00").as_deref(), Some("1250000.00"));
        assert_eq!(mended("1 250 000,00 $").as_deref(), Some("1250000.00"));
        assert_eq!(mended("$5").as_deref(), Some("5"));
        assert_eq!(mended("1,250"), None);
        assert_eq!(mended("12 monkeys"), None);
    }
}
