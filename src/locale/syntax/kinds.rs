//! Each kind of Fluent's parse errors, explained at the place where the parser gave
//! up.

use super::{Explained, LITERAL_OPEN, explain_brace};
use crate::locale::braces::{BraceFault, Braces};
use crate::locale::codes;
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

const SELECTOR: &str = "begin a new line for each variant and for the closing brace";

/// Explains a parse error at its own place.
pub(in crate::locale) fn explain(source: &str, error: &ParserError) -> Explained {
    let at = source.floor_char_boundary(error.pos.start.min(source.len()));
    let range = char_range(source, at);
    let found = found(source, at);
    match &error.kind {
        ErrorKind::ExpectedToken(token) => expected_token(source, at, *token, &found),
        ErrorKind::ExpectedCharRange { range: wanted } => expected_char(source, at, wanted, &found),
        ErrorKind::ExpectedMessageField { entry_id } => {
            empty_entry(source, error, entry_id, "the message")
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            empty_entry(source, error, &format!("-{entry_id}"), "the term")
        }
        ErrorKind::MissingDefaultVariant
        | ErrorKind::MultipleDefaultVariants
        | ErrorKind::MissingValue => explain_variants(source, at, &error.kind),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::TermAttributeAsPlaceable
        | ErrorKind::ExpectedSimpleExpressionAsSelector => {
            explain_selector(source, at, &error.kind)
        }
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            explain_escape(source, at)
        }
        ErrorKind::UnbalancedClosingBrace => closing_brace(source, at, error),
        ErrorKind::ExpectedInlineExpression => inline_expression(source, at, range, &found),
        ErrorKind::UnterminatedStringLiteral
        | ErrorKind::ForbiddenCallee
        | ErrorKind::PositionalArgumentFollowsNamed
        | ErrorKind::DuplicatedNamedArgument(_)
        | ErrorKind::ExpectedLiteral => explain_argument(source, at, &error.kind, &found),
    }
}

/// A closing brace where none is due: before a selector's end, where Fluent wants a
/// new line, or without an opening brace.
fn closing_brace(source: &str, at: usize, error: &ParserError) -> Explained {
    let start = error.slice.as_ref().map_or(0, |slice| slice.start);
    let mut braces = Braces::default();
    braces.read_all(source.get(start..at).unwrap_or_default());
    if braces.in_variants() {
        Explained::new(
            &codes::ONE_LINE_SELECTOR,
            char_range(source, at),
            "the brace that closes a selector must stand on a new line",
        )
        .hint(SELECTOR)
    } else {
        explain_brace(BraceFault::Unopened(at))
    }
}

/// Faults of calls, their arguments and strings.
fn explain_argument(source: &str, at: usize, kind: &ErrorKind, found: &str) -> Explained {
    let range = char_range(source, at);
    match kind {
        ErrorKind::UnterminatedStringLiteral => Explained::new(
            &codes::INVALID_FLUENT,
            opening_quote(source, at),
            "a string between quotation marks ends with the line",
        )
        .hint("close it with `\"` on the same line"),
        ErrorKind::ForbiddenCallee => {
            let name = word_before(source, call_start(source, at));
            Explained::new(
                &codes::INVALID_FLUENT,
                name.clone(),
                format!("`{}` is no name of a function", &source[name.clone()]),
            )
            .hint(format!(
                "functions are written in capitals: `{}(…)`",
                source[name].to_uppercase()
            ))
        }
        ErrorKind::PositionalArgumentFollowsNamed => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            "an argument without a name follows one with a name",
        )
        .hint("write named arguments last: `NUMBER($n, useGrouping: \"false\")`"),
        ErrorKind::DuplicatedNamedArgument(name) => Explained::new(
            &codes::INVALID_FLUENT,
            word_before(source, at),
            format!("the argument `{name}` is given twice"),
        )
        .hint("keep one of them"),
        _ => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("a named argument needs a string or a number, and not {found}"),
        )
        .hint("write it between quotation marks: `gender: \"feminine\"`"),
    }
}

