//! Acronyms that one language has more of.

use super::markup::Markup;
use super::scope::{Scope, language};
use super::words::words;
use crate::check::messages::codes::MESSAGE_ACRONYM_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use std::cmp::Ordering;
use std::collections::BTreeSet;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (english, french) = (acronyms(&en.text), acronyms(&fr.text));
        let has = match english.len().cmp(&french.len()) {
            Ordering::Equal => continue,
            Ordering::Greater => Lang::En,
            Ordering::Less => Lang::Fr,
        };
        let shown = |acronyms: &BTreeSet<String>| match acronyms.is_empty() {
            true => "none".to_owned(),
            false => Vec::from_iter(acronyms.iter().map(String::as_str)).join(", "),
        };
        let message = format!(
            "`{}` has more acronyms in {} than in {}: {} in English, {} in French",
            pair.en.name(),
            language(has),
            language(has.other()),
            shown(&english),
            shown(&french),
        );
        out.push(
            pair.finding(&MESSAGE_ACRONYM_MISMATCH, has.other(), message)
                .hint("write it out in both languages or in neither"),
        );
    }
}

/// The words in capitals, each once, in a text that is not all in capitals.
fn acronyms(text: &str) -> BTreeSet<String> {
    if !text.chars().any(char::is_lowercase) {
        return BTreeSet::new();
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
