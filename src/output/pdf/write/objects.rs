//! Lengths and rectangles as a PDF has them.

use crate::output::pdf::pages::Rect;

/// A length in points as it is written: to a hundredth, which is 3.5 µm.
pub(super) fn round(length: f32) -> f32 {
    hundredths(length) as f32 / 100.0
}

/// A length in hundredths of a point; what is no length is 0.
pub(super) fn hundredths(length: f32) -> i32 {
    (length * 100.0).round() as i32
}

/// The corners of a rectangle as PDF lists them.
pub(super) fn corners(rect: Rect) -> Vec<lopdf::Object> {
    [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
        .iter()
        .map(|&edge| round(edge).into())
        .collect()
}
