//! What a licence is, and how one is switched off to see what it earns.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// A difference between the languages that is no finding.
#[derive(Debug)]
pub struct Licence {
    /// What differs, in kebab-case: `half-an-hour`.
    pub name: &'static str,
    /// An English text, which differs from the French one by this alone.
    pub en: &'static str,
    /// The French text.
    pub fr: &'static str,
}

/// Which licence is switched off, and how often each was used, on this thread.
#[derive(Default)]
struct Trial {
    off: Option<&'static str>,
    used: BTreeMap<&'static str, usize>,
}

thread_local! {
    static TRIAL: RefCell<Trial> = RefCell::default();
}

impl Licence {
    /// Whether a difference that this licence is about is tolerated: always, but in a
    /// trial without it. It is asked only where everything else says that it applies.
    pub(in crate::check) fn allows(&self) -> bool {
        TRIAL.with_borrow_mut(|trial| {
            let allowed = trial.off != Some(self.name);
            if allowed {
                *trial.used.entry(self.name).or_default() += 1;
            }
            allowed
        })
    }
}

/// Runs a check on this thread without the licence of that name, to see what it would
/// cost.
pub fn without<T>(licence: &'static Licence, run: impl FnOnce() -> T) -> T {
    TRIAL.with_borrow_mut(|trial| trial.off = Some(licence.name));
    let result = run();
    TRIAL.with_borrow_mut(|trial| trial.off = None);
    result
}

/// How often each licence let two values or texts agree on this thread since it was last
/// asked; those that never did are left out.
pub fn used() -> BTreeMap<&'static str, usize> {
    TRIAL.with_borrow_mut(|trial| std::mem::take(&mut trial.used))
}
