//! Times of day.

use super::Value;
use super::number_words::spelled;
use super::scanner::{FoundValues, Scanner};
use crate::lang::Lang;
use crate::memo::fact::Time;

/// A time, or two of them with a range between.
pub(super) fn time(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    match scanner.lang {
        Lang::En => english(scanner, at),
        Lang::Fr => french(scanner, at),
    }
    .or_else(|| named(scanner, at))
}

/// A time so many minutes after midnight.
fn at_minutes(tokens: usize, minutes: u16) -> FoundValues {
    FoundValues::one(tokens, Value::Time(Time(minutes)))
}

/// Noon, midnight; midi, minuit.
fn named(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let minutes = match (scanner.lang, scanner.word(at)?) {
        (Lang::En, "noon" | "midday") => 720,
        // Afternoon in French begins with the same word.
        (Lang::Fr, "midi") if !(at > 0 && scanner.sign(at - 1) == Some('-')) => 720,
        (Lang::En, "midnight") | (Lang::Fr, "minuit") => 0,
        _ => return None,
    };
    let half = usize::from(scanner.lang == Lang::Fr)
        * usize::from(scanner.word(at + 1) == Some("et"))
        * usize::from(matches!(scanner.word(at + 2), Some("demi" | "demie")));
    Some(at_minutes(
        1 + 2 * half,
        minutes + if half == 1 { 30 } else { 0 },
    ))
}

/// Hour and minutes: 9, 9:30. The tokens they take.
fn clock(scanner: &Scanner, at: usize) -> Option<(usize, u16, u16)> {
    let hour = u16::try_from(scanner.small(at)?).ok()?;
    if hour > 24 || scanner.token(at)?.range.len() > 2 {
        return None;
    }
    let minutes = (scanner.sign(at + 1) == Some(':') && scanner.is_tied(at + 1))
        .then(|| {
            let two = scanner
                .token(at + 2)
                .is_some_and(|token| token.range.len() == 2);
            scanner
                .small(at + 2)
                .filter(|_| two && scanner.is_tied(at + 2))
        })
        .flatten()
        .and_then(|minutes| u16::try_from(minutes).ok())
        .filter(|minutes| *minutes < 60);
    // 12:00:00 says no more than 12:00.
    let seconds = scanner.sign(at + 3) == Some(':')
        && scanner
            .token(at + 4)
            .is_some_and(|token| token.range.len() == 2)
        && scanner.small(at + 4) == Some(0)
        && scanner.is_tied(at + 3)
        && scanner.is_tied(at + 4);
    Some(match minutes {
        Some(minutes) if seconds => (5, hour, minutes),
        Some(minutes) => (3, hour, minutes),
        None => (1, hour, 0),
    })
}

/// `a.m.`, `p.m.` in their many forms: the tokens, and whether it is the afternoon.
fn meridiem(scanner: &Scanner, at: usize) -> Option<(usize, bool)> {
    let word = scanner.word(at)?;
    match word {
        "am" => Some((1, false)),
        "pm" => Some((1, true)),
        "a" | "p" if scanner.sign(at + 1) == Some('.') && scanner.word(at + 2) == Some("m") => {
            let dot = usize::from(scanner.sign(at + 3) == Some('.') && scanner.is_tied(at + 3));
            Some((3 + dot, word == "p"))
        }
        _ => None,
    }
}

/// Half past two, a quarter to nine, nine o'clock. The half of the day is left to the
/// reader.
fn english_words(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let hour = |at: usize| -> Option<(usize, u16)> {
        if let Some(hour) = scanner.small(at) {
            return Some((1, u16::try_from(hour).ok()?));
        }
        if !scanner.counts(at) {
            return None;
        }
        let spelled = spelled(scanner.tokens.get(at..)?, scanner.lang)?;
        (!spelled.ordinal).then_some((spelled.tokens, u16::try_from(spelled.value).ok()?))
    };
    let start = at + usize::from(scanner.word(at) == Some("a"));
    let (minutes, past) = match (scanner.word(start), scanner.word(start + 1)) {
        (Some("half"), Some("past")) => (30, true),
        (Some("quarter"), Some("past" | "after")) => (15, true),
        (Some("quarter"), Some("to" | "before")) => (15, false),
        _ => {
            let (length, hour) = hour(at).filter(|(_, hour)| (1..=12).contains(hour))?;
            let end = at + length;
            // Twelve O'Clock Point is a place.
            let clock = scanner.word(end) == Some("o")
                && !scanner.is_capital(end)
                && scanner.word(end + 2) == Some("clock");
            return clock.then(|| at_minutes(length + 3, hour * 60));
        }
    };
    let (length, hour) = hour(start + 2).filter(|(_, hour)| (1..=12).contains(hour))?;
    let minutes = if past {
        hour * 60 + minutes
    } else {
        hour * 60 - minutes
    };
    Some(at_minutes(start + 2 + length - at, minutes))
}

