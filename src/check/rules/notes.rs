//! References to footnotes.

use super::scope::Scope;
use crate::check::pairing::{TextMark, counted, language};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

crate::diagnostic::codes! {
    NOTE_MISMATCH = "P060", "note-mismatch", Error;
}

/// Finds texts with another number of references to notes.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for pair in &comparison.pairs {
        let count = |lang| {
            pair.side(lang)
                .iter()
                .map(|text| text.passage.notes.len())
                .sum::<usize>()
        };
        let (en, fr) = (count(Lang::En), count(Lang::Fr));
        let (Some(left), Some(right)) = (pair.first(Lang::En), pair.first(Lang::Fr)) else {
            continue;
        };
        if en == fr {
            continue;
        }
        let lacks = if en < fr { Lang::En } else { Lang::Fr };
        out.push(
            comparison
                .finding(
                    &NOTE_MISMATCH,
                    &TextMark::whole(left),
                    &TextMark::whole(right),
                    format!(
                        "{} in the English, {fr} in the French",
                        counted(en, "footnote")
                    ),
                    (
                        format!("{en} in the English"),
                        format!("{fr} in the French"),
                    ),
                )
                .hint(format!(
                    "add the reference and its note to the {}",
                    language(lacks)
                )),
        );
    }
}
