//! `json`: one object a line. The fields are a promise to users: fields may be
//! added, never changed.

use super::place::Place;
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::Lang;
use bimemo::source::Span;
use serde_json::{Value, json};

/// The findings, an object a line.
pub(super) fn render(findings: &[Diagnostic]) -> String {
    let line = |finding| format!("{}\n", object(finding));
    findings.iter().map(line).collect()
}

/// A finding as one object, its fields in the order in which they are written.
pub fn object(finding: &Diagnostic) -> Value {
    let mut object = json!({
        "code": finding.code.id,
        "name": finding.code.name,
        "severity": finding.severity.name(),
        "message": finding.message,
    });
    put_place(&mut object, finding.span.as_ref());
    let labels = finding.labels.iter().map(|label| {
        let mut object = json!({});
        put_place(&mut object, Some(&label.span));
        object["message"] = json!(label.message);
        object
    });
    object["lang"] = json!(finding.lang.map(Lang::code));
    object["hints"] = json!(finding.hints);
    object["labels"] = labels.collect();
    object
}

fn put_place(object: &mut Value, span: Option<&Span>) {
    let place = Place::of(span);
    object["file"] = json!(place.file);
    object["line"] = json!(place.line);
    object["column"] = json!(place.column);
    object["end_line"] = json!(place.end_line);
    object["end_column"] = json!(place.end_column);
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
