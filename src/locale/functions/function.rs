//! The functions.

use crate::locale::anchors::anchor;
use fluent_syntax::ast::CallArguments;

crate::diagnostic::phrases! {
    KINDS = "kinds";
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Number,
    DateTime,
    SpellOut,
    Ordinal,
    List,
    Range,
    Phone,
    De,
}

pub(super) type Call<'s> = CallArguments<&'s str>;

/// The words of an argument, and how many bytes before them belong to it; the function's
/// name where the argument has none.
pub(super) fn place_of<'s>(name: &'s str, call: &Call<'s>, index: usize) -> (&'s str, usize) {
    let place = call.positional.get(index).map(anchor);
    let place = place.filter(|(slice, _)| !slice.is_empty());
    place.unwrap_or((name, 0))
}

/// What a function works on, for messages and for the reference.
pub(super) fn takes(function: &str) -> String {
    KINDS.words("takes", given!(function))
}
