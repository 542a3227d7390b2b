//! Terms, official names and acronyms of the workspace's glossary.

use super::scope::{Pair, Scope, language};
use super::words::{Forms, Phrase};
use crate::check::messages::codes::MESSAGE_GLOSSARY_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::memo::settings::{GlossaryEntry, GlossaryKind};

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let pairs = scope.pairs();
    for entry in &scope.context.settings.glossary {
        for pair in &pairs {
            check_from(pair, entry, Lang::En, out);
            // A French word may have several in English; a name has one.
            if entry.kind != GlossaryKind::Term {
                check_from(pair, entry, Lang::Fr, out);
            }
        }
    }
}

fn check_from(pair: &Pair<'_, '_>, entry: &GlossaryEntry, from: Lang, out: &mut Vec<Diagnostic>) {
    let (term, translation) = match from {
        Lang::En => (&entry.en, &entry.fr),
        Lang::Fr => (&entry.fr, &entry.en),
    };
    let forms = match entry.kind {
        GlossaryKind::Acronym => Forms::Exact,
        GlossaryKind::Term | GlossaryKind::Name => Forms::Stem,
    };
    let (source, target) = (Phrase::new(term, forms), Phrase::new(translation, forms));
    let (part, other) = (pair.side(from), pair.side(from.other()));
    let Some((reading, found)) = part
        .readings
        .iter()
        .find_map(|reading| Some((reading, source.find(&reading.text)?)))
    else {
        return;
    };
    if other
        .readings
        .iter()
        .any(|reading| target.find(&reading.text).is_some())
    {
        return;
    }
    let written = reading.text.get(found.clone()).unwrap_or_default();
    let message = format!(
        "`{}` has “{written}” in {} without “{translation}” in {}",
        part.name(),
        language(from),
        language(from.other())
    );
    out.push(
        other
            .finding(&MESSAGE_GLOSSARY_MISMATCH, other.span(), message)
            .label(part.span_in(reading, &found), format!("“{written}”"))
            .hint(format!("the glossary says “{translation}”")),
    );
}
