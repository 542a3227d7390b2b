//! Tests of the room as a whole.

mod agreement;
mod differential;
mod fluent;
mod millions;
mod shipped;
mod text;
mod wrapping;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::memo::fact::{Date, Decimal, NamedFact};
use crate::memo::{Fact, NodePath, Text, TextValue};
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// English and French locales of these resources, which must be without fault.
fn locales(en: &str, fr: &str) -> Locales {
    let (locales, faults) = load(en, fr);
    assert_eq!(faults, []);
    locales
}

fn load(en: &str, fr: &str) -> (Locales, Vec<Diagnostic>) {
    Locales::load([resource(Lang::En, en), resource(Lang::Fr, fr)])
}

fn resource(lang: Lang, text: &str) -> Resource {
    Resource {
        lang,
        file: SourceFile::new(format!("locales/{lang}/test.ftl"), text),
        layer: Layer::Embedded,
    }
}

/// A Text of a language, as if the whole file were its scalar.
fn scalar(lang: Lang, text: &str) -> (Text, impl Locator) {
    let words = Both::of(|own| (own == lang).then(|| text.to_owned()));
    let file = SourceFile::new("memo.yaml", text);
    let text = Text {
        value: TextValue::Bilingual(words),
        place: NodePath::root().key("text"),
    };
    (text, in_file(file))
}

/// Finds places in a file as if it were one scalar.
fn in_file(file: Arc<SourceFile>) -> impl Locator {
    move |_: &NodePath, range: Option<Range<usize>>| {
        Some(Span::new(&file, range.unwrap_or(0..file.text().len())))
    }
}

fn fact(name: &str, value: Fact) -> NamedFact {
    NamedFact {
        name: name.to_owned(),
        value,
        place: NodePath::root().key("facts").key(name),
    }
}

fn number(value: &str) -> Fact {
    Fact::Number(Decimal::parse(value).unwrap())
}

fn date(value: &str) -> Fact {
    Fact::Date(Date::from_iso(value).unwrap())
}

/// `L001 3:1-3:9 message`, one finding a line.
fn lines(diagnostics: &[Diagnostic]) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        lines.push_str(&format!(
            "{} {}",
            diagnostic.code.id,
            diagnostic.severity.name()
        ));
        if let Some(span) = &diagnostic.span {
            lines.push_str(&format!(" {}", place(span)));
        }
        lines.push_str(&format!(" {}\n", diagnostic.message));
        for label in &diagnostic.labels {
            lines.push_str(&format!(
                "  label {} {}\n",
                place(&label.span),
                label.message
            ));
        }
        for hint in &diagnostic.hints {
            lines.push_str(&format!("  hint {}\n", hint.replace('\n', "⏎")));
        }
    }
    lines
}

fn place(span: &Span) -> String {
    let (start, end) = (span.start(), span.end());
    format!(
        "{}:{}-{}:{}",
        start.line, start.column, end.line, end.column
    )
}

#[test]
fn locales_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Locales>();
}

/// Whole numbers as facts.
fn numbers(numbers: &[(&str, i64)]) -> Vec<NamedFact> {
    let fact = |(name, number): &(&str, i64)| NamedFact {
        name: (*name).to_owned(),
        value: Fact::Number((*number).into()),
        place: NodePath::root(),
    };
    numbers.iter().map(fact).collect()
}

/// Facts that stand in no file.
fn nowhere(_: &NodePath, _: Option<Range<usize>>) -> Option<Span> {
    None
}
