//! From bytes to the text of an SVG file.

use crate::diagnostic::Diagnostic;
use crate::output::svg::codes::UNKNOWN_PICTURE_FORMAT;
use crate::source::{SourceFile, Span};
use crate::workspace::codes::NOT_UTF8;
use std::sync::Arc;

/// How many bytes are looked at to tell an SVG file.
const HEAD: usize = 8192;

/// Whether a file is SVG, by its name or its content: text in which an `svg` element
/// begins early on.
pub fn is_svg(path: &str, bytes: &[u8]) -> bool {
    let name = path.to_ascii_lowercase();
    if name.ends_with(".svg") || name.ends_with(".svgz") {
        return true;
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let text = match utf16(head) {
        Some(text) => text,
        None => String::from_utf8_lossy(head).into_owned(),
    };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    text.starts_with('<') && (text.contains("<svg") || text.contains(":svg"))
}

/// The text of an SVG file: UTF-8, or UTF-16 with its mark.
pub(super) fn decode(path: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Box<Diagnostic>> {
    if bytes.starts_with(b"\x1F\x8B") {
        let place = Span::new(&SourceFile::new(path, ""), 0..0);
        let wording = UNKNOWN_PICTURE_FORMAT.say("compressed", &[]);
        return Err(Box::new(Diagnostic::told(place, wording)));
    }
    if let Some(text) = utf16(bytes) {
        return Ok(SourceFile::new(path, text.trim_start_matches('\u{FEFF}')));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(path, text.trim_start_matches('\u{FEFF}'))),
        Err(error) => {
            let at = error.valid_up_to();
            let file = SourceFile::new(path, String::from_utf8_lossy(bytes));
            let byte = bytes.get(at).copied().unwrap_or_default();
            let place = Span::new(&file, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
            let wording = NOT_UTF8.say("drawing", given!(byte = format!("{byte:02X}")));
            Err(Box::new(Diagnostic::told(place, wording)))
        }
    }
}

/// The text of bytes that begin with a mark of UTF-16; halves of characters become
/// U+FFFD.
fn utf16(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| read(*pair));
    let characters = char::decode_utf16(units);
    Some(
        characters
            .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}
