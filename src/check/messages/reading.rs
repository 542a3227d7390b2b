//! What a pattern can print: a reading for each choice of variants, with the place in
//! the file of every character.

use crate::locale::annotated::Source;
use crate::locale::catalog::Pattern;
use crate::locale::lookup::{anchor, unescape, visit_pattern};
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};
use std::collections::BTreeSet;
use std::ops::Range;

/// What stands in a reading's text for a placeable that no one can print yet.
pub(super) const HOLE: char = '\u{fffc}';

/// How many readings of a pattern are looked at. With more, further selectors are
/// read with their default variant only.
const MAX_READINGS: usize = 48;

type Inline<'a> = InlineExpression<&'a str>;

/// What a piece of a reading is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind<'a> {
    /// Text of the pattern.
    Words,
    /// A string literal.
    Literal,
    /// Another placeable.
    Hole(&'a Inline<'a>),
}

/// A piece of a reading.
#[derive(Clone, Debug)]
pub(super) struct Spot<'a> {
    /// Its bytes of the reading's text.
    pub range: Range<usize>,
    /// Its bytes of the file.
    pub place: Range<usize>,
    pub kind: Kind<'a>,
}

/// One of the texts that a pattern can print.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading<'a> {
    pub text: String,
    pub spots: Vec<Spot<'a>>,
    /// The keys of the variants that were chosen, in order.
    pub keys: Vec<&'a str>,
    /// Whether one of them is no default.
    pub special: bool,
}

impl<'a> Reading<'a> {
    fn push(&mut self, text: &str, place: Range<usize>, kind: Kind<'a>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.spots.push(Spot {
            range: start..self.text.len(),
            place,
            kind,
        });
    }

    fn append(&mut self, other: &Reading<'a>) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.spots.extend(other.spots.iter().map(|spot| Spot {
            range: spot.range.start + start..spot.range.end + start,
            ..spot.clone()
        }));
        self.keys.extend(&other.keys);
        self.special |= other.special;
    }

    /// The bytes of the file in which a range of the text was written.
    pub fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let touched = |spot: &&Spot<'_>| {
            spot.range.start < range.end.max(range.start + 1) && range.start < spot.range.end
        };
        let first = self.spots.iter().find(touched).or(self.spots.last())?;
        let last = self.spots.iter().rev().find(touched).unwrap_or(first);
        let start = match first.kind {
            Kind::Words => first.place.start + range.start.saturating_sub(first.range.start),
            _ => first.place.start,
        };
        let end = match last.kind {
            Kind::Words => last.place.start + range.end.saturating_sub(last.range.start),
            _ => last.place.end,
        };
        Some(start.min(last.place.end)..end.min(last.place.end).max(start))
    }

    /// Whether a range of the text was all written as text.
    pub fn is_words(&self, range: &Range<usize>) -> bool {
        self.spots
            .iter()
            .filter(|spot| spot.range.start < range.end && range.start < spot.range.end)
            .all(|spot| spot.kind == Kind::Words)
    }

    /// The placeables.
    pub fn holes(&self) -> impl Iterator<Item = (&Spot<'a>, &'a Inline<'a>)> {
        self.spots.iter().filter_map(|spot| match spot.kind {
            Kind::Hole(inline) => Some((spot, inline)),
            _ => None,
        })
    }

    /// The names of the variables that it prints.
    pub fn variables(&self) -> BTreeSet<&'a str> {
        self.holes()
            .flat_map(|(_, inline)| variables_of(inline))
            .collect()
    }

    /// The text with its placeables as they are written: the same for readings that
    /// always print the same.
    pub fn shape(&self) -> String {
        let mut shape = String::new();
        for spot in &self.spots {
            match spot.kind {
                Kind::Hole(inline) => shape.push_str(&format!("{{{inline:?}}}")),
                _ => shape.push_str(self.text.get(spot.range.clone()).unwrap_or_default()),
            }
        }
        shape
    }
}

/// The readings of a pattern; the first is that of the default variants.
pub(super) fn readings<'a>(source: &'a Source, pattern: &'a Pattern<'a>) -> Vec<Reading<'a>> {
    let mut readings = vec![Reading::default()];
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                let place = source.place(value);
                for reading in &mut readings {
                    reading.push(value, place.clone(), Kind::Words);
                }
            }
            PatternElement::Placeable { expression } => {
                readings = with_expression(source, expression, readings);
            }
        }
    }
    readings
}

