//! Where all pages end: the places whose costs together are least.

use super::{Paginator, Sheet};
use std::collections::BTreeMap;

/// The places that are tried for the end of a page.
const CHOICES: usize = 6;
/// How many beginnings of the document are followed at a time.
const BEGINNINGS: usize = 12;
/// What a page costs: a document does not get longer for a slightly better break.
const PAGE: f64 = 150.0;
/// The cost of a document whose pages, each ended at its best place, are good enough.
const GOOD: f64 = 40.0;

/// A document's first pages.
#[derive(Clone)]
struct Beginning<'n> {
    paginator: Paginator<'n>,
    choices: Vec<usize>,
    cost: f64,
}

/// The pages. Each ends at its best place, unless that makes other pages bad.
pub(super) fn sheets(start: &Paginator<'_>) -> Vec<Sheet> {
    let (sheets, cost) = follow(start, &[]);
    if sheets.len() < 2 || cost < GOOD {
        return sheets;
    }
    match plan(start, cost + PAGE * sheets.len() as f64) {
        Some(choices) => follow(start, &choices).0,
        None => sheets,
    }
}

/// The pages that end at these places, the best where none is given, and their costs.
fn follow(start: &Paginator<'_>, choices: &[usize]) -> (Vec<Sheet>, f64) {
    let mut paginator = start.clone();
    let mut choices = choices.iter().copied();
    let (mut sheets, mut total) = (Vec::new(), 0.0);
    while !paginator.is_done() {
        let Some((sheet, cost)) = paginator.turn(choices.next().unwrap_or(0)) else {
            break;
        };
        sheets.push(sheet);
        total += cost;
    }
    (sheets, total)
}

/// The choices that cost less than `limit`, if there are any. Beginnings that leave the
/// same to be placed go on alike, so that only the best of them is followed.
fn plan(start: &Paginator<'_>, limit: f64) -> Option<Vec<usize>> {
    let mut least = limit;
    let mut best = None;
    let mut open = vec![Beginning {
        paginator: start.clone(),
        choices: Vec::new(),
        cost: 0.0,
    }];
    while !open.is_empty() {
        let mut next: BTreeMap<Rest, Beginning<'_>> = BTreeMap::new();
        for beginning in &open {
            for longer in longer(beginning, least) {
                if longer.paginator.is_done() {
                    least = longer.cost;
                    best = Some(longer.choices);
                    continue;
                }
                let rest = rest(&longer.paginator);
                let known = next.get(&rest).map(|known| known.cost);
                if known.is_none_or(|known| longer.cost < known) {
                    next.insert(rest, longer);
                }
            }
        }
        open = next.into_values().collect();
        open.retain(|beginning| beginning.cost < least);
        open.sort_by(|one, other| one.cost.total_cmp(&other.cost));
        open.truncate(BEGINNINGS);
    }
    best
}

/// A beginning with one more page, for each place where it may end; each costs less
/// than `limit`.
fn longer<'n>(beginning: &Beginning<'n>, limit: f64) -> Vec<Beginning<'n>> {
    let mut longer = Vec::new();
    let mut limit = limit;
    for choice in 0..CHOICES {
        let mut next = beginning.clone();
        let Some((_, cost)) = next.paginator.turn(choice) else {
            break;
        };
        next.cost += cost + PAGE;
        next.choices.push(choice);
        if next.cost < limit {
            if next.paginator.is_done() {
                limit = next.cost;
            }
            longer.push(next);
        }
    }
    longer
}

/// What is left to be placed: pieces, their height and that of footnotes, exactly.
type Rest = (usize, u32, u32);

fn rest(paginator: &Paginator<'_>) -> Rest {
    let height: f32 = paginator.queue.iter().map(|piece| piece.height).sum();
    let carried: f32 = paginator
        .carried
        .iter()
        .flatten()
        .map(|piece| piece.height)
        .sum();
    (paginator.queue.len(), height.to_bits(), carried.to_bits())
}
