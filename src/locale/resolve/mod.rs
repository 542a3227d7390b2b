//! Patterns into text: a walk over Fluent's syntax tree.
//!
//! Fluent's own `format_pattern` gives one flat string, in which what a fact
//! printed can no longer be told from the author's Markdown, places are lost,
//! numbers are `f64`, and several faults (`NUMBER` of a string, an unknown function
//! in a selector, a missing variable in a term) leave no error. So the walk is ours;
//! the grammar is Fluent's and the plural rules are CLDR's, and a test compares the walk
//! with Fluent's on patterns that both can print.

mod evaluated;
mod select;
mod values;

pub(super) use evaluated::{Evaluated, NamedValue};
pub(crate) use values::missing_translation;

use super::anchors::anchor;
use super::args::Locator;
use super::formatted::{Formatted, Joining, PrintedValue, token_index};
use super::frame::{Bindings, Frame, Ground};
use super::functions;
use super::joints;
use super::locales::private_use;
use super::lookup::{PatternFault, PatternReference, ReferenceTarget, unescape};
use super::millions;
use super::one_language::Locale;
use super::output::Output;
use super::pattern::Wrapped;
use super::slices::Pattern;
use super::syntax::Explained;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::words::{Hand, Piece, Words};
use crate::limits::{Limit, current, spend};
use crate::locale::codes::{ARGUMENT_COUNT, CYCLIC_REFERENCE, MISSING_FORM, RUNAWAY_TEXT};
use crate::memo::NodePath;
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, PatternElement};
use std::ops::Range;

crate::diagnostic::phrases! {
    USES = "uses";
}

/// How many messages, terms and facts may stand in one another.
const MAX_REFERENCES: usize = 100;

/// A string of YAML with the way to its places.
#[derive(Clone, Copy)]
pub(super) struct Scalar<'t> {
    pub text: &'t str,
    pub locator: &'t dyn Locator,
    pub place: &'t NodePath,
}

/// The frame that uses a pattern, and where in its source.
type Parent<'f> = Option<(&'f Frame<'f>, Range<usize>)>;

/// Formats one text or message.
pub(super) struct Resolver<'a> {
    locale: &'a Locale,
    diagnostics: Vec<Diagnostic>,
    /// What is told though something is printed: translations that named Texts lack, forms
    /// that only the first letter decides.
    remarks: Vec<Diagnostic>,
    /// How often a fact was asked for that could not be read.
    unread: usize,
    placeables: u64,
    runaway: bool,
}

