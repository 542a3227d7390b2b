//! Headings and subjects.

use super::Report;
use crate::check::leaf::{Case, Leaf, Role};
use crate::check::place::Finder;
use crate::diagnostic::codes::typography::{HEADING_CASE, HEADING_PERIOD};
use crate::lang::Lang;
use crate::language::lexicon;

/// Checks a heading; nothing else.
pub(super) fn check(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    if leaf.role != Role::Heading {
        return;
    }
    period(leaf, finder, report);
    if leaf.lang == Lang::Fr {
        capitals(leaf, finder, report);
    }
}

fn period(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    let text = leaf.text.trim_end();
    let last = leaf.words.last().map_or("", |word| word.folded.as_str());
    let abbreviated = matches!(last, "etc" | "inc" | "ltd" | "ltee") || last.len() == 1;
    if text.ends_with('.') && !text.ends_with("..") && !abbreviated {
        let range = text.len() - 1..text.len();
        report.add(
            &HEADING_PERIOD,
            finder.of_range(leaf, &range),
            "a heading ends in a period".into(),
            "leave the period out".into(),
        );
    }
}

/// Finds two words or more with capitals that a French heading does not give them.
fn capitals(leaf: &Leaf<'_>, finder: Finder<'_>, report: &mut Report) {
    let wrong: Vec<_> = leaf
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
    let small = leaf.words.iter().any(|word| {
        word.case == Case::Lower && word.running && !lexicon::is_function_word(&word.folded)
    });
    // The name of an office has capitals too, among small words.
    if let ([first, .., last], false) = (wrong.as_slice(), small) {
        report.add(
            &HEADING_CASE,
            finder.of_range(leaf, &(first.range.start..last.range.end)),
            "a French heading has capitals as an English title".into(),
            "keep the capital of the first word and of names".into(),
        );
    }
}
