//! Ranks, months, money, times, dates with a day of the week, words of links.

use super::scope::Report;
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, ReadPassage};
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
pub(super) fn check(text: &ValuedText<'_>, report: &mut Report<'_>) {
    let passage = &text.passage;
    months(passage, report);
    links(passage, report);
    if passage.lang == Lang::Fr {
        ordinals(passage, report);
        values(text, report);
        weekdays(passage, report);
    }
}

fn months(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    for word in &passage.words {
        let wrong = match passage.lang {
            // At the beginning of a cell or a sentence the capital is the sentence's.
            Lang::Fr => word.case == Case::Title && !word.first,
            // "may" and "march" are verbs too.
            Lang::En => {
                word.case == Case::Lower && !matches!(word.folded.as_str(), "may" | "march")
            }
        };
        if wrong && word.running && lexicon::is_month_or_day_of(&word.folded, passage.lang) {
            let written = passage.slice(&word.range);
            let wording = match passage.lang {
                Lang::Fr => {
                    MONTH_CASE.say("french", given!(written, wanted = written.to_lowercase()))
                }
                Lang::En => MONTH_CASE.say("english", given!(written)),
            };
            report.at(passage, &word.range, wording);
        }
    }
}

fn links(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    for link in &passage.links {
        let words = passage.slice(&link.range);
        if lexicon::vague_link(words) {
            let wording = VAGUE_LINK.say("vague", given!(words));
            report.at(passage, &link.range, wording);
        }
    }
}

fn ordinals(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    for word in &passage.words {
        let long = matches!(
            word.folded.as_str(),
            "eme" | "emes" | "ieme" | "iemes" | "ere" | "eres" | "iere"
        );
        let (before, _) = passage.around(&word.range);
        let behind_digit = before.ends_with(|c: char| c.is_ascii_digit());
        if long && behind_digit && word.running {
            let wording = ORDINAL_FORM.say("long", given!(written = passage.slice(&word.range)));
            report.at(passage, &word.range, wording);
        }
    }
}

fn values(text: &ValuedText<'_>, report: &mut Report<'_>) {
    let passage = &text.passage;
    for said in text.values.iter().filter(|said| said.facts.is_empty()) {
        let written = passage.slice(&said.range);
        match said.kind.sort() {
            ValueSort::Amount => {
                let scale = written
                    .split(|c: char| !c.is_alphabetic())
                    .any(|word| matches!(word, "million" | "millions" | "milliard" | "milliards"));
                if scale && written.contains('$') {
                    let wording = MONEY_FORM.say("scale", given!(written));
                    report.at(passage, &said.range, wording);
                }
            }
            // A schedule's column may have its zeros in line.
            ValueSort::Time if !passage.role.is_cell() => {
                let (hour, minutes) = written.split_once('h').unwrap_or_default();
                let minutes = minutes.trim();
                if minutes.len() == 2 && minutes.starts_with('0') {
                    let rest = minutes.trim_start_matches('0');
                    let wanted = format!("{} h {rest}", hour.trim_end());
                    let wording =
                        PADDED_TIME.say("zero", given!(written, wanted = wanted.trim_end()));
                    report.at(passage, &said.range, wording);
                }
            }
            _ => {}
        }
    }
}

fn weekdays(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    for pair in passage.words.windows(2) {
        let [day, article] = pair else { continue };
        let is_day =
            lexicon::is_month_or_day_of(&day.folded, Lang::Fr) && day.folded.ends_with("di");
        let between = passage.slice(&(day.range.end..article.range.start));
        let (_, follows) = passage.around(&article.range);
        let date = follows
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
        if is_day && article.folded == "le" && between.trim() == "," && date {
            let range = day.range.start..article.range.end;
            let wording = WEEKDAY_ORDER.say("parted", given!(day = day.folded.as_str()));
            report.at(passage, &range, wording);
        }
    }
}
