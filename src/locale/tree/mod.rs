//! The syntax tree of a Fluent source, as Fluent's specification has it.
//!
//! The parser is Fluent's: its resource for what is printed, that of fluent-syntax where
//! comments count. What it reads otherwise than the specification is put
//! right here, so that everybody else can take the tree as it is: the blanks at the
//! beginnings of lines ([`lines`]), and a number below zero as a named argument, which
//! it refuses (`{ -term(count: -1) }`). Where it would panic it is kept from it.

mod lines;

use super::braces::Braces;
use super::braces::scan;
use super::slices::{Pattern, offset_range};
use fluent::FluentResource;
use fluent_syntax::ast::{
    Attribute, CallArguments, Comment, Entry, Expression, Identifier, InlineExpression, Message,
    NamedArgument, PatternElement, Resource, Term, Variant, VariantKey,
};
use fluent_syntax::parser::{self, ParserError};
use std::borrow::Cow;
use std::ops::Range;

/// Whether comments are kept in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comments {
    /// They stand with what they are about.
    Kept,
    /// They are left out, which is faster.
    Dropped,
}

/// Reads a source, whose braces must not stand too deep in one another: its tree, whose
/// slices are slices of `source`, and what cannot be read.
pub(crate) fn read(source: &str, comments: Comments) -> (Resource<&str>, Vec<ParserError>) {
    let readable = readable(source);
    match comments {
        Comments::Kept => {
            let (resource, errors) = match parser::parse(&*readable) {
                Ok(resource) => (resource, Vec::new()),
                Err(faulty) => faulty,
            };
            let original = Original {
                source,
                readable: &readable,
            };
            let body = resource.body.into_iter();
            let body = body.map(|entry| original.entry(entry)).collect();
            (Resource { body }, errors)
        }
        Comments::Dropped => {
            let (resource, errors) = match FluentResource::try_new(readable.into_owned()) {
                Ok(resource) => (resource, Vec::new()),
                Err(faulty) => faulty,
            };
            let original = Original {
                source,
                readable: resource.source(),
            };
            let entries = resource.entries().cloned();
            let body = entries.map(|entry| original.entry(entry)).collect();
            (Resource { body }, errors)
        }
    }
}

