//! Texts that are the same in both languages.

use super::scope::{Scope, language};
use super::words::untranslated;
use crate::check::messages::codes::UNTRANSLATED_MESSAGE;
use crate::diagnostic::Diagnostic;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (text, other) = (en.text.trim(), fr.text.trim());
        let official = |text: &str| {
            let entries = &scope.context.settings.glossary;
            entries
                .iter()
                .any(|entry| entry.en == text && entry.fr == text)
        };
        if text.to_lowercase() != other.to_lowercase() || official(text) {
            continue;
        }
        let Some(wrong) = untranslated(text) else {
            continue;
        };
        let message = format!(
            "the {} of `{}` is the same as the {}",
            language(wrong),
            pair.en.name(),
            language(wrong.other())
        );
        out.push(
            pair.finding(&UNTRANSLATED_MESSAGE, wrong, message)
                .hint(format!("translate it into {}", language(wrong))),
        );
    }
}
