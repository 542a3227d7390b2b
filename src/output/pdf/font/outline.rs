//! Glyphs as the operators of paths.

use super::Face;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::fmt::Write as _;

/// A point, in thousandths of the size; `y` grows upwards from the baseline.
type Point = (f32, f32);

/// The operators of a glyph's path, none where it has none; `place` writes a point where it
/// stands.
pub(crate) fn outline(face: &Face, glyph: u16, place: &dyn Fn(Point) -> String) -> String {
    let glyphs = FontRef::new(&face.data).map(|font| font.outline_glyphs());
    let glyph = glyphs
        .ok()
        .and_then(|glyphs| glyphs.get(GlyphId::from(glyph)));
    let mut pen = Pen {
        operators: String::new(),
        place,
        at: (0.0, 0.0),
    };
    let settings = DrawSettings::unhinted(Size::new(1000.0), LocationRef::default());
    match glyph.map(|glyph| glyph.draw(settings, &mut pen)) {
        Some(Ok(_)) => pen.operators,
        _ => String::new(),
    }
}

struct Pen<'a> {
    operators: String,
    place: &'a dyn Fn(Point) -> String,
    at: Point,
}

impl Pen<'_> {
    fn write(&mut self, points: &[Point], operator: char) {
        for point in points {
            let _ = write!(self.operators, "{} ", (self.place)(*point));
            self.at = *point;
        }
        let _ = writeln!(self.operators, "{operator}");
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write(&[(x, y)], 'm');
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write(&[(x, y)], 'l');
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let near = |from: f32, control: f32| from + (control - from) * 2.0 / 3.0;
        let (from, to) = (self.at, (x, y));
        let first = (near(from.0, cx), near(from.1, cy));
        let second = (near(to.0, cx), near(to.1, cy));
        self.write(&[first, second, to], 'c');
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.write(&[(ax, ay), (bx, by), (x, y)], 'c');
    }

    fn close(&mut self) {
        self.write(&[], 'h');
    }
}
