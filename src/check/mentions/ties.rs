//! Names that are tied to a name: its owner's given name, and all of its row.

use super::{Mention, Tie};

/// The names that are tied to another in a row, on one side of it.
fn row<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
    side: fn(&Mention<'n, 'd>) -> Option<Tie>,
) -> impl Iterator<Item = &'m Mention<'n, 'd>> {
    let step = move |one: &Mention<'n, 'd>| side(one).and_then(|tie| all.get(tie.at));
    std::iter::successors(step(one), move |one| step(one))
}

/// The keys of the names before another that are tied to it in a row.
pub(in crate::check) fn keys_before<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Vec<&'m str> {
    let row = row(all, one, |it| it.before);
    row.map(|it| it.key.as_str()).collect()
}

/// The keys of the names behind another that are tied to it in a row.
pub(in crate::check) fn keys_behind<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Vec<&'m str> {
    let row = row(all, one, |it| it.after);
    row.map(|it| it.key.as_str()).collect()
}

/// The name that stands before another and is tied to it, past initials.
pub(in crate::check) fn owner<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Option<&'m Mention<'n, 'd>> {
    row(all, one, |it| it.before).find(|it| !it.is_initial())
}

/// The name that stands behind another and is tied to it, past initials.
pub(in crate::check) fn behind<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Option<&'m Mention<'n, 'd>> {
    row(all, one, |it| it.after).find(|it| !it.is_initial())
}
