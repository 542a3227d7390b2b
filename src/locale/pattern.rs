//! A string of YAML as the source of a Fluent pattern.
//!
//! Fluent reads a pattern as the value of a message, where lines are dedented, ends
//! are trimmed and a line that begins with `*`, `[` or `.` ends it. [`Wrapped`]
//! writes the message around a string so that every character comes back, and
//! keeps the way from its bytes to those of the string.

use super::braces::{BraceFault, Braces};
use super::slices::Pattern;
use super::syntax::{Explained, explain_brace, explain_placeable, outermost, pass_over};
use super::tree::{self, Comments};
use crate::locale::codes::INVALID_FLUENT;
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::ParserError;
use std::ops::Range;

/// Prints nothing; keeps what stands beside it from being trimmed or misread.
const GUARD: &str = "{ \"\" }";
/// Fluent reads CR LF as LF; a placeable keeps the character.
const CARRIAGE_RETURN: &str = "{\"\\U00000D\"}";
/// The escape in it. Written otherwise, a carriage return is a fault.
pub(super) const RETURN_ESCAPE: &str = "\\U00000D";
const INDENT: &str = "    ";

/// A message whose value is a string.
pub(super) struct Wrapped {
    /// The message's source.
    pub source: String,
    /// What is read in its place.
    readable: Option<String>,
    /// Stretches that stand in both, in order.
    runs: Vec<Run>,
    /// The string's outermost placeables with their braces, in order.
    placeables: Vec<Range<usize>>,
    /// Braces of the string that do not fit.
    pub faults: Vec<BraceFault>,
}

struct Run {
    wrapped: usize,
    original: usize,
    length: usize,
}

impl Wrapped {
    /// Wraps a string.
    pub fn new(original: &str) -> Wrapped {
        let mut wrapped = Wrapped {
            source: String::with_capacity(original.len() + original.len() / 8 + 32),
            readable: None,
            runs: Vec::new(),
            placeables: Vec::new(),
            faults: Vec::new(),
        };
        wrapped.source.push_str("v = ");
        wrapped.source.push_str(GUARD);
        let mut braces = Braces::default();
        let mut at = 0;
        for line in original.split_inclusive('\n') {
            let outside = braces.depth() == 0;
            if at > 0 {
                wrapped.source.push_str(INDENT);
                if outside && line.starts_with(['*', '[', '.', ' ', '}']) {
                    wrapped.source.push_str(GUARD);
                }
            }
            wrapped.push_line(line, at, &mut braces, original);
            at += line.len();
        }
        if original.ends_with('\n') {
            wrapped.source.push_str(INDENT);
        }
        wrapped.source.push_str(GUARD);
        wrapped.source.push('\n');
        wrapped.readable = tree::readable(&wrapped.source);
        wrapped.faults = braces.finish();
        wrapped
    }

    fn push_line(&mut self, line: &str, at: usize, braces: &mut Braces, original: &str) {
        let bytes = original.as_bytes();
        let mut from = at;
        for (offset, byte) in line.bytes().enumerate() {
            let here = at + offset;
            if byte == b'\r' && braces.depth() == 0 {
                self.push_run(original, from..here);
                self.runs.push(Run {
                    wrapped: self.source.len(),
                    original: here,
                    length: 1,
                });
                self.source.push_str(CARRIAGE_RETURN);
                from = here + 1;
            }
            let before = braces.depth();
            braces.read(here, byte, bytes.get(here + 1).copied());
            match (before, braces.depth()) {
                (0, 1) => self.placeables.push(here..here + 1),
                (1, 0) => {
                    if let Some(placeable) = self.placeables.last_mut() {
                        placeable.end = here + 1;
                    }
                }
                _ => {}
            }
        }
        self.push_run(original, from..at + line.len());
    }

    fn push_run(&mut self, original: &str, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.runs.push(Run {
            wrapped: self.source.len(),
            original: range.start,
            length: range.len(),
        });
        self.source.push_str(&original[range]);
    }

    /// The pattern.
    ///
    /// # Errors
    /// Why there is none; ranges are of the message's source.
    pub fn pattern(&self) -> Result<Pattern<'_>, Vec<Explained>> {
        if !self.faults.is_empty() {
            let faults = self.faults.iter().map(|fault| {
                let Explained { range, finding } = explain_brace(*fault);
                let range = self.wrapped(range.start)..self.wrapped(range.end);
                Explained { range, finding }
            });
            return Err(faults.collect());
        }
        let (resource, errors) =
            tree::read(&self.source, self.readable.as_deref(), Comments::Dropped);
        if let Some(error) = errors.first() {
            return Err(self.faults_from(error));
        }
        match <[_; 1]>::try_from(resource.body) {
            Ok([Entry::Message(message)]) if message.attributes.is_empty() => message.value,
            _ => None,
        }
        .ok_or_else(|| {
            let wording = INVALID_FLUENT.say("unreadable", &[]);
            vec![Explained::new(0..self.source.len(), wording)]
        })
    }

    /// The first fault, and those of further placeables.
    fn faults_from(&self, error: &ParserError) -> Vec<Explained> {
        let mut faults = vec![explain_placeable(&self.source, 0, error)];
        let mut rest = self.source.clone();
        let mut at = error.pos.start;
        while let Some(placeable) = outermost(&rest, 0, at) {
            if !pass_over(&mut rest, placeable) {
                break;
            }
            let readable = tree::readable(&rest);
            match tree::read(&rest, readable.as_deref(), Comments::Dropped)
                .1
                .first()
            {
                Some(error) => {
                    faults.push(explain_placeable(&rest, 0, error));
                    at = error.pos.start;
                }
                None => break,
            }
        }
        faults
    }

    /// The byte of the string for a byte of the message's source; one that was
    /// written around the string is that of the nearest before it.
    pub fn original(&self, wrapped: usize) -> usize {
        let after = self.runs.partition_point(|run| run.wrapped <= wrapped);
        self.runs[..after].last().map_or(0, |run| {
            run.original + (wrapped - run.wrapped).min(run.length)
        })
    }

    /// The byte of the message's source for a byte of the string.
    pub fn wrapped(&self, original: usize) -> usize {
        let after = self.runs.partition_point(|run| run.original <= original);
        self.runs[..after].last().map_or(0, |run| {
            run.wrapped + (original - run.original).min(run.length)
        })
    }

    /// The outermost placeable of the string, braces and all, that a byte of the
    /// string stands in; the byte alone where it stands in none.
    pub fn placeable(&self, original: usize) -> Range<usize> {
        let mut placeables = self.placeables.iter();
        let around = placeables.find(|placeable| placeable.contains(&original));
        around.cloned().unwrap_or(original..original)
    }

    /// The bytes of the string for bytes of the message's source.
    pub fn original_range(&self, wrapped: Range<usize>) -> Range<usize> {
        let start = self.original(wrapped.start);
        start..self.original(wrapped.end).max(start)
    }
}

/// Whether a string is its own pattern: there is no brace in it.
pub(super) fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| matches!(byte, b'{' | b'}'))
}
