//! The decision that a memo asks for, and its status.

use super::{date, party, text};
use crate::memo::outcome::{MemoDecision, MemoState, MemoStatus, StatusSource};
use crate::memo::yaml::{At, Node, Reader};

/// `status: { state: superseded, date: 2026-05-01, by: other-memo, reason: { en, fr } }`.
pub(super) fn status(reader: &mut Reader, node: At<'_>) -> Option<MemoStatus> {
    let fields = reader.keys(node, "status")?;
    let known = |reader: &mut Reader, node: At<'_>| reader.chosen(node, &MemoState::NAMES);
    let state = reader.must(&fields, "state", known);
    let date = reader.must(&fields, "date", date::date);
    let by = reader.one(&fields, "by", source);
    let reason = reader.one(&fields, "reason", text::words);
    Some(MemoStatus {
        place: fields.path.clone(),
        state: state?,
        date: date?,
        by,
        reason,
    })
}

/// A memo's stem, or words.
fn source(reader: &mut Reader, node: At<'_>) -> Option<StatusSource> {
    match node.0 {
        Node::Text(_) | Node::Number(_) => reader.string(node).map(StatusSource::Memo),
        _ => text::any(reader, node).map(StatusSource::Words),
    }
}

/// `decision: { by: { name: … }, choices: [approved, not-approved] }`.
pub(super) fn decision(reader: &mut Reader, node: At<'_>) -> Option<MemoDecision> {
    let fields = reader.keys(node, "decision")?;
    let by = reader.must(&fields, "by", party::party);
    let choices = reader.filled(&fields, "choices")?;
    let choices = reader.each(choices, Reader::code);
    Some(MemoDecision {
        place: fields.path.clone(),
        by: by?,
        choices,
    })
}
