//! Entries in columns: a list of names is read down the first column, then down the next.
//! Where a page ends in it, what stands on each page is balanced by itself.

use super::cost::ROW;
use super::piece::{Break, CellPiece, LayoutPiece, shift, stack_height};
use std::rc::Rc;

/// The entries of a list in columns.
#[derive(Clone, Debug)]
pub(super) struct Entries {
    /// Each entry's pieces, at their places in the first column.
    list: Rc<Vec<Vec<LayoutPiece>>>,
    /// The left edge and the width of each column.
    columns: Rc<Vec<(f32, f32)>>,
    /// What it costs to end a page in them.
    pub cost: u32,
}

impl Entries {
    /// These entries, each set in the first of the columns.
    pub fn new(list: Vec<Vec<LayoutPiece>>, columns: Vec<(f32, f32)>) -> Entries {
        Entries {
            list: Rc::new(list),
            columns: Rc::new(columns),
            cost: ROW,
        }
    }

    fn part(&self, list: &[Vec<LayoutPiece>]) -> Entries {
        Entries {
            list: Rc::new(list.to_vec()),
            ..self.clone()
        }
    }

    /// Behind which entry the first part ends that is no higher than `room`, two rows at
    /// least standing in either part; how high it is.
    pub fn cut(&self, room: f32) -> Option<(usize, f32)> {
        let rows = 2 * self.columns.len();
        let count = self.fitting(room);
        let count = count.min(self.list.len().checked_sub(rows)?);
        (count >= rows).then(|| (count, self.height(count)))
    }

    /// How many of the entries stand in `room`.
    fn fitting(&self, room: f32) -> usize {
        let (mut fit, mut over) = (0, self.list.len() + 1);
        while fit + 1 < over {
            let count = fit.midpoint(over);
            if self.height(count) <= room + 0.01 {
                fit = count;
            } else {
                over = count;
            }
        }
        fit
    }

    /// How high the first `count` entries are.
    fn height(&self, count: usize) -> f32 {
        let first = self.list.get(..count).unwrap_or_default();
        let heights = self.columns_of(first).into_iter();
        heights.map(stack_of).fold(0.0, f32::max)
    }

    /// Entries by columns as even as they can be, none longer than one before it needs.
    fn columns_of<'l>(&self, list: &'l [Vec<LayoutPiece>]) -> Vec<&'l [Vec<LayoutPiece>]> {
        let count = self.columns.len().max(1);
        let highest = list.iter().map(stack_height);
        let mut limit = highest.fold(stack_of(list) / count as f32, f32::max);
        loop {
            let (columns, next) = filled(list, limit);
            if columns.len() <= count || next <= limit {
                return columns;
            }
            limit = next;
        }
    }

    /// The cells that the entries stand in.
    fn cells(&self) -> Vec<CellPiece> {
        let filled = self.columns_of(&self.list);
        let filled = filled.into_iter().map(Some).chain(std::iter::repeat(None));
        let first = self.columns.first().map_or(0.0, |(x, _)| *x);
        let columns = self.columns.iter().zip(filled);
        columns
            .map(|(&(x, width), list)| {
                let pieces = list.unwrap_or_default().iter().flatten();
                let pieces = pieces.map(|piece| moved(piece, x - first));
                CellPiece {
                    x,
                    width,
                    pieces: pieces.collect(),
                    ..CellPiece::default()
                }
            })
            .collect()
    }
}

/// The height of entries below one another.
fn stack_of(list: &[Vec<LayoutPiece>]) -> f32 {
    stack_height(list.iter().flatten())
}

/// Columns filled up to a height, and the least greater height that a column would have
/// with the entry that had no room in it.
fn filled(list: &[Vec<LayoutPiece>], limit: f32) -> (Vec<&[Vec<LayoutPiece>]>, f32) {
    let (mut columns, mut next) = (Vec::new(), f32::INFINITY);
    let mut rest = list;
    while !rest.is_empty() {
        let fits = |count: &usize| stack_of(&rest[..*count]) <= limit + 0.01;
        let count = (1..=rest.len()).take_while(fits).last().unwrap_or(1);
        if count < rest.len() {
            next = next.min(stack_of(&rest[..count + 1]));
        }
        let (column, after) = rest.split_at(count);
        columns.push(column);
        rest = after;
    }
    (columns, next)
}

/// A piece further to the right.
fn moved(piece: &LayoutPiece, by: f32) -> LayoutPiece {
    let mut piece = piece.clone();
    for mark in Rc::make_mut(&mut piece.marks) {
        shift(&mut mark.drawing, by, 0.0);
    }
    for link in Rc::make_mut(&mut piece.links) {
        link.rect.x += by;
    }
    for side in &mut piece.sides {
        side.x += by;
    }
    for rule in &mut piece.rules {
        rule.x += by;
    }
    for cell in &mut piece.cells {
        cell.x += by;
        for inner in &mut cell.pieces {
            *inner = moved(inner, by);
        }
    }
    piece
}

impl LayoutPiece {
    /// The piece that entries in columns are, beside these cells.
    pub fn of_entries(beside: Vec<CellPiece>, entries: Entries) -> LayoutPiece {
        let cells = beside.into_iter().chain(entries.cells()).collect();
        LayoutPiece {
            entries: Some(entries),
            ..LayoutPiece::of_cells(cells)
        }
    }

    /// What stands beside the entries.
    pub fn beside_entries(&self) -> &[CellPiece] {
        let columns = self.entries.as_ref().map_or(0, |it| it.columns.len());
        let count = self.cells.len().saturating_sub(columns);
        self.cells.get(..count).unwrap_or_default()
    }

    /// Cuts a piece of entries behind so many of them; nothing if there is no entry in
    /// one of the parts.
    pub fn split_entries(&self, count: usize) -> Option<(LayoutPiece, LayoutPiece)> {
        let entries = self.entries.as_ref()?;
        let (first, second) = entries.list.split_at_checked(count)?;
        if first.is_empty() || second.is_empty() {
            return None;
        }
        let first = LayoutPiece {
            space: self.space,
            before: self.before,
            anchors: self.anchors.clone(),
            aligned: self.aligned,
            sides: self.sides.clone(),
            ..LayoutPiece::of_entries(self.beside_entries().to_vec(), entries.part(first))
        };
        let second = LayoutPiece {
            before: Break::At(entries.cost),
            sides: self.sides.clone(),
            ..LayoutPiece::of_entries(Vec::new(), entries.part(second))
        };
        Some((first, second))
    }

    /// The same at need: the first part is no higher than `room`.
    pub fn split_entries_at(&self, room: f32) -> Option<(LayoutPiece, LayoutPiece)> {
        let count = self.entries.as_ref()?.fitting(room);
        self.split_entries(count)
    }
}