fn with_expression<'a>(
    source: &'a Source,
    expression: &'a Expression<&'a str>,
    mut readings: Vec<Reading<'a>>,
) -> Vec<Reading<'a>> {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            with_expression(source, expression, readings)
        }
        Expression::Inline(inline) => {
            let (slice, sigil) = anchor(inline);
            let place = source.place(slice);
            let place = place.start.saturating_sub(sigil)..place.end;
            let (text, kind) = match inline {
                InlineExpression::StringLiteral { value } => {
                    (unescape(value).unwrap_or_default(), Kind::Literal)
                }
                _ => (HOLE.to_string(), Kind::Hole(inline)),
            };
            for reading in &mut readings {
                reading.push(&text, place.clone(), kind);
            }
            readings
        }
        Expression::Select { variants, .. } => {
            let defaults_first = variants
                .iter()
                .filter(|variant| variant.default)
                .chain(variants.iter().filter(|variant| !variant.default));
            let mut further = Vec::new();
            for variant in defaults_first {
                for choice in choices(source, variant) {
                    for reading in &readings {
                        if further.len() < MAX_READINGS || further.len() < readings.len() {
                            let mut reading = reading.clone();
                            reading.append(&choice);
                            further.push(reading);
                        }
                    }
                }
            }
            further
        }
    }
}

fn choices<'a>(source: &'a Source, variant: &'a Variant<&'a str>) -> Vec<Reading<'a>> {
    let mut choices = readings(source, &variant.value);
    for choice in &mut choices {
        choice.keys.insert(0, key_of(variant));
        choice.special |= !variant.default;
    }
    choices
}

/// A variant's key as it is written.
pub(super) fn key_of<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The names of the variables in an expression.
pub(super) fn variables_of<'a>(inline: &'a Inline<'a>) -> Vec<&'a str> {
    match inline {
        InlineExpression::VariableReference { id } => vec![id.name],
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().flat_map(variables_of).collect()
        }
        InlineExpression::Placeable { expression } => {
            let mut names = Vec::new();
            visit_expression(expression, &mut names);
            names
        }
        _ => Vec::new(),
    }
}

fn visit_expression<'a>(expression: &'a Expression<&'a str>, names: &mut Vec<&'a str>) {
    match expression {
        Expression::Inline(inline) => names.extend(variables_of(inline)),
        Expression::Select { selector, variants } => {
            names.extend(variables_of(selector));
            for variant in variants {
                visit_pattern(&variant.value, &mut |inline| {
                    names.extend(variables_of(inline));
                });
            }
        }
    }
}

/// A selector with its variants.
#[derive(Clone, Copy, Debug)]
pub(super) struct Selector<'a> {
    pub by: &'a Inline<'a>,
    pub variants: &'a [Variant<&'a str>],
}

/// What a selector's keys show that it chooses by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// By how many there are.
    Number,
    /// By a person's gender.
    Gender,
    /// By another word.
    Word,
}

impl<'a> Selector<'a> {
    /// The names of the variables that it chooses by.
    pub fn variables(&self) -> Vec<&'a str> {
        variables_of(self.by)
    }

    pub fn choice(&self) -> Choice {
        let keys = || self.variants.iter().map(key_of);
        let is_number = |variant: &Variant<&str>| {
            matches!(variant.key, VariantKey::NumberLiteral { .. })
                || crate::locale::plural::CATEGORIES.contains(&key_of(variant))
        };
        if self.variants.len() > 1 && self.variants.iter().all(is_number) {
            Choice::Number
        } else if keys().any(|key| matches!(key, "feminine" | "masculine")) {
            Choice::Gender
        } else {
            Choice::Word
        }
    }
}

/// Every selector of a pattern, those in variants included.
pub(super) fn selectors<'a>(pattern: &'a Pattern<'a>) -> Vec<Selector<'a>> {
    let mut found = Vec::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            gather(expression, &mut found);
        }
    }
    found
}

fn gather<'a>(expression: &'a Expression<&'a str>, found: &mut Vec<Selector<'a>>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => gather(expression, found),
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            found.push(Selector {
                by: selector,
                variants,
            });
            for variant in variants {
                found.extend(selectors(&variant.value));
            }
        }
    }
}
