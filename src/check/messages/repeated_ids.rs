//! Values that repeat their own id.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    REPEATED_ID = "L036", "repeated-id", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let Some(outcome) = part.usual() else {
            continue;
        };
        let id = part.attribute.unwrap_or(part.entry.id);
        let text = outcome.formatted.text.trim_start();
        let Some(rest) = text.strip_prefix(id) else {
            continue;
        };
        let begins_twice = rest.trim_start().starts_with('=');
        let is_the_id = rest.trim().is_empty() && id.contains('-');
        if begins_twice || is_the_id {
            let start = outcome.formatted.text.len() - text.len();
            let span = part.span_in(outcome, &(start..start + id.len()));
            out.push(part.finding(span, REPEATED_ID.say("repeats", given!(name = part.name()))));
        }
    }
}
