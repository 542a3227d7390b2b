//! The one writer of drawings: elements to well-formed SVG, whose every character was
//! read and found harmless.

use super::names::{SVG, XLINK};

/// An element that draws.
#[derive(Debug, Default)]
pub(super) struct SvgElement {
    /// The name, without a prefix.
    pub name: String,
    /// The attributes in their order, with the prefix `xlink:` or `xml:` where they have
    /// one.
    pub attributes: Vec<(String, String)>,
    /// The ids of the parts that it refers to.
    pub parts: Vec<String>,
    pub children: Vec<SvgChild>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum SvgChild {
    Element(SvgElement),
    Text(String),
}

/// The file of a drawing, in UTF-8, with a line break at its end.
pub(super) fn write_svg(root: &SvgElement) -> String {
    let mut out = String::new();
    let mut namespaces = vec![("xmlns", SVG)];
    if has_xlink(root) {
        namespaces.push(("xmlns:xlink", XLINK));
    }
    element(root, &namespaces, &mut out);
    out.push('\n');
    out
}

fn has_xlink(element: &SvgElement) -> bool {
    let mut names = element.attributes.iter().map(|(name, _)| name);
    names.any(|name| name.starts_with("xlink:"))
        || element.children.iter().any(|child| match child {
            SvgChild::Element(element) => has_xlink(element),
            SvgChild::Text(_) => false,
        })
}

fn element(element: &SvgElement, namespaces: &[(&str, &str)], out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    let own = element.attributes.iter();
    let own = own.map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in namespaces.iter().copied().chain(own) {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        characters(value, &QUOTED, out);
        out.push('"');
    }
    if element.children.is_empty() {
        return out.push_str("/>");
    }
    out.push('>');
    for child in &element.children {
        match child {
            SvgChild::Element(inner) => self::element(inner, &[], out),
            SvgChild::Text(text) => characters(text, &PLAIN, out),
        }
    }
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

/// What stands for characters in text.
const PLAIN: [(char, &str); 4] = [
    ('&', "&amp;"),
    ('<', "&lt;"),
    ('>', "&gt;"),
    ('\r', "&#13;"),
];

/// What stands for characters in attributes, where line ends and tabs would become blanks.
const QUOTED: [(char, &str); 7] = [
    ('&', "&amp;"),
    ('<', "&lt;"),
    ('>', "&gt;"),
    ('"', "&quot;"),
    ('\t', "&#9;"),
    ('\n', "&#10;"),
    ('\r', "&#13;"),
];

/// Writes characters so that a reader gets the same ones.
fn characters(text: &str, references: &[(char, &str)], out: &mut String) {
    for c in text.chars() {
        match references.iter().find(|(character, _)| *character == c) {
            Some((_, reference)) => out.push_str(reference),
            None => out.push(c),
        }
    }
}
