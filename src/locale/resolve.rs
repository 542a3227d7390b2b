//! Patterns into text: a walk over Fluent's syntax tree.
//!
//! Fluent's own `format_pattern` gives one flat string, in which what a fact
//! printed can no longer be told from the author's Markdown, places are lost,
//! numbers are `f64`, and several faults (`NUMBER` of a string, an unknown function
//! in a selector, a missing variable in a term) leave no error. So the walk is ours;
//! the grammar and the plural rules are Fluent's, and a test compares the two on
//! patterns that both can print.

use super::args::{Args, Given, Locator};
use super::catalog::Pattern;
use super::formatted::{Formatted, Value};
use super::frame::{Bindings, Frame, Ground};
use super::functions;
use super::locales::Locale;
use super::output::Output;
use super::pattern::Wrapped;
use super::plural::{CATEGORIES, Number};
use super::reference::{Fault, Target, anchor, find_message, find_term, name_of, unescape};
use super::syntax::{Explained, explain, explain_brace};
use super::words::Piece;
use crate::diagnostic::{Diagnostic, codes::locale as codes};
use crate::memo::fact::{Decimal, NamedFact};
use crate::memo::{Fact, NodePath, TextValue};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, PatternElement, Variant, VariantKey,
};
use std::ops::Range;

/// How many placeables one text may print. A memo of a hundred pages has some
/// hundreds.
const MAX_PLACEABLES: usize = 20_000;
/// How many messages, terms and facts may stand in one another.
const MAX_REFERENCES: usize = 100;

/// The keys by which `$gender` chooses.
const GENDERS: [&str; 3] = ["feminine", "masculine", "unspecified"];

/// What an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Evaluated {
    /// Characters: a string literal, or an argument of the program.
    Text {
        /// The characters.
        text: String,
        /// The argument's name.
        name: Option<String>,
    },
    /// A fact that is no Text.
    Fact {
        /// The fact.
        fact: Fact,
        /// Its name.
        name: Option<String>,
    },
    /// What a function, a named Text or a message printed, and the number by which
    /// a selector chooses, where it is one.
    Printed {
        /// What it prints.
        value: Value,
        /// The number that it is.
        number: Option<Number>,
    },
}

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
    placeables: usize,
    runaway: bool,
}

impl<'a> Resolver<'a> {
    /// Nothing formatted yet.
    pub fn new(locale: &'a Locale) -> Resolver<'a> {
        Resolver {
            locale,
            diagnostics: Vec::new(),
            placeables: 0,
            runaway: false,
        }
    }

    /// The text, or why there is none.
    pub fn finish(self, output: Output) -> Result<Formatted, Vec<Diagnostic>> {
        if self.diagnostics.is_empty() {
            Ok(output.finish())
        } else {
            Err(self.diagnostics)
        }
    }

    /// Adds a finding at bytes of a frame's source, with the place that uses it.
    fn report(&mut self, frame: &Frame<'_>, explained: Explained) {
        let mut diagnostic = Diagnostic::new(
            explained.code,
            frame.locate(explained.range),
            explained.message,
        )
        .lang(self.locale.lang());
        diagnostic.hints = explained.hints;
        if let Some(place) = frame.use_place()
            && diagnostic.span.as_ref() != Some(&place)
        {
            diagnostic = diagnostic.label(place, "used here");
        }
        self.diagnostics.push(diagnostic);
    }

    fn fault(&mut self, frame: &Frame<'_>, fault: Fault<'_>) {
        let explained = Explained {
            code: fault.code,
            range: frame.range_of(fault.slice, fault.sigil),
            message: fault.message,
            hints: fault.hints,
        };
        self.report(frame, explained);
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
        for fault in &wrapped.faults {
            let mut explained = explain_brace(*fault);
            explained.range =
                wrapped.wrapped(explained.range.start)..wrapped.wrapped(explained.range.end);
            self.report(&frame, explained);
        }
        if !wrapped.faults.is_empty() {
            return;
        }
        match fluent_syntax::parser::parse_runtime(wrapped.source.as_str()) {
            Ok(resource) => {
                let pattern = match resource.body.as_slice() {
                    [Entry::Message(message)] if message.attributes.is_empty() => {
                        message.value.as_ref()
                    }
                    _ => None,
                };
                match pattern {
                    Some(pattern) => self.pattern(pattern, &frame, output),
                    None => self.report(&frame, unreadable(&wrapped)),
                }
            }
            Err((_, errors)) => {
                for error in errors.iter().take(1) {
                    self.report(&frame, explain(&wrapped.source, error));
                }
            }
        }
    }

    /// Formats the message that a Text or the program names.
    pub fn message(&mut self, id: &str, frame: &Frame<'_>, output: &mut Output) {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        match find_message(self.locale, id, attribute) {
            Ok(target) => {
                let name = name_of(id, attribute, false);
                self.target(target, &name, frame.bindings, (frame, 0..0), output);
            }
            Err(fault) => self.fault(frame, fault),
        }
    }

