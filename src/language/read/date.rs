//! Dates and their parts.

use super::scanner::{FoundValues, Scanner};
use super::{Value, Weight};
use crate::lang::Lang;
use crate::language::lexicon::{BEFORE_MONTHS, CalendarWord, month_named, weekday_named};

/// The month that a folded word names.
fn month(scanner: &Scanner, at: usize) -> Option<u8> {
    let word = scanner.word(at)?;
    let named = month_named(word, scanner.lang)?;
    // English months take a capital; "may" and "march" are other words without it.
    if scanner.lang == Lang::En && !scanner.is_capital(at) {
        return None;
    }
    // Sept is seven, and Mar, Dec and Jan may be names: only beside a number.
    let short = named.short;
    let dot = scanner.sign(at + 1) == Some('.');
    let number_after = scanner.digits(at + 1).is_some() || dot && scanner.digits(at + 2).is_some();
    let after_day = day_before(scanner, at);
    if short && !number_after && !after_day {
        return None;
    }
    if word == "sept" && scanner.lang == Lang::Fr && !number_after && !(after_day && dot) {
        return None;
    }
    Some(named.number)
}

/// Whether a day of the month stands before, `1er` among them.
fn day_before(scanner: &Scanner, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let tied = scanner.word(before).is_some() && scanner.is_tied(before);
    let number = if tied {
        before.checked_sub(1)
    } else {
        Some(before)
    };
    number.is_some_and(|number| scanner.small(number).is_some())
}

/// A day of the month at a place, with the `st`, `th` or `er` tied to it: the
/// tokens it takes.
fn day(scanner: &Scanner, at: usize) -> Option<(usize, u8)> {
    let value = scanner.small(at)?;
    let length = scanner.token(at)?.range.len();
    if !(1..=31).contains(&value) || length > 2 || is_clock(scanner, at + 1) {
        return None;
    }
    let suffix = scanner
        .word(at + 1)
        .filter(|_| scanner.is_tied(at + 1))
        .is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th" | "er" | "re" | "e"));
    Some((1 + usize::from(suffix), u8::try_from(value).ok()?))
}

/// Whether a clock's hour goes on at a place: `:40`, `h`, `a.m.`.
fn is_clock(scanner: &Scanner, at: usize) -> bool {
    if scanner.sign(at) == Some(':') {
        return scanner.is_tied(at + 1) && scanner.digits(at + 1).is_some();
    }
    match scanner.word(at) {
        Some("h" | "am" | "pm") => true,
        Some("a" | "p") => scanner.sign(at + 1) == Some('.') && scanner.word(at + 2) == Some("m"),
        _ => false,
    }
}

/// A year at a place.
fn year(scanner: &Scanner, at: usize) -> Option<i16> {
    let value = scanner.small(at)?;
    let whole = scanner.token(at)?.range.len() == 4;
    let goes_on = scanner.is_tied(at + 1) && scanner.word(at + 1).is_some();
    (whole && (1800..=2199).contains(&value) && !goes_on)
        .then(|| i16::try_from(value).ok())
        .flatten()
}

/// A year after a month and a day, with its comma or `de`.
fn year_after(scanner: &Scanner, at: usize) -> Option<(usize, i16)> {
    if let Some(year) = year(scanner, at) {
        return Some((1, year));
    }
    let parted = scanner.sign(at) == Some(',') || scanner.word(at) == Some("de");
    parted
        .then(|| year(scanner, at + 1).map(|year| (2, year)))
        .flatten()
}

/// The tokens that say a day of the month, and the day.
type DayUse = (std::ops::Range<usize>, u8);

/// The days of one month: 1; 1 to 15; 3, 10 and 17. The tokens they take, and each
/// with its tokens.
fn days(scanner: &Scanner, at: usize) -> Option<(usize, Vec<DayUse>)> {
    let (length, first) = day(scanner, at)?;
    let mut days = vec![(at..at + length, first)];
    let mut end = at + length;
    // Of "June 3, 15 people", 15 is no day: a list of days ends with "and" or "to".
    let mut sure = 1;
    loop {
        let parted = match scanner.sign(end) {
            Some(',') => {
                // 3, 10, and 17
                1 + usize::from(scanner.range_word(end + 1).is_some())
            }
            _ => scanner.range_word(end).unwrap_or(0),
        };
        if parted == 0 {
            break;
        }
        // du 1er au 15 mai; le 3 et le 10 mai
        let article = usize::from(scanner.word(end + parted) == Some("le"));
        let from = end + parted + article;
        match day(scanner, from) {
            // Days go forward: the 9 of "May 12, 9 people" is none.
            Some((length, day)) if days.last().is_some_and(|(_, last)| *last < day) => {
                days.push((from..from + length, day));
                let joined = scanner.sign(end) != Some(',') || parted > 1;
                end = from + length;
                if joined {
                    sure = days.len();
                }
            }
            _ => break,
        }
    }
    if scanner.lang == Lang::En {
        days.truncate(sure);
        end = days.last().map_or(end, |(range, _)| range.end);
    }
    Some((end, days))
}

/// A date, several dates of one month, a month, a month with its year.
pub(super) fn date(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    days_then_month(scanner, at).or_else(|| month_first(scanner, at))
}

