//! `sarif`: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS),
//! which code-scanning services read. Section numbers are the standard's.

use super::place::from_here;
use bimemo::diagnostic::{Code, Diagnostic};
use bimemo::press::codes::COMMAND_FAILED;
use bimemo::source::Span;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// Where the schema that a log follows is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the folder that paths are relative to (3.14.14).
const ROOT: &str = "%SRCROOT%";

/// The name of a fingerprint (3.27.17): what of a finding stays where lines are put in above
/// it. The number goes up when that is put together in another way.
const FINGERPRINT: &str = "codeAndLine/v1";

/// The findings as one log (3.13) with one run (3.14) of the tool and its rules (3.19).
/// `from_base` is the way to the workspace's root from the folder that paths are relative to.
pub(super) fn render(findings: &[Diagnostic], from_base: &str) -> String {
    let mut codes: Vec<&'static Code> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup();
    let rules: Value = codes.iter().map(|code| rule(code)).collect();
    let mut same = HashMap::new();
    let is_failure = |finding: &&Diagnostic| finding.code == &COMMAND_FAILED;
    let results = findings.iter().filter(|finding| !is_failure(finding));
    let results: Value = results
        .map(|finding| {
            let mut result = result(finding, &codes, from_base);
            result["partialFingerprints"] = json!({ FINGERPRINT: fingerprint(finding, &mut same) });
            result
        })
        .collect();
    let failures: Vec<Value> = findings
        .iter()
        .filter(is_failure)
        .map(notification)
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "bimemo",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                },
            },
            "originalUriBaseIds": {
                ROOT: { "description": { "text": "The top of the repository, or the folder that was asked for" } },
            },
            "invocations": [{
                "executionSuccessful": failures.is_empty(),
                "toolExecutionNotifications": failures,
            }],
            "columnKind": "unicodeCodePoints",
            "language": "en-CA",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// A rule (3.49). The names of levels are the standard's (3.27.10), and the same as ours.
fn rule(code: &Code) -> Value {
    let paragraph = first_paragraph(code);
    let first = paragraph.split_once(". ");
    let sentence = first.map_or(paragraph.clone(), |(first, _)| format!("{first}."));
    json!({
        "id": code.id,
        "name": code.name,
        "shortDescription": { "text": sentence },
        "fullDescription": { "text": paragraph },
        "help": { "text": code.page(), "markdown": code.page() },
        "defaultConfiguration": { "enabled": true, "level": code.severity.name() },
    })
}

/// What the rule finds: the first paragraph of its manual page, on one line.
fn first_paragraph(code: &Code) -> String {
    code.page()
        .lines()
        .take_while(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Why the command could not do its work, which is no finding about a file (3.58).
fn notification(finding: &Diagnostic) -> Value {
    json!({
        "descriptor": { "id": finding.code.id },
        "level": finding.severity.name(),
        "message": { "text": message(finding) },
    })
}

/// What tells a finding from others though lines are put in above it: its rule, its file, what
/// its line says, and which of those that agree in all this it is.
fn fingerprint(finding: &Diagnostic, same: &mut HashMap<[u8; 32], usize>) -> String {
    let mut hash = Sha256::new();
    hash.update(finding.code.id);
    if let Some(span) = &finding.span {
        let line = span.file().line(span.start().line);
        for part in [span.file().path(), line.trim()] {
            hash.update([0]);
            hash.update(part);
        }
    } else {
        hash.update(&finding.message);
    }
    let digest: [u8; 32] = hash.finalize().into();
    let nth = same.entry(digest).or_default();
    *nth += 1;
    let mut out = String::new();
    for byte in &digest[..8] {
        let _ = write!(out, "{byte:02x}");
    }
    let _ = write!(out, ":{nth}");
    out
}

/// A finding (3.27).
fn result(finding: &Diagnostic, codes: &[&'static Code], from_base: &str) -> Value {
    let locations = finding.span.iter();
    let locations: Value = locations
        .map(|span| json!({ "physicalLocation": location(span, from_base) }))
        .collect();
    let mut result = json!({
        "ruleId": finding.code.id,
        "ruleIndex": codes.partition_point(|code| code.id < finding.code.id),
        "level": finding.severity.name(),
        "message": { "text": message(finding) },
        "locations": locations,
    });
    if !finding.labels.is_empty() {
        let labels = finding.labels.iter().enumerate();
        let related = labels.map(|(at, label)| {
            json!({
                "id": at + 1,
                "physicalLocation": location(&label.span, from_base),
                "message": { "text": label.message },
            })
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(lang) = finding.lang {
        result["properties"] = json!({ "lang": lang.code() });
    }
    result
}

/// The message and what to do; SARIF has no place for hints that are no edits.
fn message(finding: &Diagnostic) -> String {
    let mut out = finding.message.clone();
    for hint in &finding.hints {
        let _ = write!(out, "\nhelp: {hint}");
    }
    out
}

/// A place (3.28): a part of a text file (3.30), from 1, the end exclusive.
fn location(span: &Span, from_base: &str) -> Value {
    let (start, end) = (span.start(), span.end());
    json!({
        "artifactLocation": { "uri": uri(&from_here(from_base, span.file().path())), "uriBaseId": ROOT },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
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
    use super::super::tests::samples;
    use super::super::{Look, findings};
    use super::*;
    use crate::args::OutputFormat;

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
            let text = findings(OutputFormat::Sarif, &found, &Look::default());
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
    fn a_finding_is_known_again_when_lines_are_put_in_above_it() {
        use bimemo::source::SourceFile;
        let prints = |text: &str| {
            let file = SourceFile::new("a.yaml", text);
            let places = text.match_indices("tide");
            let found: Vec<Diagnostic> = places
                .map(|(at, _)| {
                    let mut finding = samples::findings().remove(0);
                    finding.span = Some(Span::new(&file, at..at + 4));
                    finding
                })
                .collect();
            let text = findings(OutputFormat::Sarif, &found, &Look::default());
            let log: Value = serde_json::from_str(&text).expect("JSON");
            let results = log["runs"][0]["results"].as_array().expect("results");
            let print = |it: &Value| it["partialFingerprints"][FINGERPRINT].clone();
            results.iter().map(print).collect::<Vec<_>>()
        };
        let before = prints("a: tide\nb: tide\nb: tide\n");
        assert_eq!(before, prints("# more\n\na: tide\n  b: tide\nb: tide\n"));
        let mut apart = before.clone();
        apart.dedup();
        assert_eq!(apart, before);
    }

    #[test]
    fn a_command_that_failed_is_told_as_that() {
        let failed = bimemo::press::command_failed("there is no file `a`", None);
        let text = findings(OutputFormat::Sarif, &[failed], &Look::default());
        let log: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(faults(&log), Vec::<String>::new());
        let run = &log["runs"][0];
        assert_eq!(run["results"], json!([]));
        let invocation = &run["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], json!(false));
        let told = &invocation["toolExecutionNotifications"][0];
        assert_eq!(told["descriptor"]["id"], "W140");
        assert_eq!(told["message"]["text"], "there is no file `a`");
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("memos/été 1.yaml"), "memos/%C3%A9t%C3%A9%201.yaml");
    }
}
