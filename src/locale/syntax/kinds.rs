//! Each kind of Fluent's parse errors, explained at the place where the parser gave
//! up.

use super::{Explained, explain_brace};
use crate::diagnostic::Wording;
use crate::locale::braces::{BraceFault, Braces};
use crate::locale::codes::{
    EMPTY_MESSAGE, INVALID_FLUENT, MISSING_DEFAULT, MISSING_EQUALS, ONE_LINE_SELECTOR,
    UNKNOWN_ESCAPE, WRONG_SELECTOR,
};
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

/// Explains a parse error at its own place.
pub(in crate::locale) fn explain(source: &str, error: &ParserError) -> Explained {
    let at = source.floor_char_boundary(error.pos.start.min(source.len()));
    let here = char_range(source, at);
    let found = found(source, at);
    let (range, wording) = match &error.kind {
        ErrorKind::ExpectedToken('=') => return missing_equals(source, at, &found),
        ErrorKind::ExpectedToken(token) => (here, expected_token(*token, &found)),
        ErrorKind::ExpectedCharRange { range } => (here, expected_char(source, at, range, &found)),
        ErrorKind::ExpectedMessageField { entry_id } => return empty(error, entry_id, "message"),
        ErrorKind::ExpectedTermField { entry_id } => {
            return empty(error, &format!("-{entry_id}"), "term");
        }
        ErrorKind::MissingDefaultVariant => {
            let arrow = source[..at].rfind("->").unwrap_or(at);
            let range = arrow..(arrow + 2).min(source.len());
            (range, MISSING_DEFAULT.say("none", &[]))
        }
        ErrorKind::MultipleDefaultVariants => {
            (at.saturating_sub(1)..at, MISSING_DEFAULT.say("two", &[]))
        }
        ErrorKind::MissingValue => {
            let range = variant_key(source, at).unwrap_or(here);
            (range, EMPTY_MESSAGE.say("variant", &[]))
        }
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            return explain_escape(source, at);
        }
        ErrorKind::UnbalancedClosingBrace => return closing_brace(source, at, error),
        ErrorKind::ExpectedInlineExpression if source[at..].starts_with('}') => {
            (here, INVALID_FLUENT.say("nothing", &[]))
        }
        ErrorKind::ExpectedInlineExpression => {
            (here, INVALID_FLUENT.say("placeable", given!(found)))
        }
        kind => return explain_argument(source, at, kind, &found),
    };
    Explained::new(range, wording)
}

/// A closing brace where none is due: before a selector's end, where Fluent wants a
/// new line, or without an opening brace.
fn closing_brace(source: &str, at: usize, error: &ParserError) -> Explained {
    let start = error.slice.as_ref().map_or(0, |slice| slice.start);
    let mut braces = Braces::default();
    braces.read_all(source.get(start..at).unwrap_or_default());
    if braces.in_variants() {
        let wording = ONE_LINE_SELECTOR.say("closing", &[]);
        Explained::new(char_range(source, at), wording)
    } else {
        explain_brace(BraceFault::Unopened(at))
    }
}

/// Faults of calls, their arguments, strings and selectors.
fn explain_argument(source: &str, at: usize, kind: &ErrorKind, found: &str) -> Explained {
    let here = char_range(source, at);
    let (range, wording) = match kind {
        ErrorKind::UnterminatedStringLiteral => {
            let range = opening_quote(source, at);
            (range, INVALID_FLUENT.say("string-ends", &[]))
        }
        ErrorKind::ForbiddenCallee => {
            let range = word_before(source, call_start(source, at));
            let name = &source[range.clone()];
            let capitals = name.to_uppercase();
            let values = INVALID_FLUENT.say("callee", given!(name, capitals));
            (range, values)
        }
        ErrorKind::PositionalArgumentFollowsNamed => (here, INVALID_FLUENT.say("positional", &[])),
        ErrorKind::DuplicatedNamedArgument(name) => {
            let range = word_before(source, at);
            (range, INVALID_FLUENT.say("argument-twice", given!(name)))
        }
        ErrorKind::ExpectedLiteral => (here, INVALID_FLUENT.say("literal", given!(found))),
        _ => return explain_selector(source, at, kind),
    };
    Explained::new(range, wording)
}

fn expected_token(token: char, found: &str) -> Wording {
    match token {
        '}' => INVALID_FLUENT.say("placeable-end", given!(found)),
        ')' => INVALID_FLUENT.say("arguments", &[]),
        ']' => INVALID_FLUENT.say("key", given!(found)),
        '"' => INVALID_FLUENT.say("string-open", &[]),
        _ => INVALID_FLUENT.say("token", given!(token, found)),
    }
}

