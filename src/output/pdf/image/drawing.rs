//! SVG: the tree that usvg makes of it, turned into PDF operators.

mod operators;
mod paint;

use super::{Picture, PictureContent, PictureError, PictureFault};
use crate::diagnostic::codes::writing::{
    TEXT_IN_DRAWING, UNREADABLE_PICTURE, UNSUPPORTED_DRAWING_FEATURE,
};
use operators::Drawer;
use std::collections::BTreeSet;
use std::sync::Mutex;
use usvg::roxmltree;

/// SVG's length unit, the CSS pixel, in points.
const PIXEL: f32 = 0.75;

/// The most XML nodes that a drawing may have.
const MOST_NODES: u32 = 1_000_000;

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

/// Decodes an SVG file.
pub(super) fn decode_svg(bytes: &[u8], name: &str) -> Result<Picture, PictureError> {
    let damaged = |reason: String| {
        PictureError::one(
            &UNREADABLE_PICTURE,
            format!("the drawing {name} cannot be read: {reason}"),
            "save it again as plain SVG in a drawing program",
        )
    };
    let text = std::str::from_utf8(bytes)
        .map_err(|_| damaged("it is not UTF-8 text".to_owned()))?
        .trim_start_matches('\u{FEFF}');
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..roxmltree::ParsingOptions::default()
    };
    let xml = roxmltree::Document::parse_with_options(text, options)
        .map_err(|error| damaged(error.to_string()))?;
    let mut faults = text_faults(&xml, name);
    let converted = convert(&xml).map_err(|error| damaged(error.to_string()))?;
    let size = converted.drawing.size;
    faults.extend(converted.unsupported.into_iter().map(|feature| {
        PictureFault {
            code: &UNSUPPORTED_DRAWING_FEATURE,
            message: format!("the drawing {name} has {feature}, which cannot be drawn"),
            hint: "take it out of the drawing, or export the drawing as PNG of 2,000 pixels across"
                .to_owned(),
        }
    }));
    if !faults.is_empty() {
        return Err(PictureError::all(faults));
    }
    Ok(Picture {
        width: size.0 * PIXEL,
        height: size.1 * PIXEL,
        content: PictureContent::Drawing(converted.drawing),
        profile: None,
    })
}

/// What became of a drawing.
struct Converted {
    drawing: Drawing,
    /// What of it cannot be drawn.
    unsupported: BTreeSet<String>,
}

/// Has usvg resolve the drawing and draws what it gives; what cannot be drawn is
/// named. Nothing outside the file is read.
fn convert(xml: &roxmltree::Document<'_>) -> Result<Converted, usvg::Error> {
    let elsewhere = Mutex::new(BTreeSet::new());
    let tree = {
        let options = usvg::Options {
            image_href_resolver: usvg::ImageHrefResolver {
                resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
                resolve_string: Box::new(|href, _| {
                    let short: String = href.chars().take(60).collect();
                    if let Ok(mut elsewhere) = elsewhere.lock() {
                        elsewhere.insert(format!("a picture in another file ({short})"));
                    }
                    None
                }),
            },
            ..usvg::Options::default()
        };
        usvg::Tree::from_xmltree(xml, &options)?
    };
    let mut drawer = Drawer::default();
    drawer.draw_group(tree.root(), usvg::Transform::identity());
    let mut unsupported = std::mem::take(&mut drawer.unsupported);
    unsupported.extend(elsewhere.into_inner().unwrap_or_default());
    let size = (tree.size().width(), tree.size().height());
    Ok(Converted {
        drawing: drawer.finish(size),
        unsupported,
    })
}

/// A fault for the drawing's text, naming the first line that has some. usvg
/// without fonts leaves text out silently.
fn text_faults(xml: &roxmltree::Document<'_>, name: &str) -> Vec<PictureFault> {
    let first = xml.descendants().find(|node| {
        node.tag_name().name() == "text"
            && node.tag_name().namespace() == Some("http://www.w3.org/2000/svg")
            && node
                .descendants()
                .any(|inner| inner.is_text() && inner.text().is_some_and(|t| !t.trim().is_empty()))
    });
    first
        .map(|node| PictureFault {
            code: &TEXT_IN_DRAWING,
            message: format!(
                "the drawing {name} has text at its line {}, which looks different from machine to machine",
                xml.text_pos_at(node.range().start).row
            ),
            hint: "convert text to paths in the drawing program and save the drawing again"
                .to_owned(),
        })
        .into_iter()
        .collect()
}
