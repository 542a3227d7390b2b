//! Names that are tied to a name: its owner's given name, and all of its row.

use super::{Mention, Tie};

/// The keys of the names before another that are tied to it in a row.
pub(in crate::check) fn keys_before<'m>(
    all: &'m [Mention<'_, '_>],
    one: &Mention<'_, '_>,
) -> Vec<&'m str> {
    let step = |tie: Option<Tie>| tie.and_then(|tie| all.get(tie.at));
    let run = std::iter::successors(step(one.before), |one| step(one.before));
    run.map(|one| one.key.as_str()).collect()
}

/// The keys of the names behind another that are tied to it in a row.
pub(in crate::check) fn keys_behind<'m>(
    all: &'m [Mention<'_, '_>],
    one: &Mention<'_, '_>,
) -> Vec<&'m str> {
    let step = |tie: Option<Tie>| tie.and_then(|tie| all.get(tie.at));
    let run = std::iter::successors(step(one.after), |one| step(one.after));
    run.map(|one| one.key.as_str()).collect()
}

/// The name that stands before another and is tied to it, past initials.
pub(in crate::check) fn owner<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Option<&'m Mention<'n, 'd>> {
    let mut before = all.get(one.before?.at)?;
    while before.is_initial() {
        before = all.get(before.before?.at)?;
    }
    Some(before)
}

/// The name that stands behind another and is tied to it, past initials.
pub(in crate::check) fn behind<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Option<&'m Mention<'n, 'd>> {
    let mut after = all.get(one.after?.at)?;
    while after.is_initial() {
        after = all.get(after.after?.at)?;
    }
    Some(after)
}
