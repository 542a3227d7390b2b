//! Bad Fluent resources and bad patterns of Texts, each with the findings that it
//! must give beside it.
//!
//! `tests/fixtures/locale/<name>.ftl` is loaded as an English resource,
//! `<name>.text` is formatted as the English words of a Text, with the facts below.
//! `<name>.expected` has a line for each finding, and `BLESS=1` writes it.

use crate::stage;
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::Lang;
use bimemo::locale::codes::ALL;
use bimemo::locale::{Args, Layer, Locales, Resource};
use bimemo::memo::fact::{Date, NamedFact};
use bimemo::memo::{Fact, NodePath, Text, TextValue};
use bimemo::source::{SourceFile, Span};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

/// What the Texts can refer to besides the facts.
const RESOURCE: &str = "\
-act = Employment Renewal Act
    .gender = feminine
-case = { $case }
intro = See the { -act }.
    .short = See
attributes-only =
    .short = See
broken = From { $selektion } on
h = ha
hh = { h }{ h }{ h }{ h }{ h }{ h }{ h }{ h }{ h }{ h }{ h }{ h }
hhh = { hh }{ hh }{ hh }{ hh }{ hh }{ hh }{ hh }{ hh }{ hh }{ hh }{ hh }{ hh }
hhhh = { hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }{ hhh }
runaway = { hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }{ hhhh }
";

fn folder() -> PathBuf {
    stage::repository().join("tests/fixtures/locale")
}

fn facts() -> Vec<NamedFact> {
    let place = NodePath::root().key("facts");
    let circle = Text {
        value: TextValue::Shared("round { $circle }".to_owned()),
        place: place.key("circle"),
    };
    [
        ("selection", Date::new(2026, 4, 30).map(Fact::Date)),
        ("transition", Some(Fact::Number(9.into()))),
        ("circle", Some(Fact::Text(circle))),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        Some(NamedFact {
            name: name.to_owned(),
            value: value?,
            place: place.key(name),
        })
    })
    .collect()
}

fn findings_of_resource(name: &str, text: &str) -> Vec<Diagnostic> {
    let resource = Resource {
        lang: Lang::En,
        file: SourceFile::new(name, text),
        layer: Layer::Workspace,
    };
    Locales::load([resource]).1
}

fn findings_of_text(name: &str, text: &str) -> Vec<Diagnostic> {
    let resource = Resource {
        lang: Lang::En,
        file: SourceFile::new("words.ftl", RESOURCE),
        layer: Layer::Workspace,
    };
    let (locales, _) = Locales::load([resource]);
    let file = SourceFile::new(name, text);
    let locator = |_: &NodePath, range: Option<Range<usize>>| {
        Some(Span::new(&file, range.unwrap_or(0..file.text().len())))
    };
    let facts = facts();
    let args = Args::new().facts(&facts, &locator);
    let memo = Text {
        value: TextValue::Shared(text.to_owned()),
        place: NodePath::root().key("body"),
    };
    let formatted = locales.get(Lang::En).text(&memo, &locator, &args);
    formatted.err().unwrap_or_default()
}

/// `L001 error 3:1-3:9 message`, then its labels and hints.
fn show(findings: &[Diagnostic]) -> String {
    let mut shown = String::new();
    let place = |span: &Span| {
        let (start, end) = (span.start(), span.end());
        format!(
            "{}:{}-{}:{}",
            start.line, start.column, end.line, end.column
        )
    };
    for finding in findings {
        let at = finding.span.as_ref().map(place).unwrap_or_default();
        let (id, severity) = (finding.code.id, finding.severity.name());
        let _ = writeln!(shown, "{id} {severity} {at} {}", finding.message);
        for label in &finding.labels {
            let file = label.span.file().path();
            let _ = writeln!(shown, "  {file}:{} {}", place(&label.span), label.message);
        }
        for hint in &finding.hints {
            let _ = writeln!(shown, "  help: {}", hint.replace('\n', "⏎"));
        }
    }
    shown
}

#[test]
fn bad_resources_and_texts_give_the_findings_beside_them() {
    let mut differences = Vec::new();
    let mut found = BTreeSet::new();
    let inputs = stage::files(&folder());
    for input in inputs {
        let name = input.to_str().unwrap_or_default();
        let text = || fs::read_to_string(folder().join(&input)).expect("the fixture can be read");
        let findings = match name.rsplit_once('.') {
            Some((_, "ftl")) => findings_of_resource(name, &text()),
            Some((_, "text")) => findings_of_text(name, text().trim_end_matches('\n')),
            _ => continue,
        };
        assert!(!findings.is_empty(), "{name}: nothing is found");
        found.extend(findings.iter().map(|finding| finding.code.id));
        let expected = folder().join(&input).with_extension("expected");
        differences.extend(stage::compare(&expected, &show(&findings)));
    }
    stage::assert_none(&differences);
    let missing: Vec<&str> = ALL
        .iter()
        .map(|code| code.id)
        // Those from L030 on have their pairs: see `locale_check`.
        .filter(|id| *id < "L030" && !found.contains(id))
        .collect();
    assert_eq!(missing, [""; 0], "rules without a bad fixture");
}
