//! Fluent's parse errors in plain words, with what to do.

mod foreign;
mod kinds;

use crate::locale::codes;
use foreign::explain_foreign;
pub(super) use foreign::{outermost, template_value};
pub(super) use kinds::explain;

use super::braces::{BraceFault, MAX_DEPTH, brace_faults};
use crate::diagnostic::Code;
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

/// A fault of a source: bytes of it, what is wrong and what to do.
#[derive(Debug)]
pub(super) struct Explained {
    pub code: &'static Code,
    pub range: Range<usize>,
    pub message: String,
    pub hints: Vec<String>,
}

impl Explained {
    pub(super) fn new(
        code: &'static Code,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Explained {
        Explained {
            code,
            range,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Explained {
        self.hints.push(hint.into());
        self
    }

    /// The same so many bytes further on.
    fn moved(mut self, by: usize) -> Explained {
        self.range = self.range.start + by..self.range.end + by;
        self
    }
}

const LITERAL_OPEN: &str = "a brace that is to be printed is written `{\"{\"}`";
const LITERAL_CLOSE: &str = "a brace that is to be printed is written `{\"}\"}`";

/// A brace that does not fit, in words.
pub(super) fn explain_brace(fault: BraceFault) -> Explained {
    match fault {
        BraceFault::Unclosed(at) => Explained::new(
            &codes::UNBALANCED_BRACE,
            at..at + 1,
            "this brace is never closed",
        )
        .hint("add `}` where the placeable ends")
        .hint(LITERAL_OPEN),
        BraceFault::Unopened(at) => Explained::new(
            &codes::UNBALANCED_BRACE,
            at..at + 1,
            "this closing brace has no opening brace",
        )
        .hint(LITERAL_CLOSE),
        BraceFault::TooDeep(at) => Explained::new(
            &codes::UNBALANCED_BRACE,
            at..at + 1,
            format!("placeables stand in one another more than {MAX_DEPTH} deep"),
        )
        .hint(LITERAL_OPEN),
    }
}

/// Explains a parse error of a resource. The junk's own braces tell more than the
/// place where the parser gave up, which may be in the next message.
pub(super) fn explain_junk(source: &str, error: &ParserError) -> Vec<Explained> {
    let junk = error.slice.clone().unwrap_or_else(|| error.pos.clone());
    let text = source.get(junk.clone()).unwrap_or_default();
    if matches!(
        error.kind,
        ErrorKind::ExpectedToken('}')
            | ErrorKind::UnbalancedClosingBrace
            | ErrorKind::MissingValue
            | ErrorKind::ExpectedInlineExpression
    ) || error.pos.start >= junk.end
    {
        let unclosed: Vec<Explained> = brace_faults(text)
            .into_iter()
            .filter(|fault| matches!(fault, BraceFault::Unclosed(_) | BraceFault::TooDeep(_)))
            .map(explain_brace)
            .map(|explained| explained.moved(junk.start))
            .collect();
        if !unclosed.is_empty() {
            return unclosed;
        }
    }
    if let Some(placeable) = outermost(source, junk.start, error.pos.start) {
        let mut explained = vec![explain_placeable(source, junk.start, error)];
        explained.extend(further_placeables(source, junk, placeable));
        return explained;
    }
    let first = junk.start + (text.len() - text.trim_start_matches(' ').len());
    let mut explained = if error.pos.start == junk.start
        && matches!(error.kind, ErrorKind::ExpectedCharRange { .. })
    {
        explain_stray_start(source, junk.clone(), first)
    } else {
        vec![explain(source, error)]
    };
    explained.extend(further_stray_lines(source, junk));
    explained
}

/// Explains a parse error in a placeable; the byte `from` is outside of all.
pub(super) fn explain_placeable(source: &str, from: usize, error: &ParserError) -> Explained {
    explain_foreign(source, from, error.pos.start).unwrap_or_else(|| explain(source, error))
}

/// What else cannot be read in junk, a placeable of which is explained.
fn further_placeables(source: &str, junk: Range<usize>, known: Range<usize>) -> Vec<Explained> {
    let mut rest = source.get(junk.clone()).unwrap_or_default().to_owned();
    // One that goes on behind the junk has all of it in itself.
    if known.end > junk.end
        || !pass_over(&mut rest, known.start - junk.start..known.end - junk.start)
    {
        return Vec::new();
    }
    let Err((_, errors)) = fluent_syntax::parser::parse_runtime(rest.as_str()) else {
        return Vec::new();
    };
    errors
        .iter()
        .flat_map(|error| explain_junk(&rest, error))
        .map(|explained| explained.moved(junk.start))
        .collect()
}

/// Puts into a placeable what can be read, byte for byte; false where that changes
/// nothing: it has no room, or stands where no placeable can.
pub(super) fn pass_over(source: &mut String, placeable: Range<usize>) -> bool {
    let inner = placeable.start + 1..placeable.end.saturating_sub(1);
    let filler = "x".repeat(inner.len());
    let changes = source.get(inner.clone()).is_some_and(|text| text != filler);
    if changes {
        source.replace_range(inner, &filler);
    }
    changes
}

/// Junk that begins with a line that begins no message, whose first character is at
/// `first`.
fn explain_stray_start(source: &str, junk: Range<usize>, first: usize) -> Vec<Explained> {
    let attribute = first + 1;
    let rest = source.get(attribute..junk.end).unwrap_or_default();
    if source[first..].starts_with('.') && looks_like_entry(rest) {
        // The parser gives up an attribute without a word: read as a message, it
        // says what is wrong with it.
        match fluent_syntax::parser::parse_runtime(rest) {
            Err((_, errors)) => {
                let errors = errors.iter().take(1);
                return errors
                    .map(|error| explain_attribute(rest, error).moved(attribute))
                    .collect();
            }
            Ok(_) => {
                let id = rest.split([' ', '=']).next().unwrap_or_default();
                return vec![empty_attribute(id).moved(attribute)];
            }
        }
    }
    vec![explain_stray_line(source, junk.start, first)]
}

fn explain_attribute(source: &str, error: &ParserError) -> Explained {
    match &error.kind {
        ErrorKind::ExpectedMessageField { entry_id } => empty_attribute(entry_id),
        _ => explain_junk(source, error)
            .into_iter()
            .next()
            .unwrap_or_else(|| explain(source, error)),
    }
}

fn empty_attribute(id: &str) -> Explained {
    Explained::new(
        &codes::EMPTY_MESSAGE,
        0..id.len(),
        format!("the attribute `.{id}` has no value"),
    )
    .hint(format!("write its value after `=`: `.{id} = …`"))
}

/// Whether a text begins as a message does: with an id and `=`.
fn looks_like_entry(text: &str) -> bool {
    let after = text.trim_start_matches(|character: char| {
        character.is_ascii_alphanumeric() || character == '-' || character == '_'
    });
    after.len() < text.len() && after.trim_start_matches(' ').starts_with('=')
}

/// Lines of junk behind its first that belong to no message, or would end one.
fn further_stray_lines(source: &str, junk: Range<usize>) -> Vec<Explained> {
    let text = source.get(junk.clone()).unwrap_or_default();
    let begins_badly = text.trim_start_matches(' ').starts_with(['*', '[', '.']);
    let mut stray = Vec::new();
    let mut at = junk.start;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let first = start + (line.len() - line.trim_start_matches(' ').len());
        let bad = match source[first..at].chars().next() {
            Some('.') if looks_like_entry(&source[first + 1..at]) => false,
            Some('*' | '[' | '.') => begins_badly && first > start,
            Some('\n' | '\r' | '}') | None => false,
            Some(_) => first == start,
        };
        if start > junk.start && bad {
            stray.push(explain_stray_line(source, start, first));
        }
    }
    stray
}

/// A line that begins no message, at `start`, with its first character at `first`.
fn explain_stray_line(source: &str, start: usize, first: usize) -> Explained {
    let character = source[first..].chars().next().unwrap_or('\n');
    let range = first..first + character.len_utf8();
    let indented = first > start;
    match character {
        '*' | '[' | '.' if indented => {
            let explained = Explained::new(
                &codes::BROKEN_CONTINUATION,
                range,
                format!("a line that begins with `{character}` ends the message above it"),
            );
            let explained = if character == '*' {
                explained.hint("write bullets with `-`")
            } else {
                explained
            };
            explained.hint(format!(
                "write `{{\"{character}\"}}` for a `{character}` at the beginning of a line, or move it to the end of the line above"
            ))
        }
        '}' => explain_brace(BraceFault::Unopened(first)),
        '\t' => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            "this line is indented by a tab",
        )
        .hint("indent with spaces"),
        _ => Explained::new(
            &codes::INVALID_FLUENT,
            range,
            "this line belongs to no message",
        )
        .hint("begin a message with its id: `my-message = …`; indent the lines that continue it"),
    }
}
