//! Words that the workspace's glossary forbids.

use super::scope::Scope;
use super::words::{Forms, Phrase};
use crate::check::messages::codes::FORBIDDEN_WORD;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        for entry in &scope.context.settings.glossary {
            let (forbidden, wanted) = match part.lang() {
                Lang::En => (&entry.forbidden_en, &entry.en),
                Lang::Fr => (&entry.forbidden_fr, &entry.fr),
            };
            for word in forbidden {
                let phrase = Phrase::new(&word.value, Forms::Plural);
                let found = part
                    .readings
                    .iter()
                    .find_map(|reading| Some((reading, phrase.find(&reading.text)?)));
                let Some((reading, range)) = found else {
                    continue;
                };
                let written = reading.text.get(range.clone()).unwrap_or_default();
                let message = format!("the glossary forbids “{written}”");
                out.push(
                    part.finding(&FORBIDDEN_WORD, part.span_in(reading, &range), message)
                        .hint(format!("write “{wanted}”")),
                );
            }
        }
    }
}