/// The source with the same bytes, but for what fluent-syntax 0.12 stumbles over.
///
/// A character beyond ASCII where `\u` and `\U` in a string literal need hexadecimal
/// digits: there it cuts the source inside the character and panics. With any other
/// character the escape is the same fault. And the minus of a number that is a named
/// argument: a zero stands for it.
fn readable(source: &str) -> Cow<'_, str> {
    let escapes = source.contains("\\u") || source.contains("\\U");
    if !escapes && !has_negative_argument(source) {
        return Cow::Borrowed(source);
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
    Cow::Owned(readable)
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

/// Takes a tree from the readable source to the one that was written.
struct Original<'s, 'r> {
    source: &'s str,
    readable: &'r str,
}

impl<'s> Original<'s, '_> {
    fn slice(&self, slice: &str) -> &'s str {
        self.source
            .get(offset_range(self.readable, slice))
            .unwrap_or_default()
    }

    fn identifier(&self, id: &Identifier<&str>) -> Identifier<&'s str> {
        Identifier {
            name: self.slice(id.name),
        }
    }

    fn entry(&self, entry: Entry<&str>) -> Entry<&'s str> {
        match entry {
            Entry::Message(message) => Entry::Message(Message {
                id: self.identifier(&message.id),
                value: message.value.map(|value| self.pattern(value)),
                attributes: self.attributes(message.attributes),
                comment: message.comment.map(|comment| self.comment(&comment)),
            }),
            Entry::Term(term) => Entry::Term(Term {
                id: self.identifier(&term.id),
                value: self.pattern(term.value),
                attributes: self.attributes(term.attributes),
                comment: term.comment.map(|comment| self.comment(&comment)),
            }),
            Entry::Comment(comment) => Entry::Comment(self.comment(&comment)),
            Entry::GroupComment(comment) => Entry::GroupComment(self.comment(&comment)),
            Entry::ResourceComment(comment) => Entry::ResourceComment(self.comment(&comment)),
            Entry::Junk { content } => Entry::Junk {
                content: self.slice(content),
            },
        }
    }

    fn comment(&self, comment: &Comment<&str>) -> Comment<&'s str> {
        let lines = comment.content.iter();
        Comment {
            content: lines.map(|line| self.slice(line)).collect(),
        }
    }

    fn attributes(&self, attributes: Vec<Attribute<&str>>) -> Vec<Attribute<&'s str>> {
        let attributes = attributes.into_iter();
        attributes
            .map(|attribute| Attribute {
                id: self.identifier(&attribute.id),
                value: self.pattern(attribute.value),
            })
            .collect()
    }

    fn pattern(&self, pattern: fluent_syntax::ast::Pattern<&str>) -> Pattern<'s> {
        let elements = pattern.elements.into_iter();
        let elements = elements
            .map(|element| match element {
                PatternElement::TextElement { value } => PatternElement::TextElement {
                    value: self.slice(value),
                },
                PatternElement::Placeable { expression } => PatternElement::Placeable {
                    expression: self.expression(expression),
                },
            })
            .collect();
        Pattern {
            elements: lines::dedented(self.source, elements),
        }
    }

    fn expression(&self, expression: Expression<&str>) -> Expression<&'s str> {
        match expression {
            Expression::Inline(inline) => Expression::Inline(self.inline(inline)),
            Expression::Select { selector, variants } => Expression::Select {
                selector: self.inline(selector),
                variants: variants
                    .into_iter()
                    .map(|variant| Variant {
                        key: match variant.key {
                            VariantKey::Identifier { name } => VariantKey::Identifier {
                                name: self.slice(name),
                            },
                            VariantKey::NumberLiteral { value } => VariantKey::NumberLiteral {
                                value: self.slice(value),
                            },
                        },
                        value: self.pattern(variant.value),
                        default: variant.default,
                    })
                    .collect(),
            },
        }
    }

    fn inline(&self, inline: InlineExpression<&str>) -> InlineExpression<&'s str> {
        match inline {
            InlineExpression::StringLiteral { value } => InlineExpression::StringLiteral {
                value: self.slice(value),
            },
            InlineExpression::NumberLiteral { value } => InlineExpression::NumberLiteral {
                value: self.slice(value),
            },
            InlineExpression::FunctionReference { id, arguments } => {
                InlineExpression::FunctionReference {
                    id: self.identifier(&id),
                    arguments: self.arguments(arguments),
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                InlineExpression::MessageReference {
                    id: self.identifier(&id),
                    attribute: attribute.map(|attribute| self.identifier(&attribute)),
                }
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => InlineExpression::TermReference {
                id: self.identifier(&id),
                attribute: attribute.map(|attribute| self.identifier(&attribute)),
                arguments: arguments.map(|arguments| self.arguments(arguments)),
            },
            InlineExpression::VariableReference { id } => InlineExpression::VariableReference {
                id: self.identifier(&id),
            },
            InlineExpression::Placeable { expression } => InlineExpression::Placeable {
                expression: Box::new(self.expression(*expression)),
            },
        }
    }

    fn arguments(&self, arguments: CallArguments<&str>) -> CallArguments<&'s str> {
        CallArguments {
            positional: arguments
                .positional
                .into_iter()
                .map(|argument| self.inline(argument))
                .collect(),
            named: arguments
                .named
                .into_iter()
                .map(|argument| NamedArgument {
                    name: self.identifier(&argument.name),
                    value: self.inline(argument.value),
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The named arguments of the first placeable of `v`.
    fn argument(source: &str) -> String {
        let (resource, errors) = read(source, Comments::Dropped);
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
        assert!(matches!(readable(text), Cow::Owned(same) if same == text));
        // Only numbers can be literals.
        let (_, errors) = read("v = { -t(x: -term) }\n", Comments::Dropped);
        assert_eq!(errors.len(), 1);
    }

    #[test]
    fn what_is_no_escape_does_not_panic() {
        let (resource, errors) = read(
            "v = { \"\\u00é\" }\nw = { \"\\U0000É9\" } \\u\n",
            Comments::Kept,
        );
        assert_eq!((resource.body.len(), errors.len()), (2, 2));
    }
}
