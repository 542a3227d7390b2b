//! Messages and terms that one language prints and the other does not.

use super::scope::{Part, Scope};
use super::words::{Word, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::locale::lookup::name_of;
use fluent_syntax::ast::InlineExpression;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    REFERENCE_MISMATCH = "L051", "reference-mismatch", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let [en, fr] = [pair.en, pair.fr].map(|part| references(scope, part));
        for (lang, own, others) in [(Lang::En, &en, &fr), (Lang::Fr, &fr, &en)] {
            for name in others.difference(own) {
                let said = said_of(scope, pair.side(lang), name);
                if said == Said::InPart {
                    continue;
                }
                let wording = REFERENCE_MISMATCH.say(
                    "lacks",
                    given!(lang, id = pair.en.name(), name, other = lang.other()),
                );
                let finding = pair.finding(lang, wording);
                out.push(match said {
                    Said::Whole => finding.at_most(Severity::Note),
                    _ => finding,
                });
            }
        }
    }
}

/// How much a text says of a term that it does not refer to.
#[derive(PartialEq, Eq)]
enum Said {
    /// Its very words.
    Whole,
    /// One of its names: the sentence is built in another way.
    InPart,
    Nothing,
}

fn said_of(scope: &Scope<'_, '_>, part: &Part<'_>, name: &str) -> Said {
    let Some(id) = name.strip_prefix('-') else {
        return Said::Nothing;
    };
    let Some(term) = scope.part(part.lang(), id) else {
        return Said::Nothing;
    };
    if term
        .texts()
        .any(|words| part.texts().any(|text| text.contains(words)))
    {
        return Said::Whole;
    }
    let text: Vec<String> = part
        .texts()
        .flat_map(words)
        .map(|word| word.folded)
        .collect();
    let is_name = |word: &Word<'_>| word.folded.len() > 2 && text.contains(&word.folded);
    match term.texts().flat_map(words).any(|word| is_name(&word)) {
        true => Said::InPart,
        false => Said::Nothing,
    }
}

/// What a text refers to; what leads nowhere in its own language is told there.
fn references(scope: &Scope<'_, '_>, part: &Part<'_>) -> BTreeSet<String> {
    part.outcomes
        .iter()
        .flat_map(|outcome| &outcome.placeables)
        .filter_map(|inline| match inline {
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                Some(((false, id.name), attribute))
            }
            InlineExpression::TermReference { id, .. } => Some(((true, id.name), None)),
            _ => None,
        })
        .filter(|(key, _)| scope.entry(part.lang(), *key).is_some())
        .map(|((is_term, id), attribute)| name_of(id, attribute, is_term))
        .collect()
}
