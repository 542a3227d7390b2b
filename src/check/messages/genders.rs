//! Choices by a person's gender that leave someone out.

use super::scope::Scope;
use super::selectors::{Choice, Selector};
use crate::check::messages::codes::MISSING_GENDER_FORM;
use crate::diagnostic::Diagnostic;
use crate::locale::key_of;
use fluent_syntax::ast::InlineExpression;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        for selector in &part.selectors {
            // A term's gender is a noun's, of which there are two.
            let InlineExpression::VariableReference { id } = selector.by else {
                continue;
            };
            if selector.choice() != Choice::Gender {
                continue;
            }
            if let Some((message, hint)) = fault(selector) {
                let span = part.entry.source.span_of(id.name);
                out.push(part.finding(&MISSING_GENDER_FORM, span, message).hint(hint));
            }
        }
    }
}

fn fault(selector: &Selector<'_>) -> Option<(String, String)> {
    let has = |wanted: &str| {
        selector
            .variants
            .iter()
            .any(|variant| key_of(variant) == wanted)
    };
    for gender in ["feminine", "masculine"] {
        if !has(gender) {
            return Some((
                format!("this choice by gender has no variant `[{gender}]`"),
                format!("add `[{gender}] …`"),
            ));
        }
    }
    let default = selector.variants.iter().find(|variant| variant.default)?;
    let key = key_of(default);
    matches!(key, "feminine" | "masculine").then(|| {
        (
            format!("a person whose gender is not known is taken for {key}"),
            "add `*[unspecified] …` with a word that is the same for all, and take the `*` off the other".to_owned(),
        )
    })
}
