//! What elements refer to: their own drawing's parts, pictures as data, pages of the web.

use super::codes::PARTS;
use super::names::SvgPart;
use crate::memo::SCHEMES;
use crate::output::data_uri::{DataUri, raster};

/// What is to become of a reference.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// It is written so.
    Kept(String),
    /// It is written, and leads to the part of this id.
    Part(String),
    /// It leads nowhere: nothing is drawn for it.
    Nothing,
    /// It does what it must not.
    Fault(SvgPart, String),
}

/// Elements whose reference is another part of the drawing.
const USERS: [&str; 6] = [
    "filter",
    "linearGradient",
    "pattern",
    "radialGradient",
    "textPath",
    "use",
];

/// What the `href` of an element is.
pub(super) fn reference(element: &str, value: &str) -> Reference {
    let value = value.trim();
    if value.is_empty() {
        return Reference::Nothing;
    }
    let part = value.strip_prefix('#');
    match element {
        "a" => link(value),
        "image" => picture(value),
        "feImage" if part.is_none() => picture(value),
        "feImage" => local(part, value),
        name if USERS.contains(&name) => local(part, value),
        // On other elements it means nothing.
        _ => Reference::Nothing,
    }
}

fn local(part: Option<&str>, value: &str) -> Reference {
    match part {
        Some(id) if !id.is_empty() => Reference::Part(id.to_owned()),
        Some(_) => Reference::Nothing,
        None => elsewhere(value),
    }
}

/// A link leads where links of documents may lead.
fn link(value: &str) -> Reference {
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    let known = scheme.is_some_and(|it| SCHEMES.iter().any(|safe| it.eq_ignore_ascii_case(safe)));
    let odd = |c: char| c.is_control() || c.is_whitespace();
    if (known || value.starts_with('#')) && !value.contains(odd) {
        return Reference::Kept(value.to_owned());
    }
    // Browsers leave blanks and control characters out of a scheme.
    let bare: String = value.chars().filter(|c| !odd(*c)).collect();
    let bare = bare.to_ascii_lowercase();
    let runs = ["javascript:", "vbscript:", "data:"];
    if runs.iter().any(|scheme| bare.starts_with(scheme)) {
        return Reference::Fault(
            SvgPart::Runs,
            PARTS.words("link", given!(value = short(value))),
        );
    }
    elsewhere(value)
}

/// A picture in a drawing stands there as data; the data say what they are.
fn picture(value: &str) -> Reference {
    let Some(data) = DataUri::parse(value) else {
        return elsewhere(value);
    };
    match raster(&data.bytes) {
        Some(kind) => Reference::Kept(DataUri::new(kind, data.bytes).to_string()),
        None => {
            let what = PARTS.words("no-pixels", given!(value = short(value)));
            Reference::Fault(SvgPart::Embeds, what)
        }
    }
}

fn elsewhere(value: &str) -> Reference {
    Reference::Fault(SvgPart::Fetches, format!("`{}`", short(value)))
}

/// The beginning of a reference, as messages show it.
fn short(value: &str) -> String {
    value.chars().take(60).collect()
}

/// Whether an element with these `requiredExtensions` is drawn by the program that wrote
/// it alone: Adobe's, which keep their own form of the drawing in one.
pub(super) fn is_for_its_program(extensions: &str) -> bool {
    extensions
        .split_whitespace()
        .any(|uri| uri.starts_with("http://ns.adobe.com/"))
}
