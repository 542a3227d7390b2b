//! Which of many things of one language are compared with which of the other, where all with
//! all would be too many: a text of ordinary size has some tens of values, names or claims,
//! and one of thousands is compared in about the order in which it says them.

use std::ops::Range;

/// Up to so many pairs all are compared with all: 500 and 500, ten times what a long
/// paragraph has.
const ALL_WITH_ALL: usize = 250_000;

/// How far from its place a partner is looked for in more.
const REACH: usize = 200;

/// The places of the `others` things that are compared with the one at the place `at` of
/// `own` ones.
pub(super) fn near(at: usize, own: usize, others: usize) -> Range<usize> {
    if are_few(own, others) {
        return 0..others;
    }
    let middle = at * others / own.max(1);
    middle.saturating_sub(REACH).min(others)..(middle + REACH).min(others)
}

/// Whether so many things are all compared with so many others.
pub(super) fn are_few(own: usize, others: usize) -> bool {
    own.saturating_mul(others) <= ALL_WITH_ALL
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn few_are_all_compared_and_many_near_their_places() {
        assert_eq!(near(3, 500, 500), 0..500);
        let steps =
            |count: usize| -> usize { (0..count).map(|at| near(at, count, count).len()).sum() };
        assert!(steps(8000) < 9 * steps(1000));
        for at in 0..4000 {
            assert!(near(at, 4000, 2000).contains(&(at / 2)));
        }
        assert_eq!(near(0, 1, 1_000_000).start, 0);
    }
}
