//! Lengths and rectangles as a PDF has them.

use crate::output::pdf::pages::Rect;
use lopdf::{Object, StringFormat};

/// A string of text (ISO 32000-1, 7.9.2.2): in ASCII where it is, otherwise in UTF-16, byte
/// by byte, which is half as long as in hexadecimal figures.
pub(super) fn text_string(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    let bytes = [0xFE, 0xFF].into_iter().chain(units).collect();
    Object::String(bytes, StringFormat::Literal)
}

/// A length in points as it is written: to a hundredth, which is 3.5 µm.
pub(super) fn round(length: f32) -> f32 {
    hundredths(length) as f32 / 100.0
}

/// A length in hundredths of a point; what is no length is 0.
pub(super) fn hundredths(length: f32) -> i32 {
    (length * 100.0).round() as i32
}

/// The corners of a rectangle as PDF lists them.
pub(super) fn corners(rect: Rect) -> Vec<Object> {
    [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
        .iter()
        .map(|&edge| round(edge).into())
        .collect()
}