    fn target(
        &mut self,
        target: Target<'_>,
        name: &str,
        bindings: Bindings<'_>,
        parent: (&Frame<'_>, Range<usize>),
        output: &mut Output,
    ) {
        if parent.0.is_inside(name) {
            let explained = Explained {
                code: &codes::CYCLIC_REFERENCE,
                range: parent.1,
                message: format!("`{name}` refers to itself"),
                hints: vec!["remove one of the references of the circle".to_owned()],
            };
            return self.report(parent.0, explained);
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
            let explained = Explained {
                code: &codes::RUNAWAY_TEXT,
                range,
                message: "the text grows without measure".to_owned(),
                hints: vec![
                    "messages refer to others many times over; write the text out".to_owned(),
                ],
            };
            self.report(frame, explained);
        }
    }

    fn pattern(&mut self, pattern: &Pattern<'_>, frame: &Frame<'_>, output: &mut Output) {
        for (index, element) in pattern.elements.iter().enumerate() {
            if self.runaway {
                return;
            }
            match element {
                PatternElement::TextElement { value } => {
                    let range = frame.range_of(value, 0);
                    output.text(value, frame.origin(range), true);
                }
                PatternElement::Placeable { expression } => {
                    if let Some((blanks, range)) = frame.lost_indent(pattern, index) {
                        output.text(blanks, frame.origin(range), true);
                    }
                    self.expression(expression, frame, output);
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
        if self.placeables > MAX_PLACEABLES || output.is_full() {
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
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                match find_message(self.locale, id.name, attribute) {
                    Ok(target) => {
                        let name = name_of(id.name, attribute, false);
                        self.target(target, &name, frame.bindings, (frame, range), output);
                    }
                    Err(fault) => self.fault(frame, fault),
                }
            }
            InlineExpression::TermReference { .. } => self.term(inline, frame, output),
            _ => {
                if let Some(evaluated) = self.evaluate(inline, frame) {
                    let value = self.print(evaluated);
                    if !output.value(value, frame.placeable_origin(range.clone())) {
                        self.run_away(frame, range);
                    }
                }
            }
        }
    }

    fn print(&self, evaluated: Evaluated) -> Value {
        match evaluated {
            Evaluated::Text { text, name } => Value {
                fact: name,
                pieces: vec![Piece {
                    text,
                    superscript: false,
                }],
                href: None,
            },
            Evaluated::Fact { fact, name } => {
                let mut value = functions::print_fact(&fact, self.locale.style());
                value.fact = name;
                value
            }
            Evaluated::Printed { value, .. } => value,
        }
    }

    fn term(&mut self, reference: &InlineExpression<&str>, frame: &Frame<'_>, output: &mut Output) {
        let InlineExpression::TermReference {
            id,
            attribute,
            arguments,
        } = reference
        else {
            return;
        };
        let attribute = attribute.as_ref().map(|attribute| attribute.name);
        let target = match find_term(self.locale, id.name, attribute) {
            Ok(target) => target,
            Err(fault) => return self.fault(frame, fault),
        };
        if let Some(positional) = arguments
            .as_ref()
            .and_then(|arguments| arguments.positional.first())
        {
            let (slice, sigil) = anchor(positional);
            let fault = Fault::new(
                &codes::ARGUMENT_COUNT,
                slice,
                format!("the term `-{}` takes named arguments only", id.name),
            )
            .sigil(sigil)
            .hint(format!("name it: `{{ -{}(case: \"of\") }}`", id.name));
            return self.fault(frame, fault);
        }
        let bound = self.term_arguments(arguments.as_ref(), frame);
        let name = name_of(id.name, attribute, true);
        let range = frame.range_of(id.name, 1);
        self.target(
            target,
            &name,
            Bindings::Term(id.name, &bound),
            (frame, range),
            output,
        );
    }

    fn term_arguments<'s>(
        &mut self,
        arguments: Option<&CallArguments<&'s str>>,
        frame: &Frame<'_>,
    ) -> Vec<(&'s str, Evaluated)> {
        let Some(arguments) = arguments else {
            return Vec::new();
        };
        arguments
            .named
            .iter()
            .filter_map(|argument| {
                let mut value = self.evaluate(&argument.value, frame)?;
                match &mut value {
                    Evaluated::Text { name, .. } | Evaluated::Fact { name, .. } => {
                        *name = Some(argument.name.name.to_owned());
                    }
                    Evaluated::Printed { .. } => {}
                }
                Some((argument.name.name, value))
            })
            .collect()
    }

    /// What an expression means; nothing where it is faulty, which is reported.
    fn evaluate(
        &mut self,
        inline: &InlineExpression<&str>,
        frame: &Frame<'_>,
    ) -> Option<Evaluated> {
        match inline {
            InlineExpression::StringLiteral { value } => match unescape(value) {
                Ok(text) => Some(Evaluated::Text { text, name: None }),
                Err(fault) => {
                    self.fault(frame, fault);
                    None
                }
            },
            InlineExpression::NumberLiteral { value } => match Decimal::parse(value) {
                Some(number) => Some(Evaluated::Fact {
                    fact: Fact::Number(number),
                    name: None,
                }),
                None => {
                    let fault = Fault::new(
                        &codes::INVALID_FLUENT,
                        value,
                        "a number has at most 28 digits",
                    );
                    self.fault(frame, fault);
                    None
                }
            },
            InlineExpression::VariableReference { id } => self.variable(id.name, frame, false),
            InlineExpression::FunctionReference { id, arguments } => {
                self.call(id.name, arguments, frame)
            }
            InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. }
            | InlineExpression::Placeable { .. } => {
                let before = self.diagnostics.len();
                let mut output = Output::default();
                self.inline(inline, frame, &mut output);
                (self.diagnostics.len() == before).then(|| Evaluated::Printed {
                    value: flatten(output.finish()),
                    number: None,
                })
            }
        }
    }

    /// What `$name` means. A selector in a term may choose by an argument that is
    /// not given: it takes the default.
    fn variable(&mut self, name: &str, frame: &Frame<'_>, optional: bool) -> Option<Evaluated> {
        let args = match frame.bindings {
            Bindings::Args(args) => args,
            Bindings::Term(term, bound) => {
                let found = bound.iter().find(|(bound, _)| *bound == name);
                if found.is_none() && !optional {
                    let fault = unknown_in_term(term, name, bound);
                    self.fault(frame, fault);
                }
                return found.map(|(_, value)| value.clone());
            }
        };
        if let Some(given) = args.given(name) {
            let name = Some(name.to_owned());
            return Some(match given {
                Given::Text(text) => Evaluated::Text {
                    text: text.clone(),
                    name,
                },
                Given::Fact(fact) => Evaluated::Fact {
                    fact: fact.clone(),
                    name,
                },
            });
        }
        let Some((fact, locator)) = args.named_fact(name) else {
            if let Some(usual) = Args::usual(name) {
                return Some(Evaluated::Text {
                    text: usual.to_owned(),
                    name: Some(name.to_owned()),
                });
            }
            let names: Vec<&str> = args.names().collect();
            let fault = unknown_fact(name, &names);
            self.fault(frame, fault);
            return None;
        };
        match &fact.value {
            Fact::Text(_) => self.named_text(fact, locator, name, frame),
            value => Some(Evaluated::Fact {
                fact: value.clone(),
                name: Some(name.to_owned()),
            }),
        }
    }

    /// A fact that is a Text: printed as text, whatever stands in it.
    fn named_text(
        &mut self,
        fact: &NamedFact,
        locator: &dyn Locator,
        slice: &str,
        frame: &Frame<'_>,
    ) -> Option<Evaluated> {
        let Fact::Text(text) = &fact.value else {
            return None;
        };
        let range = frame.range_of(slice, 1);
        let name = format!("${}", fact.name);
        if frame.is_inside(&name) {
            let fault = Fault::new(
                &codes::CYCLIC_REFERENCE,
                slice,
                format!("the fact `{}` refers to itself", fact.name),
            )
            .sigil(1)
            .hint("remove one of the references of the circle");
            self.fault(frame, fault);
            return None;
        }
        if frame.depth() > MAX_REFERENCES {
            self.run_away(frame, range);
            return None;
        }
        let before = self.diagnostics.len();
        let mut output = Output::default();
        self.text_value(
            &text.value,
            &text.place,
            locator,
            &name,
            (frame, range),
            &mut output,
        );
        if self.diagnostics.len() > before {
            return None;
        }
        let mut value = flatten(output.finish());
        value.fact = Some(fact.name.clone());
        Some(Evaluated::Printed {
            value,
            number: None,
        })
    }

    fn text_value(
        &mut self,
        text: &TextValue,
        place: &NodePath,
        locator: &dyn Locator,
        name: &str,
        parent: (&Frame<'_>, Range<usize>),
        output: &mut Output,
    ) {
        let bindings = parent.0.bindings;
        let lang = self.locale.lang();
        if let TextValue::Message { id, args } = text {
            let place = place.key("message");
            let node = Frame {
                ground: Ground::Node {
                    locator,
                    place: &place,
                },
                bindings,
                name,
                parent: Some(parent),
            };
            match bindings {
                Bindings::Args(outer) => {
                    let args = outer.message_args(args, locator);
                    let node = Frame {
                        bindings: Bindings::Args(&args),
                        ..node
                    };
                    self.message(id, &node, output);
                }
                Bindings::Term(..) => self.message(id, &node, output),
            }
            return;
        }
        let Some((words, place)) = Locale::own_words(text, place, lang) else {
            let fault = Explained {
                code: &codes::UNKNOWN_FACT,
                range: parent.1.clone(),
                message: format!(
                    "the fact `{}` has no words in {}",
                    name.trim_start_matches('$'),
                    self.locale.language_name()
                ),
                hints: vec![format!("add `{lang}:` to the fact")],
            };
            return self.report(parent.0, fault);
        };
        let scalar = Scalar {
            text: words,
            locator,
            place: &place,
        };
        self.scalar(scalar, name, bindings, Some(parent), output);
    }

    fn call(
        &mut self,
        function: &str,
        arguments: &CallArguments<&str>,
        frame: &Frame<'_>,
    ) -> Option<Evaluated> {
        let faults = functions::check_call(function, arguments);
        let faulty = !faults.is_empty();
        for fault in faults {
            self.fault(frame, fault);
        }
        let evaluated: Vec<Option<Evaluated>> = arguments
            .positional
            .iter()
            .map(|argument| self.evaluate(argument, frame))
            .collect();
        let evaluated: Vec<Evaluated> = evaluated.into_iter().collect::<Option<_>>()?;
        if faulty {
            return None;
        }
        match functions::call(function, arguments, evaluated, self.locale.style()) {
            Ok(evaluated) => Some(evaluated),
            Err(faults) => {
                for fault in faults {
                    self.fault(frame, fault);
                }
                None
            }
        }
    }

    /// The variant that a selector chooses; nothing where the selector is faulty.
    fn select<'p, 's>(
        &mut self,
        selector: &InlineExpression<&'s str>,
        variants: &'p [Variant<&'s str>],
        frame: &Frame<'_>,
    ) -> Option<&'p Variant<&'s str>> {
        let default = variants.iter().find(|variant| variant.default);
        let evaluated = match selector {
            InlineExpression::VariableReference { id }
                if matches!(frame.bindings, Bindings::Term(..)) =>
            {
                match self.variable(id.name, frame, true) {
                    Some(evaluated) => evaluated,
                    None => return default,
                }
            }
            selector => self.evaluate(selector, frame)?,
        };
        let chosen = match functions::selects_by(&evaluated) {
            Some(functions::Selects::Number(number)) => {
                self.check_keys(variants, frame);
                variants
                    .iter()
                    .find(|variant| self.number_matches(&variant.key, number))
            }
            Some(functions::Selects::Word(word)) => variants.iter().find(
                |variant| matches!(variant.key, VariantKey::Identifier { name } if name == word),
            ).or_else(|| {
                self.check_form(selector, &word, default, frame);
                None
            }),
            None => {
                let (slice, sigil) = anchor(selector);
                let fault = Fault::new(
                    &codes::WRONG_SELECTOR,
                    slice,
                    format!(
                        "{} cannot choose between variants",
                        functions::kind_of(&evaluated)
                    ),
                )
                .sigil(sigil)
                .hint("choose by a number or by a word");
                self.fault(frame, fault);
                return None;
            }
        };
        chosen.or(default)
    }

    /// Reports a choice by `$gender` that comes to the form of another gender, since
    /// the one that is needed is not there.
    fn check_form(
        &mut self,
        selector: &InlineExpression<&str>,
        needed: &str,
        default: Option<&Variant<&str>>,
        frame: &Frame<'_>,
    ) {
        let (
            InlineExpression::VariableReference { id },
            Some(Variant {
                key: VariantKey::Identifier { name: default },
                ..
            }),
        ) = (selector, default)
        else {
            return;
        };
        if id.name != "gender" || !GENDERS.contains(&needed) || !GENDERS.contains(default) {
            return;
        }
        let fault = Fault::new(
            &codes::MISSING_FORM,
            id.name,
            format!("there is no {needed} form here, and the default is {default}"),
        )
        .sigil(1)
        .hint(match needed {
            "unspecified" => {
                "make a form that is the same for all, or the office, the default: `*[unspecified] …`"
                    .to_owned()
            }
            needed => format!("add `[{needed}] …` before the default"),
        });
        self.fault(frame, fault);
    }

    fn number_matches(&self, key: &VariantKey<&str>, number: Number) -> bool {
        match key {
            VariantKey::NumberLiteral { value } => Decimal::parse(value)
                .is_some_and(|key| key.normalized() == number.value.normalized()),
            VariantKey::Identifier { name } => self.locale.plurals().is(number, name),
        }
    }

    /// Reports keys that no number has.
    fn check_keys(&mut self, variants: &[Variant<&str>], frame: &Frame<'_>) {
        for variant in variants {
            if let VariantKey::Identifier { name } = variant.key
                && !variant.default
                && !CATEGORIES.contains(&name)
            {
                let fault = Fault::new(
                    &codes::IMPOSSIBLE_VARIANT,
                    name,
                    format!("no number ever chooses the variant `[{name}]`"),
                )
                .hint("numbers choose by `[one]` and `[other]`, or by a value such as `[0]`");
                self.fault(frame, fault);
            }
        }
    }
}

/// A text as one value: its Markdown is text now.
pub(super) fn flatten(formatted: Formatted) -> Value {
    let mut value = Value::default();
    let mut push = |text: &str, superscript: bool| match value.pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece {
            text: last,
            superscript: raised,
        }) if *raised == superscript => last.push_str(text),
        _ => value.pieces.push(Piece {
            text: text.to_owned(),
            superscript,
        }),
    };
    let mut buffer = [0; 4];
    for character in formatted.text.chars() {
        match super::formatted::token_index(character).and_then(|index| formatted.values.get(index))
        {
            Some(inner) => {
                for piece in &inner.pieces {
                    push(&piece.text, piece.superscript);
                }
            }
            None => push(character.encode_utf8(&mut buffer), false),
        }
    }
    value
}