impl<'a> Resolver<'a> {
    /// Nothing formatted yet.
    pub fn new(locale: &'a Locale) -> Resolver<'a> {
        Resolver {
            locale,
            diagnostics: Vec::new(),
            remarks: Vec::new(),
            unread: 0,
            placeables: 0,
            runaway: false,
        }
    }

    /// The text, with gaps where something is faulty, and every fault.
    pub fn finish(self, output: Output) -> (Formatted, Vec<Diagnostic>) {
        let mut formatted = self.finished(output);
        formatted.remarks = self.remarks;
        (formatted, self.diagnostics)
    }

    /// What was printed, as the language joins it.
    fn finished(&self, output: Output) -> Formatted {
        let mut formatted = output.finish();
        if self.locale.lang() == Lang::Fr {
            millions::bind(&mut formatted);
            joints::join(&mut formatted);
        }
        formatted
    }

    /// How much was found that leaves a gap.
    fn faults(&self) -> usize {
        self.diagnostics.len() + self.unread
    }

    /// Adds a finding at bytes of a frame's source, with the place that uses it.
    fn report(&mut self, frame: &Frame<'_>, explained: Explained) {
        let diagnostic = self.placed(frame, explained);
        self.diagnostics.push(diagnostic);
    }

    fn placed(&self, frame: &Frame<'_>, explained: Explained) -> Diagnostic {
        let mut diagnostic = explained.in_place(|range| frame.locate(range));
        diagnostic.lang = Some(self.locale.lang());
        if let Some(place) = frame.use_place()
            && diagnostic.span.as_ref() != Some(&place)
        {
            diagnostic = diagnostic.label(place, USES.words("used", &[]));
        }
        diagnostic
    }

    fn fault(&mut self, frame: &Frame<'_>, fault: PatternFault<'_>) {
        self.report(frame, explained(frame, fault));
    }

    /// Tells what may be wrong with words that are printed all the same.
    fn doubt(&mut self, frame: &Frame<'_>, doubt: PatternFault<'_>) {
        let mut finding = self.placed(frame, explained(frame, doubt));
        finding.severity = Severity::Warning;
        self.remarks.push(finding);
    }

    /// Formats a string of YAML that has braces in it.
    pub fn scalar(
        &mut self,
        scalar: Scalar<'_>,
        name: &str,
        bindings: Bindings<'_>,
        parent: Parent<'_>,
        output: &mut Output,
    ) {
        let wrapped = Wrapped::new(scalar.text);
        let frame = Frame {
            ground: Ground::Scalar {
                wrapped: &wrapped,
                locator: scalar.locator,
                place: scalar.place,
            },
            bindings,
            name,
            parent,
        };
        let private = private_use(
            scalar.text,
            scalar.place,
            scalar.locator,
            self.locale.lang(),
        );
        // They would be taken for tokens: what the text prints is thrown away.
        let mut scratch = Output::default();
        let output = if private.is_empty() {
            output
        } else {
            &mut scratch
        };
        self.diagnostics.extend(private);
        match wrapped.pattern() {
            Ok(pattern) => self.pattern(&pattern, &frame, output),
            Err(faults) => {
                for fault in faults {
                    self.report(&frame, fault);
                }
            }
        }
    }

    /// Formats the message that a Text or the program names.
    pub fn message(&mut self, id: &str, frame: &Frame<'_>, output: &mut Output) {
        self.refer(
            PatternReference::to_message(id),
            frame.bindings,
            (frame, 0..0),
            output,
        );
    }

    /// Prints what a reference means.
    fn refer(
        &mut self,
        reference: PatternReference<'_>,
        bindings: Bindings<'_>,
        parent: (&Frame<'_>, Range<usize>),
        output: &mut Output,
    ) {
        match reference.find(self.locale, &parent.0.around()) {
            Ok(target) => self.target(target, &reference.name(), bindings, parent, output),
            Err(fault) => self.fault(parent.0, fault),
        }
    }

    fn target(
        &mut self,
        target: ReferenceTarget<'_>,
        name: &str,
        bindings: Bindings<'_>,
        parent: (&Frame<'_>, Range<usize>),
        output: &mut Output,
    ) {
        if parent.0.is_inside(name) {
            let wording = CYCLIC_REFERENCE.say("message", given!(name));
            return self.report(parent.0, Explained::new(parent.1, wording));
        }
        if parent.0.depth() > MAX_REFERENCES {
            return self.run_away(parent.0, parent.1);
        }
        let frame = Frame {
            ground: Ground::Resource(target.entry.loaded),
            bindings,
            name,
            parent: Some(parent),
        };
        self.pattern(target.pattern, &frame, output);
    }

    /// Reports, once, that the text grows without measure.
    fn run_away(&mut self, frame: &Frame<'_>, range: Range<usize>) {
        if !self.runaway {
            self.runaway = true;
            self.report(
                frame,
                Explained::new(range, RUNAWAY_TEXT.say("runaway", &[])),
            );
        }
    }

    fn pattern(&mut self, pattern: &Pattern<'_>, frame: &Frame<'_>, output: &mut Output) {
        for element in &pattern.elements {
            spend(1);
            if self.runaway {
                return;
            }
            match element {
                PatternElement::TextElement { value } => {
                    let range = frame.range_of(value, 0);
                    output.text(value, frame.origin(range), true);
                }
                PatternElement::Placeable { expression } => {
                    let (faults, length) = (self.faults(), output.len());
                    self.expression(expression, frame, output);
                    // The words around what is faulty are checked all the same.
                    if self.faults() > faults && output.len() == length && !self.runaway {
                        let (slice, sigil) = match expression {
                            Expression::Inline(inline) => anchor(inline),
                            Expression::Select { selector, .. } => anchor(selector),
                        };
                        let range = frame.range_of(slice, sigil);
                        let origin = frame.placeable_origin(range.clone());
                        if !output.value(self.gap(), origin) {
                            self.run_away(frame, range);
                        }
                    }
                }
            }
        }
    }

    fn expression(
        &mut self,
        expression: &Expression<&str>,
        frame: &Frame<'_>,
        output: &mut Output,
    ) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, frame, output),
            Expression::Select { selector, variants } => {
                if let Some(variant) = self.select(selector, variants, frame) {
                    self.pattern(&variant.value, frame, output);
                }
            }
        }
    }

