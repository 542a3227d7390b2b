//! The limits that hold on a thread, and how many steps are left there.

use super::{Limit, Limits};
use crate::source::Span;
use std::cell::Cell;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

thread_local! {
    /// The limits that hold.
    static LIMITS: Cell<Option<Limits>> = const { Cell::new(None) };
    /// The steps that are left; outside of what is metered, none are counted.
    static LEFT: Cell<Option<u64>> = const { Cell::new(None) };
}

/// Limits that hold on this thread until this is dropped.
#[derive(Debug)]
#[must_use = "they hold until it is dropped"]
pub struct InForce {
    before: Option<Limits>,
    /// A thread's own.
    here: PhantomData<*const ()>,
}

impl Drop for InForce {
    fn drop(&mut self) {
        LIMITS.set(self.before);
    }
}

impl Limits {
    /// Lets them hold on this thread until what is given is dropped. Steps are not counted.
    pub fn hold(self) -> InForce {
        InForce {
            before: LIMITS.replace(Some(self)),
            here: PhantomData,
        }
    }

    /// What comes of the work under these limits, unless it takes more steps than they
    /// allow. Work inside of metered work goes on with the steps that are left there: a
    /// memo that is composed and then printed has one budget.
    ///
    /// # Errors
    /// That no steps were left.
    pub fn metered<R>(self, work: impl FnOnce() -> R) -> Result<R, OutOfSteps> {
        let _held = self.hold();
        let left = LEFT.get();
        if left.is_none() {
            LEFT.set(Some(self.of(Limit::MemoSteps)));
        }
        // What the work leaves half done is a memo's own, and the memo is given up.
        let result = catch_unwind(AssertUnwindSafe(work));
        if left.is_none() {
            LEFT.set(None);
        }
        result.map_err(|failure| match failure.downcast() {
            Ok(out) => *out,
            Err(other) => resume_unwind(other),
        })
    }
}

impl Limits {
    /// The same of work that is not counted to what is metered around it.
    ///
    /// # Errors
    /// That no steps were left.
    pub fn apart<R>(self, work: impl FnOnce() -> R) -> Result<R, OutOfSteps> {
        let around = LEFT.replace(None);
        let result = self.metered(work);
        LEFT.set(around);
        result
    }
}

/// The limit that holds on this thread: the default where none was set.
pub fn current(limit: Limit) -> u64 {
    LIMITS
        .get()
        .map_or(limit.row().default, |limits| limits.of(limit))
}

/// That a memo has taken all its steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutOfSteps {
    /// What was worked on, where that is known.
    pub place: Option<Span>,
}

/// What comes of work on a part of a memo. Where no steps are left for it, what metered it
/// is told which part that was: the innermost, asked for only then.
pub fn located<R>(place: impl FnOnce() -> Span, work: impl FnOnce() -> R) -> R {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|failure| {
        resume_unwind(match failure.downcast::<OutOfSteps>() {
            Ok(mut out) => {
                out.place.get_or_insert_with(place);
                out
            }
            Err(other) => other,
        })
    })
}

/// Counts steps of work. Where none are left, the work ends here, and what metered it is
/// told.
pub fn spend(steps: u64) {
    let Some(left) = LEFT.get() else {
        return;
    };
    let rest = left.checked_sub(steps);
    LEFT.set(Some(rest.unwrap_or_default()));
    if rest.is_none() {
        // It is no panic: no hook is called, and the meter takes it up. The loop that must
        // end stands in the middle of what would else have to hand the news on.
        resume_unwind(Box::new(OutOfSteps::default()));
    }
}

/// How many steps are left; none outside of what is metered.
pub fn left() -> Option<u64> {
    LEFT.get()
}
