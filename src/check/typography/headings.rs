//! Headings and subjects.

use super::scope::{Report, Scope};
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, ReadPassage, Role};
use crate::check::place::Finder;
use crate::lang::Lang;
use crate::language::lexicon;

crate::diagnostic::codes! {
    HEADING_CASE = "T018", "heading-case", Warning;
    HEADING_PERIOD = "T019", "heading-period", Warning;
}

/// Checks a heading; nothing else.
pub(super) fn check(scope: &Scope<'_>, text: &ValuedText<'_>, report: &mut Report) {
    let (passage, finder) = (&text.passage, scope.finder);
    if passage.role != Role::Heading {
        return;
    }
    period(passage, finder, report);
    if passage.lang == Lang::Fr {
        capitals(passage, finder, report);
    }
}

fn period(passage: &ReadPassage<'_>, finder: Finder<'_>, report: &mut Report) {
    let text = passage.text.trim_end();
    let last = passage.words.last().map_or("", |word| word.folded.as_str());
    let abbreviated = matches!(last, "etc" | "inc" | "ltd" | "ltee") || last.len() == 1;
    if text.ends_with('.') && !text.ends_with("..") && !abbreviated {
        let range = text.len() - 1..text.len();
        report.add(
            &HEADING_PERIOD,
            finder.of_range(passage, &range),
            "a heading ends in a period".into(),
            "leave the period out".into(),
        );
    }
}

/// Finds two words or more with capitals that a French heading does not give them.
fn capitals(passage: &ReadPassage<'_>, finder: Finder<'_>, report: &mut Report) {
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
        report.add(
            &HEADING_CASE,
            finder.of_range(passage, &(first.range.start..last.range.end)),
            "a French heading has capitals as an English title".into(),
            "keep the capital of the first word and of names".into(),
        );
    }
}
