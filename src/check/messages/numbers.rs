//! Numbers, dates, times, amounts and telephone numbers that one language has and the
//! other lacks.

use super::markup::Markup;
use super::reading::Reading;
use super::scope::{Part, Scope, language};
use crate::check::messages::codes::MESSAGE_NUMBER_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::read::{Value, scan};
use crate::source::Span;
use std::ops::Range;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let english = said(pair.en, en);
        let french = said(pair.fr, fr);
        let only_english = lacking(&english, &french);
        let only_french = lacking(&french, &english);
        for (en, fr) in only_english.iter().zip(&only_french) {
            let message = format!(
                "the French of `{}` has {} where the English has {}",
                pair.fr.name(),
                fr.written,
                en.written
            );
            out.push(
                pair.fr
                    .finding(&MESSAGE_NUMBER_MISMATCH, fr.span.clone(), message)
                    .label(en.span.clone(), "the English")
                    .hint("say the same in both languages"),
            );
        }
        let both = only_english.len().min(only_french.len());
        for (lang, left) in [(Lang::En, only_english), (Lang::Fr, only_french)] {
            for value in left.into_iter().skip(both) {
                let message = format!(
                    "the {} of `{}` has {}, which the {} lacks",
                    language(lang),
                    pair.en.name(),
                    value.written,
                    language(lang.other())
                );
                let span = value.span.clone();
                out.push(
                    pair.finding_at(&MESSAGE_NUMBER_MISMATCH, lang, span, message)
                        .hint("say the same in both languages"),
                );
            }
        }
    }
}

/// A value of a text.
struct Said {
    /// The same in both languages.
    key: String,
    written: String,
    span: Span,
}

fn said(part: &Part<'_>, reading: &Reading<'_>) -> Vec<Said> {
    values(&reading.text, part.lang())
        .into_iter()
        .map(|(key, range)| Said {
            key,
            written: reading
                .text
                .get(range.clone())
                .unwrap_or_default()
                .to_owned(),
            span: part.span_in(reading, &range),
        })
        .collect()
}

/// The values that the other language lacks, each as often as it does.
fn lacking<'v>(own: &'v [Said], other: &[Said]) -> Vec<&'v Said> {
    let mut others: Vec<&str> = other.iter().map(|value| value.key.as_str()).collect();
    own.iter()
        .filter(
            |value| match others.iter().position(|key| *key == value.key) {
                Some(at) => {
                    others.remove(at);
                    false
                }
                None => true,
            },
        )
        .collect()
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
