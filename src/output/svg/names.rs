//! The names that draw. Each list is complete for the specifications that it names;
//! what is in none of them is not written.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The namespace of SVG.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
/// The namespace of `xlink:href`.
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
/// The namespace of `xml:space` and `xml:lang`.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Names, one list of `names/`.
type Names = LazyLock<BTreeSet<&'static str>>;

static ELEMENTS: Names = LazyLock::new(|| read(include_str!("names/elements.txt")));
static ATTRIBUTES: Names = LazyLock::new(|| read(include_str!("names/attributes.txt")));
static PROPERTIES: Names = LazyLock::new(|| read(include_str!("names/properties.txt")));
static SILENT: Names = LazyLock::new(|| read(include_str!("names/silent-properties.txt")));
static FUNCTIONS: Names = LazyLock::new(|| read(include_str!("names/functions.txt")));

/// The names of a list, whose lines with a `#` say what it is.
fn read(list: &'static str) -> BTreeSet<&'static str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

/// What an element, an attribute or a property does in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SvgPart {
    /// It draws, or says how, or what is drawn.
    Drawn,
    /// It draws nothing, anywhere.
    Silent,
    /// It runs, listens or plays.
    Runs,
    /// It makes the drawing move.
    Moves,
    /// It brings in something from elsewhere.
    Fetches,
    /// It puts something into the drawing that is none.
    Embeds,
    /// Nobody can say.
    Unknown,
}

/// What an element does, given its namespace. Those of namespaces that no browser knows,
/// in which programs keep their own notes, draw nothing.
pub(super) fn element(namespace: Option<&str>, name: &str) -> SvgPart {
    match namespace {
        Some(SVG) => svg_element(name),
        Some(
            "http://www.w3.org/1999/xhtml"
            | "http://www.w3.org/1998/Math/MathML"
            | "http://www.mozilla.org/xbl",
        ) => SvgPart::Embeds,
        Some("http://www.w3.org/2001/XInclude" | "http://www.w3.org/1999/XSL/Transform") => {
            SvgPart::Fetches
        }
        Some("http://www.w3.org/2001/xml-events") => SvgPart::Runs,
        None | Some("") => SvgPart::Unknown,
        Some(_) => SvgPart::Silent,
    }
}

fn svg_element(name: &str) -> SvgPart {
    match name {
        "metadata" | "view" => SvgPart::Silent,
        "audio" | "handler" | "listener" | "script" | "video" => SvgPart::Runs,
        "animate" | "animateColor" | "animateMotion" | "animateTransform" | "discard" | "set" => {
            SvgPart::Moves
        }
        "color-profile" | "cursor" | "definition-src" | "font-face-src" | "font-face-uri"
        | "prefetch" => SvgPart::Fetches,
        "animation" | "canvas" | "embed" | "foreignObject" | "iframe" | "object" => SvgPart::Embeds,
        name if ELEMENTS.contains(name) => SvgPart::Drawn,
        _ => SvgPart::Unknown,
    }
}

/// Elements whose characters are drawn or read; in all others there are blanks only
/// between elements.
pub(super) fn has_text(name: &str) -> bool {
    matches!(name, "desc" | "text" | "textPath" | "title" | "tspan")
}

/// Whether an attribute's value is a number, a name or a grammar of its own, and the
/// attribute draws or is read.
pub(super) fn is_attribute(name: &str) -> bool {
    ATTRIBUTES.contains(name) || name.starts_with("aria-")
}

/// What a CSS property does.
pub(super) fn property(name: &str) -> SvgPart {
    const PROGRAMS: [&str; 6] = [
        "--",
        "-adobe-",
        "-bx-",
        "-inkscape-",
        "-serif-",
        "-sodipodi-",
    ];
    match name {
        name if PROPERTIES.contains(name) => SvgPart::Drawn,
        name if SILENT.contains(name) => SvgPart::Silent,
        name if PROGRAMS.iter().any(|start| name.starts_with(start)) => SvgPart::Silent,
        "-moz-binding" | "behavior" => SvgPart::Runs,
        name if name.starts_with("animation") || name.starts_with("transition") => SvgPart::Moves,
        _ => SvgPart::Unknown,
    }
}

/// Whether an attribute is a CSS property too.
pub(super) fn is_presentation(name: &str) -> bool {
    PROPERTIES.contains(name)
}

/// Whether a function in a value of CSS, but for `url()`, makes a value of what stands in
/// it.
pub(super) fn is_function(name: &str) -> bool {
    FUNCTIONS.contains(name)
}
