//! `sarif`: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS),
//! which code-scanning services read. Section numbers are the standard's.

use super::place::Place;
use bimemo::diagnostic::{Code, Diagnostic, Severity};
use bimemo::source::Span;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where the schema that a log follows is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the folder that paths are relative to (3.14.14).
const ROOT: &str = "%SRCROOT%";

/// A log with one run (3.13).
#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

/// One run of the tool (3.14).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    column_kind: &'static str,
    language: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Base {
    description: Text<'static>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

/// The tool and its rules (3.19).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

/// A rule (3.49).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Text<'static>,
    full_description: Text<'static>,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct Text<'a> {
    text: std::borrow::Cow<'a, str>,
}

/// A finding (3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text<'a>,
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Properties>,
}

#[derive(Serialize)]
struct Properties {
    lang: &'static str,
}

/// A place (3.28).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

/// A part of a text file (3.30): from 1, the end exclusive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: Option<usize>,
    start_column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// The findings as one log.
pub(super) fn render(findings: &[&Diagnostic]) -> String {
    let mut codes: Vec<&'static Code> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup();
    let results = findings
        .iter()
        .map(|finding| Finding::of(finding, &codes))
        .collect();
    let root = Text::of("The root folder of the workspace");
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "bimemo",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: codes.iter().map(|code| Rule::of(code)).collect(),
            },
        },
        original_uri_base_ids: BTreeMap::from([(ROOT, Base { description: root })]),
        column_kind: "unicodeCodePoints",
        language: "en-CA",
        results,
    };
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [run],
    };
    let mut text = serde_json::to_string_pretty(&log)
        .expect("strings and numbers can always be written as JSON");
    text.push('\n');
    text
}

impl Rule {
    fn of(code: &'static Code) -> Rule {
        let paragraph = first_paragraph(code);
        let sentence = paragraph
            .split_once(". ")
            .map_or(paragraph.clone(), |(first, _)| format!("{first}."));
        let page = code.page();
        Rule {
            id: code.id,
            name: code.name,
            short_description: Text::of(sentence),
            full_description: Text::of(paragraph),
            help: Help {
                text: page.clone(),
                markdown: page,
            },
            default_configuration: Configuration {
                enabled: true,
                level: level(code.severity),
            },
        }
    }
}

/// What the rule finds: the first paragraph of its manual page, on one line.
fn first_paragraph(code: &Code) -> String {
    code.page()
        .lines()
        .take_while(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The names are the standard's (3.27.10), and the same as ours.
const fn level(severity: Severity) -> &'static str {
    severity.name()
}

impl<'a> Finding<'a> {
    fn of(finding: &'a Diagnostic, codes: &[&'static Code]) -> Finding<'a> {
        let locations = finding.span.iter();
        let labels = finding.labels.iter().enumerate();
        Finding {
            rule_id: finding.code.id,
            rule_index: codes.partition_point(|code| code.id < finding.code.id),
            level: level(finding.severity),
            message: Text::of(message(finding)),
            locations: locations.map(Location::of).collect(),
            related_locations: labels
                .map(|(at, label)| Location {
                    id: Some(at + 1),
                    message: Some(Text::of(label.message.as_str())),
                    ..Location::of(&label.span)
                })
                .collect(),
            properties: finding.lang.map(|lang| Properties { lang: lang.code() }),
        }
    }
}

/// The message and what to do; SARIF has no place for hints that are no edits.
fn message(finding: &Diagnostic) -> String {
    let mut out = finding.message.clone();
    for hint in &finding.hints {
        let _ = write!(out, "\nhelp: {hint}");
    }
    out
}

impl<'a> Location<'a> {
    fn of(span: &Span) -> Location<'a> {
        let place = Place::of(Some(span));
        Location {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation {
                    uri: uri(span.file().path()),
                    uri_base_id: ROOT,
                },
                region: Region {
                    start_line: place.line,
                    start_column: place.column,
                    end_line: place.end_line,
                    end_column: place.end_column,
                },
            },
            message: None,
        }
    }
}

impl<'a> Text<'a> {
    fn of(text: impl Into<std::borrow::Cow<'a, str>>) -> Text<'a> {
        Text { text: text.into() }
    }
}

/// A path as a relative URI reference (RFC 3986): what is not unreserved and no `/`
/// is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::super::tests::samples;
    use super::*;
    use crate::args::OutputFormat;
    use serde_json::Value;

    const PUBLISHED: &str = include_str!("../../../tests/fixtures/sarif/sarif-schema-2.1.0.json");

    /// The schema as published, but for a pattern that is no regular expression.
    fn schema() -> String {
        let broken = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
        assert!(PUBLISHED.contains(broken), "the schema has been mended");
        PUBLISHED.replace(broken, "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$")
    }

    fn faults(log: &Value) -> Vec<String> {
        let schema = serde_json::from_str(&schema()).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is one");
        validator
            .iter_errors(log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect()
    }

    #[test]
    fn matches_its_snapshot() {
        let text = samples::rendered(OutputFormat::Sarif);
        let text = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        samples::assert_snapshot("sarif.json", &text);
    }

    #[test]
    fn follows_the_published_schema() {
        for found in [samples::findings(), Vec::new()] {
            let text = findings(OutputFormat::Sarif, &found, &crate::report::Look::default());
            let log: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(faults(&log), Vec::<String>::new());
        }
    }

    #[test]
    fn the_schema_finds_what_is_wrong() {
        let text = samples::rendered(OutputFormat::Sarif)
            .replace("\"startLine\": 2,", "\"startLine\": 0,");
        let log: Value = serde_json::from_str(&text).expect("JSON");
        assert!(!faults(&log).is_empty());
    }

    #[test]
    fn every_result_points_to_its_rule() {
        let log: Value =
            serde_json::from_str(&samples::rendered(OutputFormat::Sarif)).expect("JSON");
        let run = &log["runs"][0];
        for result in run["results"].as_array().expect("results") {
            let at = result["ruleIndex"].as_u64().expect("an index") as usize;
            assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
        }
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("memos/été 1.yaml"), "memos/%C3%A9t%C3%A9%201.yaml");
    }
}
