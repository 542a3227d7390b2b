//! Acronyms that only one language has.

use super::markup::Markup;
use super::scope::{Scope, language};
use super::words::words;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::MESSAGE_ACRONYM_MISMATCH;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (english, french) = (acronyms(&en.text), acronyms(&fr.text));
        let (has, acronyms) = match (english.is_empty(), french.is_empty()) {
            (false, true) => (Lang::En, english),
            (true, false) => (Lang::Fr, french),
            _ => continue,
        };
        let message = format!(
            "`{}` has an acronym in {}, {}, and none in {}",
            pair.en.name(),
            language(has),
            acronyms.join(", "),
            language(has.other())
        );
        out.push(
            pair.finding(&MESSAGE_ACRONYM_MISMATCH, has.other(), message)
                .hint("write it out in both languages or in neither"),
        );
    }
}

/// The words in capitals, in a text that is not all in capitals.
fn acronyms(text: &str) -> Vec<String> {
    if !text.chars().any(char::is_lowercase) {
        return Vec::new();
    }
    let masked = Markup::of(text).masked;
    words(&masked)
        .into_iter()
        .filter(|word| {
            let capitals = word
                .text
                .chars()
                .filter(|letter| letter.is_uppercase())
                .count();
            capitals >= 2
                && word.text.chars().all(char::is_uppercase)
                && !word.text.chars().all(|letter| "IVXLCDM".contains(letter))
        })
        .map(|word| word.text.to_owned())
        .collect()
}
