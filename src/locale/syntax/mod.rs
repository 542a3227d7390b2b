//! Fluent's parse errors in plain words, with what to do.

mod foreign;
mod kinds;

use crate::diagnostic::{Diagnostic, Wording};
use crate::locale::codes::{BROKEN_CONTINUATION, EMPTY_MESSAGE, INVALID_FLUENT, UNBALANCED_BRACE};
use crate::source::Span;
use foreign::explain_foreign;
pub(super) use foreign::{outermost, quoted};
pub(super) use kinds::explain;

use super::braces::{BraceFault, MAX_DEPTH, brace_faults};
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::ops::Range;

/// A fault of a source: bytes of it, and the finding, which has no place yet.
#[derive(Debug)]
pub(super) struct Explained {
    pub range: Range<usize>,
    pub finding: Diagnostic,
}

impl Explained {
    /// What a phrase says of bytes of a source.
    pub(super) fn new(range: Range<usize>, wording: Wording) -> Explained {
        let finding = Diagnostic::told(None, wording);
        Explained { range, finding }
    }

    /// The same so many bytes further on.
    pub(super) fn moved(mut self, by: usize) -> Explained {
        self.range = self.range.start + by..self.range.end + by;
        self
    }

    /// The finding in its place, which `locate` finds.
    pub(super) fn in_place(self, locate: impl FnOnce(Range<usize>) -> Option<Span>) -> Diagnostic {
        Diagnostic {
            span: locate(self.range),
            ..self.finding
        }
    }
}

/// A brace that does not fit, in words.
pub(super) fn explain_brace(fault: BraceFault) -> Explained {
    let (at, wording) = match fault {
        BraceFault::Unclosed(at) => (at, UNBALANCED_BRACE.say("unclosed", &[])),
        BraceFault::Unopened(at) => (at, UNBALANCED_BRACE.say("unopened", &[])),
        BraceFault::TooDeep(at) => (
            at,
            UNBALANCED_BRACE.say("too-deep", given!(most = MAX_DEPTH)),
        ),
    };
    Explained::new(at..at + 1, wording)
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
    Explained::new(0..id.len(), EMPTY_MESSAGE.say("attribute", given!(id)))
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
    let wording = match character {
        '*' if first > start => BROKEN_CONTINUATION.say("bullet", given!(mark = character)),
        '[' | '.' if first > start => BROKEN_CONTINUATION.say("line", given!(mark = character)),
        '}' => return explain_brace(BraceFault::Unopened(first)),
        '\t' => INVALID_FLUENT.say("tab", &[]),
        _ => INVALID_FLUENT.say("stray", &[]),
    };
    Explained::new(first..first + character.len_utf8(), wording)
}
