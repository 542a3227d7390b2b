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

/// From where to where a glyph's outline runs between two heights, in thousandths of the
/// size; nothing where it does not reach them.
pub(crate) fn crossing(face: &Face, glyph: u16, band: (f32, f32)) -> Option<(f32, f32)> {
    let font = FontRef::new(&face.data).ok()?;
    let glyph = font.outline_glyphs().get(GlyphId::from(glyph))?;
    let mut probe = Probe {
        band,
        at: (0.0, 0.0),
        start: (0.0, 0.0),
        found: None,
    };
    let settings = DrawSettings::unhinted(Size::new(1000.0), LocationRef::default());
    glyph.draw(settings, &mut probe).ok()?;
    probe.found
}

/// Finds where an outline runs between two heights.
struct Probe {
    band: (f32, f32),
    at: Point,
    start: Point,
    found: Option<(f32, f32)>,
}

/// The straight lines that a curve is taken for.
const STEPS: u8 = 8;

impl Probe {
    /// Follows a straight line, and widens what was found by the part of it in the band.
    fn line(&mut self, to: Point) {
        let from = std::mem::replace(&mut self.at, to);
        let (low, high) = self.band;
        if from.1.max(to.1) < low || from.1.min(to.1) > high {
            return;
        }
        let at_height = |height: f32| {
            let rise = to.1 - from.1;
            if rise == 0.0 {
                return from.0;
            }
            let part = ((height - from.1) / rise).clamp(0.0, 1.0);
            from.0 + (to.0 - from.0) * part
        };
        let ends = match from.1 == to.1 {
            true => (from.0, to.0),
            false => (at_height(low), at_height(high)),
        };
        let (left, right) = (ends.0.min(ends.1), ends.0.max(ends.1));
        self.found = Some(match self.found {
            Some((known_left, known_right)) => (known_left.min(left), known_right.max(right)),
            None => (left, right),
        });
    }

    /// Follows a curve, given as its points by how far along they are.
    fn curve(&mut self, point: impl Fn(f32) -> Point) {
        for step in 1..=STEPS {
            self.line(point(f32::from(step) / f32::from(STEPS)));
        }
    }
}

impl OutlinePen for Probe {
    fn move_to(&mut self, x: f32, y: f32) {
        (self.at, self.start) = ((x, y), (x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.line((x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let from = self.at;
        let mix = |part: f32, a: f32, b: f32, c: f32| {
            let rest = 1.0 - part;
            rest * rest * a + 2.0 * rest * part * b + part * part * c
        };
        self.curve(|part| (mix(part, from.0, cx, x), mix(part, from.1, cy, y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let from = self.at;
        let mix = |part: f32, [a, b, c, d]: [f32; 4]| {
            let rest = 1.0 - part;
            let ends = rest * rest * rest * a + part * part * part * d;
            ends + 3.0 * rest * part * (rest * b + part * c)
        };
        self.curve(|part| {
            (
                mix(part, [from.0, ax, bx, x]),
                mix(part, [from.1, ay, by, y]),
            )
        });
    }

    fn close(&mut self) {
        self.line(self.start);
    }
}
