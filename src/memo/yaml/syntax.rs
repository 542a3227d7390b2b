//! What serde_yaml says of a fault, in words that help.

use super::layout::MendedText;
use super::node::TOO_MANY_NODES;
use super::recover::YamlPiece;
use crate::diagnostic::{Diagnostic, Wording};
use crate::memo::codes::{
    BRACE_AT_START, COLON_IN_TEXT, INDENTATION, INDICATOR_AT_START, TAB_INDENTATION,
    UNCLOSED_QUOTATION, YAML_LIMIT, YAML_SYNTAX,
};
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// What libyaml says of a line without a colon.
const NO_COLON: &str = "could not find expected ':'";

/// A fault of a part of a file that cannot be read.
pub(super) struct SyntaxFault {
    /// What serde_yaml says, without places.
    message: String,
    /// The byte of the file at which it says so.
    offset: usize,
    /// The byte at which what was being read began.
    context: Option<usize>,
    /// The part of the file.
    pub(super) piece: Range<usize>,
}

impl SyntaxFault {
    /// The fault of `piece` that `error` is about.
    pub(super) fn new(error: &serde_yaml::Error, piece: &YamlPiece<'_>) -> SyntaxFault {
        let text = piece.text;
        let byte = |index: usize| {
            text.char_indices()
                .nth(index)
                .map_or(text.len(), |(at, _)| at)
        };
        let whole = error.to_string();
        let (message, rest) = whole.split_once(" at line ").unwrap_or((&whole, ""));
        let message = message.rsplit(": ").next().unwrap_or(message);
        let indent = text.len() - text.trim_start().len();
        let first = text.trim_start().lines().next().unwrap_or_default();
        if message.contains("mapping values") && !first.contains(':') && !first.starts_with('-') {
            return SyntaxFault::loose(piece);
        }
        SyntaxFault {
            message: if whole.contains("invalid type") {
                whole.clone()
            } else {
                message.to_owned()
            },
            offset: piece.offset
                + error
                    .location()
                    .map_or(indent, |location| byte(location.index())),
            context: rest
                .split_once(" at line ")
                .and_then(|(_, place)| place_in(text, place))
                .map(|at| piece.offset + at),
            piece: piece.offset..piece.offset + text.len(),
        }
    }

    /// The fault of a text that stands where a key or an item must.
    pub(super) fn loose(piece: &YamlPiece<'_>) -> SyntaxFault {
        let start = piece.text.len() - piece.text.trim_start().len();
        SyntaxFault {
            message: NO_COLON.to_owned(),
            offset: piece.offset + start,
            context: Some(piece.offset + start),
            piece: piece.offset..piece.offset + piece.text.len(),
        }
    }

    /// Whether dividing the file would not help: it asks for too much.
    pub(super) fn is_limit(&self) -> bool {
        self.message.contains("limit exceeded") || self.message.contains(TOO_MANY_NODES)
    }

    /// Whether it only misses an anchor that another part of the file has.
    pub(super) fn misses_anchor_of(&self, text: &str) -> bool {
        let name: String = text
            .get(self.offset..)
            .and_then(|rest| rest.strip_prefix('*'))
            .unwrap_or_default()
            .chars()
            .take_while(|next| next.is_alphanumeric() || matches!(next, '-' | '_'))
            .collect();
        self.message.contains("unknown anchor")
            && !name.is_empty()
            && text.contains(&format!("&{name}"))
    }

