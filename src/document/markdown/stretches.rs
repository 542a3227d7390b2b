//! Stretches of running text in nodes of their own: addresses, telephone numbers.

use super::tree::{TreeKind, TreeNode};
use std::ops::Range;

/// Neighbouring nodes of words, each with what it shows, in which stretches of all that
/// stand in nodes of their own. `part` gives some bytes of what a node shows, and `whole`
/// what a stretch becomes.
pub(super) fn set_apart<T>(
    words: Vec<(TreeNode, String)>,
    stretches: Vec<(Range<usize>, T)>,
    part: impl Fn(&TreeNode, &str, Range<usize>) -> TreeNode,
    whole: impl Fn(T, &[TreeNode]) -> TreeKind,
    linked: &mut Vec<TreeNode>,
) {
    let mut stretches = stretches.into_iter().peekable();
    let mut inside = Vec::new();
    let mut start = 0;
    for (node, shown) in words {
        let end = start + shown.len();
        let mut at = start;
        while at < end {
            let next = stretches.peek().map(|(range, _)| range.clone());
            let next = next.unwrap_or(usize::MAX..usize::MAX);
            let before = at < next.start;
            let to = end.min(if before { next.start } else { next.end });
            let part = part(&node, &shown, at - start..to - start);
            at = to;
            if before {
                linked.push(part);
                continue;
            }
            inside.push(part);
            if let Some((_, stretch)) = stretches.next_if(|(range, _)| range.end == to) {
                linked.push(apart(stretch, std::mem::take(&mut inside), &whole));
            }
        }
        start = end;
    }
}

fn apart<T>(
    stretch: T,
    children: Vec<TreeNode>,
    whole: impl Fn(T, &[TreeNode]) -> TreeKind,
) -> TreeNode {
    let start = children.first().map_or(0, |part| part.range.start);
    let end = children.last().map_or(start, |part| part.range.end);
    TreeNode {
        kind: whole(stretch, &children),
        range: start..end.max(start),
        children,
    }
}
