//! Pagination: which pieces stand on which page, with footnotes at the foot of the
//! page of their reference and tables' heads repeated. Pages are filled one after
//! another; `plan` chooses where they end so that the whole document is good.

mod columns;
mod ends;
mod entries;
mod foot;
mod plan;
mod queue;

use super::cost::{Cost, KEPT};
use super::piece::{Break, LayoutPiece, stack_height};
use crate::limits::spend;
use ends::{Candidate, Ends, FlowingColumns, ranked};
use queue::Queue;
use std::rc::Rc;

/// The least height of text on a page, in points: some ten lines.
pub(super) const LEAST_TEXT: f32 = 150.0;

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

/// The room on pages of one kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Areas {
    /// The first page's.
    pub first: Area,
    /// The other pages'.
    pub later: Area,
}

impl Areas {
    /// The height of the page with the least room.
    pub fn least(self) -> f32 {
        self.first.height().min(self.later.height())
    }
}

/// The measures of pages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    /// Pages that stand upright.
    pub upright: Areas,
    /// Pages that lie on their side.
    pub turned: Areas,
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
    pub pieces: Vec<Rc<LayoutPiece>>,
    /// The footnotes that are first referred to in it, and in those in turn: they stand
    /// where it stands, below it.
    pub inner: Vec<usize>,
    /// Where it stands in the markup: those of a page are in this order.
    pub order: usize,
}

/// A page with its pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// The pieces of the flow, then those of footnotes.
    pub pieces: Vec<Standing>,
    /// Where rules above footnotes stand: the band, and the height.
    pub note_rules: Vec<(usize, f32)>,
    /// Whether the page lies on its side.
    pub turned: bool,
}

impl Sheet {
    /// Adds pieces below one another from `top` on, of which the first were there before.
    fn stand(
        &mut self,
        repeated: usize,
        pieces: impl Iterator<Item = Rc<LayoutPiece>>,
        top: &mut f32,
    ) {
        for (at, piece) in pieces.enumerate() {
            let space = if at == 0 { 0.0 } else { piece.space };
            *top -= space;
            let standing = *top;
            *top -= piece.height;
            self.pieces.push(Standing {
                piece,
                top: standing,
                repeated: at < repeated,
                space,
            });
        }
    }
}

/// A piece at its place on a page.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// The piece.
    pub piece: Rc<LayoutPiece>,
    /// The height of its upper edge above the paper's lower edge.
    pub top: f32,
    /// Whether it is a table's head that was there before.
    pub repeated: bool,
    /// The space left above it on this page.
    pub space: f32,
}

/// Spreads the flow over pages. `notes` are the footnotes' pieces.
pub(super) fn paginate(
    flow: Vec<LayoutPiece>,
    notes: &[NoteStack],
    measures: Measures,
) -> Vec<Sheet> {
    plan::sheets(&Paginator {
        queue: Queue::new(flow),
        carried: Vec::new(),
        notes,
        measures,
        head: Vec::new(),
        area: measures.upright.first,
        turned: false,
        page: 0,
        ending: Ending::default(),
    })
}

/// What is still to be placed, and the page that is being filled.
#[derive(Clone)]
struct Paginator<'n> {
    queue: Queue,
    /// Pieces of footnotes that had no room on the page before, by band.
    carried: Vec<Vec<Rc<LayoutPiece>>>,
    notes: &'n [NoteStack],
    measures: Measures,
    /// The head of the table that stands first in the queue.
    head: Vec<Rc<LayoutPiece>>,
    area: Area,
    /// Whether the page lies on its side.
    turned: bool,
    /// How many pages are filled.
    page: usize,
    ending: Ending,
}

/// How a page is to end, and what came of it.
#[derive(Clone, Copy, Debug, Default)]
struct Ending {
    choice: Choice,
    /// Whether there was such a place.
    found: bool,
    /// What the end costs.
    cost: Cost,
}

