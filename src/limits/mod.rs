//! How much of anything a memo may be: bytes, blocks, pixels, steps. What is beyond is a
//! finding, and the batch goes on.
//!
//! The limits of a workspace hold for a thread from when it enters them, so that whatever
//! reads, counts or loops there asks without being handed them. Steps are counted, never
//! timed: every machine comes to the same finding.

mod meter;
mod table;

pub use meter::{InForce, OutOfSteps, current, left, located, spend};
pub use table::{Limit, LimitRow};

/// What a workspace's limits are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([u64; Limit::ALL.len()]);

impl Default for Limits {
    fn default() -> Limits {
        Limits(Limit::ALL.map(|limit| limit.row().default))
    }
}

impl Limits {
    /// The most of what a limit is about.
    pub const fn of(&self, limit: Limit) -> u64 {
        self.0[limit as usize]
    }

    /// The same with another limit, between its floor and its ceiling.
    #[must_use]
    pub fn with(mut self, limit: Limit, most: u64) -> Limits {
        self.0[limit as usize] = most.clamp(limit.row().floor, limit.row().ceiling);
        self
    }
}

/// A number as findings show it: `4,194,304`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, Span};

    #[test]
    fn defaults_are_below_their_ceilings() {
        for limit in Limit::ALL {
            let row = limit.row();
            assert!(1 <= row.floor && row.floor <= row.default, "{row:?}");
            assert!(row.default <= row.ceiling, "{row:?}");
            assert_eq!(Limit::named(row.name), Some(limit));
            assert_eq!(Limits::default().of(limit), row.default);
        }
        assert_eq!(Limit::named("byte"), None);
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        let shown = [7, 999, 1000, 4_194_304].map(grouped);
        assert_eq!(shown, ["7", "999", "1,000", "4,194,304"]);
    }

    #[test]
    fn steps_are_counted_over_all_that_a_memo_goes_through() {
        let limits = Limits::default().with(Limit::MemoSteps, 10);
        let memo = || {
            spend(6);
            // It goes on with what is left, whatever limits it brings.
            let inner = Limits::default().metered(|| spend(5));
            assert_eq!(inner, Err(OutOfSteps::default()));
            assert_eq!(left(), Some(0));
        };
        assert_eq!(limits.metered(memo), Ok(()));
        let all = limits.metered(|| {
            spend(10);
            left()
        });
        assert_eq!(all, Ok(Some(0)), "another memo has all its steps");
        let beyond = limits.metered(|| spend(11));
        assert_eq!(beyond, Err(OutOfSteps::default()));
        let apart = limits.metered(|| {
            spend(9);
            let others = limits.apart(|| spend(10));
            (others, left())
        });
        assert_eq!(apart, Ok((Ok(()), Some(1))), "what is apart has its own");
        // Outside nothing is counted.
        spend(u64::MAX);
        assert_eq!(left(), None);
    }

    #[test]
    fn the_innermost_part_that_was_worked_on_is_told() {
        let file = SourceFile::new("a.yaml", "tide");
        let place = |range| Span::new(&file, range);
        let limits = Limits::default().with(Limit::MemoSteps, 1);
        let found = limits.metered(|| {
            located(|| place(0..4), || located(|| place(1..2), || spend(2)));
        });
        let told = Some(place(1..2));
        assert_eq!(found, Err(OutOfSteps { place: told }));
        let failed = std::panic::catch_unwind(|| {
            located(
                || unreachable!(),
                || std::panic::resume_unwind(Box::new("other")),
            )
        });
        let failed: Result<(), _> = failed;
        assert_eq!(failed.unwrap_err().downcast_ref(), Some(&"other"));
    }

    #[test]
    fn limits_hold_until_they_are_dropped() {
        let few = Limits::default().with(Limit::Blocks, 7);
        {
            let _held = few.hold();
            assert_eq!(current(Limit::Blocks), 7);
            let inner = few.with(Limit::Blocks, 8);
            assert_eq!(inner.metered(|| current(Limit::Blocks)), Ok(8));
            assert_eq!(current(Limit::Blocks), 7);
        }
        assert_eq!(current(Limit::Blocks), Limit::Blocks.row().default);
    }

    #[test]
    fn other_failures_are_not_taken_for_it() {
        let work = || Limits::default().metered(|| std::panic::resume_unwind(Box::new("other")));
        let failed: Result<Result<(), _>, _> = std::panic::catch_unwind(work);
        assert_eq!(failed.unwrap_err().downcast_ref(), Some(&"other"));
        assert_eq!(left(), None);
    }
}
