//! Two spaces between words.

use super::scope::Scope;
use super::typed::{lines, masked_texts};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    DOUBLE_SPACE = "L079", "double-space", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mut seen = BTreeSet::new();
        for (outcome, masked) in masked_texts(part) {
            for (start, line) in lines(&masked) {
                let indent = line.len() - line.trim_start().len();
                let inside = line.trim_end().get(indent..).unwrap_or_default();
                let Some(at) = inside.find("  ") else {
                    continue;
                };
                let run = inside.get(at..).unwrap_or_default();
                let length = run.len() - run.trim_start_matches(' ').len();
                let range = start + indent + at..start + indent + at + length;
                let span = part.span_in(outcome, &range);
                if seen.insert(span.range().start) {
                    let wording = DOUBLE_SPACE.say("spaces", given!(count = length));
                    out.push(part.finding(span, wording));
                }
            }
        }
    }
}