fn inline_expression(source: &str, at: usize, range: Range<usize>, found: &str) -> Explained {
    let what = if source[at..].starts_with('}') {
        "there is nothing between the braces".to_owned()
    } else {
        format!("a placeable cannot begin with {found}")
    };
    let explained = Explained::new(&codes::INVALID_FLUENT, range, what).hint(
        "braces hold a fact (`{ $name }`), a message, a term (`{ -name }`), a function or a string between `\"`",
    );
    if source[at..].starts_with('\t') {
        explained.hint("use spaces and not tabs")
    } else {
        explained.hint(LITERAL_OPEN)
    }
}

fn expected_token(source: &str, at: usize, token: char, found: &str) -> Explained {
    let range = char_range(source, at);
    match token {
        '=' => missing_equals(source, at, found),
        '}' => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("the placeable should end with `}}` before {found}"),
        )
        .hint("one placeable holds one fact, message, term, function or string")
        .hint(LITERAL_OPEN),
        ')' => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            "the arguments are not closed with `)`",
        )
        .hint("add `)` after the last argument"),
        ']' => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("a variant's key should end with `]` before {found}"),
        )
        .hint("a key is one word or one number: `[one]`, `[0]`"),
        '"' => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            "a string between quotation marks is never closed",
        )
        .hint("close it with `\"` on the same line"),
        ' ' => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("a comment needs a space after `#`, and not {found}"),
        )
        .hint("write `# comment`"),
        other => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("`{other}` is missing before {found}"),
        ),
    }
}

fn missing_equals(source: &str, at: usize, found: &str) -> Explained {
    let id = word_before(source, at);
    let name = source[id.clone()].to_owned();
    let adjacent = id.end == at;
    let explained = Explained::new(
        &codes::MISSING_EQUALS,
        id,
        format!("`=` is missing after `{name}`"),
    );
    match source[at..].chars().next() {
        Some(':') => explained.hint(format!("write `{name} = …`")),
        Some('.') => explained.hint(format!(
            "an attribute stands on a line of its own below its message: `    .{} = …`",
            source[at + 1..]
                .split(|character: char| !character.is_ascii_alphanumeric() && character != '-')
                .next()
                .filter(|attribute| !attribute.is_empty())
                .unwrap_or("attribute")
        )),
        Some(character) if adjacent && character.is_alphanumeric() && !character.is_ascii() => explained.hint(
            "an id has only the letters a to z, digits, `-` and `_`; French ids are the English ones",
        ),
        _ => explained
            .hint(format!("write `{name} = …`, before {found}"))
            .hint("a line that continues the message above it must be indented"),
    }
}

fn expected_char(source: &str, at: usize, wanted: &str, found: &str) -> Explained {
    let range = char_range(source, at);
    if wanted.contains('\n') || wanted.contains("\\n") {
        return Explained::new(
            &codes::ONE_LINE_SELECTOR,
            range,
            "variants must begin on a new line after `->`",
        )
        .hint(SELECTOR);
    }
    let before = source[..at].chars().next_back();
    match (wanted, before) {
        ("0-9", _) => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("a digit should stand here, and not {found}"),
        ),
        (_, Some('$')) => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("the name of a fact should follow `$`, and not {found}"),
        )
        .hint("a name begins with a letter from a to z: `{ $amount }`")
        .hint("an amount of money in a text takes no braces: `$5`"),
        (_, Some('.')) => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("the name of an attribute should follow `.`, and not {found}"),
        ),
        (_, Some('-')) => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("the name of a term should follow `-`, and not {found}"),
        ),
        _ => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            format!("a name should begin here with a letter from a to z, and not {found}"),
        ),
    }
}

fn empty_entry(source: &str, error: &ParserError, id: &str, what: &str) -> Explained {
    let start = error.pos.start.min(source.len());
    let length = id.len().min(source.len() - start);
    Explained::new(
        &codes::EMPTY_MESSAGE,
        start..start + length,
        format!("{what} `{id}` has no value"),
    )
    .hint(format!(
        "write its value after `=`, or indented below it: `{id} = …`"
    ))
    .hint("a value that prints nothing is written `{ \"\" }`")
}

