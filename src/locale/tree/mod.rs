//! The syntax tree of a Fluent source, as Fluent's specification has it.
//!
//! The parser is Fluent's. What it reads otherwise than the specification is put right
//! here, so that everybody else can take the tree as it is: the blanks at the beginnings
//! of lines ([`lines`]), and a number below zero as a named argument, which it refuses
//! (`{ -term(count: -1) }`). Where it would panic it is kept from it.

mod lines;

use super::braces::Braces;
use super::braces::scan;
use super::slices::{Pattern, offset_range};
use fluent_syntax::ast::{
    Attribute, Entry, Expression, InlineExpression, PatternElement, Resource, VariantKey,
};
use fluent_syntax::parser::{self, ParserError};
use std::ops::Range;

/// Whether comments are kept in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comments {
    /// They stand with what they are about.
    Kept,
    /// They are left out, which is faster.
    Dropped,
}

/// Reads a source, whose braces must not stand too deep in one another, and for which
/// `readable` is read: its tree, whose slices are slices of `source`, and what cannot be
/// read.
pub(crate) fn read<'s>(
    source: &'s str,
    readable: Option<&'s str>,
    comments: Comments,
) -> (Resource<&'s str>, Vec<ParserError>) {
    let readable = readable.unwrap_or(source);
    let read = match comments {
        Comments::Kept => parser::parse(readable),
        Comments::Dropped => parser::parse_runtime(readable),
    };
    let (mut resource, errors) = match read {
        Ok(resource) => (resource, Vec::new()),
        Err(faulty) => faulty,
    };
    let specified = Specified { source, readable };
    for entry in &mut resource.body {
        specified.entry(entry);
    }
    (resource, errors)
}

/// The source with the same bytes, but for what fluent-syntax 0.12 stumbles over; none
/// where there is nothing of it.
///
/// A character beyond ASCII where `\u` and `\U` in a string literal need hexadecimal
/// digits: there it cuts the source inside the character and panics. With any other
/// character the escape is the same fault. And the minus of a number that is a named
/// argument: a zero stands for it.
pub(crate) fn readable(source: &str) -> Option<String> {
    let escapes = source.contains("\\u") || source.contains("\\U");
    if !escapes && !has_negative_argument(source) {
        return None;
    }
    let mut changes: Vec<(Range<usize>, &str)> = Vec::new();
    scan(source, |at, braces| {
        if braces.in_string() {
            changes.extend(broken_escape(source, at).map(|range| (range, "?")));
        } else if is_negative_argument(source, at, braces) {
            changes.push((at..at + 1, "0"));
        }
    });
    let mut readable = source.to_owned();
    for (range, with) in changes {
        let length = range.len();
        readable.replace_range(range, &with.repeat(length));
    }
    Some(readable)
}

/// Whether a minus may stand before a named argument's number somewhere.
fn has_negative_argument(source: &str) -> bool {
    source
        .match_indices('-')
        .any(|(at, _)| is_negative_after_colon(source, at))
}

fn is_negative_argument(source: &str, at: usize, braces: &Braces) -> bool {
    braces.depth() > 0 && !braces.in_variants() && is_negative_after_colon(source, at)
}

/// Whether the byte at `at` is a minus between a colon and a digit.
fn is_negative_after_colon(source: &str, at: usize) -> bool {
    let bytes = source.as_bytes();
    bytes.get(at) == Some(&b'-')
        && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
        && source[..at]
            .trim_end_matches([' ', '\n', '\r'])
            .ends_with(':')
}

/// The character beyond ASCII that stands for a hexadecimal digit in the escape at
/// `at`, if one does.
fn broken_escape(source: &str, at: usize) -> Option<Range<usize>> {
    let escape = source.get(at..)?.strip_prefix('\\')?;
    let digits = match escape.bytes().next()? {
        b'u' => 4,
        b'U' => 6,
        _ => return None,
    };
    let hexadecimal = escape
        .bytes()
        .skip(1)
        .take(digits)
        .take_while(u8::is_ascii_hexdigit)
        .count();
    let end = at + 2 + hexadecimal;
    let character = source.get(end..)?.chars().next()?;
    (hexadecimal < digits && !character.is_ascii()).then(|| end..end + character.len_utf8())
}

