//! What becomes of a memo: the decision that it asks for, and its status once it no
//! longer holds as it was sent.

use super::fact::Date;
use super::model::{Party, Placed, Text};
use super::path::NodePath;

/// That a memo no longer holds as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoStatus {
    /// The node of the status.
    pub place: NodePath,
    /// What became of it.
    pub state: MemoState,
    /// Since when.
    pub date: Placed<Date>,
    /// The document, or whoever it is, by which.
    pub by: Option<StatusSource>,
    /// Why.
    pub reason: Option<Text>,
}

/// What became of a memo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemoState {
    /// It holds no longer.
    Withdrawn,
    /// Another document stands in its place.
    Superseded,
    /// It holds as it now reads.
    Corrected,
}

impl MemoState {
    /// Every state, by the name that a memo writes.
    pub const NAMES: [(&'static str, MemoState); 3] = [
        ("withdrawn", MemoState::Withdrawn),
        ("superseded", MemoState::Superseded),
        ("corrected", MemoState::Corrected),
    ];

    /// The name that a memo writes.
    pub fn name(self) -> &'static str {
        let known = MemoState::NAMES.iter().find(|(_, state)| *state == self);
        known.map_or("", |(name, _)| name)
    }
}

/// By what a memo was withdrawn, superseded or corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusSource {
    /// Another memo of the workspace, by its stem.
    Memo(Placed<String>),
    /// Words of the author.
    Words(Text),
}

/// The decision that a memo asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoDecision {
    /// The node of the decision.
    pub place: NodePath,
    /// Who decides.
    pub by: Party,
    /// Codes of what can be decided: `approved`.
    pub choices: Vec<Placed<String>>,
}
