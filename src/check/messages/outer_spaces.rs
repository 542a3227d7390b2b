//! Spaces at the beginning or the end that one language has.

use super::scope::{Part, Scope};
use crate::check::messages::codes::OUTER_SPACE_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

/// What is at an end of a text, in words, and the test for it.
type End = (&'static str, fn(&str) -> bool);

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let ends: [End; 2] = [
            ("begins", begins_with_space),
            ("ends", |text| text.ends_with(char::is_whitespace)),
        ];
        for (verb, is_spaced) in ends {
            let has = |part: &Part<'_>| part.texts().any(is_spaced);
            let wrong = match (has(pair.en), has(pair.fr)) {
                (true, false) => Lang::Fr,
                (false, true) => Lang::En,
                _ => continue,
            };
            let message = format!(
                "`{}` {verb} with a space in {} and not in {}",
                pair.en.name(),
                wrong.other().name(),
                wrong.name()
            );
            out.push(
                pair.finding(&OUTER_SPACE_MISMATCH, wrong, message)
                    .hint("what stands beside it needs the space in both languages or in neither"),
            );
        }
    }
}

/// Whether a text begins with a space that is not the one before a French mark: « : ».
fn begins_with_space(text: &str) -> bool {
    let inside = text.trim_start();
    let mark = inside.starts_with([':', ';', '!', '?', '%', '»', '$']);
    inside.len() < text.len() && !(mark && text.starts_with(['\u{a0}', '\u{202f}']))
}
