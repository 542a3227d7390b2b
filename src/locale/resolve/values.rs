//! What expressions mean: facts, arguments, calls.

use super::{Evaluated, MAX_REFERENCES, NamedValue, Resolver, Scalar, USES, flatten};
use crate::diagnostic::{Diagnostic, nearest};
use crate::lang::Lang;
use crate::language::words::{Hand, Piece};
use crate::locale::args::{Args, Locator};
use crate::locale::codes::{CYCLIC_REFERENCE, INVALID_FLUENT, MISSING_TRANSLATION, UNKNOWN_FACT};
use crate::locale::formatted::{Joining, PrintedValue};
use crate::locale::frame::{Bindings, Frame, Ground};
use crate::locale::functions;
use crate::locale::joints::forms_of;
use crate::locale::lookup::{PatternFault, unescape};
use crate::locale::one_language::Locale;
use crate::locale::output::Output;
use crate::locale::unknown::unknown_fact;
use crate::memo::directory::unknown_organization;
use crate::memo::fact::{Decimal, NamedFact};
use crate::memo::{Fact, NodePath, Text, TextValue};
use fluent_syntax::ast::{CallArguments, InlineExpression};
use std::ops::Range;

impl Resolver<'_> {
    pub(super) fn term_arguments<'s>(
        &mut self,
        arguments: Option<&CallArguments<&'s str>>,
        frame: &Frame<'_>,
    ) -> Vec<(&'s str, Evaluated)> {
        let named = arguments.iter().flat_map(|arguments| &arguments.named);
        let bound = named.filter_map(|argument| {
            let value = self.evaluate(&argument.value, frame)?;
            Some((argument.name.name, value))
        });
        bound.collect()
    }

    /// What an expression means; nothing where it is faulty, which is reported.
    pub(super) fn evaluate(
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
                    let wording = INVALID_FLUENT.say("digits", &[]);
                    self.fault(frame, PatternFault::new((value, 0), wording));
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
                let before = self.faults();
                let mut output = Output::default();
                self.inline(inline, frame, &mut output);
                (self.faults() == before)
                    .then(|| Evaluated::printed(flatten(self.finished(output))))
            }
        }
    }

    /// What `$name` means. A selector in a term may choose by an argument that is
    /// not given: it takes the default.
    pub(super) fn variable(
        &mut self,
        name: &str,
        frame: &Frame<'_>,
        optional: bool,
    ) -> Option<Evaluated> {
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
        let named = |text: &str| Evaluated::Text {
            text: text.to_owned(),
            name: Some(name.to_owned()),
        };
        if let Some(given) = args.given(name) {
            return Some(named(given));
        }
        let Some((fact, locator)) = args.named_fact(name) else {
            if let Some(usual) = Args::usual(name) {
                return Some(named(usual));
            }
            if args.is_unread(name) {
                self.unread += 1;
                return None;
            }
            let fault = unknown_fact(self.locale, name, args);
            self.fault(frame, fault);
            return None;
        };
        match &fact.value {
            Fact::Text(text) => {
                let value = self.named_text(fact, text, locator, name, frame)?;
                let english = match &text.value {
                    TextValue::Bilingual(words) => words[Lang::En].clone(),
                    _ => None,
                };
                Some(Evaluated::Printed {
                    value,
                    number: None,
                    organization: None,
                    english,
                })
            }
            Fact::Organization(key) => self.organization(fact, key, args, (locator, name, frame)),
            value => Some(Evaluated::Fact {
                fact: value.clone(),
                name: Some(name.to_owned()),
            }),
        }
    }

    /// An organization of the directory: its name, with the forms that `DE` needs.
    fn organization(
        &mut self,
        fact: &NamedFact,
        key: &str,
        args: &Args<'_>,
        (locator, slice, frame): (&dyn Locator, &str, &Frame<'_>),
    ) -> Option<Evaluated> {
        let place = fact.place.key("organization");
        let organization = match args.organization(key) {
            Ok(organization) => organization,
            Err(near) => {
                let span = locator.locate(&place, None);
                self.diagnostics
                    .push(unknown_organization(key, near, span).lang(self.locale.lang()));
                return None;
            }
        };
        let text = Text {
            value: organization.name.value.clone(),
            place,
        };
        let mut value = self.named_text(fact, &text, locator, slice, frame)?;
        let french = &organization.french;
        let forms = [&french.name, &french.de, &french.a];
        if let Some(forms) = forms_of(forms.map(|it| it.as_ref().map(|it| it.value.trim()))) {
            value.joining = Joining::Name(Box::new(forms));
        }
        Some(Evaluated::Printed {
            value,
            number: None,
            organization: Some(NamedValue {
                key: key.to_owned(),
                french: organization.french.clone(),
            }),
            english: None,
        })
    }

    /// A fact that is a Text: printed as text, whatever stands in it.
    fn named_text(
        &mut self,
        fact: &NamedFact,
        text: &Text,
        locator: &dyn Locator,
        slice: &str,
        frame: &Frame<'_>,
    ) -> Option<PrintedValue> {
        let range = frame.range_of(slice, 1);
        let name = format!("${}", fact.name);
        if frame.is_inside(&name) {
            let wording = CYCLIC_REFERENCE.say("fact", given!(name = fact.name));
            self.fault(frame, PatternFault::new((slice, 1), wording));
            return None;
        }
        if frame.depth() > MAX_REFERENCES {
            self.run_away(frame, range);
            return None;
        }
        let before = self.faults();
        let mut output = Output::default();
        self.text_value(
            &text.value,
            &text.place,
            locator,
            &name,
            (frame, range),
            &mut output,
        );
        if self.faults() > before {
            return None;
        }
        Some(flatten(self.finished(output)).printed_by(&fact.name))
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
            return self.message_with(id, args, &node, locator, output);
        }
        let Some((words, place)) = Locale::own_words(text, place, lang) else {
            let mut finding = missing_translation(place, lang, locator);
            if let Some(place) = parent.0.locate(parent.1.clone()) {
                finding = finding.label(place, USES.words("printed", &[]));
            }
            self.remarks.push(finding);
            if !output.value(self.gap(), parent.0.placeable_origin(parent.1.clone())) {
                self.run_away(parent.0, parent.1);
            }
            return;
        };
        let scalar = Scalar {
            text: words,
            locator,
            place: &place,
        };
        self.scalar(scalar, name, bindings, Some(parent), output);
    }

    /// The words that stand where a translation is missing.
    pub(super) fn gap(&self) -> PrintedValue {
        let words = self.locale.message("gap", &Args::new());
        PrintedValue {
            pieces: vec![Piece {
                // A fault of the message is reported where the document has it.
                text: words.map_or_else(|_| "[…]".to_owned(), |words| words.to_plain()),
                hand: Hand::Nobody,
                ..Piece::default()
            }],
            ..PrintedValue::default()
        }
    }

    /// Formats a message that a named Text stands for, with the Text's own arguments.
    fn message_with(
        &mut self,
        id: &str,
        own: &[NamedFact],
        node: &Frame<'_>,
        locator: &dyn Locator,
        output: &mut Output,
    ) {
        let Bindings::Args(outer) = node.bindings else {
            return self.message(id, node, output);
        };
        let args = outer.message_args(own, locator);
        let node = Frame {
            ground: node.ground,
            bindings: Bindings::Args(&args),
            name: node.name,
            parent: node.parent.clone(),
        };
        self.message(id, &node, output);
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
        let mut doubts = Vec::new();
        let called = functions::call(
            (function, arguments),
            evaluated,
            self.locale.style(),
            &mut doubts,
        );
        for doubt in doubts {
            self.doubt(frame, doubt);
        }
        match called {
            Ok(evaluated) => Some(evaluated),
            Err(faults) => {
                for fault in faults {
                    self.fault(frame, fault);
                }
                None
            }
        }
    }
}

/// The finding for a Text that has no words of a language, with the place of those of
/// the other.
pub(crate) fn missing_translation(
    place: &NodePath,
    lang: Lang,
    locator: &dyn Locator,
) -> Diagnostic {
    let other = lang.other();
    let wording = MISSING_TRANSLATION.say(
        "missing",
        given!(place = place.to_string(), lang, other, key = lang.code()),
    );
    let label = wording.part("other");
    let finding = Diagnostic::told(locator.locate(place, None), wording).lang(lang);
    match locator.locate(&place.key(other.code()), None) {
        Some(partner) => finding.label(partner, label),
        None => finding,
    }
}

fn unknown_in_term<'s>(term: &str, name: &'s str, bound: &[(&str, Evaluated)]) -> PatternFault<'s> {
    let near = nearest(name, bound.iter().map(|(name, _)| *name));
    let wording = UNKNOWN_FACT.say("in-term", given!(term, name, near));
    PatternFault::new((name, 1), wording)
}
