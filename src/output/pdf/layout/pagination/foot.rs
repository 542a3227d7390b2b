//! The foot of a page: footnotes below the whole page, and below each column those
//! of the column.

use super::super::piece::{LayoutPiece, split_stack, stack_height};
use super::{Measures, NoteStack, Paginator, Sheet};
use std::rc::Rc;

/// The heights of footnotes on a page by band, without the space above them. The first
/// band is as wide as the page; the others stand beside one another below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Foot {
    heights: Vec<f32>,
}

impl Foot {
    fn add(&mut self, band: usize, height: f32, gap: f32) {
        if self.heights.len() <= band {
            self.heights.resize(band + 1, 0.0);
        }
        if let Some(own) = self.heights.get_mut(band) {
            *own += height + if *own > 0.0 { gap } else { 0.0 };
        }
    }

    /// The height with the space above it; nothing where there are no footnotes.
    fn height(&self, measures: &Measures) -> f32 {
        let whole = self.heights.first().copied().unwrap_or_default();
        let beside = self.heights.iter().skip(1).copied().fold(0.0, f32::max);
        if whole + beside <= 0.0 {
            return 0.0;
        }
        let gap = if whole > 0.0 && beside > 0.0 {
            measures.note_gap
        } else {
            0.0
        };
        measures.note_space + whole + gap + beside
    }
}

impl Paginator<'_> {
    /// The height that footnotes take, all of the page at most.
    pub(super) fn foot_height(&self, foot: &Foot, room: f32) -> f32 {
        foot.height(&self.measures).min(room)
    }

    /// The footnotes from the page before.
    pub(super) fn carried_foot(&self) -> Foot {
        let mut foot = Foot::default();
        for (band, pieces) in self.carried.iter().enumerate() {
            foot.add(band, stack_height(pieces.iter().map(Rc::as_ref)), 0.0);
        }
        foot
    }

    /// The foot with the footnotes that a piece refers to.
    pub(super) fn with_notes(&self, foot: &Foot, piece: &LayoutPiece) -> Foot {
        let mut foot = foot.clone();
        for note in self.notes_of(piece) {
            foot.add(
                note.band,
                stack_height(note.pieces.iter().map(Rc::as_ref)),
                self.measures.note_gap,
            );
        }
        foot
    }

    /// The foot with the first lines of the first footnote that a piece refers to.
    pub(super) fn with_least_notes(&self, foot: &Foot, piece: &LayoutPiece) -> Foot {
        let mut foot = foot.clone();
        if let Some(note) = self.notes_of(piece).next() {
            let lines = note.pieces.get(..2).unwrap_or(&note.pieces);
            let lines = lines.iter().map(Rc::as_ref);
            foot.add(note.band, stack_height(lines), self.measures.note_gap);
        }
        foot
    }

    /// Whether a piece stands on the page though its footnotes do not fit whole:
    /// where they are long, or where it cannot be helped.
    pub(super) fn cuts_note(
        &self,
        foot: &Foot,
        piece: &LayoutPiece,
        left: f32,
        first: bool,
    ) -> bool {
        let height = |foot: &Foot| foot.height(&self.measures);
        let own = height(&self.with_notes(foot, piece)) - height(foot);
        let long = own > self.area.height() * 0.3;
        own > 0.0 && (long || first) && height(&self.with_least_notes(foot, piece)) <= left + 0.01
    }

    /// The footnotes that a piece brings to its page: those that it refers to, and those
    /// that they refer to first.
    fn notes_of(&self, piece: &LayoutPiece) -> impl Iterator<Item = &NoteStack> {
        let called = piece.notes.iter().filter_map(|note| self.notes.get(*note));
        let all = called.flat_map(|note| {
            let inner = note.inner.iter().filter_map(|inner| self.notes.get(*inner));
            std::iter::once(note).chain(inner)
        });
        all.filter(|note| !note.pieces.is_empty())
    }

    /// The footnotes of a page by band: those from the page before, then those that its
    /// pieces bring, in the order of the markup, which is that of their numbers.
    pub(super) fn notes_below(&mut self, pieces: &[Rc<LayoutPiece>]) -> Vec<Vec<Rc<LayoutPiece>>> {
        let mut notes = std::mem::take(&mut self.carried);
        let mut new: Vec<&NoteStack> = pieces
            .iter()
            .flat_map(|piece| self.notes_of(piece))
            .collect();
        new.sort_by_key(|note| note.order);
        for note in new {
            if notes.len() <= note.band {
                notes.resize(note.band + 1, Vec::new());
            }
            for (at, piece) in note.pieces.iter().enumerate() {
                let mut piece = Rc::clone(piece);
                if at == 0 {
                    Rc::make_mut(&mut piece).space = self.measures.note_gap;
                }
                if let Some(band) = notes.get_mut(note.band) {
                    band.push(piece);
                }
            }
        }
        notes
    }

    /// Places as many footnotes as there is room for; the others are for the next page.
    pub(super) fn place_notes(
        &mut self,
        notes: Vec<Vec<Rc<LayoutPiece>>>,
        room: f32,
        empty: bool,
        sheet: &mut Sheet,
    ) {
        let mut fitting: Vec<Vec<Rc<LayoutPiece>>> = Vec::new();
        let mut left = room;
        for (band, pieces) in notes.into_iter().enumerate() {
            let (mut head, mut rest) = split_stack(&pieces, left);
            if head.is_empty() && empty && !rest.is_empty() && fitting.iter().all(Vec::is_empty) {
                // Not even a line fits on an empty page: it is set all the same.
                let later = rest.split_off(1);
                head = std::mem::replace(&mut rest, later);
            }
            if band == 0 && !head.is_empty() {
                left -= stack_height(head.iter().map(Rc::as_ref)) + self.measures.note_gap;
                if !rest.is_empty() {
                    left = 0.0;
                }
            }
            fitting.push(head);
            self.carried.push(rest);
        }
        while self.carried.last().is_some_and(Vec::is_empty) {
            self.carried.pop();
        }
        self.stand(fitting, sheet);
    }

    /// Sets footnotes at the foot of a page, the bands of columns beside one another.
    fn stand(&self, bands: Vec<Vec<Rc<LayoutPiece>>>, sheet: &mut Sheet) {
        let height = |band: &Vec<Rc<LayoutPiece>>| stack_height(band.iter().map(Rc::as_ref));
        let heights: Vec<f32> = bands.iter().map(height).collect();
        let beside = heights.iter().skip(1).copied().fold(0.0, f32::max);
        let whole = heights.first().copied().unwrap_or_default();
        let columns_top = self.area.bottom + beside;
        let gap = if beside > 0.0 {
            self.measures.note_gap
        } else {
            0.0
        };
        for (band, pieces) in bands.into_iter().enumerate() {
            if pieces.is_empty() {
                continue;
            }
            let mut top = if band == 0 {
                columns_top + gap + whole
            } else {
                columns_top
            };
            if band == 0 || whole <= 0.0 {
                sheet.note_rules.push((band, top));
            }
            sheet.stand(0, pieces.into_iter(), &mut top);
        }
    }
}
