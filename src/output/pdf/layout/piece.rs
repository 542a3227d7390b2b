//! Pieces: what the flow is cut into, each standing on one page.

use super::cost::{HEADING, KEPT};
use super::entries::Entries;
use crate::output::pdf::pages::{Colour, Drawing, Mark, MarkRole, Rect};
use crate::output::pdf::paragraph::{Line, LinkPiece};
use crate::output::theme::StyleRule;
use std::borrow::Borrow;
use std::rc::Rc;

/// A part of the flow that stands on one page. `y` grows upwards from the piece's
/// upper edge, so that it is negative in it; `x` is the page's.
#[derive(Clone, Debug, Default)]
pub(super) struct LayoutPiece {
    /// The height.
    pub height: f32,
    /// The space above, which vanishes at the head of a page.
    pub space: f32,
    /// Whether a page may end before it.
    pub before: Break,
    /// What of that is the cost of dividing something that it is in, whatever stands above
    /// it there.
    pub within: u32,
    /// What is drawn. Pieces are copied often while ways to spread them are tried.
    pub marks: Rc<Vec<Mark>>,
    /// Parts of links.
    pub links: Rc<Vec<LinkPiece>>,
    /// The footnotes that it refers to, those of its cells included.
    pub notes: Vec<usize>,
    /// The structure elements that begin in it.
    pub anchors: Vec<usize>,
    /// Bars and backgrounds along its whole height.
    pub sides: Vec<Side>,
    /// Cells side by side.
    pub cells: Vec<CellPiece>,
    /// Lines along the upper and lower edges of cells.
    pub rules: Vec<RuleMark>,
    /// Where the first baseline is, below the upper edge.
    pub baseline: Option<f32>,
    /// The table that it belongs to.
    pub table: Option<usize>,
    /// Whether it is a table's head, repeated on later pages.
    pub is_head: bool,
    /// Whether it is such a head that was there before.
    pub repeated: bool,
    /// Whether its cells are columns that go on over pages.
    pub flows: bool,
    /// Whether it is of a table that takes the width of all columns.
    pub wide: bool,
    /// Whether it stands on one height with its partner in the other columns.
    pub aligned: bool,
    /// Whether it stands on a page that lies on its side.
    pub turned: bool,
    /// Whether a page may end before it although it is part of what is kept together: an
    /// entry of a long list.
    pub loose: bool,
    /// The entries of a list that its last cells are the columns of.
    pub entries: Option<Entries>,
}

/// Whether a page may end somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// It may, at a cost (see `cost`).
    At(u32),
    /// It must.
    Page,
}

impl Default for Break {
    fn default() -> Break {
        Break::At(0)
    }
}

/// A bar or background along a piece's height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Side {
    /// The left edge.
    pub x: f32,
    /// The width.
    pub width: f32,
    /// The colour.
    pub colour: Colour,
    /// Whether it fills the space above, too.
    pub joins: bool,
    /// What it is to a reader who cannot see it.
    pub role: MarkRole,
}

/// A line across the upper or lower edge of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RuleMark {
    /// The left end.
    pub x: f32,
    /// The length.
    pub length: f32,
    /// The width.
    pub width: f32,
    /// The colour.
    pub colour: Colour,
    /// At the lower edge instead of the upper.
    pub below: bool,
    /// What it is to a reader who cannot see it.
    pub role: MarkRole,
}

/// A cell: pieces that stand beside those of other cells.
#[derive(Clone, Debug, Default)]
pub(super) struct CellPiece {
    /// The left edge and the width, for the background.
    pub x: f32,
    /// The width.
    pub width: f32,
    /// Space above and below the content.
    pub padding: f32,
    /// How far the content is moved up, so that figures stand in the middle of the rules.
    pub lift: f32,
    /// The colour behind.
    pub background: Option<Colour>,
    /// The content.
    pub pieces: Vec<LayoutPiece>,
    /// What it costs to end a page below the last of it where cells beside it go on: what
    /// stands below all of them may be kept with it.
    pub end: u32,
}

impl RuleMark {
    /// A rule of the theme across `length` from `x` on.
    pub fn of(rule: &StyleRule, (x, length): (f32, f32), below: bool, role: MarkRole) -> RuleMark {
        RuleMark {
            x,
            length,
            width: rule.width,
            colour: rule.colour,
            below,
            role,
        }
    }
}

impl CellPiece {
    /// A cell like this with other content.
    pub fn with(&self, pieces: Vec<LayoutPiece>) -> CellPiece {
        CellPiece {
            pieces,
            x: self.x,
            width: self.width,
            padding: self.padding,
            lift: self.lift,
            background: self.background,
            end: self.end,
        }
    }

    /// The height of the content with its padding.
    pub fn height(&self) -> f32 {
        stack_height(&self.pieces) + 2.0 * self.padding
    }
}

/// The height of pieces below one another at the head of a page or cell.
pub(super) fn stack_height<'p>(pieces: impl IntoIterator<Item = &'p LayoutPiece>) -> f32 {
    lower_edges(pieces).last().unwrap_or(0.0)
}

/// How far below the upper edge of a page or cell each of its pieces ends.
pub(super) fn lower_edges<'p>(
    pieces: impl IntoIterator<Item = &'p LayoutPiece>,
) -> impl Iterator<Item = f32> {
    pieces.into_iter().scan(None, |edge, piece| {
        *edge = Some(match *edge {
            Some(edge) => edge + (piece.height + piece.space),
            None => piece.height,
        });
        *edge
    })
}

