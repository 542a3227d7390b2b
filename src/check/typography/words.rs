//! Ranks, months, money, times, dates with a day of the week, words of links.

use super::Report;
use crate::check::leaf::{Case, Leaf};
use crate::check::outline::Text;
use crate::check::place::Finder;
use crate::check::values::Sort;
use crate::diagnostic::codes::typography::{
    MONEY_FORM, MONTH_CASE, ORDINAL_FORM, PADDED_TIME, VAGUE_LINK, WEEKDAY_ORDER,
};
use crate::lang::Lang;
use crate::language::lexicon;

/// Checks the words of a leaf.
pub(super) fn check(text: &Text<'_>, finder: Finder<'_>, report: &mut Report) {
    let leaf = &text.leaf;
    months(leaf, finder, report);
    links(leaf, finder, report);
    if leaf.lang == Lang::Fr {
        ordinals(leaf, finder, report);
        values(text, finder, report);
        weekdays(leaf, finder, report);
    }
}

fn months(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    for word in &leaf.words {
        if !word.running || !lexicon::is_month_or_day_of(&word.folded, leaf.lang) {
            continue;
        }
        let wrong = match leaf.lang {
            // At the beginning of a cell or a sentence the capital is the sentence's.
            Lang::Fr => word.case == Case::Title && !word.first,
            // "may" and "march" are verbs too.
            Lang::En => {
                word.case == Case::Lower && !matches!(word.folded.as_str(), "may" | "march")
            }
        };
        if wrong {
            let written = leaf.slice(&word.range);
            report.add(
                &MONTH_CASE,
                finder.of_range(leaf, &word.range),
                match leaf.lang {
                    Lang::Fr => format!("“{written}” has a capital in French"),
                    Lang::En => format!("“{written}” has no capital in English"),
                },
                match leaf.lang {
                    Lang::Fr => format!("write “{}”", written.to_lowercase()),
                    Lang::En => "months and days of the week have a capital in English".into(),
                },
            );
        }
    }
}

fn links(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    for link in &leaf.links {
        let words = leaf.slice(&link.range);
        if lexicon::vague_link(words) {
            report.add(
                &VAGUE_LINK,
                finder.of_range(leaf, &link.range),
                format!("the link's words say nothing: “{words}”"),
                "make the words say where the link leads".into(),
            );
        }
    }
}

fn ordinals(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    for word in &leaf.words {
        let long = matches!(
            word.folded.as_str(),
            "eme" | "emes" | "ieme" | "iemes" | "ere" | "eres" | "iere"
        );
        let behind_digit = leaf
            .text
            .get(..word.range.start)
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        if long && behind_digit && word.running {
            report.add(
                &ORDINAL_FORM,
                finder.of_range(leaf, &word.range),
                format!("a rank ends in “{}”", leaf.slice(&word.range)),
                "write 1er, 1re, 2e".into(),
            );
        }
    }
}

fn values(text: &Text<'_>, finder: Finder<'_>, report: &mut Report) {
    let leaf = &text.leaf;
    for said in text.values.iter().filter(|said| said.facts.is_empty()) {
        let written = leaf.slice(&said.range);
        match said.kind.sort() {
            Sort::Amount => {
                let scale = written
                    .split(|c: char| !c.is_alphabetic())
                    .any(|word| matches!(word, "million" | "millions" | "milliard" | "milliards"));
                if scale && written.contains('$') {
                    report.add(
                        &MONEY_FORM,
                        finder.of_range(leaf, &said.range),
                        format!("“{written}” has a sign behind a word"),
                        "write “millions de dollars”, or “M$” behind the digits".into(),
                    );
                }
            }
            // A schedule's column may have its zeros in line.
            Sort::Time if !leaf.role.is_cell() => {
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
                        finder.of_range(leaf, &said.range),
                        format!("“{written}” has a zero that is not read"),
                        format!("write “{}”", format!("{short} h {rest}").trim_end()),
                    );
                }
            }
            _ => {}
        }
    }
}

fn weekdays(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    for pair in leaf.words.windows(2) {
        let [day, article] = pair else { continue };
        let is_day =
            lexicon::is_month_or_day_of(&day.folded, Lang::Fr) && day.folded.ends_with("di");
        let between = leaf.slice(&(day.range.end..article.range.start));
        let follows = leaf.text.get(article.range.end..).unwrap_or_default();
        let date = follows
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
        if is_day && article.folded == "le" && between.trim() == "," && date {
            report.add(
                &WEEKDAY_ORDER,
                finder.of_range(leaf, &(day.range.start..article.range.end)),
                format!("“{}, le” parts the day from its date", day.folded),
                format!("write “le {}” and the date", day.folded),
            );
        }
    }
}
