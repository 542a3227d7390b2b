//! Entries in columns that a page ends in: they are cut, and each part is balanced by
//! itself.

use super::Paginator;
use super::ends::{Candidate, Cut, Ends, FlowingColumns};

impl Paginator<'_> {
    /// Adds the place where the entries at a place are cut, so that what stands before it
    /// is no higher than `room`; says whether there is one.
    pub(super) fn cut_entries(&self, place: FlowingColumns, room: f32, ends: &mut Ends) -> bool {
        let piece = self.queue.get(place.at);
        let piece = piece.filter(|piece| piece.notes.is_empty());
        let Some(entries) = piece.and_then(|piece| piece.entries.as_ref()) else {
            return false;
        };
        let Some((count, height)) = entries.cut(room) else {
            return false;
        };
        ends.candidates.push(Candidate {
            count: place.at + 1,
            cost: entries.cost,
            used: place.above + height + place.foot,
            cut: Some(ends.cuts.len()),
        });
        let cut = Cut {
            counts: vec![count],
            cost: entries.cost,
            height,
        };
        ends.cuts.push((place.at, cut));
        true
    }
}
