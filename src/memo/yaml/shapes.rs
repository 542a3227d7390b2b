//! How a value is written that was given as a mere text, or without its dashes: the keys
//! that it has, with the text where it belongs.

use super::Node;
use super::names::listed;
use super::traps::quoted;
use crate::memo::path::{NodePath, PathStep};

crate::diagnostic::phrases! {
    WRITTEN_OUT = "shapes";
}

/// The hint for a text that stands where a mapping of this name must: how to write it.
pub(super) fn of_text(mapping: &str, node: &Node, path: &NodePath, known: &[&str]) -> String {
    let written = node.as_text().map(str::trim).unwrap_or_default();
    let written = written.lines().next().unwrap_or_default();
    let sort = match written {
        "" => "nothing",
        address if address.contains('@') => "address",
        number if number.contains(|letter: char| letter.is_ascii_digit()) => "number",
        _ => "name",
    };
    WRITTEN_OUT.words(
        "mapping",
        given!(
            mapping,
            key = last_key(path),
            text = value(written),
            file = is_file(written),
            sort,
            known = (!known.is_empty()).then(|| listed(known))
        ),
    )
}

/// The hint for a value that stands where a list must.
pub(super) fn of_list(node: &Node, path: &NodePath) -> String {
    let key = last_key(path);
    if let Node::Mapping(mapping) = node {
        let first = mapping.entries.first().map_or("…", |(first, _)| first);
        return WRITTEN_OUT.words("dashes", given!(key = first));
    }
    match node.as_text().filter(|_| item_of(key).is_none()) {
        Some(text) => WRITTEN_OUT.words("brackets", given!(key, text = value(text.trim()))),
        None => WRITTEN_OUT.words("items", &[]),
    }
}

/// The name of a list's items, where they are mappings.
pub(super) fn item_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "attachments" => "attachment",
        "sections" | "appendices" => "section",
        "enquiries" => "enquiry",
        "details" => "detail",
        "ignore" => "exception",
        "glossary" => "glossary-entry",
        _ => return None,
    })
}

/// Whether a body stands under another name, which is written otherwise too.
pub(super) fn is_body(key: &str, near: &str) -> bool {
    let texts = ["body", "text", "texte", "corps", "content", "contenu"];
    near == "sections" && texts.contains(&&*key.to_lowercase())
}

/// The last key of a path.
pub(super) fn last_key(path: &NodePath) -> &str {
    let mut keys = path.steps().iter().rev().filter_map(|step| match step {
        PathStep::Key(key) => Some(key.as_ref()),
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
