//! Columns that go on over pages together: each is cut where it is good for it, and
//! all go on at the head of the next page.

use super::super::cost::{HEADING, KEPT};
use super::super::piece::{Break, CellPiece, LayoutPiece, lower_edges, stack_height};
use super::Paginator;
use super::ends::{Candidate, Cut, Ends, FlowingColumns, ranked};
use super::foot::Foot;
use std::rc::Rc;

/// The cuts that are tried, each higher than the next.
const CUTS: usize = 4;

impl Paginator<'_> {
    /// Where the page ends, the columns at `at` not fitting whole below `text`: in
    /// them, or before.
    pub(super) fn end_in_columns(
        &mut self,
        at: usize,
        text: f32,
        foot: &Foot,
        ends: &mut Ends,
        room: f32,
    ) -> usize {
        let Some(columns) = self.queue.get(at) else {
            return at.max(1);
        };
        let columns = &Rc::clone(columns);
        let first = ends.candidates.is_empty();
        let (reach, below) = self.reach(columns, room - text, foot, first);
        let place = FlowingColumns {
            at,
            above: text,
            foot: self.foot_height(&below, room),
        };
        self.cut_columns(ends, room);
        ends.add(place, cuts(columns, reach, &place, room));
        if let Some(end) = self.choose(ends, room) {
            return end;
        }
        if at == 0 && !self.carried.is_empty() {
            // Footnotes from the page before take the whole page.
            return 0;
        }
        if at == 0 {
            self.force(room - text);
        }
        at.max(1)
    }

    /// How many pieces of each column fit, and the footnotes below them.
    fn reach(
        &self,
        columns: &LayoutPiece,
        left: f32,
        foot: &Foot,
        first: bool,
    ) -> (Vec<usize>, Foot) {
        let mut edges: Vec<(f32, usize, usize)> = Vec::new();
        for (column, cell) in columns.cells.iter().enumerate() {
            let lower = lower_edges(&cell.pieces).enumerate();
            edges.extend(lower.map(|(at, edge)| (edge, column, at)));
        }
        edges.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut reach = vec![0; columns.cells.len()];
        let mut below = foot.clone();
        let mut full = vec![false; columns.cells.len()];
        for (edge, column, at) in edges {
            let piece = columns
                .cells
                .get(column)
                .and_then(|cell| cell.pieces.get(at));
            let (Some(piece), Some(count), Some(full)) =
                (piece, reach.get_mut(column), full.get_mut(column))
            else {
                continue;
            };
            if *full {
                continue;
            }
            let with = self.with_notes(&below, piece);
            let room = left - edge;
            if self.foot_height(&with, self.measures.upright.first.height()) <= room + 0.01 {
                below = with;
                *count = at + 1;
                continue;
            }
            *full = true;
            if self.cuts_note(&below, piece, room, first && at == 0) {
                below = self.with_least_notes(&below, piece);
                *count = at + 1;
            }
        }
        (reach, below)
    }

    /// Adds the places where columns and entries that stand on the page whole may be cut,
    /// so that some of them goes on with what follows.
    pub(super) fn cut_columns(&self, ends: &mut Ends, room: f32) {
        for place in std::mem::take(&mut ends.columns) {
            let Some(columns) = self.queue.get(place.at) else {
                continue;
            };
            if columns.entries.is_some() {
                self.cut_entries(place, columns.height, ends);
                continue;
            }
            let lower = |edge: &f32| *edge < columns.height - 0.01;
            let reach = columns.cells.iter().map(|cell| {
                let edges = lower_edges(&cell.pieces);
                edges.take_while(lower).count()
            });
            let found = cuts(columns, reach.collect(), &place, room);
            ends.add(place, found);
        }
    }

    /// Cuts the columns or entries at `at` of the queue, so that the first part is a piece of its
    /// own.
    pub(super) fn divide(&mut self, at: usize, counts: &[usize]) {
        let Some(columns) = self.queue.get(at).cloned() else {
            return;
        };
        if let Some((first, second)) = columns.split_entries(counts.first().copied().unwrap_or(0)) {
            self.queue.cut(at, first, second);
            return;
        }
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for (cell, &count) in columns.cells.iter().zip(counts) {
            let (head, rest) = cell.pieces.split_at(count.min(cell.pieces.len()));
            first.push(cell.with(head.to_vec()));
            second.push(cell.with(self.with_head(head, rest)));
        }
        let first = LayoutPiece {
            space: columns.space,
            before: columns.before,
            anchors: columns.anchors.clone(),
            sides: columns.sides.clone(),
            flows: true,
            turned: columns.turned,
            ..LayoutPiece::of_cells(first)
        };
        let second = LayoutPiece {
            sides: columns.sides.clone(),
            flows: true,
            turned: columns.turned,
            ..LayoutPiece::of_cells(second)
        };
        self.queue.cut(at, first, second);
    }

    /// What goes on on the next page, with the head of the table that was cut.
    fn with_head(&self, before: &[LayoutPiece], rest: &[LayoutPiece]) -> Vec<LayoutPiece> {
        let mut rest = rest.to_vec();
        let Some(first) = rest.first_mut() else {
            return rest;
        };
        if first.is_head || first.table.is_none() {
            return rest;
        }
        let heads: Vec<LayoutPiece> = before
            .iter()
            .filter(|piece| piece.is_head && piece.table == first.table)
            .map(|piece| LayoutPiece {
                repeated: true,
                notes: Vec::new(),
                anchors: Vec::new(),
                before: Break::At(0),
                ..piece.clone()
            })
            .collect();
        let room = self.measures.upright.later.height();
        if heads.is_empty() || stack_height(&heads) + first.height > room {
            return rest;
        }
        first.before = Break::At(HEADING);
        heads.into_iter().chain(rest).collect()
    }

    /// Columns at the head of a page whose first pieces are higher than the page: a
    /// part of each stands there, or all of it where it has no parts.
    fn force(&mut self, room: f32) {
        let Some(columns) = self.queue.front_mut() else {
            return;
        };
        let mut counts = Vec::new();
        for cell in &mut columns.cells {
            if cell.pieces.is_empty() {
                counts.push(0);
                continue;
            }
            let heads = cell.pieces.iter().take_while(|piece| piece.repeated);
            let heads = heads.count();
            let above = stack_height(cell.pieces.get(..heads).unwrap_or_default());
            let tall = cell.pieces.get(heads).cloned();
            if let Some(piece) = tall.filter(|piece| piece.height > (room - above) * 0.92)
                && let Ok((first, second)) = piece.split(room - above)
            {
                cell.pieces.splice(heads..=heads, [first, second]);
            }
            let count = fitting(&cell.pieces, room);
            counts.push(count.max(heads + 1).min(cell.pieces.len()));
        }
        self.divide(0, &counts);
    }
}

