//! The ways in which a pattern can come out, whatever its placeables print: what a
//! tool that changes the words of a source must agree with, and what the check of
//! messages compares.

use super::anchors::anchor;
use super::args::Locator;
use super::catalog::Loaded;
use super::formatted::{Formatted, PrintedValue, Source, token_index};
use super::locales::private_use;
use super::lookup::{unescape, variables_of};
use super::output::{Output, PrintOrigin};
use super::pattern::{Wrapped, is_plain};
use super::private::is_private_use;
use super::resource::Layer;
use super::slices::{Pattern, offset_range};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::Hand;
use crate::language::words::Piece;
use crate::memo::NodePath;
use crate::source::{SourceFile, Span};
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many readings of one pattern are given. A pattern has a handful of variants;
/// what only later readings show is in none that is given.
const MOST: usize = 400;

/// The readings of a pattern: one with every default variant, and one for each other
/// variant. A placeable prints `sample`, a string literal itself. Segments say which
/// bytes of the source stand there verbatim; [`Source::Text`] counts them.
pub type Outcomes = Vec<Formatted>;

/// Reads a string of a Text. `locator` and `place` tell where faults stand.
///
/// # Errors
/// What keeps it from being a pattern: braces that do not fit, private characters.
/// Whether what it refers to exists is not asked.
pub fn read_text(
    words: &str,
    lang: Lang,
    (place, locator): (&NodePath, &dyn Locator),
    sample: &str,
) -> Result<Outcomes, Vec<Diagnostic>> {
    let mut faults = private_use(words, place, locator, lang);
    if is_plain(words) {
        let mut output = Output::default();
        output.text(words, origin(Source::Text(0..words.len())), true);
        return faults
            .is_empty()
            .then(|| vec![output.finish()])
            .ok_or(faults);
    }
    let wrapped = Wrapped::new(words);
    let pattern = match wrapped.pattern() {
        Ok(pattern) => pattern,
        Err(explained) => {
            let locate = |range| locator.locate(place, Some(wrapped.original_range(range)));
            let explained = explained.into_iter();
            faults.extend(explained.map(|fault| fault.in_place(locate).lang(lang)));
            return Err(faults);
        }
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let source = |slice: &str| {
        let range = wrapped.original_range(offset_range(&wrapped.source, slice));
        Source::Text(range)
    };
    Ok(formatted(&pattern, &source, sample))
}

/// Reads every pattern of an `.ftl` file, in the order of the file: values and
/// attributes of messages and terms.
///
/// # Errors
/// What is no Fluent in the file.
pub fn read_resource(
    file: &Arc<SourceFile>,
    lang: Lang,
    sample: &str,
) -> Result<Vec<Outcomes>, Vec<Diagnostic>> {
    let (loaded, faults) = Loaded::parse(file, Layer::Workspace);
    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(faults.into_iter().map(|fault| fault.lang(lang)).collect());
    }
    let source = |slice: &str| Source::Text(loaded.span_of(slice).range());
    Ok(loaded
        .entries()
        .flat_map(|(_, entry)| entry.patterns())
        .map(|pattern| formatted(pattern, &source, sample))
        .collect())
}

fn formatted(pattern: &Pattern<'_>, source: &dyn Fn(&str) -> Source, sample: &str) -> Outcomes {
    let value = |_: &Inline<'_>| PrintedValue {
        pieces: vec![Piece {
            text: sample.to_owned(),
            ..Piece::default()
        }],
        ..PrintedValue::default()
    };
    outcomes(pattern, source, &value)
        .into_iter()
        .map(|outcome| outcome.formatted)
        .collect()
}

type Inline<'p> = InlineExpression<&'p str>;

/// One of the texts that a pattern can come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome<'p> {
    /// The text, with a token for each placeable that is no string literal.
    pub formatted: Formatted,
    /// The placeables that the tokens stand for, by [`token_index`](super::token_index).
    pub placeables: Vec<&'p Inline<'p>>,
    /// The keys of the variants that are printed, in order.
    pub keys: Vec<&'p str>,
    /// Those of them that are no defaults, with what chooses them.
    pub chosen: Vec<(&'p Inline<'p>, &'p str)>,
}

