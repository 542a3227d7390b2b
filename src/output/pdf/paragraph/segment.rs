//! Segments: what stands between two places where a line may break, measured.

use super::opportunity::{BreakKind, opportunities};
use super::{Paragraph, StyledRun};
use crate::output::pdf::font::shape::{Shaped, Shaper, ShapingManner};
use std::sync::Arc;

/// What stands between two places where a line may break. Lengths in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where it begins in the text.
    pub start: usize,
    /// Where its spaces begin.
    pub word_end: usize,
    /// Where it ends.
    pub end: usize,
    /// The width without the spaces at its end.
    pub width: f32,
    /// The width of those spaces.
    pub space: f32,
    /// The width of the hyphen drawn if a line breaks after it.
    pub hyphen: f32,
    /// The kind of break after it.
    pub kind: BreakKind,
}

/// Measures the segments of a paragraph.
pub(super) fn segments(paragraph: &Paragraph, shaper: &mut Shaper<'_>) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (end, kind) in opportunities(paragraph) {
        let text = paragraph.text.get(start..end).unwrap_or_default();
        let word_end = start + text.trim_end_matches([' ', '\n']).len();
        segments.push(Segment {
            start,
            word_end,
            end,
            width: width(paragraph, shaper, start, word_end),
            space: width(paragraph, shaper, word_end, end),
            hyphen: 0.0,
            kind,
        });
        start = end;
    }
    segments
}

/// The width of the bytes `start..end` in points.
pub(super) fn width(
    paragraph: &Paragraph,
    shaper: &mut Shaper<'_>,
    start: usize,
    end: usize,
) -> f32 {
    let mut total = 0.0;
    for part in parts(paragraph, start, end) {
        let run = &paragraph.runs[part.run];
        let text = paragraph.text.get(part.start..part.end).unwrap_or_default();
        total += match &run.picture {
            Some(picture) => picture.width,
            None => words(text)
                .map(|word| shape_part(shaper, run, word, part.is_from_right()))
                .map(|shaped| in_points(&shaped, run))
                .sum(),
        };
    }
    total
}

/// A stretch of a paragraph's text of one run and one embedding level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SegmentPart {
    /// The index of the run.
    pub run: usize,
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its embedding level.
    pub level: u8,
}

impl SegmentPart {
    /// Whether it is read from the right.
    pub fn is_from_right(self) -> bool {
        self.level % 2 == 1
    }
}

/// The parts of the bytes `start..end` in the order of reading.
pub(super) fn parts(
    paragraph: &Paragraph,
    start: usize,
    end: usize,
) -> impl Iterator<Item = SegmentPart> + '_ {
    paragraph
        .by_run(start, end)
        .flat_map(move |(run, start, end)| {
            let mut at = start;
            std::iter::from_fn(move || {
                let from = at;
                let level = paragraph.level(from);
                at = (from..end)
                    .find(|byte| paragraph.level(*byte) != level)
                    .unwrap_or(end);
                (from < end).then_some(SegmentPart {
                    run,
                    start: from,
                    end: at,
                    level,
                })
            })
        })
}

/// What text is shaped in: its words, and each space and line break by itself. So each
/// word is shaped once in all documents.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let length = match rest.chars().next()? {
            ' ' | '\n' => 1,
            _ => rest.find([' ', '\n']).unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        Some(word)
    })
}

/// The widths, in points, of the text from `start` to each of `places`, all inside
/// one segment.
pub(super) fn widths_to(
    paragraph: &Paragraph,
    shaper: &mut Shaper<'_>,
    segment: &Segment,
    places: &[usize],
) -> Vec<f32> {
    let mut widths = vec![0.0; places.len()];
    for part in parts(paragraph, segment.start, segment.word_end) {
        let (start, end) = (part.start, part.end);
        let run = &paragraph.runs[part.run];
        let text = paragraph.text.get(start..end).unwrap_or_default();
        let shaped = shape_part(shaper, run, text, part.is_from_right());
        // Glyphs and places both come in the order of the text.
        let mut glyphs = shaped.glyphs.iter().peekable();
        let (mut advance, mut before) = (0.0, 0.0);
        for (width, &place) in widths.iter_mut().zip(places) {
            if place <= start {
                continue;
            }
            while place < end
                && let Some(glyph) = glyphs.next_if(|glyph| glyph.start < place - start)
            {
                advance += glyph.advance;
                before += 1.0;
            }
            *width += match &run.picture {
                Some(picture) => picture.width,
                None if place >= end => in_points(&shaped, run),
                None => (advance + run.look.tracking * before) * run.look.size / 1000.0,
            };
        }
    }
    widths
}

/// Shapes text of a run, which may be read from the right; a line break at its end has no
/// width.
pub(super) fn shape_part(
    shaper: &mut Shaper<'_>,
    run: &StyledRun,
    text: &str,
    from_right: bool,
) -> Arc<Shaped> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let manner = ShapingManner {
        from_right,
        ..run.look.manner()
    };
    shaper.shape(text, run.look.order, manner)
}

fn in_points(shaped: &Shaped, run: &StyledRun) -> f32 {
    (shaped.width + run.look.tracking * shaped.glyphs.len() as f32) * run.look.size / 1000.0
}
