//! Spaces at the beginning or the end that one language has.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

crate::diagnostic::codes! {
    OUTER_SPACE_MISMATCH = "L071", "outer-space-mismatch", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        for end in ["begins", "ends"] {
            let is_spaced = |text: &str| match end {
                "begins" => begins_with_space(text),
                _ => text.ends_with(char::is_whitespace),
            };
            let wrong = match (
                pair.en.texts().any(is_spaced),
                pair.fr.texts().any(is_spaced),
            ) {
                (true, false) => Lang::Fr,
                (false, true) => Lang::En,
                _ => continue,
            };
            // A mark that clings to what stands before it needs no space: ", and " beside
            // « et ».
            let clings = |text: &str| text.starts_with([',', '.', ';', ')', '’', '\'']);
            if end == "begins" && pair.side(wrong).texts().all(clings) {
                continue;
            }
            let wording = OUTER_SPACE_MISMATCH.say(
                "space",
                given!(id = pair.en.name(), end, has = wrong.other(), lacks = wrong),
            );
            out.push(pair.finding(wrong, wording));
        }
    }
}

/// Whether a text begins with a space that is not the one before a French mark: « : ».
fn begins_with_space(text: &str) -> bool {
    let inside = text.trim_start();
    let mark = inside.starts_with([':', ';', '!', '?', '%', '»', '$']);
    inside.len() < text.len() && !(mark && text.starts_with(['\u{a0}', '\u{202f}']))
}
