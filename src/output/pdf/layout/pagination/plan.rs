//! Where all pages end: the places whose costs together are least.

use super::super::cost::Cost;
use super::ends::CHOICES;
use super::{Choice, Paginator, Sheet};
use std::collections::BTreeMap;

/// How many beginnings of the document are followed at a time.
const BEGINNINGS: usize = 12;

/// A document's first pages.
#[derive(Clone)]
struct Beginning<'n> {
    paginator: Paginator<'n>,
    choices: Vec<usize>,
    cost: Cost,
}

/// The pages. Each ends at its best place, unless that makes other pages bad or more.
pub(super) fn sheets(start: &Paginator<'_>) -> Vec<Sheet> {
    let (sheets, cost) = follow(start, |_| Choice::Ranked(0));
    let fewest = || follow(start, |_| Choice::Fullest).0.len();
    if sheets.len() < 2 || cost.is_good() && (sheets.len() < 3 || sheets.len() <= fewest()) {
        return sheets;
    }
    match plan(start, cost) {
        Some(choices) => {
            let choice = |page: usize| Choice::Ranked(choices.get(page).copied().unwrap_or(0));
            follow(start, choice).0
        }
        None => sheets,
    }
}

/// The pages that end at these places, and what they cost.
fn follow(start: &Paginator<'_>, choice: impl Fn(usize) -> Choice) -> (Vec<Sheet>, Cost) {
    let mut paginator = start.clone();
    let (mut sheets, mut total) = (Vec::new(), Cost::default());
    while !paginator.is_done() {
        let Some((sheet, cost)) = paginator.turn(choice(sheets.len())) else {
            break;
        };
        sheets.push(sheet);
        total = total.with_page(cost);
    }
    (sheets, total)
}

/// The choices that cost less than `limit`, if there are any. Beginnings that leave the
/// same to be placed go on alike, so that only the best of them is followed.
fn plan(start: &Paginator<'_>, limit: Cost) -> Option<Vec<usize>> {
    let mut least = limit;
    let mut best = None;
    let mut open = vec![Beginning {
        paginator: start.clone(),
        choices: Vec::new(),
        cost: Cost::default(),
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
        open = promising(next, least);
    }
    best
}

/// The beginnings that are followed further: those that cost least, and the one that
/// leaves least to be placed, whose pages may be the fewest.
fn promising<'n>(next: BTreeMap<Rest, Beginning<'n>>, least: Cost) -> Vec<Beginning<'n>> {
    let mut open: Vec<Beginning<'n>> = next.into_values().collect();
    open.retain(|beginning| beginning.cost < least);
    // They are in the order of what they leave: the first leaves least.
    if let Some((_, others)) = open.split_first_mut() {
        others.sort_by(|one, other| one.cost.order(&other.cost));
    }
    open.truncate(BEGINNINGS);
    open
}

/// A beginning with one more page, for each place where it may end; each costs less
/// than `limit`.
fn longer<'n>(beginning: &Beginning<'n>, limit: Cost) -> Vec<Beginning<'n>> {
    let mut longer = Vec::new();
    let mut limit = limit;
    for choice in 0..CHOICES {
        let mut next = beginning.clone();
        let Some((_, cost)) = next.paginator.turn(Choice::Ranked(choice)) else {
            break;
        };
        next.cost = next.cost.with_page(cost);
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
    let height = paginator.queue.height();
    let carried: f32 = paginator
        .carried
        .iter()
        .flatten()
        .map(|piece| piece.height)
        .sum();
    (paginator.queue.len(), height.to_bits(), carried.to_bits())
}