fn explain_variants(source: &str, at: usize, kind: &ErrorKind) -> Explained {
    let range = char_range(source, at);
    match kind {
        ErrorKind::MultipleDefaultVariants => Explained::new(
            &codes::MISSING_DEFAULT,
            at.saturating_sub(1)..at,
            "a selector has two default variants",
        )
        .hint("keep one `*`, before the variant that is taken when no other fits"),
        ErrorKind::MissingValue => Explained::new(
            &codes::EMPTY_MESSAGE,
            variant_key(source, at).unwrap_or(range),
            "this variant has no text",
        )
        .hint("a variant that prints nothing is written `[one] { \"\" }`"),
        _ => {
            let arrow = source[..at].rfind("->").unwrap_or(at);
            Explained::new(
                &codes::MISSING_DEFAULT,
                arrow..(arrow + 2).min(source.len()),
                "the selector has no default variant",
            )
            .hint("put `*` before the variant that is taken when no other fits: `*[other] …`")
        }
    }
}

/// The key of the variant that ends before a byte.
fn variant_key(source: &str, at: usize) -> Option<Range<usize>> {
    let end = source[..at].rfind(']')? + 1;
    let start = source[..end].rfind('[')?;
    Some(start..end)
}

fn explain_selector(source: &str, at: usize, kind: &ErrorKind) -> Explained {
    let name = word_before(source, source[..at].trim_end().len());
    let word = source[name.clone()].to_owned();
    let (message, hint) = match kind {
        ErrorKind::MessageReferenceAsSelector => (
            format!("the message `{word}` cannot choose between variants"),
            format!("a fact is written with `$`: `{{ ${word} -> …`"),
        ),
        ErrorKind::MessageAttributeAsSelector => (
            "the attribute of a message cannot choose between variants".to_owned(),
            "choose by a fact or by the attribute of a term".to_owned(),
        ),
        ErrorKind::TermReferenceAsSelector => (
            "a term cannot choose between variants".to_owned(),
            "choose by an attribute of the term: `{ -term.gender -> …`".to_owned(),
        ),
        ErrorKind::TermAttributeAsPlaceable => (
            "the attribute of a term cannot be printed".to_owned(),
            "attributes of terms only choose between variants; print a message instead".to_owned(),
        ),
        _ => (
            "only a fact, a function, the attribute of a term, a string or a number can choose between variants".to_owned(),
            "write `{ $fact ->`".to_owned(),
        ),
    };
    let range = if name.is_empty() {
        char_range(source, at)
    } else {
        name
    };
    Explained::new(&codes::WRONG_SELECTOR, range, message).hint(hint)
}

fn explain_escape(source: &str, at: usize) -> Explained {
    let start = source[..at].rfind('\\').unwrap_or(at);
    let start = if source[at..].starts_with('\\') {
        at
    } else {
        start
    };
    let end = source[start..]
        .char_indices()
        .nth(2)
        .map_or(source.len(), |(offset, _)| start + offset);
    let escape = source[start..end].to_owned();
    let unicode = escape.starts_with("\\u") || escape.starts_with("\\U");
    Explained::new(
        &codes::UNKNOWN_ESCAPE,
        start..end,
        if unicode {
            format!("`{escape}` lacks hexadecimal digits")
        } else {
            format!("`{escape}` is no escape")
        },
    )
    .hint("between quotation marks there are `\\\"`, `\\\\`, `\\u` with four digits and `\\U` with six")
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

/// What stands at a byte, for a message.
fn found(source: &str, at: usize) -> String {
    match source[at..].chars().next() {
        None => "the end".to_owned(),
        Some('\n' | '\r') => "the end of the line".to_owned(),
        Some(' ') => "a space".to_owned(),
        Some('\t') => "a tab".to_owned(),
        Some(character) => format!("`{character}`"),
    }
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