fn english(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if let Some(found) = english_words(scanner, at) {
        return Some(found);
    }
    let (length, hour, minutes) = clock(scanner, at)?;
    let end = at + length;
    if let Some((marks, afternoon)) = meridiem(scanner, end) {
        return Some(FoundValues::one(
            length + marks,
            Value::Time(twelve_hours(hour, minutes, afternoon)?),
        ));
    }
    if matches!(scanner.word(end), Some("noon" | "midnight")) && hour == 12 {
        let noon = u16::from(scanner.word(end) == Some("noon"));
        return Some(at_minutes(length + 1, 720 * noon));
    }
    // 8:30 to 4:30 p.m.
    let range = scanner.range_word(end);
    if let Some(range) = range
        && let Some((other_length, other_hour, other_minutes)) = clock(scanner, end + range)
        && let Some((marks, afternoon)) = meridiem(scanner, end + range + other_length)
    {
        let second = twelve_hours(other_hour, other_minutes, afternoon)?;
        let same = twelve_hours(hour, minutes, afternoon)?;
        let first = if same.0 <= second.0 {
            same
        } else {
            twelve_hours(hour, minutes, !afternoon)?
        };
        let total = length + range + other_length + marks;
        return Some(FoundValues::many(
            total,
            vec![
                (0..length, Value::Time(first)),
                (length + range..total, Value::Time(second)),
            ],
        ));
    }
    // 14:30, 9:15; a ratio would be spaced.
    (length >= 3 && hour < 25).then(|| at_minutes(length, hour * 60 + minutes))
}

fn twelve_hours(hour: u16, minutes: u16, afternoon: bool) -> Option<Time> {
    if hour > 12 {
        return (hour < 24).then_some(Time(hour * 60 + minutes));
    }
    Some(Time(
        (hour % 12) * 60 + minutes + if afternoon { 720 } else { 0 },
    ))
}

/// 14 h 30, 9 h, 14 h 30 min, 9 heures, 14:30.
fn french(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let (length, time) = french_clock(scanner, at, true)?;
    if let Some(time) = time {
        return Some(FoundValues::one(length, Value::Time(time)));
    }
    // de 9 à 11 h
    let range = scanner.range_word(at + length)?;
    let (other_length, other) = french_clock(scanner, at + length + range, true)?;
    let hour = u16::try_from(scanner.small(at)?).ok()?;
    let total = length + range + other_length;
    Some(FoundValues::many(
        total,
        vec![
            (0..length, Value::Time(Time(hour * 60))),
            (length + range..total, Value::Time(other?)),
        ],
    ))
}

/// A French time; `None` in it where only an hour's number stands there.
fn french_clock(scanner: &Scanner, at: usize, alone: bool) -> Option<(usize, Option<Time>)> {
    let (length, hour, minutes) = clock(scanner, at)?;
    if length >= 3 {
        return Some((length, Some(Time(hour * 60 + minutes))));
    }
    if scanner.word(at + 1) != Some("h") {
        return alone.then_some((1, None));
    }
    let minutes = scanner
        .small(at + 2)
        .filter(|_| {
            scanner
                .token(at + 2)
                .is_some_and(|token| token.range.len() <= 2)
        })
        .and_then(|minutes| u16::try_from(minutes).ok())
        .filter(|minutes| *minutes < 60);
    Some(match minutes {
        Some(minutes) => {
            let unit = usize::from(scanner.word(at + 3) == Some("min"));
            (3 + unit, Some(Time(hour * 60 + minutes)))
        }
        None => (2, Some(Time(hour * 60))),
    })
}
