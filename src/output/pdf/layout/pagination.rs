//! Pagination: which pieces stand on which page, with footnotes at the foot of the
//! page of their reference and tables' heads repeated.

mod columns;
mod foot;

use super::piece::{Break, KEPT, Piece, stack_height};

use std::collections::VecDeque;

/// The room for text on a page: heights above the paper's lower edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// The upper edge.
    pub top: f32,
    /// The lower edge.
    pub bottom: f32,
}

impl Area {
    fn height(self) -> f32 {
        self.top - self.bottom
    }
}

/// The measures of pages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    /// The first page's.
    pub first: Area,
    /// The other pages'.
    pub later: Area,
    /// What stands between text and footnotes, the rule included.
    pub note_space: f32,
    /// Space between two footnotes.
    pub note_gap: f32,
}

/// A footnote.
#[derive(Debug)]
pub(super) struct NoteStack {
    /// Where it stands: 0 is below the whole page, each column has one of its own.
    pub band: usize,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

/// A page with its pieces.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The pieces of the flow, then those of footnotes.
    pub pieces: Vec<Standing>,
    /// Where rules above footnotes stand: the band, and the height.
    pub note_rules: Vec<(usize, f32)>,
}

/// A piece at its place on a page.
#[derive(Debug)]
pub(super) struct Standing {
    /// The piece.
    pub piece: Piece,
    /// The height of its upper edge above the paper's lower edge.
    pub top: f32,
    /// Whether it is a table's head that was there before.
    pub repeated: bool,
    /// The space left above it on this page.
    pub space: f32,
}

/// Spreads the flow over pages. `notes` are the footnotes' pieces.
pub(super) fn paginate(flow: Vec<Piece>, notes: &[NoteStack], measures: Measures) -> Vec<Sheet> {
    let mut paginator = Paginator {
        queue: flow.into(),
        carried: Vec::new(),
        notes,
        measures,
        head: Vec::new(),
        area: measures.first,
    };
    let mut sheets = Vec::new();
    while !paginator.queue.is_empty() || !paginator.carried.is_empty() || sheets.is_empty() {
        paginator.area = if sheets.is_empty() {
            measures.first
        } else {
            measures.later
        };
        sheets.push(paginator.sheet());
    }
    sheets
}

struct Paginator<'n> {
    queue: VecDeque<Piece>,
    /// Pieces of footnotes that had no room on the page before, by band.
    carried: Vec<Vec<Piece>>,
    notes: &'n [NoteStack],
    measures: Measures,
    /// The head of the table that stands first in the queue.
    head: Vec<Piece>,
    area: Area,
}

/// A place where the page may end.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The pieces before it.
    count: usize,
    cost: u32,
    /// The height of text and footnotes before it.
    used: f32,
}