fn missing_equals(source: &str, at: usize, found: &str) -> Explained {
    let id = word_before(source, at);
    let (name, adjacent) = (&source[id.clone()], id.end == at);
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let rest = source[at..].get(1..).unwrap_or_default();
    let attribute = rest.split(|character| !is_part(character)).next();
    let attribute = attribute.filter(|name| !name.is_empty());
    let kind = match source[at..].chars().next() {
        Some(':') => "colon",
        Some('.') => "attribute",
        Some(next) if adjacent && next.is_alphanumeric() && !next.is_ascii() => "letter",
        _ => "other",
    };
    let wording = MISSING_EQUALS.say(
        "equals",
        given!(
            name,
            kind,
            attribute = attribute.unwrap_or("attribute"),
            found
        ),
    );
    Explained::new(id, wording)
}

fn expected_char(source: &str, at: usize, wanted: &str, found: &str) -> Wording {
    if wanted.contains('\n') || wanted.contains("\\n") {
        return ONE_LINE_SELECTOR.say("variants", &[]);
    }
    match (wanted, source[..at].chars().next_back()) {
        ("0-9", _) => INVALID_FLUENT.say("digit", given!(found)),
        (_, Some('$')) => INVALID_FLUENT.say("fact-name", given!(found)),
        (_, Some('.')) => INVALID_FLUENT.say("attribute-name", given!(found)),
        (_, Some('-')) => INVALID_FLUENT.say("term-name", given!(found)),
        _ => INVALID_FLUENT.say("name", given!(found)),
    }
}

fn empty(error: &ParserError, id: &str, kind: &str) -> Explained {
    let start = error.pos.start;
    let wording = EMPTY_MESSAGE.say("entry", given!(kind, id));
    Explained::new(start..start + id.len(), wording)
}

/// The key of the variant that ends before a byte.
fn variant_key(source: &str, at: usize) -> Option<Range<usize>> {
    let end = source[..at].rfind(']')? + 1;
    let start = source[..end].rfind('[')?;
    Some(start..end)
}

fn explain_selector(source: &str, at: usize, kind: &ErrorKind) -> Explained {
    let word = word_before(source, source[..at].trim_end().len());
    let selector = match kind {
        ErrorKind::MessageReferenceAsSelector => "message",
        ErrorKind::MessageAttributeAsSelector => "attribute",
        ErrorKind::TermReferenceAsSelector => "term",
        ErrorKind::TermAttributeAsPlaceable => "printed",
        _ => "other",
    };
    let wording = WRONG_SELECTOR.say("selector", given!(selector, word = &source[word.clone()]));
    let range = if word.is_empty() {
        char_range(source, at)
    } else {
        word
    };
    Explained::new(range, wording)
}

fn explain_escape(source: &str, at: usize) -> Explained {
    let start = match source[at..].starts_with('\\') {
        true => at,
        false => source[..at].rfind('\\').unwrap_or(at),
    };
    let end = source[start..]
        .char_indices()
        .nth(2)
        .map_or(source.len(), |(offset, _)| start + offset);
    let escape = &source[start..end];
    let kind = match escape {
        "\\u" | "\\U" => "unicode",
        _ => "none",
    };
    let wording = UNKNOWN_ESCAPE.say("read", given!(escape, kind));
    Explained::new(start..end, wording)
}

/// Where the call that ends before a byte has its opening parenthesis.
fn call_start(source: &str, at: usize) -> usize {
    let mut depth = 0_usize;
    for (place, byte) in source.as_bytes()[..at].iter().enumerate().rev() {
        match byte {
            b')' => depth += 1,
            b'(' if depth <= 1 => return place,
            b'(' => depth -= 1,
            _ => {}
        }
    }
    at
}

/// The quotation mark before a byte.
fn opening_quote(source: &str, at: usize) -> Range<usize> {
    source[..at]
        .rfind('"')
        .map_or(at..at, |quote| quote..quote + 1)
}

/// What stands at a byte, for a message: a character, or what it is called.
fn found(source: &str, at: usize) -> String {
    let name = match source[at..].chars().next() {
        None => "end",
        Some('\n' | '\r') => "line",
        Some(' ') => "space",
        Some('\t') => "tab",
        Some(character) => return character.to_string(),
    };
    name.to_owned()
}

/// The character at a byte.
fn char_range(source: &str, at: usize) -> Range<usize> {
    let length = source[at..].chars().next().map_or(0, char::len_utf8);
    at..at + length
}

/// The identifier that ends at or before a byte.
fn word_before(source: &str, at: usize) -> Range<usize> {
    let end = source[..at].trim_end_matches([' ', '(', ':']).len();
    let start = source[..end]
        .rfind(|character: char| {
            !character.is_ascii_alphanumeric() && character != '-' && character != '_'
        })
        .map_or(0, |found| {
            found + source[found..].chars().next().map_or(1, char::len_utf8)
        });
    if start < end { start..end } else { at..at }
}
