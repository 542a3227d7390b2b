//! What stands in a tag, token by token, as Tera's lexer reads it.

use std::ops::Range;

/// What kind of token one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::template) enum TagToken {
    /// A name, or a word that joins: `and`, `in`, `if`.
    Word,
    /// A text in quotation marks, or a number.
    Literal,
    /// Anything else: `~`, `==`, `(`.
    Sign,
}

/// Signs of more than one character.
const LONG: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];

/// The tokens of what stands between the ends of a tag, with where they stand in it. What
/// Tera would refuse is a sign of one character.
pub(in crate::template) fn tokens(inside: &str) -> Vec<(TagToken, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = inside.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = inside.get(at..).unwrap_or_default();
        let (kind, length) = match first {
            _ if first.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            '"' | '\'' | '`' => (TagToken::Literal, quoted(rest, first)),
            '0'..='9' => (TagToken::Literal, number(rest)),
            'a'..='z' | 'A'..='Z' | '_' => (TagToken::Word, word(rest)),
            _ => {
                let long = LONG.iter().find(|sign| rest.starts_with(**sign));
                (TagToken::Sign, long.map_or(first.len_utf8(), |it| it.len()))
            }
        };
        tokens.push((kind, at..at + length));
        at += length;
    }
    tokens
}

/// How long a text in quotation marks is, with these; a backslash stands before what does
/// not end it.
pub(in crate::template) fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        if is_escaped {
            is_escaped = false;
        } else if character == '\\' {
            is_escaped = true;
        } else if character == quote {
            return at + quote.len_utf8();
        }
    }
    text.len()
}

fn number(text: &str) -> usize {
    let mut has_point = false;
    let end = text.find(|c: char| {
        let is_point = c == '.' && !has_point;
        has_point |= is_point;
        !is_point && !c.is_ascii_digit()
    });
    end.unwrap_or(text.len())
}

fn word(text: &str) -> usize {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    end.unwrap_or(text.len())
}
