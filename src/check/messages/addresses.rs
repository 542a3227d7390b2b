//! Addresses that lead to a page in the other language.

use super::markup::Markup;
use super::scope::{Scope, language};
use crate::check::messages::codes::WRONG_LANGUAGE_URL;
use crate::diagnostic::Diagnostic;
use crate::language::lexicon::language_of;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let Some(reading) = part.usual() else {
            continue;
        };
        for range in Markup::of(&reading.text).addresses {
            let address = reading.text.get(range.clone()).unwrap_or_default();
            if language_of(address) == Some(part.lang().other()) {
                let message = format!(
                    "the {} leads to a page in {}",
                    language(part.lang()),
                    language(part.lang().other())
                );
                out.push(
                    part.finding(&WRONG_LANGUAGE_URL, part.span_in(reading, &range), message)
                        .hint(format!(
                            "write the address of the page in {}",
                            language(part.lang())
                        )),
                );
            }
        }
    }
}
