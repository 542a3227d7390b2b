//! What a reference in a pattern means, or what is wrong with it: shared by the
//! check of resources and by the formatting of texts.

use super::catalog::CatalogEntry;
use super::one_language::Locale;
use super::pattern::RETURN_ESCAPE;
use super::private::{PRIVATE_USE_HINT, is_private_use, private_use_message};
use super::slices::Pattern;
use super::unknown::{Around, unknown_message, unknown_term};
use crate::diagnostic::{Code, nearest};
use crate::locale::codes;
use crate::source::{Unseen, unseen};
use crate::workspace::unseen::control_character;
use fluent_syntax::ast::{Expression, InlineExpression};

/// A pattern that a reference means, with the entry that has it.
#[derive(Clone, Copy)]
pub(crate) struct ReferenceTarget<'a> {
    pub entry: CatalogEntry<'a>,
    pub pattern: &'a Pattern<'a>,
}

/// What is wrong at a slice of a source.
#[derive(Debug)]
pub(crate) struct PatternFault<'s> {
    pub code: &'static Code,
    /// The slice of the source.
    pub slice: &'s str,
    /// How many bytes before the slice belong to it: a `$` or a `-`.
    pub sigil: usize,
    pub message: String,
    pub hints: Vec<String>,
}

impl<'s> PatternFault<'s> {
    pub fn new(
        code: &'static Code,
        slice: &'s str,
        message: impl Into<String>,
    ) -> PatternFault<'s> {
        PatternFault {
            code,
            slice,
            sigil: 0,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    pub fn sigil(mut self, sigil: usize) -> PatternFault<'s> {
        self.sigil = sigil;
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> PatternFault<'s> {
        self.hints.push(hint.into());
        self
    }

    /// The same with "did you mean", where a candidate is near.
    pub fn nearest<'c>(
        self,
        name: &str,
        sigil: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> PatternFault<'s> {
        match nearest(name, candidates) {
            Some(near) => self.hint(format!("did you mean `{sigil}{near}`?")),
            None => self,
        }
    }
}

/// The name under which cycles are found: `id`, `id.attribute`, `-id`.
pub(crate) fn name_of(id: &str, attribute: Option<&str>, is_term: bool) -> String {
    let hyphen = if is_term { "-" } else { "" };
    match attribute {
        Some(attribute) => format!("{hyphen}{id}.{attribute}"),
        None => format!("{hyphen}{id}"),
    }
}

/// The pattern that a message reference means.
pub(super) fn find_message<'a, 's>(
    locale: &'a Locale,
    id: &'s str,
    attribute: Option<&'s str>,
    around: &Around<'s, '_>,
) -> Result<ReferenceTarget<'a>, PatternFault<'s>> {
    let Some(entry) = locale.message_entry(id) else {
        return Err(unknown_message(locale, id, around));
    };
    match entry.pattern(attribute) {
        Some(pattern) => Ok(ReferenceTarget { entry, pattern }),
        None => Err(match attribute {
            Some(attribute) => unknown_attribute(&entry, attribute),
            None => {
                let fault = PatternFault::new(
                    &codes::EMPTY_MESSAGE,
                    id,
                    format!("the message `{id}` has attributes and no value"),
                );
                match entry.attributes.first() {
                    Some(first) => fault.hint(format!("write `{id}.{}`", first.id.name)),
                    None => fault,
                }
            }
        }),
    }
}

/// The pattern that a term reference means.
pub(super) fn find_term<'a, 's>(
    locale: &'a Locale,
    id: &'s str,
    attribute: Option<&'s str>,
    around: &Around<'s, '_>,
) -> Result<ReferenceTarget<'a>, PatternFault<'s>> {
    let Some(entry) = locale.term_entry(id) else {
        return Err(unknown_term(locale, id, around));
    };
    match (entry.pattern(attribute), attribute) {
        (Some(pattern), _) => Ok(ReferenceTarget { entry, pattern }),
        (None, Some(attribute)) => Err(unknown_attribute(&entry, attribute)),
        (None, None) => Err(PatternFault::new(
            &codes::EMPTY_MESSAGE,
            id,
            format!("the term `-{id}` has no value"),
        )),
    }
}

