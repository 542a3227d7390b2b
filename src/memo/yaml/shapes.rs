//! How a value is written that was given as a mere text, or without its dashes: the keys
//! that it has, with the text where it belongs.

use super::Node;
use super::traps::quoted;
use crate::memo::path::{NodePath, PathStep};

/// The hint for a text that stands where a mapping must: how to write it. `what` is the
/// mapping as messages name it.
pub(super) fn of_text(what: &str, node: &Node, path: &NodePath, known: &[&str]) -> String {
    let written = node.as_text().map(str::trim).unwrap_or_default();
    let written = written.lines().next().unwrap_or_default();
    let key = last_key(path);
    let text = value(written);
    let both = "{ en: …, fr: … }";
    let address = written.contains('@');
    let number = written.chars().any(|letter| letter.is_ascii_digit());
    let lines: Vec<String> = match what {
        "a signature" => vec![
            "  original: true".into(),
            format!("  by: {{ name: {text} }}"),
        ],
        "a logo" => vec![format!("  file: {text}"), format!("  alt: {both}")],
        "an attachment" if is_file(written) => {
            vec![format!("  - title: {both}"), format!("    href: {text}")]
        }
        "an attachment" => vec![
            format!("  - title: {{ en: {text}, fr: … }}"),
            "    href: …".into(),
        ],
        "a section" => vec![
            "  - body:".into(),
            "      en: |".into(),
            "        …".into(),
            "      fr: |".into(),
            "        …".into(),
        ],
        "an enquiry" if address => vec![format!("  - email: {text}")],
        "an enquiry" if number => vec![format!("  - telephone: {text}")],
        "an enquiry" => vec![format!("  - name: {text}"), "    telephone: …".into()],
        "a detail" => vec![format!("  - label: {both}"), format!("    value: {text}")],
        "an exception" => vec![format!("  - code: {text}"), "    reason: …".into()],
        "facts" | "args" => vec!["  name: value".into()],
        "a letterhead" => vec![
            format!("  organization: {both}"),
            format!("  address: {both}"),
        ],
        "the typography" => vec![format!("  profile: {text}")],
        "the severities" => vec![format!(
            "  {}: warning",
            if written.is_empty() { "P032" } else { &text }
        )],
        "an entry of the glossary" => vec![format!("  - {{ en: {text}, fr: … }}")],
        "the forbidden words" => vec![format!("  fr: [{text}]")],
        "a person of the directory" | "people" => {
            vec![format!("  name: {text}"), "  gender: …".into()]
        }
        "an organization" | "organizations" => vec![format!("  name: {{ en: {text}, fr: … }}")],
        "the French forms" => vec![format!("  name: {text}")],
        _ => Vec::new(),
    };
    if lines.is_empty() {
        return match known {
            [] => "write its keys on lines of their own, indented".to_owned(),
            known => format!(
                "write its keys on lines of their own, indented: {}",
                super::names::listed(known)
            ),
        };
    }
    format!("write its keys, indented:\n{key}:\n{}", lines.join("\n"))
}

/// The hint for a value that stands where a list must.
pub(super) fn of_list(node: &Node, path: &NodePath) -> String {
    let key = last_key(path);
    match node {
        Node::Mapping(mapping) => {
            let first = mapping.entries.first().map_or("…", |(first, _)| first);
            format!("write `- ` before each `{first}:`, where an item begins")
        }
        node => match node.as_text() {
            Some(text) if item_of(key).is_none() => {
                format!(
                    "write `{key}: [{}]`, or each item on a line of its own, behind `- `",
                    value(text.trim())
                )
            }
            _ => "write each item on a line of its own, behind `- `".to_owned(),
        },
    }
}

/// What the items of a list are called, where they are mappings.
pub(super) fn item_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "attachments" => "an attachment",
        "sections" | "appendices" => "a section",
        "enquiries" => "an enquiry",
        "details" => "a detail",
        "ignore" => "an exception",
        "glossary" => "an entry of the glossary",
        _ => return None,
    })
}

/// What one of a list's items is called: "a second recipient".
pub(super) fn one_of(path: &NodePath) -> &'static str {
    match last_key(path) {
        "recipients" | "distribution" | "cc" => "recipient",
        "sender" => "sender",
        "by" => "signature",
        "organization" => "organization",
        "sections" | "appendices" => "section",
        "attachments" => "attachment",
        "enquiries" => "enquiry",
        "details" => "detail",
        "ignore" => "exception",
        "glossary" => "entry",
        _ => "item",
    }
}

/// What stands under another name here is often written otherwise too: how.
pub(super) fn of_renamed(key: &str, near: &str) -> Option<String> {
    let texts = ["body", "text", "texte", "corps", "content", "contenu"];
    (near == "sections" && texts.contains(&&*key.to_lowercase())).then(|| {
        "write the text so:\nsections:\n  - body:\n      en: |\n        …\n      fr: |\n        …"
            .to_owned()
    })
}

/// The last key of a path.
pub(super) fn last_key(path: &NodePath) -> &str {
    let mut keys = path.steps().iter().rev().filter_map(|step| match step {
        PathStep::Key(key) => Some(key.as_str()),
        PathStep::Index(_) => None,
    });
    keys.next().unwrap_or("…")
}

fn is_file(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.contains('.') || text.contains('/'))
}

/// A text as a value in YAML: in quotation marks where it needs them.
fn value(text: &str) -> String {
    let plain = text
        .chars()
        .all(|letter| letter.is_alphanumeric() || " -'’./@_".contains(letter));
    if plain && text.starts_with(char::is_alphanumeric) {
        text.to_owned()
    } else if text.is_empty() {
        "…".to_owned()
    } else {
        quoted(text)
    }
}
