//! A day of the week that is not that of its date.

use super::Scope;
use crate::check::outline::ValuedText;
use crate::check::place::Finder;
use crate::check::values::Said;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{fold, is_month_or_day_of};
use crate::language::read::Value;
use crate::language::write::{DateTimeOptions, FieldWidth, date, weekday_name};
use crate::memo::fact::Date;
use std::ops::Range;

crate::diagnostic::codes! {
    WRONG_WEEKDAY = "P046", "wrong-weekday", Error;
}

/// How many days before and behind the memo's own a date without a year may be: what is
/// further off is written with its year.
const NEAR: std::ops::RangeInclusive<i64> = -200..=370;

/// Finds days of the week beside dates that they are not. A date without a year is one
/// near the memo's own, `written`.
pub(super) fn check(scope: &Scope<'_>, text: &ValuedText<'_>, out: &mut Vec<Diagnostic>) {
    let (written, finder) = (scope.written, scope.finder);
    let values: Vec<&Said> = text.values.iter().collect();
    let mut at = 0;
    while at < values.len() {
        let days = run(text, &values[at..], |value| {
            matches!(value, Value::Weekday(_))
        });
        let dates = run(text, &values[at + days..], is_day);
        let joined = days > 0
            && dates > 0
            && belongs(
                between(text, values[at + days - 1], values[at + days]),
                text.passage.lang,
            );
        if joined {
            // "Monday to Friday, May 11 to 15": each with its own.
            let pairs = if days == dates || days == 1 { days } else { 0 };
            for index in 0..pairs {
                let (weekday, date) = (values[at + index], values[at + days + index]);
                out.extend(finding(text, (weekday, date), written, finder));
            }
        } else if let [date, weekday, ..] = values[at..]
            && is_day(&date.kind.value)
            && matches!(weekday.kind.value, Value::Weekday(_))
            && is_behind(text, date, weekday)
        {
            out.extend(finding(text, (weekday, date), written, finder));
        }
        at += (days + if joined { dates } else { 0 }).max(1);
    }
}

/// The years of the dates of a text.
fn years(text: &ValuedText<'_>) -> impl Iterator<Item = i16> {
    text.values.iter().filter_map(|said| match said.kind.value {
        Value::Date { year, .. } => year,
        _ => None,
    })
}

/// How many of the first values are of a kind, with nothing but "and" or "to" between.
fn run(text: &ValuedText<'_>, values: &[&Said], of_kind: impl Fn(&Value) -> bool) -> usize {
    let mut count = 0;
    while let Some(said) = values.get(count).filter(|said| of_kind(&said.kind.value)) {
        let goes_on = match count.checked_sub(1).and_then(|before| values.get(before)) {
            Some(before) => is_joined(between(text, before, said)),
            None => true,
        };
        if !goes_on {
            break;
        }
        count += 1;
    }
    count
}

fn is_day(value: &Value) -> bool {
    matches!(
        value,
        Value::Date {
            month: Some(_),
            day: Some(_),
            ..
        }
    )
}

fn between<'t>(text: &'t ValuedText<'_>, first: &Said, second: &Said) -> &'t str {
    text.passage.slice(&Range {
        start: first.range.end,
        end: second.range.start,
    })
}

fn words(between: &str) -> impl Iterator<Item = &str> {
    between
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '-' | '–' | '—'))
        .filter(|word| !word.is_empty())
}

/// Whether only words stand between that join days.
fn is_joined(between: &str) -> bool {
    words(between).all(|word| {
        matches!(
            word,
            "and" | "or" | "to" | "through" | "et" | "ou" | "au" | "à" | "le" | "the"
        )
    })
}

/// Whether a date belongs to the day of the week before it. Of "May 11 and 12" the reader
/// gives the days alone, and the month stands before them.
fn belongs(between: &str, lang: Lang) -> bool {
    words(between)
        .all(|word| matches!(word, "the" | "le" | "(") || is_month_or_day_of(&fold(word), lang))
}

/// Whether a day of the week stands behind its date in brackets: "May 12 (Monday)".
fn is_behind(text: &ValuedText<'_>, date: &Said, weekday: &Said) -> bool {
    let (_, after) = text.passage.around(&weekday.range);
    between(text, date, weekday).trim() == "(" && after.starts_with(')')
}

fn finding(
    text: &ValuedText<'_>,
    (weekday, said): (&Said, &Said),
    written: Option<Date>,
    finder: Finder<'_>,
) -> Option<Diagnostic> {
    let Value::Weekday(day_of_week) = weekday.kind.value else {
        return None;
    };
    let Value::Date {
        year,
        month: Some(month),
        day: Some(day),
    } = said.kind.value
    else {
        return None;
    };
    let in_year = |year: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let meant: Vec<Date> = match (year, written) {
        (Some(year), _) => in_year(year).into_iter().collect(),
        (None, Some(written)) => (written.year() - 1..=written.year() + 1)
            .filter_map(in_year)
            .filter(|date| NEAR.contains(&date.days_from(written)))
            // "April 30, 2028, or Monday, May 1"
            .chain(years(text).filter_map(in_year))
            .collect(),
        (None, None) => Vec::new(),
    };
    let first = *meant.first()?;
    if meant.iter().any(|date| date.weekday() == day_of_week) {
        return None;
    }
    let lang = text.passage.lang;
    let [en, fr] = Lang::ALL.map(|lang| weekday_name(first.weekday(), lang, FieldWidth::Long));
    let shown = date(first, Lang::En.into(), &DateTimeOptions::default()).to_plain();
    let wording = match lang {
        Lang::En => WRONG_WEEKDAY.say("english", given!(date = shown, en)),
        Lang::Fr => WRONG_WEEKDAY.say("french", given!(date = shown, en, fr)),
    };
    let place = finder.of_range(&text.passage, &weekday.range);
    let finding = Diagnostic::told(place, wording).lang(lang);
    Some(finding.unless_sure(year.is_some()))
}
