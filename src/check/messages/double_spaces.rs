//! Two spaces between words.

use super::markup::{Markup, item_sign, lines};
use super::scope::Scope;
use crate::check::messages::codes::DOUBLE_SPACE;
use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mut seen = BTreeSet::new();
        for reading in &part.readings {
            let masked = Markup::of(&reading.text).masked;
            for (start, line) in lines(&masked) {
                // A table's columns may stand in line.
                if line.trim_start().starts_with('|') {
                    continue;
                }
                let indent = item_sign(line).unwrap_or(0);
                let indent = indent.max(line.len() - line.trim_start().len());
                let inside = line.trim_end().get(indent..).unwrap_or_default();
                let Some(at) = inside.find("  ") else {
                    continue;
                };
                let run = inside.get(at..).unwrap_or_default();
                let length = run.len() - run.trim_start_matches(' ').len();
                let range = start + indent + at..start + indent + at + length;
                let place = reading.place(&range).map(|place| place.start);
                if reading.is_words(&range) && seen.insert(place) {
                    let message = format!("{length} spaces stand between two words");
                    out.push(
                        part.finding(&DOUBLE_SPACE, part.span_in(reading, &range), message)
                            .hint("leave one"),
                    );
                }
            }
        }
    }
}
