//! HTML: what templates need for a page with everything in it, and what is left to
//! do after them.

use crate::document::Document;
use std::collections::BTreeMap;
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The finished page: it ends in one line break.
pub fn write_html(filled: &str) -> String {
    let mut page = filled.trim().to_owned();
    page.push('\n');
    page
}

/// What stands in the place of pictures' paths: the pictures themselves. `bytes`
/// gives a file of the workspace; one that it does not give keeps its path, and
/// its absence was reported with the document.
pub fn picture_data(
    document: &Document,
    mut bytes: impl FnMut(&str) -> Option<Vec<u8>>,
) -> BTreeMap<String, String> {
    document
        .files
        .iter()
        .filter(|file| file.picture)
        .filter_map(|file| Some((file.path.clone(), data_uri(&file.path, &bytes(&file.path)?))))
        .collect()
}

/// A picture as a data URI (RFC 2397); its type is told by its first bytes, and for
/// drawings by its name.
pub fn data_uri(path: &str, bytes: &[u8]) -> String {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => "image/webp",
        _ if path.to_ascii_lowercase().ends_with(".svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
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
    fn a_value_cannot_end_its_declaration() {
        let variables = [
            ("--a".to_owned(), "\"Noto Sans\", serif".to_owned()),
            ("--b".to_owned(), "red; --c: x".to_owned()),
            ("color".to_owned(), "red".to_owned()),
        ];
        assert_eq!(declare_variables(&variables), "--a: \"Noto Sans\", serif;");
    }

    #[test]
    fn pictures_are_told_by_their_bytes() {
        assert!(data_uri("a.jpg", b"\x89PNG\r\n").starts_with("data:image/png;"));
        assert!(data_uri("a.SVG", b"<svg/>").starts_with("data:image/svg+xml;"));
    }
}
