//! The pieces that are still to be placed.

use super::super::piece::LayoutPiece;
use std::collections::VecDeque;
use std::rc::Rc;

/// The pieces that are still to be placed, in their order. Many ways to spread them are
/// tried, each with a queue of its own: a copy costs no more than a page of pieces, however
/// many are left.
#[derive(Clone)]
pub(super) struct Queue {
    /// What stands before the others: what was cut, and pieces before that.
    front: VecDeque<Rc<LayoutPiece>>,
    all: Rc<[Rc<LayoutPiece>]>,
    /// The first of `all` that is not in front or placed.
    next: usize,
    /// The height of the pieces from each of `all` on.
    heights: Rc<[f32]>,
}

impl Queue {
    /// All these pieces.
    pub fn new(pieces: Vec<LayoutPiece>) -> Queue {
        let mut heights = vec![0.0; pieces.len() + 1];
        let mut below = 0.0;
        for (height, piece) in heights.iter_mut().zip(&pieces).rev() {
            below += piece.height;
            *height = below;
        }
        Queue {
            front: VecDeque::new(),
            all: pieces.into_iter().map(Rc::new).collect(),
            next: 0,
            heights: heights.into(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.front.len() + self.all.len() - self.next
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Their height, added up from the last one.
    pub fn height(&self) -> f32 {
        let behind = self.heights.get(self.next).copied().unwrap_or(0.0);
        let front = self.front.iter().rev();
        front.fold(behind, |below, piece| below + piece.height)
    }

    /// The piece at an index.
    pub fn get(&self, at: usize) -> Option<&Rc<LayoutPiece>> {
        match at.checked_sub(self.front.len()) {
            None => self.front.get(at),
            Some(behind) => self.all.get(self.next + behind),
        }
    }

    /// The first piece.
    pub fn front(&self) -> Option<&Rc<LayoutPiece>> {
        self.get(0)
    }

    /// The first piece, to be changed.
    pub fn front_mut(&mut self) -> Option<&mut LayoutPiece> {
        self.bring(1);
        self.front.front_mut().map(Rc::make_mut)
    }

    /// Takes the first `count` pieces out.
    pub fn take(&mut self, count: usize) -> Vec<Rc<LayoutPiece>> {
        let of_front = count.min(self.front.len());
        let mut taken: Vec<_> = self.front.drain(..of_front).collect();
        let end = self.all.len().min(self.next + count - of_front);
        taken.extend_from_slice(self.all.get(self.next..end).unwrap_or_default());
        self.next = end;
        taken
    }

    /// Puts the two parts of the piece at an index in its place.
    pub fn cut(&mut self, at: usize, first: LayoutPiece, second: LayoutPiece) {
        self.bring(at + 1);
        if let Some(place) = self.front.get_mut(at) {
            *place = Rc::new(first);
            self.front.insert(at + 1, Rc::new(second));
        }
    }

    /// Sees to it that the first `count` pieces are in front.
    fn bring(&mut self, count: usize) {
        while self.front.len() < count
            && let Some(piece) = self.all.get(self.next)
        {
            self.front.push_back(Rc::clone(piece));
            self.next += 1;
        }
    }
}
