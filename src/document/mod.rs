//! A document in one language, without a format: blocks and inlines, each with
//! the place in the memo that it came from.
//!
//! Language is spent here: a writer sees `lang` as metadata and never asks it.

mod model;

pub use model::*;
