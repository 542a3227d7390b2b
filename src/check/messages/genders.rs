//! Choices by a person's gender that leave someone out.

use super::scope::Scope;
use super::selectors::{Choice, Selector};
use crate::diagnostic::{Diagnostic, Wording};
use crate::locale::key_of;
use fluent_syntax::ast::InlineExpression;

crate::diagnostic::codes! {
    MISSING_GENDER_FORM = "L054", "missing-gender-form", Warning comment;
}

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
            if let Some(wording) = fault(selector) {
                let span = part.entry.source.span_of(id.name);
                out.push(part.finding(span, wording));
            }
        }
    }
}

fn fault(selector: &Selector<'_>) -> Option<Wording> {
    let variants = selector.variants.iter();
    let has = |wanted: &str| variants.clone().any(|variant| key_of(variant) == wanted);
    let lacking = ["feminine", "masculine"].into_iter().find(|it| !has(it));
    if let Some(gender) = lacking {
        return Some(MISSING_GENDER_FORM.say("missing", given!(gender)));
    }
    let default = variants.clone().find(|variant| variant.default)?;
    let key = key_of(default);
    matches!(key, "feminine" | "masculine")
        .then(|| MISSING_GENDER_FORM.say("unknown", given!(gender = key)))
}
