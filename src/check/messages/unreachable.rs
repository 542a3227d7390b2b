//! Variants that no value ever chooses: categories that the language has not, keys
//! that stand twice or behind one that takes their numbers.

use super::scope::{Part, Scope};
use super::selectors::{Choice, Selector};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::locale::key_of;
use crate::locale::plural::{CATEGORIES, SelectorNumber};
use crate::memo::fact::Decimal;
use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

crate::diagnostic::codes! {
    UNREACHABLE_VARIANT = "L053", "unreachable-variant", Warning comment;
}

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
    let (lang, ordinal) = (part.lang(), is_ordinal(selector));
    let counts = !by_number || surely_counts(selector, (lang, ordinal));
    for (at, variant) in selector.variants.iter().enumerate() {
        let key = key_of(variant);
        let before = &selector.variants[..at];
        let wording = match &variant.key {
            _ if before.iter().any(|other| key_of(other) == key) => {
                Some(UNREACHABLE_VARIANT.say("twice", given!(key)))
            }
            _ if !by_number => None,
            VariantKey::Identifier { name } if !CATEGORIES.contains(name) => {
                out.push(no_category(part, variant, name));
                None
            }
            VariantKey::Identifier { name } => {
                let is_chosen = variant.default || is_possible(lang, name, ordinal);
                let of = if ordinal { "rank" } else { "number" };
                (!is_chosen).then(|| UNREACHABLE_VARIANT.say("category", given!(key, of, lang)))
            }
            VariantKey::NumberLiteral { value } => {
                let takes = |other: &&Variant<&str>| {
                    matches!(other.key, VariantKey::Identifier { name }
                        if is_of(lang, value, name, ordinal))
                };
                let other = before.iter().find(takes).map(key_of);
                other.map(|other| UNREACHABLE_VARIANT.say("taken", given!(key, other)))
            }
        };
        let span = || part.entry.source.span_of(key);
        out.extend(wording.map(|wording| {
            let finding = part.finding(span(), wording);
            match counts {
                true => finding,
                false => finding.at_most(Severity::Note),
            }
        }));
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
    let wording = match variant.default {
        true => UNREACHABLE_VARIANT.say("no-default", given!(key)),
        false => UNREACHABLE_VARIANT.say("no-category", given!(key)),
    };
    let mut finding = part.finding(source.span(start..place.end + 1), wording);
    finding.severity = Severity::Error;
    finding
}

fn is_possible(lang: Lang, category: &str, ordinal: bool) -> bool {
    SAMPLES
        .iter()
        .any(|number| is_of(lang, number, category, ordinal))
}

fn is_of(lang: Lang, number: &str, category: &str, ordinal: bool) -> bool {
    Decimal::parse(number).is_some_and(|value| {
        let number = SelectorNumber {
            value,
            ordinal,
            scaled: false,
        };
        number.is(category, lang)
    })
}

/// Whether another key than the default is a number's: a program may pass the word "zero"
/// to a selector that has `[zero]` and `*[other]`.
fn surely_counts(selector: &Selector<'_>, (lang, ordinal): (Lang, bool)) -> bool {
    let by_function = matches!(selector.by, InlineExpression::FunctionReference { .. });
    let mut variants = selector.variants.iter().filter(|variant| !variant.default);
    by_function
        || variants.any(|variant| match &variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => is_possible(lang, name, ordinal),
        })
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