impl Paginator<'_> {
    fn sheet(&mut self) -> Sheet {
        let mut head = self.repeated_head();
        let count = self.fill(stack_height(&head));
        if count == 0 {
            // Footnotes from the page before take the whole page.
            head.clear();
        }
        let pieces: Vec<Piece> = self.queue.drain(..count).collect();
        self.remember_head(&pieces);
        self.place(head, pieces)
    }

    /// The head to repeat, if the page begins within a table.
    fn repeated_head(&self) -> Vec<Piece> {
        let Some(first) = self.queue.front() else {
            return Vec::new();
        };
        let same = self
            .head
            .first()
            .is_some_and(|head| head.table == first.table && first.table.is_some());
        let head_height = stack_height(&self.head);
        let fits = head_height + first.height <= self.area.height();
        if same && !first.is_head && fits {
            self.head.clone()
        } else {
            Vec::new()
        }
    }

    /// Keeps the head of the last table among `pieces`.
    fn remember_head(&mut self, pieces: &[Piece]) {
        for piece in pieces.iter().filter(|piece| piece.is_head) {
            if self
                .head
                .first()
                .is_some_and(|head| head.table != piece.table)
            {
                self.head.clear();
            }
            self.head.push(piece.clone());
        }
    }

    /// How many pieces of the queue stand on the page, `above` being taken already.
    fn fill(&mut self, above: f32) -> usize {
        let room = self.area.height();
        let mut text = above;
        let mut foot = self.carried_foot();
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut at = 0;
        while let Some(piece) = self.queue.get(at) {
            if at > 0 {
                let cost = match piece.before {
                    Break::Page => return at,
                    Break::At(cost) => cost,
                };
                candidates.push(Candidate {
                    count: at,
                    cost,
                    used: text + self.foot_height(&foot, room),
                });
            }
            let space = if at == 0 && above == 0.0 {
                0.0
            } else {
                piece.space
            };
            let height = space + piece.height;
            let below = self.with_notes(&foot, piece);
            let left = room - text - height;
            if self.foot_height(&below, room) > left + 0.01 {
                if piece.flows {
                    return self.end_in_columns(at, text + space, &foot, &mut candidates, room);
                }
                let least = self.with_least_notes(&foot, piece);
                if self.cuts_note(&foot, piece, left, candidates.is_empty()) {
                    // The footnote is cut: the page is full with this piece and those
                    // that are not torn from it.
                    return self.end_kept(at + 1, left - self.foot_height(&least, room));
                }
                let left = room - text - self.foot_height(&foot, room) - space;
                return self.end_page(at, left, &candidates, room);
            }
            text += height;
            foot = below;
            at += 1;
        }
        at
    }

    /// Where the pieces end that are kept with those before `at`, as far as `left`
    /// has room for them.
    fn end_kept(&self, mut at: usize, mut left: f32) -> usize {
        while let Some(piece) = self.queue.get(at) {
            left -= piece.space + piece.height;
            let kept = matches!(piece.before, Break::At(cost) if cost >= KEPT);
            if !kept || left < 0.0 || !piece.notes.is_empty() {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the page ends, the piece `at` having no room: `left` is what there is. A
    /// page that footnotes take holds nothing else; any other holds a piece at least.
    fn end_page(&mut self, at: usize, left: f32, candidates: &[Candidate], room: f32) -> usize {
        let tall = self
            .queue
            .get(at)
            .is_some_and(|piece| piece.height > room * 0.92);
        if tall
            && let Some(piece) = self.queue.get(at)
            && let Ok((first, second)) = piece.clone().split(left - self.reserve(piece))
        {
            self.queue.remove(at);
            self.queue.insert(at, second);
            self.queue.insert(at, first);
            return at + 1;
        }
        let alone = if self.carried.is_empty() { 1 } else { 0 };
        best(candidates, room).unwrap_or(at.max(alone))
    }

    /// What the beginning of a piece's footnotes needs, if it refers to any.
    fn reserve(&self, piece: &Piece) -> f32 {
        let foot = self.with_least_notes(&foot::Foot::default(), piece);
        self.foot_height(&foot, self.area.height())
    }

    /// Places the pieces of a page: text from the top, footnotes from the bottom.
    fn place(&mut self, head: Vec<Piece>, pieces: Vec<Piece>) -> Sheet {
        let mut sheet = Sheet::default();
        let notes = self.notes_below(&pieces);
        let mut top = self.area.top;
        let heads = head.len();
        for (at, piece) in head.into_iter().chain(pieces).enumerate() {
            let space = if at == 0 { 0.0 } else { piece.space };
            top -= space;
            let height = piece.height;
            sheet.pieces.push(Standing {
                piece,
                top,
                repeated: at < heads,
                space,
            });
            top -= height;
        }
        let empty = sheet.pieces.is_empty();
        let room = top - self.area.bottom - self.measures.note_space;
        self.place_notes(notes, room, empty, &mut sheet);
        sheet
    }
}

/// The best place to end the page: at little cost, with little left empty.
fn best(candidates: &[Candidate], room: f32) -> Option<usize> {
    let score = |candidate: &Candidate| {
        let empty = f64::from(((room - candidate.used) / room).max(0.0));
        f64::from(candidate.cost) + 1000.0 * empty * empty
    };
    let good = candidates
        .iter()
        .filter(|candidate| candidate.cost < KEPT)
        .min_by(|one, other| {
            score(one)
                .total_cmp(&score(other))
                .then(other.count.cmp(&one.count))
        });
    let at_need = || {
        candidates
            .iter()
            .min_by_key(|candidate| (candidate.cost, usize::MAX - candidate.count))
    };
    good.or_else(at_need).map(|candidate| candidate.count)
}
