//! Headings and subjects.

use super::scope::Report;
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, ReadPassage, Role};
use crate::lang::Lang;
use crate::language::lexicon;

crate::diagnostic::codes! {
    HEADING_CASE = "T018", "heading-case", Warning;
    HEADING_PERIOD = "T019", "heading-period", Warning;
}

/// Checks a heading; nothing else.
pub(super) fn check(text: &ValuedText<'_>, report: &mut Report<'_>) {
    let passage = &text.passage;
    if passage.role != Role::Heading {
        return;
    }
    period(passage, report);
    if passage.lang == Lang::Fr {
        capitals(passage, report);
    }
}

fn period(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    let text = passage.text.trim_end();
    let last = passage.words.last().map_or("", |word| word.folded.as_str());
    let abbreviated = matches!(last, "etc" | "inc" | "ltd" | "ltee") || last.len() == 1;
    if text.ends_with('.') && !text.ends_with("..") && !abbreviated {
        let range = text.len() - 1..text.len();
        let wording = HEADING_PERIOD.say("period", &[]);
        report.at(passage, &range, wording);
    }
}

/// Finds two words or more with capitals that a French heading does not give them.
fn capitals(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    let wrong: Vec<_> = passage
        .words
        .iter()
        .filter(|word| {
            word.case == Case::Title
                && !word.first
                && word.running
                && (lexicon::is_function_word(&word.folded)
                    || !lexicon::concepts(&word.folded, Lang::Fr).is_empty())
        })
        .collect();
    let small = passage.words.iter().any(|word| {
        word.case == Case::Lower && word.running && !lexicon::is_function_word(&word.folded)
    });
    // The name of an office has capitals too, among small words.
    if let ([first, .., last], false) = (wrong.as_slice(), small) {
        let range = first.range.start..last.range.end;
        let wording = HEADING_CASE.say("capitals", &[]);
        report.at(passage, &range, wording);
    }
}
