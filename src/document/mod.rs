//! A document in one language, without a format: blocks and inlines, each with
//! the place in the memo that it came from.
//!
//! Language is spent here: a writer sees `lang` as metadata and never asks it.

mod about;
mod assets;
pub mod codes;
mod compose;
mod described;
mod edition;
pub mod inline;
mod links;
pub mod markdown;
pub mod markup;
mod measure;
mod model;
mod outcome;
mod running;
mod session;
#[cfg(test)]
pub(crate) mod tests;
mod visit;

/// For writers that break lines.
pub(crate) use crate::language::lexicon::ends_with_month;
pub use about::{DocumentAbout, DocumentAuthor};
pub use assets::{AssetPrefix, AssetPrefixFault};
pub(crate) use compose::{LooseText, build_texts};
pub use compose::{Surroundings, build_document};
pub use edition::{Anchors, Edition};
pub use links::{Files, path_href};
pub(crate) use links::{decode, has_scheme, unsafe_scheme};
pub use measure::beyond_limits;
pub use model::*;
pub use outcome::{LinkedMemo, PrintedDecision, PrintedStatus};
pub use running::Inline;
pub use session::Session;
pub use visit::Visitor;
pub(crate) use visit::any_in_blocks;