impl<'p> Outcome<'p> {
    /// The names of the variables that it prints.
    pub fn variables(&self) -> BTreeSet<&'p str> {
        let placeables = self.placeables.iter();
        placeables.flat_map(|inline| variables_of(inline)).collect()
    }

    /// The key that tells it from the text of the default variants; of this one the last.
    pub fn key(&self) -> Option<&'p str> {
        let chosen = self.chosen.last().map(|(_, key)| *key);
        chosen.or(self.keys.last().copied())
    }

    /// What it is chosen by, the same for the same choice of another language: the
    /// variables and the keys.
    pub fn choice(&self) -> Vec<(Vec<&'p str>, &'p str)> {
        let chosen = self.chosen.iter();
        let mut choice: Vec<_> = chosen.map(|(by, key)| (variables_of(by), *key)).collect();
        choice.sort_unstable();
        choice
    }

    /// The text with its placeables as they are written: the same for outcomes that
    /// always print the same.
    pub fn shape(&self) -> String {
        let text = self.formatted.text.chars();
        text.fold(String::new(), |mut shape, c| {
            match token_index(c).and_then(|index| self.placeables.get(index)) {
                Some(inline) => shape.push_str(&format!("{{{inline:?}}}")),
                None => shape.push(c),
            }
            shape
        })
    }
}

/// The outcomes of a pattern of a resource: the first is that of the default variants,
/// then one for each other variant. A placeable prints how it is written, as the fact
/// of this name: `$name`, `-term`, `message`, `FUNCTION`.
pub(crate) fn outcomes_in<'p>(
    pattern: &'p Pattern<'p>,
    span: &dyn Fn(&str) -> Span,
) -> Vec<Outcome<'p>> {
    outcomes(pattern, &|slice| Source::Locale(span(slice)), &written)
}

/// A placeable as it is written, without the arguments that say how it is printed.
fn written(inline: &Inline<'_>) -> PrintedValue {
    let (name, _) = anchor(inline);
    let name = match inline {
        InlineExpression::VariableReference { .. } => format!("${name}"),
        InlineExpression::TermReference { .. } => format!("-{name}"),
        InlineExpression::MessageReference {
            attribute: Some(attribute),
            ..
        } => format!("{name}.{}", attribute.name),
        InlineExpression::FunctionReference { .. } => match variables_of(inline).first() {
            Some(variable) => format!("${variable}"),
            None => format!("{name}()"),
        },
        _ => name.to_owned(),
    };
    PrintedValue {
        pieces: vec![Piece {
            text: format!("{{ {name} }}"),
            facts: vec![name],
            hand: Hand::Name,
            ..Piece::default()
        }],
        ..PrintedValue::default()
    }
}

fn origin(source: Source) -> PrintOrigin {
    PrintOrigin {
        source,
        outer: None,
    }
}

/// Which variant each selector chooses, by the address of its variants; the default
/// where there is none.
type Choice = BTreeMap<usize, usize>;

fn outcomes<'p>(
    pattern: &'p Pattern<'p>,
    source: &dyn Fn(&str) -> Source,
    value: &dyn Fn(&Inline<'_>) -> PrintedValue,
) -> Vec<Outcome<'p>> {
    let mut choices = vec![Choice::new()];
    choose(pattern, &Choice::new(), &mut choices);
    choices
        .iter()
        .map(|choice| {
            let mut printer = Printer {
                choice,
                source,
                value,
                output: Output::default(),
                outcome: Outcome::default(),
            };
            printer.pattern(pattern);
            Outcome {
                formatted: printer.output.finish(),
                ..printer.outcome
            }
        })
        .collect()
}

/// Adds a choice for each variant of a pattern that is no default; `route` leads to
/// the pattern.
fn choose(pattern: &Pattern<'_>, route: &Choice, choices: &mut Vec<Choice>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let Expression::Select { variants, .. } = innermost(expression) else {
            continue;
        };
        for (index, variant) in variants.iter().enumerate() {
            let mut route = route.clone();
            route.insert(address(variants), index);
            if !variant.default && choices.len() < MOST {
                choices.push(route.clone());
            }
            choose(&variant.value, &route, choices);
        }
    }
}

fn address(variants: &[Variant<&str>]) -> usize {
    variants.as_ptr() as usize
}

/// The expression inside of braces within braces.
fn innermost<'e, 's>(mut expression: &'e Expression<&'s str>) -> &'e Expression<&'s str> {
    while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
        expression = inner;
    }
    expression
}

/// Prints one outcome.
struct Printer<'c, 'p> {
    choice: &'c Choice,
    source: &'c dyn Fn(&str) -> Source,
    value: &'c dyn Fn(&Inline<'_>) -> PrintedValue,
    output: Output,
    outcome: Outcome<'p>,
}

