//! What is remembered from one run to the next, so that a memo of which nothing changed is
//! not composed again: what was asked of the workspace for it, a hash of the answers, and
//! what came of it.

mod findings;
mod record;
mod store;

pub use record::{KnownFile, MemoRecord, RecalledEntries, RecalledMemo};
pub use store::{RunDigest, WorkStore};
