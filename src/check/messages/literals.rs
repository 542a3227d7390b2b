//! String literals that could stand as text.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

crate::diagnostic::codes! {
    NEEDLESS_LITERAL = "L035", "needless-literal", Note comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mut found = Vec::new();
        needless(part.pattern, &mut found);
        for literal in found {
            let span = part.entry.source.span_of(literal);
            let wording = NEEDLESS_LITERAL.say("plain", given!(literal));
            out.push(part.finding(span, wording));
        }
    }
}

fn needless<'a>(pattern: &Pattern<&'a str>, found: &mut Vec<&'a str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } if is_plain(value) => found.push(value),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                for variant in variants {
                    needless(&variant.value, found);
                }
            }
            _ => {}
        }
    }
}

/// Whether a literal has nothing that Fluent or Markdown would read otherwise as
/// text: a space at its edge, a brace, an escape, a sign.
fn is_plain(literal: &str) -> bool {
    let edge = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    edge(literal.chars().next())
        && edge(literal.chars().next_back())
        && literal
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '’' | ',' | '.'))
}