impl Ends {
    /// Adds cuts of columns.
    fn add(&mut self, place: FlowingColumns, cuts: Vec<Cut>) {
        for cut in cuts {
            self.candidates.push(Candidate {
                count: place.at + 1,
                cost: cut.cost,
                used: place.above + cut.height + place.foot,
                cut: Some(self.cuts.len()),
            });
            self.cuts.push((place.at, cut));
        }
    }
}

/// The best cut within reach, and then the best that are lower; none where a column would
/// not begin on this page.
fn cuts(
    columns: &LayoutPiece,
    mut reach: Vec<usize>,
    place: &FlowingColumns,
    room: f32,
) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    while cuts.len() < CUTS {
        let Some(cut) = cut(columns, &reach, (place.above, room - place.foot)) else {
            break;
        };
        let below = |edge: &f32| *edge < cut.height - 0.01;
        for (cell, reach) in columns.cells.iter().zip(&mut reach) {
            *reach = (*reach).min(lower_edges(&cell.pieces).take_while(below).count());
        }
        cuts.push(cut);
    }
    cuts
}

/// The best cut within reach; none where a column would not begin on this page.
fn cut(columns: &LayoutPiece, reach: &[usize], page: (f32, f32)) -> Option<Cut> {
    let mut cut = Cut {
        counts: Vec::new(),
        cost: 0,
        height: 0.0,
    };
    for (cell, &reach) in columns.cells.iter().zip(reach) {
        let (count, cost) = cut_of(cell, reach, page)?;
        cut.counts.push(count);
        cut.cost = cut.cost.max(cost);
        let stack = cell.pieces.get(..count).unwrap_or_default();
        cut.height = cut.height.max(stack_height(stack));
    }
    let all = columns.cells.iter().zip(&cut.counts);
    let whole = all.clone().all(|(cell, &count)| count == cell.pieces.len());
    (!whole).then_some(cut)
}

/// The best place to cut a column, and its cost.
fn cut_of(cell: &CellPiece, reach: usize, (above, room): (f32, f32)) -> Option<(usize, u32)> {
    if reach == cell.pieces.len() && (reach == 0 || cell.end < KEPT) {
        return Some((reach, cell.end));
    }
    let below = cell.pieces.iter().skip(1).map(|next| match next.before {
        Break::At(cost) => cost,
        Break::Page => 0,
    });
    let ends = lower_edges(&cell.pieces).zip(below.chain([cell.end]));
    let candidates = ends
        .take(reach)
        .enumerate()
        .map(|(at, (used, cost))| Candidate {
            count: at + 1,
            cost,
            used: above + used,
            cut: None,
        });
    let candidates: Vec<Candidate> = candidates.collect();
    let best = candidates.get(ranked(&candidates, room).first()?.at)?;
    Some((best.count, best.cost))
}

/// How many pieces fit, and are not torn from what follows where that can be helped.
fn fitting(pieces: &[LayoutPiece], room: f32) -> usize {
    let count = lower_edges(pieces).take_while(|edge| *edge <= room).count();
    let good = |at: &usize| {
        pieces
            .get(*at)
            .is_none_or(|piece| !matches!(piece.before, Break::At(cost) if cost >= KEPT))
    };
    (1..=count).rev().find(good).unwrap_or(count)
}
