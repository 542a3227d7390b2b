//! References to footnotes.

use super::scope::Scope;
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
        let Some([left, right]) = pair.wholes().filter(|_| en != fr) else {
            continue;
        };
        let lacks = if en < fr { Lang::En } else { Lang::Fr };
        let wording = NOTE_MISMATCH.say("count", given!(en, fr, lacks));
        out.push(comparison.finding(wording, &left, &right));
    }
}
