//! SVG: the tree that usvg makes of it, turned into PDF operators.

mod operators;
mod paint;

use super::{Picture, PictureContent, PictureError};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::{TEXT_IN_DRAWING, UNSUPPORTED_DRAWING_FEATURE};
use crate::output::svg::SafeSvg;
use crate::output::svg::codes::UNREADABLE_PICTURE;
use operators::Drawer;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::RangeInclusive;
use usvg::roxmltree;

/// SVG's length unit, the CSS pixel, in points.
const PIXEL: f32 = 0.75;

/// Widths and heights of drawings that can be scaled to a page, in pixels: the scale has to
/// be a number that PDF writes.
const SIZES: RangeInclusive<f32> = 1e-3..=1e6;

/// A drawing as PDF operators, in a space with y growing downwards from the upper
/// left corner, and the resources that they name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The width and height of that space.
    pub size: (f32, f32),
    /// The operators.
    pub operators: Vec<u8>,
    /// The graphics states, named `G0`, `G1` ….
    pub states: Vec<State>,
    /// The gradients, named `P0`, `P1` ….
    pub gradients: Vec<Gradient>,
    /// Parts that are painted as one, named `X0`, `X1` …, in the same space.
    pub groups: Vec<Drawing>,
    /// Pictures in it, named `I0`, `I1` …, each in its unit square.
    pub pictures: Vec<Picture>,
}

/// A graphics state: opacity and blending.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The opacity of fills, 0 to 1.
    pub fill: f32,
    /// The opacity of strokes, 0 to 1.
    pub stroke: f32,
    /// The blend mode as PDF names it.
    pub blend: &'static str,
}

/// Colours that flow into each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// Along what.
    pub shape: GradientShape,
    /// From the gradient's space to the drawing's.
    pub matrix: [f32; 6],
    /// Offsets from 0 to 1, growing, each with its colour; two at least.
    pub stops: Vec<(f32, [u8; 3])>,
}

impl Gradient {
    /// The numbers that its place and its shape are of.
    fn numbers(&self) -> Vec<f32> {
        let shape: &[f32] = match &self.shape {
            GradientShape::Linear(points) => points,
            GradientShape::Radial(circles) => circles,
        };
        [shape, &self.matrix].concat()
    }
}

/// Along what a gradient's colours lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GradientShape {
    /// From one point to another.
    Linear([f32; 4]),
    /// From one circle to another: x, y and radius of each.
    Radial([f32; 6]),
}

/// Turns a drawing into operators.
pub(super) fn draw(svg: &SafeSvg) -> Result<Picture, PictureError> {
    let damaged = |error: &dyn Display| {
        let wording = UNREADABLE_PICTURE.say("drawing", given!(error = error.to_string()));
        PictureError {
            faults: vec![Diagnostic::told(svg.place_of(""), wording)],
        }
    };
    let options = roxmltree::ParsingOptions {
        nodes_limit: u32::MAX,
        ..roxmltree::ParsingOptions::default()
    };
    let xml = roxmltree::Document::parse_with_options(svg.as_str(), options)
        .map_err(|error| damaged(&error))?;
    let (drawing, unsupported) = convert(&xml).map_err(|error| damaged(&error))?;
    // usvg without fonts leaves text out silently.
    let text = svg
        .words()
        .map(|words| Diagnostic::told(words, TEXT_IN_DRAWING.say("text", &[])));
    let unsupported = unsupported.into_iter().map(|(feature, id)| {
        let named = Some(id.as_str()).filter(|id| !id.is_empty());
        let wording = UNSUPPORTED_DRAWING_FEATURE.say("lacks", given!(feature, id = named));
        Diagnostic::told(svg.place_of(&id), wording)
    });
    let faults: Vec<Diagnostic> = text.into_iter().chain(unsupported).collect();
    if !faults.is_empty() {
        return Err(PictureError { faults });
    }
    Ok(Picture {
        width: drawing.size.0 * PIXEL,
        height: drawing.size.1 * PIXEL,
        content: PictureContent::Drawing(drawing),
        profile: None,
    })
}

/// A drawing, and what of it cannot be drawn, with the id of the element that has it.
type Converted = (Drawing, BTreeSet<(&'static str, String)>);

/// Has usvg resolve the drawing and draws what it gives; what cannot be drawn is
/// named. Nothing outside the file is read.
fn convert(xml: &roxmltree::Document<'_>) -> Result<Converted, usvg::Error> {
    let options = usvg::Options {
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
            // A drawing that was read refers to no other file.
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_xmltree(xml, &options)?;
    let mut drawer = Drawer::default();
    drawer.draw_group(tree.root(), usvg::Transform::identity());
    let mut unsupported = std::mem::take(&mut drawer.unsupported);
    let size = (tree.size().width(), tree.size().height());
    if [size.0, size.1].iter().any(|it| !SIZES.contains(it)) {
        unsupported.insert(("extreme", tree.root().id().to_owned()));
    }
    Ok((drawer.finish(size), unsupported))
}
