//! Messages and terms that one language prints and the other does not.

use super::scope::{Part, Scope, language};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::REFERENCE_MISMATCH;
use crate::lang::Lang;
use crate::locale::lookup::name_of;
use fluent_syntax::ast::InlineExpression;
use std::collections::BTreeSet;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let (en, fr) = (references(pair.en), references(pair.fr));
        for (lang, own, others) in [(Lang::En, &en, &fr), (Lang::Fr, &fr, &en)] {
            for name in others.difference(own) {
                let message = format!(
                    "the {} of `{}` lacks `{{ {name} }}`",
                    language(lang),
                    pair.en.name()
                );
                out.push(
                    pair.finding(&REFERENCE_MISMATCH, lang, message)
                        .hint(format!(
                            "the {} refers to it: do so here too, or write its words there",
                            language(lang.other())
                        )),
                );
            }
        }
    }
}

fn references(part: &Part<'_>) -> BTreeSet<String> {
    part.outcomes
        .iter()
        .flat_map(|outcome| &outcome.placeables)
        .filter_map(|inline| match inline {
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                Some(name_of(id.name, attribute, false))
            }
            InlineExpression::TermReference { id, .. } => Some(name_of(id.name, None, true)),
            _ => None,
        })
        .collect()
}
