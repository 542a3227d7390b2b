//! The ways in which a pattern can come out, whatever its placeables print: what a
//! tool that changes the words of a source must agree with.

use super::args::Locator;
use super::catalog::{Loaded, Pattern, offset_range};
use super::formatted::{Formatted, Source, Value};
use super::locales::{Layer, private_use};
use super::lookup::unescape;
use super::output::{Origin, Output};
use super::pattern::{Wrapped, is_plain};
use super::private::is_private_use;
use super::syntax::Explained;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::words::Piece;
use crate::memo::NodePath;
use crate::source::SourceFile;
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant};
use std::collections::BTreeMap;
use std::ops::Range;
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
        output.text(words, origin(0..words.len()), true);
        return faults
            .is_empty()
            .then(|| vec![output.finish()])
            .ok_or(faults);
    }
    let wrapped = Wrapped::new(words);
    let pattern = match wrapped.pattern() {
        Ok(pattern) => pattern,
        Err(explained) => {
            faults.extend(explained.into_iter().map(|fault| {
                let range = wrapped.original_range(fault.range.clone());
                diagnostic(fault, lang, locator.locate(place, Some(range)))
            }));
            return Err(faults);
        }
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let source = |slice: &str| wrapped.original_range(offset_range(&wrapped.source, slice));
    Ok(readings(&pattern, &source, sample))
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
    let (loaded, faults) = Loaded::parse(file, Layer::Workspace, lang);
    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(faults);
    }
    let source = |slice: &str| loaded.span_of(slice).range();
    Ok(loaded
        .entries()
        .flat_map(|(_, entry)| {
            let attributes = entry.attributes.iter().map(|attribute| &attribute.value);
            entry.value.into_iter().chain(attributes)
        })
        .map(|pattern| readings(pattern, &source, sample))
        .collect())
}

fn diagnostic(fault: Explained, lang: Lang, span: Option<crate::source::Span>) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(fault.code, span, fault.message).lang(lang);
    diagnostic.hints = fault.hints;
    diagnostic
}

fn origin(range: Range<usize>) -> Origin {
    Origin {
        source: Source::Text(range),
        outer: None,
    }
}

/// Which variant each selector chooses, by the address of its variants; the default
/// where there is none.
type Choice = BTreeMap<usize, usize>;

fn readings(
    pattern: &Pattern<'_>,
    source: &dyn Fn(&str) -> Range<usize>,
    sample: &str,
) -> Outcomes {
    let mut choices = vec![Choice::new()];
    choose(pattern, &Choice::new(), &mut choices);
    choices
        .iter()
        .map(|choice| {
            let mut printer = Printer {
                choice,
                source,
                sample,
                output: Output::default(),
            };
            printer.pattern(pattern);
            printer.output.finish()
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

/// Prints one reading.
struct Printer<'p> {
    choice: &'p Choice,
    source: &'p dyn Fn(&str) -> Range<usize>,
    sample: &'p str,
    output: Output,
}

impl Printer<'_> {
    fn pattern(&mut self, pattern: &Pattern<'_>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let range = (self.source)(value);
                    let verbatim = range.len() == value.len();
                    self.output.text(value, origin(range), verbatim);
                }
                PatternElement::Placeable { expression } => match innermost(expression) {
                    Expression::Select { variants, .. } => self.select(variants),
                    Expression::Inline(inline) => self.inline(inline),
                },
            }
        }
    }

    fn select(&mut self, variants: &[Variant<&str>]) {
        let chosen = self.choice.get(&address(variants));
        let variant = match chosen {
            Some(&index) => variants.get(index),
            None => variants.iter().find(|variant| variant.default),
        };
        if let Some(variant) = variant {
            self.pattern(&variant.value);
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        if let InlineExpression::StringLiteral { value } = inline
            && let Ok(text) = unescape(value)
            && !text.contains(is_private_use)
        {
            let range = (self.source)(value);
            return self.output.text(&text, origin(range), false);
        }
        let value = Value {
            pieces: vec![Piece {
                text: self.sample.to_owned(),
                ..Piece::default()
            }],
            ..Value::default()
        };
        // Where tokens run out, what follows stands beside the value before.
        let _ = self.output.value(value, origin(0..0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::formatted::token_index;
    use crate::source::Span;

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