/// Which of the places where it may end a page ends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// The so-manieth best, the best being 0.
    Ranked(usize),
    /// The last.
    Fullest,
}

impl Default for Choice {
    fn default() -> Choice {
        Choice::Ranked(0)
    }
}

impl Paginator<'_> {
    /// Fills the next page, ending it at the chosen place, and says what that costs;
    /// nothing where there is no such place.
    fn turn(&mut self, choice: Choice) -> Option<(Sheet, Cost)> {
        // Each choice has a queue of its own.
        spend(1 + self.queue.len() as u64);
        self.turned = self.is_next_turned();
        let areas = match self.turned {
            true => self.measures.turned,
            false => self.measures.upright,
        };
        self.area = match self.page {
            0 => areas.first,
            _ => areas.later,
        };
        self.ending = Ending {
            choice,
            found: matches!(choice, Choice::Ranked(0) | Choice::Fullest),
            cost: Cost::default(),
        };
        let sheet = self.sheet();
        self.page += 1;
        self.ending.found.then_some((sheet, self.ending.cost))
    }

    /// Whether the next page lies on its side: for what stands first on it, or for what
    /// footnotes of such a page have left.
    fn is_next_turned(&self) -> bool {
        let mut carried = self.carried.iter().flatten();
        self.queue.front().is_some_and(|piece| piece.turned) || carried.any(|piece| piece.turned)
    }

    fn is_done(&self) -> bool {
        self.page > 0 && self.queue.is_empty() && self.carried.is_empty()
    }

    fn sheet(&mut self) -> Sheet {
        let mut head = self.repeated_head();
        let count = self.fill(stack_height(head.iter().map(Rc::as_ref)));
        if count == 0 {
            // Footnotes from the page before take the whole page.
            head.clear();
        }
        let pieces = self.queue.take(count);
        self.remember_head(&pieces);
        self.place(head, pieces)
    }

    /// The head to repeat, if the page begins within a table.
    fn repeated_head(&self) -> Vec<Rc<LayoutPiece>> {
        let Some(first) = self.queue.front() else {
            return Vec::new();
        };
        let same = self
            .head
            .first()
            .is_some_and(|head| head.table == first.table && first.table.is_some());
        let head_height = stack_height(self.head.iter().map(Rc::as_ref));
        let fits = head_height + first.height <= self.area.height();
        if same && !first.is_head && fits {
            self.head.clone()
        } else {
            Vec::new()
        }
    }

    /// Keeps the head of the last table among `pieces`.
    fn remember_head(&mut self, pieces: &[Rc<LayoutPiece>]) {
        for piece in pieces.iter().filter(|piece| piece.is_head) {
            if self
                .head
                .first()
                .is_some_and(|head| head.table != piece.table)
            {
                self.head.clear();
            }
            self.head.push(Rc::clone(piece));
        }
    }

    /// How many pieces of the queue stand on the page, `above` being taken already.
    fn fill(&mut self, above: f32) -> usize {
        let room = self.area.height();
        let mut text = above;
        let mut foot = self.carried_foot();
        let mut ends = Ends::default();
        let mut at = 0;
        while let Some(piece) = self.queue.get(at) {
            if piece.turned != self.turned {
                // It stands on a page of the other kind, as what stands on a new page.
                self.ending.cost = self.last_page(text);
                return at;
            }
            if at > 0 {
                let cost = match piece.before {
                    Break::Page => {
                        self.ending.cost = self.last_page(text);
                        return at;
                    }
                    Break::At(cost) => cost,
                };
                ends.candidates.push(Candidate {
                    count: at,
                    cost,
                    used: text + self.foot_height(&foot, room),
                    cut: None,
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
                    return self.end_in_columns(at, text + space, &foot, &mut ends, room);
                }
                let least = self.with_least_notes(&foot, piece);
                if self.cuts_note(&foot, piece, left, ends.candidates.is_empty()) {
                    // The footnote is cut: the page is full with this piece and those
                    // that are not torn from it.
                    return self.end_kept(at + 1, left - self.foot_height(&least, room));
                }
                let left = room - text - self.foot_height(&foot, room) - space;
                return self.end_page(at, left, &mut ends, room);
            }
            if piece.flows || piece.entries.is_some() {
                ends.columns.push(FlowingColumns {
                    at,
                    above: text + space,
                    foot: self.foot_height(&below, room),
                });
            }
            text += height;
            foot = below;
            at += 1;
        }
        self.ending.cost = self.last_page(text);
        at
    }

    /// The cost of a last page with text of this height.
    fn last_page(&self, text: f32) -> Cost {
        if self.page > 0 {
            Cost::of_last(text)
        } else {
            Cost::default()
        }
    }

    /// Where the page ends: after how many pieces; columns that it ends in are cut.
    fn choose(&mut self, ends: &Ends, room: f32) -> Option<usize> {
        let ranked = ranked(&ends.candidates, room);
        let chosen = match self.ending.choice {
            Choice::Ranked(at) => ranked.get(at),
            Choice::Fullest => ranked.iter().max_by_key(|place| place.count),
        };
        let place = match chosen {
            Some(found) => {
                self.ending.found = true;
                found
            }
            None => ranked.first()?,
        };
        self.ending.cost = place.cost;
        let chosen = ends.candidates.get(place.at)?;
        let cut = chosen.cut.and_then(|cut| ends.cuts.get(cut));
        if let Some((at, cut)) = cut {
            self.divide(*at, &cut.counts);
        }
        Some(chosen.count)
    }

    /// Where the pieces end that are kept with those before `at`, as far as `left`
    /// has room for them.
    fn end_kept(&self, mut at: usize, mut left: f32) -> usize {
        while let Some(piece) = self.queue.get(at) {
            left -= piece.space + piece.height;
            let kept = matches!(piece.before, Break::At(cost) if cost >= KEPT);
            let turns = piece.turned != self.turned;
            if !kept || turns || left < 0.0 || !piece.notes.is_empty() {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the page ends, the piece `at` having no room: `left` is what there is. A
    /// page that footnotes take holds nothing else; any other holds a piece at least.
    fn end_page(&mut self, at: usize, left: f32, ends: &mut Ends, room: f32) -> usize {
        let next = FlowingColumns {
            at,
            above: room - left,
            foot: 0.0,
        };
        let listed = self.cut_entries(next, left, ends);
        let tall = self
            .queue
            .get(at)
            .is_some_and(|piece| piece.height > room * 0.92);
        if tall
            && !listed
            && let Some(piece) = self.queue.get(at)
            && let Ok((first, second)) = LayoutPiece::clone(piece).split(left - self.reserve(piece))
        {
            self.queue.cut(at, first, second);
            return at + 1;
        }
        let alone = if self.carried.is_empty() { 1 } else { 0 };
        self.cut_columns(ends, room);
        self.choose(ends, room).unwrap_or(at.max(alone))
    }

    /// What the beginning of a piece's footnotes needs, if it refers to any.
    fn reserve(&self, piece: &LayoutPiece) -> f32 {
        let foot = self.with_least_notes(&foot::Foot::default(), piece);
        self.foot_height(&foot, self.area.height())
    }

    /// Places the pieces of a page: text from the top, footnotes from the bottom.
    fn place(&mut self, head: Vec<Rc<LayoutPiece>>, pieces: Vec<Rc<LayoutPiece>>) -> Sheet {
        let mut sheet = Sheet {
            turned: self.turned,
            ..Sheet::default()
        };
        let notes = self.notes_below(&pieces);
        let mut top = self.area.top;
        sheet.stand(head.len(), head.into_iter().chain(pieces), &mut top);
        let empty = sheet.pieces.is_empty();
        let room = top - self.area.bottom - self.measures.note_space;
        self.place_notes(notes, room, empty, &mut sheet);
        sheet
    }
}
