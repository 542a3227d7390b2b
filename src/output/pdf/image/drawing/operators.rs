//! Nodes of the drawing → operators.

use super::paint::{self, Painted};
use super::{Drawing, State};
use crate::output::pdf::image::{Picture, PictureContent};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use usvg::tiny_skia_path::{Path, PathSegment, Point};
use usvg::{ClipPath, FillRule, Group, ImageKind, LineCap, LineJoin, Node, PaintOrder, Transform};

/// The state in which PDF begins.
const OPAQUE: State = State {
    fill: 1.0,
    stroke: 1.0,
    blend: "Normal",
};

/// Writes operators and gathers what they name.
#[derive(Default)]
pub(super) struct Drawer {
    text: String,
    drawing: Drawing,
    /// The id of the element that is being drawn.
    id: String,
    /// What was found that cannot be drawn, as its phrase names it, with the id of the
    /// element that has it.
    pub(super) unsupported: BTreeSet<(&'static str, String)>,
}

impl Drawer {
    /// The drawing of what was drawn, in a space of this size.
    pub(super) fn finish(self, size: (f32, f32)) -> Drawing {
        fn sized(drawing: &mut Drawing, size: (f32, f32)) {
            drawing.size = size;
            for group in &mut drawing.groups {
                sized(group, size);
            }
        }
        let mut drawing = self.drawing;
        drawing.operators = self.text.into_bytes();
        sized(&mut drawing, size);
        drawing
    }

    /// Draws a group; `outer` leads from its parent's space to the drawing's.
    pub(super) fn draw_group(&mut self, group: &Group, outer: Transform) {
        let inner = outer.pre_concat(group.transform());
        if group.mask().is_some() {
            self.lacks("mask", group.id());
        }
        if !group.filters().is_empty() {
            self.lacks("filter", group.id());
        }
        let state = State {
            fill: group.opacity().get(),
            stroke: group.opacity().get(),
            blend: paint::blend_name(group.blend_mode()).unwrap_or_else(|| {
                self.lacks("plus-lighter", group.id());
                OPAQUE.blend
            }),
        };
        let as_one = state != OPAQUE || group.isolate();
        let saved = as_one || group.clip_path().is_some();
        if saved {
            self.text.push_str("q\n");
        }
        if let Some(clip) = group.clip_path() {
            self.clip(clip, inner);
        }
        if as_one {
            let mut part = Drawer::default();
            part.draw_children(group, inner);
            self.unsupported.append(&mut part.unsupported);
            self.set_state(state);
            let _ = writeln!(self.text, "/X{} Do", self.drawing.groups.len());
            self.drawing.groups.push(part.finish((0.0, 0.0)));
        } else {
            self.draw_children(group, inner);
        }
        if saved {
            self.text.push_str("Q\n");
        }
    }