    /// Prints an inline expression.
    fn inline(&mut self, inline: &InlineExpression<&str>, frame: &Frame<'_>, output: &mut Output) {
        let (slice, sigil) = anchor(inline);
        let range = frame.range_of(slice, sigil);
        self.placeables += 1;
        if self.placeables > current(Limit::Placeables) || output.is_full() {
            return self.run_away(frame, range);
        }
        match inline {
            InlineExpression::StringLiteral { value } => match unescape(value) {
                Ok(text) => {
                    let verbatim = text == *value;
                    let range = frame.range_of(value, 0);
                    output.text(&text, frame.origin(range), verbatim);
                }
                Err(fault) => self.fault(frame, fault),
            },
            InlineExpression::Placeable { expression } => {
                self.expression(expression, frame, output);
            }
            InlineExpression::MessageReference { .. } => {
                if let Some(reference) = PatternReference::of(inline) {
                    self.refer(reference, frame.bindings, (frame, range), output);
                }
            }
            InlineExpression::TermReference { arguments, .. } => {
                if let Some(reference) = PatternReference::of(inline) {
                    self.term(reference, arguments.as_ref(), (frame, range), output);
                }
            }
            _ => {
                if let Some(evaluated) = self.evaluate(inline, frame) {
                    self.bare_organization(&evaluated, (slice, sigil), frame, output.written());
                    let value = functions::print(&evaluated, self.locale.style());
                    if !output.value(value, frame.placeable_origin(range.clone())) {
                        self.run_away(frame, range);
                    }
                }
            }
        }
    }

    /// Tells that nobody gives the French forms of an organization which stands behind *de*
    /// or *à* without them.
    fn bare_organization(
        &mut self,
        evaluated: &Evaluated,
        slice: (&str, usize),
        frame: &Frame<'_>,
        before: &str,
    ) {
        let Evaluated::Printed {
            value,
            organization: Some(of),
            ..
        } = evaluated
        else {
            return;
        };
        if self.locale.lang() != Lang::Fr || value.joining != Joining::Author {
            return;
        }
        if let Some(word) = joints::preposition_at_end(before) {
            let wording = MISSING_FORM.say("bare", given!(key = of.key, word, fact = slice.0));
            self.doubt(frame, PatternFault::new(slice, wording));
        }
    }

    fn term(
        &mut self,
        reference: PatternReference<'_>,
        arguments: Option<&CallArguments<&str>>,
        parent: (&Frame<'_>, Range<usize>),
        output: &mut Output,
    ) {
        let id = reference.id;
        let positional = arguments.and_then(|arguments| arguments.positional.first());
        if let Some(positional) = positional
            && reference.find(self.locale, &parent.0.around()).is_ok()
        {
            let wording = ARGUMENT_COUNT.say("term", given!(id));
            return self.fault(parent.0, PatternFault::new(anchor(positional), wording));
        }
        let bound = self.term_arguments(arguments, parent.0);
        self.refer(reference, Bindings::Term(id, &bound), parent, output);
    }
}

fn explained(frame: &Frame<'_>, fault: PatternFault<'_>) -> Explained {
    Explained {
        range: frame.range_of(fault.slice, fault.sigil),
        finding: *fault.finding,
    }
}

/// A text as one value: its Markdown is text now, its lines are one. One that is a link
/// and nothing else leads where that leads.
pub(super) fn flatten(formatted: Formatted) -> PrintedValue {
    let mut words = Words::new();
    let mut buffer = [0; 4];
    let lines: Vec<&str> = formatted
        .text
        .lines()
        .map(|line| line.trim_matches([' ', '\t', '\r']))
        .filter(|line| !line.is_empty())
        .collect();
    let line = lines.join(" ");
    for character in line.chars() {
        let inner = token_index(character).and_then(|index| formatted.values.get(index));
        match inner {
            Some(inner) => {
                words.extend(Words(inner.pieces.clone()));
            }
            None => words.push_piece(Piece {
                text: character.encode_utf8(&mut buffer).to_owned(),
                hand: Hand::Author,
                ..Piece::default()
            }),
        }
    }
    let only = line.chars().count() == 1;
    let value = formatted.values.into_iter().next().filter(|_| only);
    let (href, joining) = value.map_or_else(Default::default, |it| (it.href, it.joining));
    PrintedValue {
        pieces: words.0,
        href,
        joining,
    }
}
