//! Glyphs as paths.

use super::Face;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A point, in thousandths of the size; `y` grows upwards from the baseline.
pub(crate) type Point = (f32, f32);

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum OutlineStep {
    /// A new contour begins.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve.
    Curve(Point, Point, Point),
    /// The contour is closed.
    Close,
}

/// The path of a glyph; nothing where it has none.
pub(crate) fn outline(face: &Face, glyph: u16) -> Vec<OutlineStep> {
    let mut path = Path::default();
    let Ok(font) = FontRef::new(&face.data) else {
        return Vec::new();
    };
    let Some(glyph) = font.outline_glyphs().get(GlyphId::from(glyph)) else {
        return Vec::new();
    };
    let settings = DrawSettings::unhinted(Size::new(1000.0), LocationRef::default());
    match glyph.draw(settings, &mut path) {
        Ok(_) => path.steps,
        Err(_) => Vec::new(),
    }
}

/// Gathers a path.
#[derive(Default)]
struct Path {
    steps: Vec<OutlineStep>,
    pen: Point,
}

impl Path {
    fn add(&mut self, step: OutlineStep, pen: Point) {
        self.steps.push(step);
        self.pen = pen;
    }
}

impl OutlinePen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add(OutlineStep::Move((x, y)), (x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add(OutlineStep::Line((x, y)), (x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let near = |from: f32, control: f32| from + (control - from) * 2.0 / 3.0;
        let (from, to) = (self.pen, (x, y));
        let first = (near(from.0, cx), near(from.1, cy));
        let second = (near(to.0, cx), near(to.1, cy));
        self.add(OutlineStep::Curve(first, second, to), to);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add(OutlineStep::Curve((ax, ay), (bx, by), (x, y)), (x, y));
    }

    fn close(&mut self) {
        self.steps.push(OutlineStep::Close);
    }
}
