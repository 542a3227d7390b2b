//! Underlines, which leave out the strokes of letters that come down through them.

use super::StyledRun;
use crate::output::pdf::font::FontSet;
use crate::output::pdf::font::outline::crossing;
use crate::output::pdf::pages::{Drawing, Mark, TextRun};

/// How far an underline stays away from a stroke, times the size.
const CLEAR: f32 = 0.07;
/// Shorter pieces are not drawn, times the size.
const LEAST: f32 = 0.12;

/// The pieces of an underline of a run from left to right: `y` is its middle and `width`
/// its thickness. `marks` are those of its line.
pub(super) fn pieces(
    run: &StyledRun,
    marks: &[Mark],
    fonts: &FontSet,
    (from, to): (f32, f32),
    (y, width): (f32, f32),
) -> Vec<(f32, f32)> {
    let band = (y - width, y + width);
    let texts = marks.iter().filter(|mark| mark.role == run.role);
    let mut strokes: Vec<(f32, f32)> = texts
        .filter_map(|mark| match &mark.drawing {
            Drawing::Text(text) => Some(text),
            _ => None,
        })
        .flat_map(|text| strokes(text, fonts, band))
        .collect();
    strokes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (clear, least) = (CLEAR * run.look.size, LEAST * run.look.size);
    let mut pieces = Vec::new();
    let mut start = from;
    for (left, right) in strokes {
        let end = (left - clear).min(to);
        if end - start >= least {
            pieces.push((start, end));
        }
        start = start.max(right + clear);
    }
    if start == from || to - start >= least {
        pieces.push((start, to));
    }
    pieces.retain(|(start, end)| start < end);
    pieces
}

/// Where the strokes of a run's glyphs cross a band of heights: left and right edges.
fn strokes(text: &TextRun, fonts: &FontSet, (low, high): (f32, f32)) -> Vec<(f32, f32)> {
    let Some(loaded) = fonts.faces.get(text.face) else {
        return Vec::new();
    };
    let scale = text.size / 1000.0;
    let mut found = Vec::new();
    let mut x = text.origin.0;
    let count = text.glyphs.len();
    for at in 0..count {
        let at = if text.from_right { count - 1 - at } else { at };
        let Some(glyph) = text.glyphs.get(at) else {
            break;
        };
        let height = text.origin.1 + glyph.offset.1 * scale;
        let band = ((low - height) / scale, (high - height) / scale);
        let reaches = loaded.reaches_below(glyph.id, band.1);
        let crossing = reaches.then(|| crossing(&loaded.face, glyph.id, band));
        if let Some((left, right)) = crossing.flatten() {
            let origin = x + glyph.offset.0 * scale;
            found.push((origin + left * scale, origin + right * scale));
        }
        x += glyph.advance * scale;
    }
    found
}
