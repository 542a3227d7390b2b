//! Alerts made ready: their words stand apart from the brackets at their head.

use super::continued::go_on;
use super::edits::Change;
use super::tree::{TreeKind, TreeNode};
use std::ops::Range;

/// The brackets at the head of an alert: `[!NOTE]`.
pub(super) fn head(text: &str, alert: &TreeNode) -> Option<Range<usize>> {
    let raw = text.get(alert.range.clone())?;
    let (open, close) = raw.find("[!").zip(raw.find(']'))?;
    Some(alert.range.start + open..alert.range.start + close + 1)
}

/// Whether the line below the head of an alert goes on with it without a mark of its own:
/// then it is a line of a paragraph, whatever it begins with.
pub(super) fn is_lazy(text: &str, alert: &TreeNode, head: &Range<usize>) -> bool {
    let Some(first) = alert.children.first() else {
        return false;
    };
    let marks = go_on(text, head.start).matches('>').count();
    let between = text.get(head.end..first.range.start.max(head.end));
    let line = between.unwrap_or_default().rsplit('\n').next();
    first.kind == TreeKind::Paragraph && line.is_some_and(|line| line.matches('>').count() < marks)
}

/// A blank line below the head of an alert, where there is none: the parser takes the head
/// for the first line of a paragraph, which not every block may follow at once.
pub(super) fn blank_below(text: &str, alert: &TreeNode) -> Option<Change> {
    let head = head(text, alert)?;
    if alert.children.is_empty() || is_lazy(text, alert, &head) {
        return None;
    }
    let below = text.get(head.end..)?.split('\n').nth(1)?;
    if below.trim_matches([' ', '\t', '>']).is_empty() {
        return None;
    }
    let blank = format!("\n{}", go_on(text, head.start).trim_end());
    Some((head.end..head.end, blank))
}
