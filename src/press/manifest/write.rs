//! A manifest as it is written: an entry is a line, so that a comparison of two shows which
//! documents differ.

use super::entries::{Manifest, PROGRAM, SCHEMA};
use serde::Serialize;

impl Manifest {
    /// The file's text.
    pub fn to_json(&self) -> String {
        let mut text = format!("{{\n  \"schema\": {SCHEMA},\n");
        value(&mut text, "program", &PROGRAM);
        value(&mut text, "style", &self.pages.style);
        value(&mut text, "script", &self.pages.script);
        list(&mut text, "documents", self.documents.values());
        text += ",\n";
        list(&mut text, "assets", self.assets.values());
        text += ",\n";
        list(&mut text, "not_released", self.not_released.values());
        text += "\n}\n";
        text
    }
}

fn value(text: &mut String, key: &str, value: &impl Serialize) {
    *text += &format!("  \"{key}\": {},\n", json(value));
}

fn list<T: Serialize>(text: &mut String, key: &str, entries: impl Iterator<Item = T>) {
    *text += &format!("  \"{key}\": [");
    let mut between = "\n";
    for entry in entries {
        *text += between;
        *text += "    ";
        *text += &json(&entry);
        between = ",\n";
    }
    *text += if between == "\n" { "]" } else { "\n  ]" };
}

fn json(value: &impl Serialize) -> String {
    // Strings, numbers and lists of them can always be written.
    serde_json::to_string(value).unwrap_or_default()
}
