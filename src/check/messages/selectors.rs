//! What patterns choose by.

use crate::locale::key_of;
use crate::locale::lookup::variables_of;
use crate::locale::slices::Pattern;
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};

/// A selector with its variants.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Selector<'a> {
    pub by: &'a InlineExpression<&'a str>,
    pub variants: &'a [Variant<&'a str>],
}

/// What a selector's keys show that it chooses by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Choice {
    /// By how many there are.
    Number,
    /// By a person's gender.
    Gender,
    /// By another word.
    Word,
}

impl<'a> Selector<'a> {
    /// The names of the variables that it chooses by.
    pub fn variables(&self) -> Vec<&'a str> {
        variables_of(self.by)
    }

    pub fn choice(&self) -> Choice {
        let keys = || self.variants.iter().map(key_of);
        let is_number = |variant: &Variant<&str>| {
            matches!(variant.key, VariantKey::NumberLiteral { .. })
                || crate::locale::plural::CATEGORIES.contains(&key_of(variant))
        };
        // `other` alone may be a word as any.
        let tells = |variant: &Variant<&str>| is_number(variant) && key_of(variant) != "other";
        let all = self.variants.iter().all(is_number);
        if self.variants.len() > 1 && (all || self.variants.iter().any(tells)) {
            Choice::Number
        } else if keys().any(|key| matches!(key, "feminine" | "masculine")) {
            Choice::Gender
        } else {
            Choice::Word
        }
    }
}

/// Every selector of a pattern, those in variants included.
pub(super) fn selectors<'a>(pattern: &'a Pattern<'a>) -> Vec<Selector<'a>> {
    let mut found = Vec::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            gather(expression, &mut found);
        }
    }
    found
}

fn gather<'a>(expression: &'a Expression<&'a str>, found: &mut Vec<Selector<'a>>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => gather(expression, found),
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            found.push(Selector {
                by: selector,
                variants,
            });
            for variant in variants {
                found.extend(selectors(&variant.value));
            }
        }
    }
}