fn unknown_attribute<'s>(entry: &CatalogEntry<'_>, attribute: &'s str) -> PatternFault<'s> {
    PatternFault::new(
        &codes::UNKNOWN_ATTRIBUTE,
        attribute,
        format!("`{}` has no attribute `{attribute}`", entry.written_id()),
    )
    .nearest(
        attribute,
        &format!("{}.", entry.written_id()),
        entry.attributes.iter().map(|attribute| attribute.id.name),
    )
}

/// Calls `visit` for every inline expression of a pattern, those inside others and
/// selectors included, each before what stands in it.
pub(crate) fn visit_pattern<'p, 's>(
    pattern: &'p Pattern<'s>,
    visit: &mut dyn FnMut(&'p InlineExpression<&'s str>),
) {
    for element in &pattern.elements {
        if let fluent_syntax::ast::PatternElement::Placeable { expression } = element {
            visit_expression(expression, visit);
        }
    }
}

fn visit_expression<'p, 's>(
    expression: &'p Expression<&'s str>,
    visit: &mut dyn FnMut(&'p InlineExpression<&'s str>),
) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, visit),
        Expression::Select { selector, variants } => {
            visit_inline(selector, visit);
            for variant in variants {
                visit_pattern(&variant.value, visit);
            }
        }
    }
}

fn visit_inline<'p, 's>(
    inline: &'p InlineExpression<&'s str>,
    visit: &mut dyn FnMut(&'p InlineExpression<&'s str>),
) {
    visit(inline);
    match inline {
        InlineExpression::Placeable { expression } => visit_expression(expression, visit),
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference {
            arguments: Some(arguments),
            ..
        } => {
            for argument in &arguments.positional {
                visit_inline(argument, visit);
            }
        }
        _ => {}
    }
}

/// The names of the variables in an expression.
pub(crate) fn variables_of<'p>(inline: &'p InlineExpression<&'p str>) -> Vec<&'p str> {
    let mut names = Vec::new();
    visit_inline(inline, &mut |inline| {
        if let InlineExpression::VariableReference { id } = inline {
            names.push(id.name);
        }
    });
    names
}

/// What a string literal prints, or the escape in it that is none, or a character that
/// no text may have: fluent-syntax lets `\{` and surrogates through.
pub(crate) fn unescape(literal: &str) -> Result<String, PatternFault<'_>> {
    let mut text = String::with_capacity(literal.len());
    let mut rest = literal;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at..];
        let digits = match escape.as_bytes().get(1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => 0,
        };
        let length = (2 + digits).min(escape.len());
        let length = escape.ceil_char_boundary(length);
        let character = match escape.as_bytes().get(1) {
            Some(b'\\') => Some('\\'),
            Some(b'"') => Some('"'),
            Some(b'u' | b'U') => u32::from_str_radix(&escape[2..length], 16)
                .ok()
                .and_then(char::from_u32),
            _ => None,
        };
        let Some(character) = character else {
            return Err(PatternFault::new(
                &codes::UNKNOWN_ESCAPE,
                &escape[..length],
                format!(
                    "`{}` is no {}",
                    &escape[..length],
                    if digits == 0 { "escape" } else { "character" }
                ),
            )
            .hint("between quotation marks a brace stands for itself: `{\"{\"}`")
            .hint(
                "there are `\\\"`, `\\\\`, `\\u` with four hexadecimal digits and `\\U` with six",
            ));
        };
        if unseen(character) == Some(Unseen::Control) && &escape[..length] != RETURN_ESCAPE {
            let finding = control_character(None, character);
            let fault = PatternFault::new(finding.code, &escape[..length], finding.message);
            return Err(finding.hints.into_iter().fold(fault, PatternFault::hint));
        }
        if is_private_use(character) {
            let fault = PatternFault::new(
                &codes::PRIVATE_USE_CHARACTER,
                &escape[1..length],
                private_use_message(character),
            );
            return Err(fault.hint(PRIVATE_USE_HINT));
        }
        text.push(character);
        rest = &escape[length..];
    }
    text.push_str(rest);
    Ok(text)
}
