//! The words of a pattern that its findings point at.

use fluent_syntax::ast::{Expression, InlineExpression};

/// A slice that shows where an expression stands, and how many bytes before it
/// belong to it.
pub(crate) fn anchor<'s>(inline: &InlineExpression<&'s str>) -> (&'s str, usize) {
    match inline {
        InlineExpression::StringLiteral { value } => (value, 1),
        InlineExpression::NumberLiteral { value } => (value, 0),
        InlineExpression::FunctionReference { id, .. }
        | InlineExpression::MessageReference { id, .. } => (id.name, 0),
        InlineExpression::TermReference { id, .. } | InlineExpression::VariableReference { id } => {
            (id.name, 1)
        }
        InlineExpression::Placeable { expression } => anchor(first_inline(expression)),
    }
}

fn first_inline<'e, 's>(expression: &'e Expression<&'s str>) -> &'e InlineExpression<&'s str> {
    match expression {
        Expression::Inline(inline)
        | Expression::Select {
            selector: inline, ..
        } => inline,
    }
}

/// The name or literal with which a placeable begins.
pub(crate) fn first_word<'s>(expression: &Expression<&'s str>) -> &'s str {
    anchor(first_inline(expression)).0
}
