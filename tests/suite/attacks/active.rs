//! What in a page does something: read as a browser reads it, by the parser of Servo.

use scraper::{ElementRef, Html};

/// The elements that pages of bimemo are made of; all others would be an attack's.
const ELEMENTS: [&str; 60] = [
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "blockquote",
    "body",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
];

/// Those of the lists that are too long for one line.
const FURTHER: [&str; 3] = ["tr", "ul", "title"];

/// What belongs to the page, and stands in its head alone.
const HEAD: [&str; 3] = ["link", "meta", "style"];

/// Attributes that say nothing that is fetched or run.
const ATTRIBUTES: [&str; 26] = [
    "alt",
    "aria-hidden",
    "aria-label",
    "class",
    "colspan",
    "content",
    "charset",
    "datetime",
    "dir",
    "href",
    "height",
    "hreflang",
    "id",
    "lang",
    "name",
    "rel",
    "role",
    "rowspan",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
    "type",
    "value",
    "width",
];

/// The page's own script, which lets the keyboard scroll.
const SCRIPT: &str = include_str!("../../../templates/parts/script.html");

/// The nodes of a page that do something, each in one line.
pub fn active_nodes(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let nodes = html.tree.nodes().filter_map(ElementRef::wrap);
    nodes.filter_map(active).collect()
}

fn active(element: ElementRef<'_>) -> Option<String> {
    let name = element.value().name();
    let mut parents = element.ancestors().filter_map(ElementRef::wrap);
    let in_head = parents.next().is_some_and(|it| it.value().name() == "head");
    let is_own =
        name == "script" && (SCRIPT.contains(&element.html()) || is_data(element, in_head));
    let known = ELEMENTS.contains(&name)
        || FURTHER.contains(&name)
        || HEAD.contains(&name) && in_head
        || is_own;
    let attribute = element.value().attrs().find(|(attribute, value)| {
        let value = value.trim();
        match *attribute {
            "style" => name != "html",
            "href" => !is_link(value),
            "src" => name != "img" || !is_picture(value),
            "property" => name != "meta",
            other => !ATTRIBUTES.contains(&other),
        }
    });
    (!known || attribute.is_some()).then(|| {
        let shown: String = element.html().chars().take(160).collect();
        shown.replace('\n', " ")
    })
}

/// Whether a script is data, which no browser runs (HTML, 4.12.1): JSON and nothing else.
fn is_data(script: ElementRef<'_>, in_head: bool) -> bool {
    let attributes: Vec<(&str, &str)> = script.value().attrs().collect();
    let data = script.text().collect::<String>();
    let is_json = serde_json::from_str::<serde_json::Value>(&data).is_ok();
    in_head && attributes == [("type", "application/ld+json")] && is_json
}

/// The scheme of an address as browsers read it, which leave out blanks and control
/// characters; nothing for a path.
fn scheme(address: &str) -> Option<String> {
    let bare: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let (scheme, _) = bare.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then(|| scheme.to_ascii_lowercase())
}

fn is_link(address: &str) -> bool {
    match scheme(address) {
        Some(scheme) => ["http", "https", "mailto", "tel"].contains(&scheme.as_str()),
        None => !address.starts_with("//"),
    }
}

/// A picture is data, or a file beside the page.
fn is_picture(address: &str) -> bool {
    match scheme(address) {
        Some(_) => address.starts_with("data:image/"),
        None => !address.starts_with("//"),
    }
}