/// 30 April 2026, le 30 avril 2026, du 1er au 15 mai.
fn days_then_month(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let (mut end, mut days) = days(scanner, at)?;
    // the 15th of May, the 15th day of May
    let names_day = usize::from(scanner.word(end) == Some("day"));
    let of = scanner.lang == Lang::En && scanner.word(end + names_day) == Some("of");
    if of && days.len() == 1 && month(scanner, end + names_day + 1).is_some() {
        end += names_day + 1;
    }
    // "2 and 30 April": only the days that reach the month.
    let month = loop {
        match month(scanner, end) {
            Some(month) => break month,
            None if days.len() > 1 => {
                days.pop();
                end = days.last()?.0.end;
            }
            None => return None,
        }
    };
    end += 1 + usize::from(scanner.sign(end + 1) == Some('.') && year(scanner, end + 2).is_some());
    let year = year_after(scanner, end);
    end += year.map_or(0, |(length, _)| length);
    Some(found(at, end, days, month, year.map(|(_, year)| year)))
}

/// April 30, 2026; April 2026; April; May 1 to 15, 2026.
fn month_first(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let month = month(scanner, at)?;
    let mut end = at + 1;
    if scanner.sign(end) == Some('.') && scanner.digits(end + 1).is_some() {
        end += 1;
    }
    let days = match scanner.lang {
        Lang::En => days(scanner, end),
        Lang::Fr => None,
    };
    if let Some((after, days)) = days {
        // "May 3, 10 people": the last number is no day where the year does not
        // follow and a word does; that reading is rarer than a list of days.
        let year = year_after(scanner, after);
        let end = after + year.map_or(0, |(length, _)| length);
        return Some(found(at, end, days, month, year.map(|(_, year)| year)));
    }
    let year = year_after(scanner, end).filter(|_| !fiscal_follows(scanner, end));
    // "May" alone is a month only where the words beside it say so.
    let name = scanner.word(at)?;
    let ambiguous = scanner.lang == Lang::En && matches!(name, "may" | "march");
    let unsure = ambiguous && year.is_none() && !is_month_here(scanner, at);
    let tokens = end - at + year.map_or(0, |(length, _)| length);
    let mut found = FoundValues::one(
        tokens,
        Value::Date {
            year: year.map(|(_, year)| year),
            month: Some(month),
            day: None,
        },
    );
    if unsure {
        found.weight = Weight::Loose;
    }
    Some(found)
}

fn fiscal_follows(scanner: &Scanner, at: usize) -> bool {
    scanner.range_word(at + 1).is_some()
        && scanner.digits(at + 2).is_some()
        && scanner.is_tied(at + 1)
}

/// Whether a capital "May" or "March" is the month: behind a preposition or a word in
/// lower case, since the verb has no capital there, or beside another month.
fn is_month_here(scanner: &Scanner, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back);
    let leads = |at: usize| {
        let word = scanner.word(at);
        word.is_some_and(|word| !scanner.is_capital(at) || BEFORE_MONTHS.has(word))
    };
    let hyphen = before(1).is_some_and(|at| scanner.sign(at) == Some('-'));
    if before(1 + usize::from(hyphen)).is_some_and(leads) {
        return true;
    }
    let joins = |at: usize| {
        matches!(scanner.sign(at), Some(',' | '/' | '-' | '–'))
            || matches!(scanner.word(at), Some("and" | "or" | "to" | "through"))
    };
    let is_other = |at: usize| {
        !matches!(scanner.word(at), Some("may" | "march")) && month(scanner, at).is_some()
    };
    let after_month = before(2).is_some_and(|at| joins(at + 1) && is_other(at));
    after_month || joins(at + 1) && is_other(at + 2)
}

fn found(
    at: usize,
    end: usize,
    days: Vec<(std::ops::Range<usize>, u8)>,
    month: u8,
    year: Option<i16>,
) -> FoundValues {
    let alone = days.len() == 1;
    let last = days.len().saturating_sub(1);
    let values = days.into_iter().enumerate().map(|(index, (range, day))| {
        let range = if alone {
            0..end - at
        } else if index == last {
            range.start - at..end.max(range.end) - at
        } else {
            range.start - at..range.end - at
        };
        let value = Value::Date {
            year,
            month: Some(month),
            day: Some(day),
        };
        (range, value)
    });
    FoundValues::many(end - at, values.collect())
}

/// A day of the week.
pub(super) fn weekday(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let word = scanner.word(at)?;
    let singular = word.strip_suffix('s').unwrap_or(word);
    let whole = weekday_named(singular, scanner.lang).filter(|named| !named.short);
    let (day, length) = match whole {
        Some(named) => (named.number, 1),
        None => short_weekday(scanner, at, word)?,
    };
    Some(FoundValues::one(length, Value::Weekday(day)))
}

/// The abbreviation of a day of the week, from Monday, 1, and how many tokens it takes.
/// Sun, Sat and mar. are other words too: only before a date.
fn short_weekday(scanner: &Scanner, at: usize, word: &str) -> Option<(u8, usize)> {
    let CalendarWord { number: day, short } = weekday_named(word, scanner.lang)?;
    if !short {
        return None;
    }
    let dot = usize::from(scanner.sign(at + 1) == Some('.'));
    let end = at + 1 + dot;
    let next = end + usize::from(scanner.sign(end) == Some(','));
    let before_date = match scanner.lang {
        Lang::En => scanner.is_capital(at) && month(scanner, next).is_some(),
        Lang::Fr => scanner.digits(next).is_some() && month(scanner, next + 1).is_some(),
    };
    before_date.then_some((day, 1 + dot))
}
