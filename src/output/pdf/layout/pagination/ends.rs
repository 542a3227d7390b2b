//! The places where a page may end, as far as it has been filled, and which is the best.

use super::super::cost::{Cost, KEPT};

/// The places that are tried for the end of a page.
pub(super) const CHOICES: usize = 7;

/// Where columns are cut: how many pieces of each stand on the page.
#[derive(Debug)]
pub(super) struct Cut {
    pub(super) counts: Vec<usize>,
    pub(super) cost: u32,
    /// The height of what stands on the page.
    pub(super) height: f32,
}

/// Columns, or entries in columns, that stand on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct FlowingColumns {
    /// The index in the queue.
    pub(super) at: usize,
    /// The height of the text above them.
    pub(super) above: f32,
    /// That of the footnotes below them.
    pub(super) foot: f32,
}

/// A place where the page may end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The pieces before it.
    pub(super) count: usize,
    pub(super) cost: u32,
    /// The height of text and footnotes before it.
    pub(super) used: f32,
    /// The cut of columns that it is, an index of [`Ends::cuts`].
    pub(super) cut: Option<usize>,
}

/// The places where the page may end, as far as it has been filled.
#[derive(Debug, Default)]
pub(super) struct Ends {
    pub(super) candidates: Vec<Candidate>,
    /// Columns and entries that stand on the page whole, with what is above them.
    pub(super) columns: Vec<FlowingColumns>,
    /// Where they may be cut.
    pub(super) cuts: Vec<(usize, Cut)>,
}

/// A place where a page may end, and what that costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageEnd {
    /// The index among the candidates.
    pub(super) at: usize,
    pub(super) count: usize,
    pub(super) cost: Cost,
}

/// The places to end a page with their costs, the best first. What is kept together is
/// torn only where there is no other place. The last place is among the first `CHOICES`,
/// so that as few pages as can be are among what is tried.
pub(super) fn ranked(candidates: &[Candidate], room: f32) -> Vec<PageEnd> {
    let whole = |candidate: &&Candidate| candidate.cost < KEPT;
    let reach = candidates
        .iter()
        .filter(whole)
        .map(|candidate| candidate.used / room);
    let reach = reach.fold(0.0, f32::max);
    let place = |(at, candidate): (usize, &Candidate)| PageEnd {
        at,
        count: candidate.count,
        cost: Cost::of_end(candidate.cost, candidate.used / room, reach),
    };
    let all = candidates.iter().enumerate();
    let mut good: Vec<PageEnd> = all.clone().filter(|(_, it)| whole(it)).map(place).collect();
    good.sort_by(|one, other| {
        one.cost
            .order(&other.cost)
            .then(other.count.cmp(&one.count))
    });
    let last = (0..good.len()).max_by_key(|&at| good.get(at).map(|place| place.count));
    if let Some(last) = last.filter(|&last| last >= CHOICES) {
        good.swap(last, CHOICES - 1);
    }
    if good.is_empty() {
        let at_need = all.min_by(|(_, one), (_, other)| {
            let fuller = || other.used.total_cmp(&one.used);
            one.cost.cmp(&other.cost).then_with(fuller)
        });
        good.extend(at_need.map(place));
    }
    good
}
