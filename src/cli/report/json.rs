//! `json`: one object a line. The fields are a promise to users: fields may be
//! added, never changed.

use super::place::Place;
use bimemo::diagnostic::{Diagnostic, Label};
use serde::Serialize;

/// A finding as one object, its fields in the order in which they are written.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    lang: Option<&'static str>,
    hints: &'a [String],
    labels: Vec<LabelObject<'a>>,
}

/// A label as one object.
#[derive(Serialize)]
struct LabelObject<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
}

/// The findings, an object a line.
pub(super) fn render(findings: &[&Diagnostic]) -> String {
    findings
        .iter()
        .map(|finding| line(&Finding::of(finding)))
        .collect()
}

fn line(finding: &Finding<'_>) -> String {
    let mut line =
        serde_json::to_string(finding).expect("strings and numbers can always be written as JSON");
    line.push('\n');
    line
}

impl<'a> Finding<'a> {
    fn of(finding: &'a Diagnostic) -> Finding<'a> {
        Finding {
            code: finding.code.id,
            name: finding.code.name,
            severity: finding.severity.name(),
            message: &finding.message,
            place: Place::of(finding.span.as_ref()),
            lang: finding.lang.map(|lang| lang.code()),
            hints: &finding.hints,
            labels: finding.labels.iter().map(LabelObject::of).collect(),
        }
    }
}

impl<'a> LabelObject<'a> {
    fn of(label: &'a Label) -> LabelObject<'a> {
        LabelObject {
            place: Place::of(Some(&label.span)),
            message: &label.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::samples;
    use crate::args::OutputFormat;
    use serde_json::Value;

    #[test]
    fn matches_its_snapshot() {
        samples::assert_snapshot("json.txt", &samples::rendered(OutputFormat::Json));
    }

    #[test]
    fn every_line_is_an_object_with_all_fields() {
        let fields = [
            "code",
            "name",
            "severity",
            "message",
            "file",
            "line",
            "column",
            "end_line",
            "end_column",
            "lang",
            "hints",
            "labels",
        ];
        let text = samples::rendered(OutputFormat::Json);
        assert_eq!(text.lines().count(), samples::findings().len());
        for line in text.lines() {
            let object: Value = serde_json::from_str(line).expect("JSON");
            let mut at = 0;
            for field in fields {
                assert!(object.get(field).is_some(), "{field} is missing: {line}");
                let found = line.find(&format!("\"{field}\":")).expect(field);
                assert!(found >= at, "{field} is out of order: {line}");
                at = found;
            }
        }
    }
}
