//! Variants that no value ever chooses: categories that the language has not, keys
//! that stand twice or behind one that takes their numbers.

use super::scope::{Part, Scope};
use super::selectors::{Choice, Selector};
use crate::check::messages::codes::UNREACHABLE_VARIANT;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::locale::key_of;
use crate::locale::plural::{CATEGORIES, SelectorNumber};
use crate::memo::fact::Decimal;
use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

/// Numbers among which every category of English and French is.
const SAMPLES: [&str; 12] = [
    "0", "1", "2", "3", "4", "5", "10", "11", "21", "1.5", "0.5", "1000000",
];

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        for selector in &part.selectors {
            check_keys(part, selector, out);
        }
    }
}

fn check_keys(part: &Part<'_>, selector: &Selector<'_>, out: &mut Vec<Diagnostic>) {
    let by_number = selector.choice() == Choice::Number;
    let ordinal = is_ordinal(selector);
    for (at, variant) in selector.variants.iter().enumerate() {
        let key = key_of(variant);
        let before = &selector.variants[..at];
        let reason = if before.iter().any(|other| key_of(other) == key) {
            Some(format!("`[{key}]` stands twice"))
        } else if !by_number {
            None
        } else {
            match &variant.key {
                VariantKey::Identifier { name } if !CATEGORIES.contains(name) => {
                    out.push(no_category(part, variant, name));
                    None
                }
                VariantKey::Identifier { name } => (!variant.default
                    && CATEGORIES.contains(name)
                    && !is_possible(part.lang(), name, ordinal))
                .then(|| {
                    let numbers = if ordinal { "rank" } else { "number" };
                    let language = part.lang().name();
                    format!("no {numbers} is of the category `{name}` in {language}")
                }),
                VariantKey::NumberLiteral { value } => before
                    .iter()
                    .find(|other| {
                        matches!(other.key, VariantKey::Identifier { name }
                            if is_of(part.lang(), value, name, ordinal))
                    })
                    .map(|other| format!("`[{}]` before it takes {value} too", key_of(other))),
            }
        };
        if let Some(reason) = reason {
            let span = part.entry.source.span_of(key);
            let message = format!("the variant `[{key}]` is never printed: {reason}");
            let hint = if reason.contains("before it") {
                "put exact numbers before the categories"
            } else {
                "take it out"
            };
            out.push(part.finding(&UNREACHABLE_VARIANT, span, message).hint(hint));
        }
    }
}

/// A key among categories of numbers that is none: `*[autre]`.
fn no_category(part: &Part<'_>, variant: &Variant<&str>, key: &str) -> Diagnostic {
    let source = part.entry.source;
    let place = source.place(key);
    let before = source.file.text().get(..place.start).unwrap_or_default();
    let start = before.rfind('[').unwrap_or(place.start);
    let start = start
        - usize::from(variant.default && before.get(..start).is_some_and(|it| it.ends_with('*')));
    let message = format!("`[{key}]` is no category of numbers");
    let wanted = if variant.default {
        "*[other]"
    } else {
        "[one]` or an exact number such as `[0]"
    };
    let span = source.span(start..place.end + 1);
    let mut finding = part.finding(&UNREACHABLE_VARIANT, span, message);
    finding.severity = Severity::Error;
    finding.hint(format!(
        "write `{wanted}`: the keys of variants are not translated"
    ))
}

fn is_possible(lang: Lang, category: &str, ordinal: bool) -> bool {
    SAMPLES
        .iter()
        .any(|number| is_of(lang, number, category, ordinal))
}

fn is_of(lang: Lang, number: &str, category: &str, ordinal: bool) -> bool {
    Decimal::parse(number).is_some_and(|value| SelectorNumber { value, ordinal }.is(category, lang))
}

/// Whether a selector chooses by the categories of ranks.
fn is_ordinal(selector: &Selector<'_>) -> bool {
    let InlineExpression::FunctionReference { id, arguments } = selector.by else {
        return false;
    };
    id.name == "ORDINAL"
        || arguments.named.iter().any(|argument| {
            argument.name.name == "type"
                && matches!(argument.value, InlineExpression::StringLiteral { value } if value == "ordinal")
        })
}