fn unreadable(wrapped: &Wrapped) -> Explained {
    Explained {
        code: &codes::INVALID_FLUENT,
        range: 0..wrapped.source.len(),
        message: "the text cannot be read as a Fluent pattern".to_owned(),
        hints: vec!["a brace that is to be printed is written `{\"{\"}`".to_owned()],
    }
}

fn unknown_fact<'s>(name: &'s str, names: &[&str]) -> Fault<'s> {
    let fault = Fault::new(
        &codes::UNKNOWN_FACT,
        name,
        format!("there is no fact `{name}`"),
    )
    .sigil(1)
    .nearest(name, "$", names.iter().copied());
    if !fault.hints.is_empty() {
        return fault;
    }
    let mut names: Vec<&str> = names.to_vec();
    names.sort_unstable();
    if names.is_empty() {
        fault.hint(format!("add `facts:` with `{name}:` to the memo"))
    } else if names.len() <= 10 {
        fault.hint(format!("there are: {}", names.join(", ")))
    } else {
        fault.hint(format!("add `{name}:` to the memo's `facts:`"))
    }
}

fn unknown_in_term<'s>(term: &str, name: &'s str, bound: &[(&str, Evaluated)]) -> Fault<'s> {
    Fault::new(
        &codes::UNKNOWN_FACT,
        name,
        format!("the term `-{term}` is used without `{name}`"),
    )
    .sigil(1)
    .nearest(name, "$", bound.iter().map(|(name, _)| *name))
    .hint(format!(
        "a term sees only what its reference gives: `{{ -{term}({name}: \"…\") }}`"
    ))
}
