//! The flow: pieces below one another, with the space between them and where pages
//! may end.

use super::cost::{DIVIDED_WORD, KEPT, LINE, SINGLE_LINE};
use super::piece::{Break, CellPiece, LayoutPiece, stack_height};
use crate::output::pdf::paragraph::Line;

/// Pieces below one another.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The pieces.
    pub pieces: Vec<LayoutPiece>,
    /// The space asked for before what comes next.
    pub space: f32,
    /// The cost of ending a page before what comes next.
    pub cost: u32,
    page: bool,
    aligned: bool,
    /// The first piece of the blocks that stay with the one that was begun last.
    kept_from: usize,
    /// The structure elements that begin with what comes next.
    pub anchors: Vec<usize>,
}

impl Flow {
    /// At least this much space before what comes next.
    pub fn space(&mut self, space: f32) {
        self.space = self.space.max(space);
    }

    /// A page may end before what comes next only at this cost.
    pub fn keep(&mut self, cost: u32) {
        self.cost = self.cost.max(cost);
    }

    /// A block begins, which stays with those before it where it is `kept`, or they are.
    pub fn begin_block(&mut self, kept: bool) {
        if !kept && self.cost < KEPT {
            self.kept_from = self.pieces.len();
        }
    }

    /// Puts the block that was begun last, whose first piece is `start`, on a page that
    /// lies on its side, and with it the heading and the introduction that stay with it.
    pub fn turn_block(&mut self, start: usize) {
        let own = self.pieces.get(self.kept_from..start).unwrap_or_default();
        let kept = own.iter().rev().take_while(|piece| !piece.flows).count();
        for piece in self.pieces.iter_mut().skip(start - kept) {
            piece.turned = true;
        }
    }

    /// Puts what stands between two tables on pages that lie on their side there, too, where
    /// it is no higher than this: it would be all that an upright page holds.
    pub fn join_turned(&mut self, most: f32) {
        let mut from = None;
        for at in 0..self.pieces.len() {
            if !self.pieces[at].turned {
                continue;
            }
            let start = from.replace(at + 1).unwrap_or(at);
            let goes_on = |piece: &LayoutPiece| piece.before != Break::Page;
            let between = &self.pieces[start..at];
            let joins = self.pieces[start..=at].iter().all(goes_on);
            if joins && stack_height(between) <= most {
                for piece in &mut self.pieces[start..at] {
                    piece.turned = true;
                }
            }
        }
    }

    /// A page ends before what comes next as it may, or must, before another piece.
    pub fn break_as(&mut self, before: Break) {
        match before {
            Break::At(cost) => self.keep(cost),
            Break::Page => self.page_break(),
        }
    }

    /// What comes next is not kept with what went before.
    pub fn forget_keep(&mut self) {
        self.cost = 0;
    }

    /// What comes next begins a page.
    pub fn page_break(&mut self) {
        self.page = true;
    }

    /// What comes next stands on one height with its partner in the other columns.
    pub fn align(&mut self) {
        self.aligned = true;
    }

    /// Adds a piece below the others.
    pub fn push(&mut self, mut piece: LayoutPiece) {
        piece.space = std::mem::take(&mut self.space);
        let cost = std::mem::take(&mut self.cost);
        piece.before = if std::mem::take(&mut self.page) {
            Break::Page
        } else {
            Break::At(cost)
        };
        let mut anchors = std::mem::take(&mut self.anchors);
        anchors.append(&mut piece.anchors);
        piece.anchors = anchors;
        piece.aligned |= std::mem::take(&mut self.aligned);
        self.pieces.push(piece);
    }

    /// Adds the lines of a paragraph: two of them at least stand on each page, and a
    /// page does not end with a divided word.
    pub fn push_lines(&mut self, lines: Vec<Line>, x: f32) {
        let count = lines.len();
        let mut divided = false;
        for (at, line) in lines.into_iter().enumerate() {
            if at > 0 && (at == 1 || at + 1 == count) {
                self.keep(SINGLE_LINE);
            } else if at > 0 {
                self.keep(if divided { DIVIDED_WORD } else { LINE });
            }
            divided = line.divided;
            self.push(LayoutPiece::of_line(line, x));
        }
    }

    /// Keeps the pieces from `start` on together at this cost; a long list is divided
    /// rather than kept whole.
    pub fn keep_together(&mut self, start: usize, cost: u32) {
        for entries in self.pieces.iter_mut().skip(start) {
            if let Some(entries) = &mut entries.entries
                && cost < KEPT
            {
                entries.cost = entries.cost.max(cost);
            }
        }
        let whole = |piece: &&mut LayoutPiece| cost < KEPT || !piece.loose;
        for piece in self.pieces.iter_mut().skip(start + 1).filter(whole) {
            piece.within = piece.within.max(cost);
            if let Break::At(own) = &mut piece.before {
                *own = (*own).max(cost);
            }
        }
    }
}

/// A cell without background at this place.
pub(super) fn plain_cell(x: f32, width: f32, flow: Flow) -> CellPiece {
    CellPiece {
        x,
        width,
        pieces: flow.pieces,
        ..CellPiece::default()
    }
}