    fn draw_children(&mut self, group: &Group, inner: Transform) {
        for child in group.children() {
            match child {
                Node::Group(group) => self.draw_group(group, inner),
                Node::Path(path) if path.is_visible() => self.draw_path(path, inner),
                Node::Image(image) if image.is_visible() => self.draw_image(image, inner),
                // Text is reported from the source; usvg has no fonts here.
                Node::Path(_) | Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    fn draw_path(&mut self, path: &usvg::Path, inner: Transform) {
        path.id().clone_into(&mut self.id);
        self.text.push_str("q\n");
        if !inner.is_identity() {
            self.numbers(&matrix(inner));
            self.text.push_str("cm\n");
        }
        match path.paint_order() {
            PaintOrder::FillAndStroke => {
                self.fill(path, inner);
                self.stroke(path, inner);
            }
            PaintOrder::StrokeAndFill => {
                self.stroke(path, inner);
                self.fill(path, inner);
            }
        }
        self.text.push_str("Q\n");
    }

    fn fill(&mut self, path: &usvg::Path, inner: Transform) {
        let Some(fill) = path.fill() else { return };
        self.set_state(State {
            fill: fill.opacity().get(),
            ..OPAQUE
        });
        self.set_paint(fill.paint(), inner, path.id(), Use::Fill);
        self.path(path.data(), Transform::identity());
        self.text.push_str(match fill.rule() {
            FillRule::NonZero => "f\n",
            FillRule::EvenOdd => "f*\n",
        });
    }

    fn stroke(&mut self, path: &usvg::Path, inner: Transform) {
        let Some(stroke) = path.stroke() else { return };
        self.set_state(State {
            stroke: stroke.opacity().get(),
            ..OPAQUE
        });
        self.set_paint(stroke.paint(), inner, path.id(), Use::Stroke);
        self.numbers(&[stroke.width().get()]);
        self.text.push_str("w ");
        let cap = match stroke.linecap() {
            LineCap::Butt => 0,
            LineCap::Round => 1,
            LineCap::Square => 2,
        };
        let join = match stroke.linejoin() {
            LineJoin::Miter | LineJoin::MiterClip => 0,
            LineJoin::Round => 1,
            LineJoin::Bevel => 2,
        };
        let _ = write!(self.text, "{cap} J {join} j ");
        self.numbers(&[stroke.miterlimit().get()]);
        self.text.push_str("M\n");
        if let Some(dashes) = stroke.dasharray() {
            self.text.push('[');
            self.numbers(dashes);
            self.text.push(']');
            self.numbers(&[stroke.dashoffset()]);
            self.text.push_str("d\n");
        }
        self.path(path.data(), Transform::identity());
        self.text.push_str("S\n");
    }

    /// Chooses a state. What a fill's state leaves behind is right for a stroke
    /// that is opaque, and the other way round.
    fn set_state(&mut self, state: State) {
        if state == OPAQUE {
            return;
        }
        let states = &mut self.drawing.states;
        let index = states.iter().position(|known| *known == state);
        let index = index.unwrap_or_else(|| {
            states.push(state);
            states.len() - 1
        });
        let _ = writeln!(self.text, "/G{index} gs");
    }

    fn set_paint(&mut self, colours: &usvg::Paint, inner: Transform, id: &str, used: Use) {
        match paint::painted(colours, inner) {
            Painted::Solid(colour) => {
                let channels = colour.map(|channel| f32::from(channel) / 255.0);
                self.numbers(&channels);
                self.text.push_str(used.pick("rg\n", "RG\n"));
            }
            Painted::Gradient(gradient) => {
                if !gradient.numbers().iter().copied().all(is_writable) {
                    self.lacks("extreme", id);
                }
                let index = self.drawing.gradients.len();
                self.drawing.gradients.push(gradient);
                let space = used.pick("cs", "CS");
                let choose = used.pick("scn", "SCN");
                let _ = writeln!(self.text, "/Pattern {space} /P{index} {choose}");
            }
            Painted::Unsupported(what) => self.lacks(what, id),
        }
    }

    /// Clips to a clipping path, which may itself be clipped.
    fn clip(&mut self, clip: &ClipPath, outer: Transform) {
        if let Some(further) = clip.clip_path() {
            self.clip(further, outer);
        }
        let inner = outer.pre_concat(clip.transform());
        let mut rule = FillRule::NonZero;
        let mut pieces = 0;
        self.clip_pieces(clip.root(), inner, &mut rule, &mut pieces);
        if pieces == 0 {
            // An empty clipping path hides all.
            self.text.push_str("0 0 0 0 re\n");
        }
        self.text.push_str(match rule {
            FillRule::EvenOdd if pieces == 1 => "W* n\n",
            _ => "W n\n",
        });
    }

    fn clip_pieces(
        &mut self,
        group: &Group,
        outer: Transform,
        rule: &mut FillRule,
        pieces: &mut usize,
    ) {
        let inner = outer.pre_concat(group.transform());
        if group.clip_path().is_some() {
            self.lacks("clipped-clip", group.id());
        }
        for child in group.children() {
            match child {
                Node::Group(group) => self.clip_pieces(group, inner, rule, pieces),
                Node::Path(path) if path.is_visible() => {
                    *pieces += 1;
                    *rule = path.fill().map_or(FillRule::NonZero, usvg::Fill::rule);
                    self.path(path.data(), inner);
                }
                Node::Path(_) | Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    fn draw_image(&mut self, image: &usvg::Image, inner: Transform) {
        let data = match image.kind() {
            ImageKind::SVG(tree) => return self.draw_group(tree.root(), inner),
            ImageKind::JPEG(data)
            | ImageKind::PNG(data)
            | ImageKind::GIF(data)
            | ImageKind::WEBP(data) => data,
        };
        let Ok(picture) = Picture::decode(data, "") else {
            return self.lacks("picture-unsound", image.id());
        };
        if matches!(picture.content, PictureContent::Drawing(_)) {
            return self.lacks("drawing-as-pixels", image.id());
        }
        image.id().clone_into(&mut self.id);
        let (width, height) = (image.size().width(), image.size().height());
        let square = inner.pre_concat(Transform::from_row(width, 0.0, 0.0, -height, 0.0, height));
        self.text.push_str("q\n");
        self.numbers(&matrix(square));
        self.text.push_str("cm\n");
        if let PictureContent::Jpeg { turn, .. } = &picture.content {
            self.numbers(turn);
            self.text.push_str("cm\n");
        }
        let _ = writeln!(self.text, "/I{} Do", self.drawing.pictures.len());
        self.text.push_str("Q\n");
        self.drawing.pictures.push(picture);
    }

    fn path(&mut self, path: &Path, transform: Transform) {
        let at = |mut point: Point| {
            transform.map_point(&mut point);
            [point.x, point.y]
        };
        let mut here = Point::zero();
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.numbers(&at(to));
                    self.text.push_str("m\n");
                    here = to;
                }
                PathSegment::LineTo(to) => {
                    self.numbers(&at(to));
                    self.text.push_str("l\n");
                    here = to;
                }
                PathSegment::QuadTo(control, to) => {
                    let near = |end: Point| {
                        let sum = end + control + control;
                        at(Point::from_xy(sum.x * (1.0 / 3.0), sum.y * (1.0 / 3.0)))
                    };
                    self.curve(near(here), near(to), at(to));
                    here = to;
                }
                PathSegment::CubicTo(first, second, to) => {
                    self.curve(at(first), at(second), at(to));
                    here = to;
                }
                PathSegment::Close => self.text.push_str("h\n"),
            }
        }
    }

    fn curve(&mut self, first: [f32; 2], second: [f32; 2], to: [f32; 2]) {
        self.numbers([first, second, to].as_flattened());
        self.text.push_str("c\n");
    }

    /// Numbers, each with a space after it.
    fn numbers(&mut self, numbers: &[f32]) {
        if !numbers.iter().copied().all(is_writable) {
            let id = std::mem::take(&mut self.id);
            self.lacks("extreme", &id);
            self.id = id;
        }
        for number in numbers {
            let _ = write!(self.text, "{} ", short(*number));
        }
    }

    /// Notes what cannot be drawn.
    fn lacks(&mut self, what: &'static str, id: &str) {
        self.unsupported.insert((what, id.to_owned()));
    }
}

/// What a paint is for.
#[derive(Clone, Copy)]
enum Use {
    Fill,
    Stroke,
}

impl Use {
    fn pick(self, fill: &'static str, stroke: &'static str) -> &'static str {
        match self {
            Use::Fill => fill,
            Use::Stroke => stroke,
        }
    }
}

/// A transform as PDF writes it.
pub(super) fn matrix(transform: Transform) -> [f32; 6] {
    [
        transform.sx,
        transform.ky,
        transform.kx,
        transform.sy,
        transform.tx,
        transform.ty,
    ]
}

/// The greatest number of a drawing's space. Beyond it readers, which count in single
/// precision, have less than a tenth of a unit left.
const GREATEST: f32 = 1e6;

/// Whether a number can be written so that readers take it for what it is.
pub(super) fn is_writable(number: f32) -> bool {
    number.abs() <= GREATEST
}

/// A number to four decimals, which PDF can write without an exponent.
fn short(number: f32) -> f32 {
    let number = f64::from(number.clamp(-GREATEST, GREATEST));
    let rounded = ((number * 1e4).round() / 1e4) as f32;
    // Not "-0".
    if rounded == 0.0 { 0.0 } else { rounded }
}
