//! HTML: what templates need for a page with everything in it, and what is left to
//! do after them.

pub mod codes;
mod fragment;

pub use fragment::{FragmentForm, fragment_namespace, write_fragment};

use crate::output::data_uri::{DataUri, raster};
use crate::output::svg::is_svg;
use std::fmt::Write;

/// The elements of HTML that have no end tag (HTML, 13.1.2, void elements).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Whether an element has no end tag.
fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// The finished page: elements that are empty end as HTML has it (`<br>`), and it ends in
/// one line break.
pub fn write_html(filled: &str) -> String {
    let mut page = String::with_capacity(filled.len());
    let mut rest = filled.trim();
    while let Some(at) = rest.find("/>") {
        let (before, after) = rest.split_at(at);
        let tag = before.rfind('<').map(|start| &before[start + 1..]);
        let name = tag.map(|tag| tag.split_ascii_whitespace().next().unwrap_or_default());
        let is_void = name.is_some_and(is_void);
        page.push_str(if is_void { before.trim_end() } else { before });
        page.push_str(if is_void { ">" } else { "/>" });
        rest = &after[2..];
    }
    page.push_str(rest);
    page.push('\n');
    page
}

/// What stands in the place of a picture's path: the picture itself as a data URI, whose
/// type is told by its content.
pub fn picture_data(path: &str, bytes: Vec<u8>) -> String {
    let kind = match raster(&bytes) {
        Some(kind) => kind,
        None if is_svg(path, &bytes) => "image/svg+xml",
        None => "application/octet-stream",
    };
    DataUri::new(kind, bytes).to_string()
}

/// CSS declarations of variables, for a `style` attribute: `--name: value;`. A name
/// or a value that would end its declaration is left out.
pub fn declare_variables(variables: &[(String, String)]) -> String {
    let mut style = String::new();
    for (name, value) in variables {
        let sound = name.starts_with("--")
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !value.contains([';', '{', '}', '<', '\\']);
        if sound {
            let _ = write!(style, "{name}: {value}; ");
        }
    }
    style.truncate(style.trim_end().len());
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_elements_end_as_html_has_it() {
        let xhtml = "<p>a<br/>b <img src=\"a\" alt=\"a/&gt;\" />5 /&gt; 4<br>c</p><b/>";
        let html = "<p>a<br>b <img src=\"a\" alt=\"a/&gt;\">5 /&gt; 4<br>c</p><b/>\n";
        assert_eq!(write_html(xhtml), html);
    }

    #[test]
    fn a_value_cannot_end_its_declaration() {
        let variables = [
            ("--a".to_owned(), "\"Noto Sans\", serif".to_owned()),
            ("--b".to_owned(), "red; --c: x".to_owned()),
            ("color".to_owned(), "red".to_owned()),
        ];
        assert_eq!(declare_variables(&variables), "--a: \"Noto Sans\", serif;");
    }

    #[test]
    fn pictures_are_told_by_their_content() {
        let uri = |path: &str, bytes: &[u8]| picture_data(path, bytes.to_vec());
        assert!(uri("a.jpg", b"\x89PNG\r\n").starts_with("data:image/png;"));
        assert!(uri("a.png", b"<svg/>").starts_with("data:image/svg+xml;"));
        assert!(uri("a.svg", b"<!-- -->").starts_with("data:image/svg+xml;"));
        assert!(uri("a.html", b"<p>").starts_with("data:application/octet-stream;"));
    }
}
