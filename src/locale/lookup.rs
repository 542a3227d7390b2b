//! What a reference in a pattern means, or what is wrong with it: shared by the
//! check of resources and by the formatting of texts.

use super::catalog::CatalogEntry;
use super::one_language::Locale;
use super::pattern::RETURN_ESCAPE;
use super::private::{is_private_use, private_use_finding};
use super::slices::Pattern;
use super::unknown::{Around, unknown_message, unknown_term};
use crate::diagnostic::{Diagnostic, Wording, nearest};
use crate::locale::codes::{EMPTY_MESSAGE, UNKNOWN_ATTRIBUTE, UNKNOWN_ESCAPE};
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
    /// The slice of the source.
    pub slice: &'s str,
    /// How many bytes before the slice belong to it: a `$` or a `-`.
    pub sigil: usize,
    /// The finding, which has no place yet.
    pub finding: Box<Diagnostic>,
}

impl<'s> PatternFault<'s> {
    /// What a phrase says of a slice, with so many bytes before it.
    pub fn new((slice, sigil): (&'s str, usize), wording: Wording) -> PatternFault<'s> {
        PatternFault {
            slice,
            sigil,
            finding: Box::new(Diagnostic::told(None, wording)),
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

/// A reference to the pattern of a message or a term.
#[derive(Clone, Copy)]
pub(super) struct PatternReference<'s> {
    pub id: &'s str,
    pub attribute: Option<&'s str>,
    pub is_term: bool,
}

impl<'s> PatternReference<'s> {
    /// What an expression refers to, where it refers to a message or a term.
    pub fn of(inline: &InlineExpression<&'s str>) -> Option<PatternReference<'s>> {
        let (id, attribute, is_term) = match inline {
            InlineExpression::MessageReference { id, attribute } => (id, attribute, false),
            InlineExpression::TermReference { id, attribute, .. } => (id, attribute, true),
            _ => return None,
        };
        Some(PatternReference {
            id: id.name,
            attribute: attribute.as_ref().map(|attribute| attribute.name),
            is_term,
        })
    }

    /// The message `id` or `id.attribute`.
    pub fn to_message(id: &'s str) -> PatternReference<'s> {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        PatternReference {
            id,
            attribute,
            is_term: false,
        }
    }

    /// The name under which cycles are found.
    pub fn name(&self) -> String {
        name_of(self.id, self.attribute, self.is_term)
    }

    /// The pattern that it means.
    pub fn find<'a>(
        &self,
        locale: &'a Locale,
        around: &Around<'s, '_>,
    ) -> Result<ReferenceTarget<'a>, PatternFault<'s>> {
        let entry = if self.is_term {
            let entry = locale.term_entry(self.id);
            entry.ok_or_else(|| unknown_term(locale, self.id, around))?
        } else {
            let entry = locale.message_entry(self.id);
            entry.ok_or_else(|| unknown_message(locale, self.id, around))?
        };
        match entry.pattern(self.attribute) {
            Some(pattern) => Ok(ReferenceTarget { entry, pattern }),
            None => Err(self.without_pattern(&entry)),
        }
    }

    /// The fault of an entry that has not what is referred to; a term always has a value.
    fn without_pattern(&self, entry: &CatalogEntry<'_>) -> PatternFault<'s> {
        let mut attributes = entry.attributes.iter().map(|attribute| attribute.id.name);
        let id = entry.written_id();
        let Some(name) = self.attribute else {
            let first = attributes.next();
            let wording = EMPTY_MESSAGE.say("only-attributes", given!(id, first));
            return PatternFault::new((self.id, 0), wording);
        };
        let near = nearest(name, attributes);
        let wording = UNKNOWN_ATTRIBUTE.say("unknown", given!(id, name, near));
        PatternFault::new((name, 0), wording)
    }
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
        let escape = &escape[..length];
        let Some(character) = character else {
            let kind = if digits == 0 { "escape" } else { "character" };
            let wording = UNKNOWN_ESCAPE.say("none", given!(escape, kind));
            return Err(PatternFault::new((escape, 0), wording));
        };
        let fault = |slice, finding| PatternFault {
            slice,
            sigil: 0,
            finding: Box::new(finding),
        };
        if unseen(character) == Some(Unseen::Control) && escape != RETURN_ESCAPE {
            return Err(fault(escape, control_character(None, character)));
        }
        if is_private_use(character) {
            return Err(fault(&escape[1..], private_use_finding(None, character)));
        }
        text.push(character);
        rest = &rest[at + length..];
    }
    text.push_str(rest);
    Ok(text)
}
