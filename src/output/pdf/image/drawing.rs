//! SVG: the tree that usvg makes of it, turned into PDF operators.

mod operators;
mod paint;

use super::{Picture, PictureContent, PictureError};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::{TEXT_IN_DRAWING, UNSUPPORTED_DRAWING_FEATURE};
use crate::output::svg::SafeSvg;
use crate::output::svg::codes::UNREADABLE_PICTURE;
use crate::source::Span;
use operators::Drawer;
use std::collections::BTreeSet;
use usvg::roxmltree;

/// SVG's length unit, the CSS pixel, in points.
const PIXEL: f32 = 0.75;

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
    let start = svg.place_of("");
    let damaged = |reason: String| {
        PictureError::all(vec![
            Diagnostic::new(
                &UNREADABLE_PICTURE,
                start.clone(),
                format!("the drawing cannot be read: {reason}"),
            )
            .hint("save it again as plain SVG in a drawing program"),
        ])
    };
    let options = roxmltree::ParsingOptions {
        nodes_limit: u32::MAX,
        ..roxmltree::ParsingOptions::default()
    };
    let xml = roxmltree::Document::parse_with_options(svg.as_str(), options)
        .map_err(|error| damaged(error.to_string()))?;
    let converted = convert(&xml).map_err(|error| damaged(error.to_string()))?;
    let mut faults: Vec<Diagnostic> = svg.words().map(has_text).into_iter().collect();
    faults.extend(converted.unsupported.into_iter().map(|(feature, id)| {
        let on = match id.as_str() {
            "" => String::new(),
            id => format!(" (on #{id})"),
        };
        Diagnostic::new(
            &UNSUPPORTED_DRAWING_FEATURE,
            svg.place_of(&id),
            format!("the drawing has {feature}{on}, which cannot be drawn in a PDF"),
        )
        .hint("take it out of the drawing, or export the drawing as PNG of 2,000 pixels across")
    }));
    if !faults.is_empty() {
        return Err(PictureError::all(faults));
    }
    let size = converted.drawing.size;
    Ok(Picture {
        width: size.0 * PIXEL,
        height: size.1 * PIXEL,
        content: PictureContent::Drawing(converted.drawing),
        profile: None,
    })
}

/// The fault of a drawing with words, the first of which stand here. usvg without fonts
/// leaves text out silently.
fn has_text(words: Span) -> Diagnostic {
    Diagnostic::new(
        &TEXT_IN_DRAWING,
        words,
        "the drawing has text, which looks different from machine to machine",
    )
    .hint("convert text to paths in the drawing program and save the drawing again")
}

/// What became of a drawing.
struct Converted {
    drawing: Drawing,
    /// What of it cannot be drawn, and the id of the element that has it.
    unsupported: BTreeSet<(String, String)>,
}

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
    let unsupported = std::mem::take(&mut drawer.unsupported);
    let size = (tree.size().width(), tree.size().height());
    Ok(Converted {
        drawing: drawer.finish(size),
        unsupported,
    })
}