impl LayoutPiece {
    /// Whether a page may end before it where something else was put between it and the
    /// piece before: that is enough below a heading, but nothing else follows an introduction.
    pub fn break_apart(&self) -> Break {
        match self.before {
            Break::At(HEADING..) => Break::At(self.within),
            before => before,
        }
    }

    /// The piece that a line is, its left edge at `x`.
    pub fn of_line(line: Line, x: f32) -> LayoutPiece {
        let (mut marks, mut links) = (line.marks, line.links);
        for mark in &mut marks {
            shift(&mut mark.drawing, x, 0.0);
        }
        for link in &mut links {
            link.rect.x += x;
        }
        LayoutPiece {
            height: line.height,
            baseline: Some(line.baseline),
            marks: marks.into(),
            links: links.into(),
            notes: line.notes,
            anchors: line.anchors,
            ..LayoutPiece::default()
        }
    }

    /// The piece of cells side by side.
    pub fn of_cells(cells: Vec<CellPiece>) -> LayoutPiece {
        let notes = cells
            .iter()
            .flat_map(|cell| &cell.pieces)
            .flat_map(|piece| piece.notes.iter().copied())
            .collect();
        let baseline = cells.iter().find_map(|cell| {
            let first = cell.pieces.first()?;
            Some(first.baseline? + cell.padding - cell.lift)
        });
        LayoutPiece {
            height: cells.iter().map(CellPiece::height).fold(0.0, f32::max),
            cells,
            notes,
            baseline,
            ..LayoutPiece::default()
        }
    }

    /// An empty piece of this height.
    pub fn blank(height: f32) -> LayoutPiece {
        LayoutPiece {
            height,
            ..LayoutPiece::default()
        }
    }

    /// Cuts a piece of cells so that the first part is no higher than `room`;
    /// nothing if no part of it fits.
    pub fn split(self, room: f32) -> Result<(LayoutPiece, LayoutPiece), Box<LayoutPiece>> {
        if self.entries.is_some() {
            let parts = self.split_entries_at(room);
            return parts.ok_or_else(|| Box::new(self));
        }
        if self.cells.is_empty() {
            return Err(Box::new(self));
        }
        let (mut first, mut second) = (Vec::new(), Vec::new());
        let mut any = false;
        for cell in &self.cells {
            let (head, rest) = split_stack(&cell.pieces, room - 2.0 * cell.padding);
            // A label beside the cells has no height of its own.
            any |= head.iter().any(|piece| piece.height > 0.0);
            first.push(cell.with(head));
            second.push(cell.with(rest));
        }
        if !any || second.iter().all(|cell| cell.pieces.is_empty()) {
            return Err(Box::new(self));
        }
        let rest = |cells, upper: bool| LayoutPiece {
            space: if upper { self.space } else { 0.0 },
            before: if upper { self.before } else { Break::At(0) },
            anchors: if upper {
                self.anchors.clone()
            } else {
                Vec::new()
            },
            sides: self.sides.clone(),
            rules: self
                .rules
                .iter()
                .copied()
                .filter(|rule| rule.below != upper)
                .collect(),
            table: self.table,
            is_head: self.is_head,
            turned: self.turned,
            ..LayoutPiece::of_cells(cells)
        };
        Ok((rest(first, true), rest(second, false)))
    }
}

/// The pieces that fit into `room`, and the others; not so that a kept piece is torn
/// off where that can be helped. A tall piece of cells is cut.
pub(super) fn split_stack<P: Clone + Borrow<LayoutPiece> + From<LayoutPiece>>(
    pieces: &[P],
    room: f32,
) -> (Vec<P>, Vec<P>) {
    let fits = |edge: &f32| *edge <= room + 0.01;
    let edges = lower_edges(pieces.iter().map(Borrow::borrow));
    let mut fitting = edges.take_while(fits).count();
    if fitting < pieces.len() {
        let before = |at: usize| Some(pieces.get(at)?.borrow().before);
        let good = (1..=fitting)
            .rev()
            .find(|&at| matches!(before(at), Some(Break::At(cost)) if cost < KEPT));
        fitting = good.unwrap_or(fitting);
    }
    let (head, rest) = pieces.split_at(fitting);
    let (mut head, mut rest) = (head.to_vec(), rest.to_vec());
    let space = if head.is_empty() {
        0.0
    } else {
        rest.first().map_or(0.0, |piece| piece.borrow().space)
    };
    let left = room - stack_height(head.iter().map(Borrow::borrow)) - space;
    if let Some(next) = rest.first().map(Borrow::borrow)
        && (head.is_empty() || next.height > room * 0.5)
        && let Ok((first, second)) = next.clone().split(left)
    {
        head.push(first.into());
        if let Some(place) = rest.first_mut() {
            *place = second.into();
        }
    }
    (head, rest)
}

/// Moves a drawing.
pub(super) fn shift(drawing: &mut Drawing, x: f32, y: f32) {
    let move_rect = |rect: &mut Rect| {
        rect.x += x;
        rect.y += y;
    };
    match drawing {
        Drawing::Text(text) => {
            text.origin.0 += x;
            text.origin.1 += y;
        }
        Drawing::Fill { rect, .. } | Drawing::Image { rect, .. } => move_rect(rect),
        Drawing::Line { from, to, .. } => {
            from.0 += x;
            from.1 += y;
            to.0 += x;
            to.1 += y;
        }
    }
}
