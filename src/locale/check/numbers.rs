//! Numbers, dates, times, amounts and telephone numbers that one language has and the
//! other lacks.

use super::markup::Markup;
use super::scope::{Scope, language};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::MESSAGE_NUMBER_MISMATCH;
use crate::lang::Lang;
use crate::locale::read::{Value, scan};
use std::ops::Range;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (english, french) = (values(&en.text, Lang::En), values(&fr.text, Lang::Fr));
        for (lang, reading, own, other) in [
            (Lang::En, en, &english, &french),
            (Lang::Fr, fr, &french, &english),
        ] {
            let mut others: Vec<&str> = other.iter().map(|(key, _)| key.as_str()).collect();
            for (key, range) in own {
                if let Some(at) = others.iter().position(|other| other == key) {
                    others.remove(at);
                    continue;
                }
                let written = reading.text.get(range.clone()).unwrap_or_default();
                let part = pair.side(lang);
                let message = format!(
                    "the {} of `{}` has {written}, which the {} lacks",
                    language(lang),
                    part.name(),
                    language(lang.other())
                );
                let span = part.span_in(reading, range);
                out.push(
                    pair.finding_at(&MESSAGE_NUMBER_MISMATCH, lang, span, message)
                        .hint("say the same in both languages"),
                );
            }
        }
    }
}

/// What a text says in digits, by keys that are the same in both languages.
fn values(text: &str, lang: Lang) -> Vec<(String, Range<usize>)> {
    let masked = Markup::of(text).masked;
    scan(&masked, lang)
        .into_iter()
        .filter_map(|reading| {
            let key = match reading.value {
                Value::Number {
                    value,
                    words: false,
                } => format!("n{}", value.normalized()),
                Value::Ordinal {
                    value,
                    words: false,
                } => format!("n{value}"),
                Value::Code(digits) => format!("n{digits}"),
                Value::Percent(value) => format!("%{}", value.normalized()),
                Value::Money { amount, .. } => format!("${}", amount.normalized()),
                Value::Date { month, day, .. } => format!("d{month:?}{day:?}"),
                Value::Weekday(day) => format!("w{day}"),
                Value::FiscalYear(year) => format!("y{year}"),
                Value::Time(time) => format!("t{}", time.0 % 1440),
                Value::Phone(digits) | Value::PostalCode(digits) => digits,
                _ => return None,
            };
            Some((key, reading.range))
        })
        .collect()
}