    /// The finding; the fault is one of the text that is read in place of the file's.
    pub(super) fn diagnostic(&self, file: &Arc<SourceFile>, mended: &MendedText) -> Diagnostic {
        let text = &*mended.text;
        if let Some(colon) = self.colon_in_braces(text) {
            let span = Span::new(file, mended.range(colon..colon + 1));
            return Diagnostic::told(span, COLON_IN_TEXT.say("braces", &[]));
        }
        let wording = self.wording();
        let at = match self.context {
            Some(context) if self.message.contains(NO_COLON) => {
                let rest = text.get(context..).unwrap_or_default();
                let before = text.get(..context).unwrap_or_default();
                let start = before.rfind('\n').map_or(0, |end| end + 1);
                let end = context + rest.find('\n').unwrap_or(rest.len());
                let line = text.get(start..end).unwrap_or_default();
                context..context + line.trim().len()
            }
            Some(context)
                if wording.code == &UNCLOSED_QUOTATION
                    || self.message.contains("or '}'")
                    || self.message.contains("or ']'") =>
            {
                context..context + 1
            }
            _ => self.point(text),
        };
        Diagnostic::told(Span::new(file, mended.range(at)), wording)
    }

    /// The second colon of an entry in braces, where one is at fault.
    fn colon_in_braces(&self, text: &str) -> Option<usize> {
        let says = |part: &str| self.message.contains(part);
        let start = self.context.filter(|_| says("or '}'") || says("or ']'"))?;
        let mut colons = 0;
        let mut quote = None;
        let mut before = ' ';
        let mut letters = text.get(start + 1..)?.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            match letter {
                _ if quote == Some(letter) => quote = None,
                _ if quote.is_some() => {}
                '"' | '\'' if matches!(before, ' ' | '{' | '[' | ',' | '\n') => {
                    quote = Some(letter)
                }
                ',' | '{' | '[' => colons = 0,
                '}' | ']' => return None,
                ':' if next.is_none_or(|next| next.is_whitespace()) => colons += 1,
                _ => {}
            }
            if colons > 1 {
                return Some(start + 1 + at);
            }
            before = letter;
        }
        None
    }

    /// The character at the fault, or the last one before it where there is none.
    fn point(&self, text: &str) -> Range<usize> {
        let offset = self.offset.min(text.len());
        match text.get(offset..).and_then(|rest| rest.chars().next()) {
            Some(next) if !next.is_whitespace() => offset..offset + next.len_utf8(),
            _ => {
                let before = text.get(..offset).unwrap_or(text).trim_end();
                let length = before.chars().next_back().map_or(0, char::len_utf8);
                before.len() - length..before.len()
            }
        }
    }

    fn wording(&self) -> Wording {
        let says = |part: &str| self.message.contains(part);
        if self.is_limit() {
            YAML_LIMIT.say("limit", &[])
        } else if says("mapping values are not allowed") {
            COLON_IN_TEXT.say("unparsed", &[])
        } else if says("unexpected end of stream") || says("unexpected document indicator") {
            UNCLOSED_QUOTATION.say("unparsed", &[])
        } else if says("expected ',' or '}'") || says("expected ',' or ']'") {
            YAML_SYNTAX.say("bracket", &[])
        } else if says(NO_COLON) {
            YAML_SYNTAX.say("no-colon", &[])
        } else if says("did not find expected key")
            || says("did not find expected '-' indicator")
            || says("did not find expected <document start>")
        {
            INDENTATION.say("line", &[])
        } else if says("tab character") {
            TAB_INDENTATION.say("unparsed", &[])
        } else if says("cannot start any token")
            || says("unknown anchor")
            || says("alphabetic or numeric")
            || says("are not allowed in this context")
        {
            INDICATOR_AT_START.say("unparsed", &[])
        } else if says("escape character") {
            YAML_SYNTAX.say("escape", &[])
        } else if says("expected a key") {
            BRACE_AT_START.say("bracket", &[])
        } else {
            YAML_SYNTAX.say("other", given!(message = self.message))
        }
    }
}

/// The byte of `text` that `3 column 5` means.
fn place_in(text: &str, place: &str) -> Option<usize> {
    let (line, column) = place.split_once(" column ")?;
    let column: String = column.chars().take_while(char::is_ascii_digit).collect();
    let line: usize = line.parse().ok()?;
    let column: usize = column.parse().ok()?;
    let start: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let rest = text.get(start..)?;
    let at = rest
        .char_indices()
        .nth(column.checked_sub(1)?)
        .map_or(rest.len(), |(at, _)| at);
    Some(start + at)
}