/// Takes a tree from the readable source to the one that was written, and its patterns
/// to what the specification prints.
struct Specified<'s> {
    source: &'s str,
    readable: &'s str,
}

impl<'s> Specified<'s> {
    fn slice(&self, slice: &mut &'s str) {
        let range = offset_range(self.readable, slice);
        *slice = self.source.get(range).unwrap_or_default();
    }

    fn entry(&self, entry: &mut Entry<&'s str>) {
        let comment = match entry {
            Entry::Message(message) => {
                self.slice(&mut message.id.name);
                message.value.iter_mut().for_each(|it| self.pattern(it));
                self.attributes(&mut message.attributes);
                message.comment.as_mut()
            }
            Entry::Term(term) => {
                self.slice(&mut term.id.name);
                self.pattern(&mut term.value);
                self.attributes(&mut term.attributes);
                term.comment.as_mut()
            }
            Entry::Comment(comment)
            | Entry::GroupComment(comment)
            | Entry::ResourceComment(comment) => Some(comment),
            Entry::Junk { content } => return self.slice(content),
        };
        let lines = comment.into_iter().flat_map(|it| &mut it.content);
        lines.for_each(|line| self.slice(line));
    }

    fn attributes(&self, attributes: &mut [Attribute<&'s str>]) {
        for attribute in attributes {
            self.slice(&mut attribute.id.name);
            self.pattern(&mut attribute.value);
        }
    }

    fn pattern(&self, pattern: &mut Pattern<'s>) {
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.slice(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
        let elements = std::mem::take(&mut pattern.elements);
        pattern.elements = lines::dedented(self.source, elements);
    }

    fn expression(&self, expression: &mut Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    let (VariantKey::Identifier { name: key }
                    | VariantKey::NumberLiteral { value: key }) = &mut variant.key;
                    self.slice(key);
                    self.pattern(&mut variant.value);
                }
            }
        }
    }

    fn inline(&self, inline: &mut InlineExpression<&'s str>) {
        let (id, attribute, arguments) = match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => return self.slice(value),
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::VariableReference { id } => (id, None, None),
            InlineExpression::MessageReference { id, attribute } => (id, attribute.as_mut(), None),
            InlineExpression::FunctionReference { id, arguments } => (id, None, Some(arguments)),
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => (id, attribute.as_mut(), arguments.as_mut()),
        };
        self.slice(&mut id.name);
        attribute
            .into_iter()
            .for_each(|it| self.slice(&mut it.name));
        if let Some(arguments) = arguments {
            arguments
                .positional
                .iter_mut()
                .for_each(|it| self.inline(it));
            for argument in &mut arguments.named {
                self.slice(&mut argument.name.name);
                self.inline(&mut argument.value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use fluent_syntax::ast::Message;

    /// The named arguments of the first placeable of `v`.
    fn argument(source: &str) -> String {
        let readable = readable(source);
        let (resource, errors) = read(source, readable.as_deref(), Comments::Dropped);
        assert_eq!(errors, [], "{source}");
        let Some(Entry::Message(Message {
            value: Some(value), ..
        })) = resource.body.first()
        else {
            panic!("{source}")
        };
        match value.elements.first() {
            Some(PatternElement::Placeable {
                expression:
                    Expression::Inline(InlineExpression::TermReference {
                        arguments: Some(arguments),
                        ..
                    }),
            }) => match &arguments.named[0].value {
                InlineExpression::NumberLiteral { value } => (*value).to_owned(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_named_argument_may_be_below_zero() {
        assert_eq!(argument("v = { -t(x: -1) }\n"), "-1");
        assert_eq!(
            argument("v = { -t(x:\n    -2.50, y: \"\\u00E9\") }\n"),
            "-2.50"
        );
        let text = "v = a: -1 { \"b: -2\" }\n";
        assert_eq!(readable(text).as_deref(), Some(text));
        // Only numbers can be literals.
        let (_, errors) = read("v = { -t(x: -term) }\n", None, Comments::Dropped);
        assert_eq!(errors.len(), 1);
    }

    #[test]
    fn what_is_no_escape_does_not_panic() {
        let source = "v = { \"\\u00é\" }\nw = { \"\\U0000É9\" } \\u\n";
        let readable = readable(source);
        let (resource, errors) = read(source, readable.as_deref(), Comments::Kept);
        assert_eq!((resource.body.len(), errors.len()), (2, 2));
    }
}
