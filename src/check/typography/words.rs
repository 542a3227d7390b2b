//! Ranks, months, money, times, dates with a day of the week, words of links.

use super::scope::{Report, Scope};
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, ReadPassage};
use crate::check::place::Finder;
use crate::check::values::ValueSort;
use crate::lang::Lang;
use crate::language::lexicon;

crate::diagnostic::codes! {
    ORDINAL_FORM = "T014", "ordinal-form", Warning;
    MONTH_CASE = "T015", "month-case", Warning;
    MONEY_FORM = "T016", "money-form", Warning;
    VAGUE_LINK = "T020", "vague-link", Warning;
    WEEKDAY_ORDER = "T021", "weekday-order", Warning;
    PADDED_TIME = "T022", "padded-time", Warning;
}

/// Checks the words of a passage.
pub(super) fn check(scope: &Scope<'_>, text: &ValuedText<'_>, report: &mut Report) {
    let (passage, finder) = (&text.passage, scope.finder);
    months(passage, finder, report);
    links(passage, finder, report);
    if passage.lang == Lang::Fr {
        ordinals(passage, finder, report);
        values(text, finder, report);
        weekdays(passage, finder, report);
    }
}

fn months(passage: &ReadPassage<'_>, finder: Finder<'_>, report: &mut Report) {
    for word in &passage.words {
        if !word.running || !lexicon::is_month_or_day_of(&word.folded, passage.lang) {
            continue;
        }
        let wrong = match passage.lang {
            // At the beginning of a cell or a sentence the capital is the sentence's.
            Lang::Fr => word.case == Case::Title && !word.first,
            // "may" and "march" are verbs too.
            Lang::En => {
                word.case == Case::Lower && !matches!(word.folded.as_str(), "may" | "march")
            }
        };
        if wrong {
            let written = passage.slice(&word.range);
            report.add(
                &MONTH_CASE,
                finder.of_range(passage, &word.range),
                match passage.lang {
                    Lang::Fr => format!("“{written}” has a capital in French"),
                    Lang::En => format!("“{written}” has no capital in English"),
                },
                match passage.lang {
                    Lang::Fr => format!("write “{}”", written.to_lowercase()),
                    Lang::En => "months and days of the week have a capital in English".into(),
                },
            );
        }
    }
}

fn links(passage: &ReadPassage<'_>, finder: Finder<'_>, report: &mut Report) {
    for link in &passage.links {
        let words = passage.slice(&link.range);
        if lexicon::vague_link(words) {
            report.add(
                &VAGUE_LINK,
                finder.of_range(passage, &link.range),
                format!("the link's words say nothing: “{words}”"),
                "make the words say where the link leads".into(),
            );
        }
    }
}

fn ordinals(passage: &ReadPassage<'_>, finder: Finder<'_>, report: &mut Report) {
    for word in &passage.words {
        let long = matches!(
            word.folded.as_str(),
            "eme" | "emes" | "ieme" | "iemes" | "ere" | "eres" | "iere"
        );
        let behind_digit = passage
            .text
            .get(..word.range.start)
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        if long && behind_digit && word.running {
            report.add(
                &ORDINAL_FORM,
                finder.of_range(passage, &word.range),
                format!("a rank ends in “{}”", passage.slice(&word.range)),
                "write 1er, 1re, 2e".into(),
            );
        }
    }
}

fn values(text: &ValuedText<'_>, finder: Finder<'_>, report: &mut Report) {
    let passage = &text.passage;
    for said in text.values.iter().filter(|said| said.facts.is_empty()) {
        let written = passage.slice(&said.range);
        match said.kind.sort() {
            ValueSort::Amount => {
                let scale = written
                    .split(|c: char| !c.is_alphabetic())
                    .any(|word| matches!(word, "million" | "millions" | "milliard" | "milliards"));
                if scale && written.contains('$') {
                    report.add(
                        &MONEY_FORM,
                        finder.of_range(passage, &said.range),
                        format!("“{written}” has a sign behind a word"),
                        "write “millions de dollars”, or “M$” behind the digits".into(),
                    );
                }
            }
            // A schedule's column may have its zeros in line.
            ValueSort::Time if !passage.role.is_cell() => {
                let minutes = written
                    .split_once('h')
                    .map(|(_, minutes)| minutes.trim())
                    .unwrap_or_default();
                if minutes.len() == 2 && minutes.starts_with('0') {
                    let short = written
                        .split_once('h')
                        .map_or("", |(hour, _)| hour)
                        .trim_end();
                    let rest = minutes.trim_start_matches('0');
                    report.add(
                        &PADDED_TIME,
                        finder.of_range(passage, &said.range),
                        format!("“{written}” has a zero that is not read"),
                        format!("write “{}”", format!("{short} h {rest}").trim_end()),
                    );
                }
            }
            _ => {}
        }
    }
}

fn weekdays(passage: &ReadPassage<'_>, finder: Finder<'_>, report: &mut Report) {
    for pair in passage.words.windows(2) {
        let [day, article] = pair else { continue };
        let is_day =
            lexicon::is_month_or_day_of(&day.folded, Lang::Fr) && day.folded.ends_with("di");
        let between = passage.slice(&(day.range.end..article.range.start));
        let follows = passage.text.get(article.range.end..).unwrap_or_default();
        let date = follows
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
        if is_day && article.folded == "le" && between.trim() == "," && date {
            report.add(
                &WEEKDAY_ORDER,
                finder.of_range(passage, &(day.range.start..article.range.end)),
                format!("“{}, le” parts the day from its date", day.folded),
                format!("write “le {}” and the date", day.folded),
            );
        }
    }
}
