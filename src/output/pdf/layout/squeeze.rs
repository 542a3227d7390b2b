//! What is done for a table that is wider than its place: it gets another, and something
//! is taken away from its cells.

use crate::output::pdf::markup::Element;
use crate::output::theme::PrintStyle;

/// A table in a column that takes the width of all columns.
#[derive(Clone, Copy)]
pub(super) struct WideTable<'a> {
    /// The table.
    pub table: &'a Element,
    /// The left edge of the columns.
    pub x: f32,
    /// The width of all columns.
    pub width: f32,
    /// Whether it, or its partner in another column, needs a page that lies on its side.
    pub turned: bool,
}

/// What is taken away from cells so that a table fits its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Squeeze {
    /// The most padding at the left and right of a cell, in points.
    padding: f32,
    /// The part of its size that text is set in.
    size: f32,
}

impl Default for Squeeze {
    fn default() -> Squeeze {
        Squeeze {
            padding: f32::INFINITY,
            size: 1.0,
        }
    }
}

/// The padding of a table that is too wide for its usual one: less, and the figures of two
/// columns run together.
pub(super) const LEAST_PADDING: f32 = 2.5;
/// The size below which no text is made smaller, in points: small print that most readers
/// can still read without a glass.
pub(super) const LEAST_SIZE: f32 = 7.0;
/// The part of its size that text is set smaller by at a time.
pub(super) const STEP: f32 = 0.95;

impl Squeeze {
    /// The ways to set a table whose smallest type is of this size, the best first.
    pub fn all(smallest: f32) -> Vec<Squeeze> {
        let tight = Squeeze {
            padding: LEAST_PADDING,
            size: 1.0,
        };
        let smaller = std::iter::successors(Some(tight), |squeeze| {
            let size = squeeze.size * STEP;
            let legible = smallest.is_finite() && smallest * size >= LEAST_SIZE;
            legible.then_some(Squeeze { size, ..*squeeze })
        });
        std::iter::once(Squeeze::default()).chain(smaller).collect()
    }

    /// Makes the style of a cell closer and smaller.
    pub fn apply(self, style: &mut PrintStyle) {
        style.own.padding.0 = style.own.padding.0.min(self.padding);
        style.text.size *= self.size;
    }
}