impl<'p> Printer<'_, 'p> {
    fn pattern(&mut self, pattern: &'p Pattern<'p>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let source = (self.source)(value);
                    let verbatim = source.range().len() == value.len();
                    self.output.text(value, origin(source), verbatim);
                }
                PatternElement::Placeable { expression } => match innermost(expression) {
                    Expression::Select { selector, variants } => self.select(selector, variants),
                    Expression::Inline(inline) => self.inline(inline),
                },
            }
        }
    }

    fn select(&mut self, selector: &'p Inline<'p>, variants: &'p [Variant<&'p str>]) {
        let chosen = self.choice.get(&address(variants));
        let variant = match chosen {
            Some(&index) => variants.get(index),
            None => variants.iter().find(|variant| variant.default),
        };
        if let Some(variant) = variant {
            let key = key_of(variant);
            self.outcome.keys.push(key);
            if !variant.default {
                self.outcome.chosen.push((selector, key));
            }
            self.pattern(&variant.value);
        }
    }

    fn inline(&mut self, inline: &'p Inline<'p>) {
        let (slice, sigil) = anchor(inline);
        let source = match (self.source)(slice) {
            Source::Locale(span) => {
                let range = span.range();
                let start = range.start.saturating_sub(sigil);
                Source::Locale(Span::new(span.file(), start..range.end))
            }
            text => text,
        };
        if let InlineExpression::StringLiteral { value } = inline
            && let Ok(text) = unescape(value)
            && !text.contains(is_private_use)
        {
            return self.output.text(&text, origin(source), false);
        }
        let source = match source {
            // A tool that changes a source asks for its words alone.
            Source::Text(_) => Source::Text(0..0),
            place => place,
        };
        // Where tokens run out, what follows stands beside the value before.
        if self.output.value((self.value)(inline), origin(source)) {
            self.outcome.placeables.push(inline);
        }
    }
}

/// A variant's key as it is written.
pub(crate) fn key_of<'p>(variant: &Variant<&'p str>) -> &'p str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::Range;

    struct Nowhere;

    impl Locator for Nowhere {
        fn locate(&self, _: &NodePath, _: Option<Range<usize>>) -> Option<Span> {
            None
        }
    }

    fn read(words: &str) -> Outcomes {
        read_text(words, Lang::En, (&NodePath::root(), &Nowhere), "9").unwrap()
    }

    /// The verbatim segments of each reading, as the source has them.
    fn verbatim<'s>(source: &'s str, reading: &Formatted) -> Vec<&'s str> {
        let verbatim = reading.segments.iter().filter(|segment| segment.verbatim);
        verbatim
            .map(|segment| match &segment.source {
                Source::Text(range) => {
                    assert_eq!(source[range.clone()], reading.text[segment.range.clone()]);
                    &source[range.clone()]
                }
                Source::Locale(_) => panic!("a reading stands in one source"),
            })
            .collect()
    }

    #[test]
    fn every_variant_is_read_once() {
        let words = "All { $n ->\n  [one] one { $g ->\n  [a] A\n *[b] B\n }\n *[other] many\n} end";
        let plain: Vec<String> = read(words).iter().map(Formatted::to_plain).collect();
        assert_eq!(plain, ["All many end", "All one B end", "All one A end"]);
        for reading in read(words) {
            assert_eq!(verbatim(words, &reading).first(), Some(&"All "));
            assert_eq!(verbatim(words, &reading).last(), Some(&" end"));
        }
    }

    #[test]
    fn only_words_are_verbatim() {
        let words = "a { $x } b { \"c\" } d";
        let readings = read(words);
        assert_eq!(readings.len(), 1);
        assert_eq!(verbatim(words, &readings[0]), ["a ", " b ", " d"]);
        assert_eq!(readings[0].to_plain(), "a 9 b c d");
        assert_eq!(readings[0].text.chars().filter_map(token_index).count(), 1);
    }

    #[test]
    fn a_resource_is_read_where_it_stands() {
        let source =
            "\u{feff}# It's a comment\na = It's\n    two lines\n    .b = { $x } it's\n-t = T\n";
        let file = SourceFile::new("locales/en/a.ftl", source);
        let patterns = read_resource(&file, Lang::En, "9").unwrap();
        let words: Vec<Vec<&str>> = patterns
            .iter()
            .map(|readings| verbatim(source, &readings[0]))
            .collect();
        assert_eq!(
            words,
            [vec!["It's\n", "two lines"], vec![" it's"], vec!["T"]]
        );
    }

    #[test]
    fn what_is_no_pattern_is_a_finding() {
        let broken = "a { $x";
        assert!(read_text(broken, Lang::En, (&NodePath::root(), &Nowhere), "9").is_err());
        let file = SourceFile::new("locales/en/a.ftl", "a = { $x\n");
        assert!(read_resource(&file, Lang::En, "9").is_err());
    }
}
