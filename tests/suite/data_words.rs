//! The words of a document as data, to be held against those of the other formats.

use super::words::Reader;
use serde_json::Value;

/// The words of a document as data, in the order of reading that its schema names.
pub fn of_json(json: &str) -> Vec<String> {
    let file: Value = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(file["schema"], 1);
    let documents = file["documents"].as_array().cloned();
    let documents = documents.unwrap_or_else(|| vec![file]);
    let words = documents.iter().map(|document| {
        let mut reader = DataReader::default();
        reader.document(document);
        reader.0.words()
    });
    words.flatten().collect()
}

/// The keys of a document, and of what is in it, in the order of reading.
const READ: [&str; 22] = [
    "draft",
    "letterhead",
    "classification",
    "marks",
    "status",
    "title",
    "subject",
    "header",
    "salutation",
    "sections",
    "closing",
    "signature",
    "decision",
    "footer",
    "appendices",
    "columns",
    "heading",
    "label",
    "body",
    "by",
    "values",
    "reason",
];

/// Reads data into words.
#[derive(Default)]
struct DataReader(Reader);

impl DataReader {
    fn document(&mut self, document: &Value) {
        for (key, value) in document.as_object().expect("a document is an object") {
            let is_said_below = key == "subject" && document["headed_by"] == "title";
            if READ.contains(&key.as_str()) && !is_said_below {
                self.value(value);
            }
        }
        for note in document["notes"].as_array().expect("notes are a list") {
            let before = std::mem::take(&mut self.0.text);
            self.value(&note["body"]);
            let body = std::mem::replace(&mut self.0.text, before);
            self.0.notes.insert(note["number"].to_string(), body);
        }
    }

    /// Whatever has words in it: lists of lists, of inlines, of objects with either. The keys
    /// of an object stand in the order of reading.
    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(all) => {
                self.0.space();
                all.iter().for_each(|it| self.inside(it));
                self.0.space();
            }
            value => self.inside(value),
        }
    }

    fn inside(&mut self, value: &Value) {
        let fields = match value {
            Value::Object(fields) => fields,
            Value::Array(_) => return self.value(value),
            _ => return,
        };
        let kind = fields.get("type").and_then(|it| it.as_str());
        match kind {
            Some("text" | "number" | "gap" | "code") => {
                let text = fields["text"].as_str().expect("text is characters");
                // Code is a block and an inline of one name.
                let is_block = fields.contains_key("language");
                self.0.text.push_str(if is_block { " " } else { "" });
                self.0.text.push_str(text);
                self.0.text.push_str(if is_block { " " } else { "" });
            }
            Some("break") => self.0.space(),
            Some("note") => self.0.reference(&fields["number"].to_string()),
            Some("image" | "rule") => {
                self.0
                    .text
                    .push_str(if kind == Some("rule") { " " } else { "" })
            }
            Some("item") => self.value(&fields["content"]),
            // What stands in a line of text.
            Some(_) if fields.contains_key("content") && kind != Some("paragraph") => {
                let content = fields["content"].as_array().expect("inlines are a list");
                content.iter().for_each(|it| self.inside(it));
            }
            _ => {
                self.0.space();
                fields.values().for_each(|it| self.value(it));
                self.0.space();
            }
        }
    }
}
