//! Words that stand twice in a row.

use super::markup::Markup;
use super::scope::Scope;
use super::words::words;
use crate::check::messages::codes::DOUBLE_WORD;
use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;

/// Words that may stand twice: "nous nous réunissons", "that that is".
const ALLOWED: [&str; 6] = ["nous", "vous", "that", "had", "en", "faire"];

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mut seen = BTreeSet::new();
        for reading in &part.readings {
            let masked = Markup::of(&reading.text).masked;
            for pair in words(&masked).windows(2) {
                let [first, second] = pair else { continue };
                let between = masked.get(first.range.end..second.range.start);
                let near = between
                    .is_some_and(|between| between.trim().is_empty() && !between.contains("\n\n"));
                let is_word = first.text.chars().all(char::is_alphabetic)
                    && first.text.chars().count() > 1
                    && !ALLOWED.contains(&first.folded.as_str());
                if !(near && is_word && first.text.to_lowercase() == second.text.to_lowercase()) {
                    continue;
                }
                let range = first.range.start..second.range.end;
                if seen.insert(reading.place(&range).map(|place| place.start)) {
                    let span = part.span_in(reading, &range);
                    let message = format!("“{}” stands twice in a row", first.text);
                    out.push(
                        part.finding(&DOUBLE_WORD, span, message)
                            .hint("take one of them out"),
                    );
                }
            }
        }
    }
}
