//! Telephone numbers that are typed in running text: nodes of their own, which lead to
//! the number. The Markdown keeps them as they are.

use super::tree::{TreeKind, TreeNode};
use crate::language::read::{Telephone, telephones};
use std::ops::Range;

/// The nodes of a run with its telephone numbers in nodes of their own; `source` is the
/// text that the nodes cover. A number that a line break cuts is one; what stands in a
/// link stays.
pub(super) fn link(nodes: Vec<TreeNode>, source: &str) -> Vec<TreeNode> {
    let mut linked = Vec::with_capacity(nodes.len());
    let mut words = Vec::new();
    for mut node in nodes {
        match node.kind {
            TreeKind::Text(_) | TreeKind::SoftBreak => {
                words.push(node);
                continue;
            }
            TreeKind::Emphasis | TreeKind::Strong | TreeKind::Deleted => {
                node.children = link(node.children, source);
            }
            _ => {}
        }
        link_words(std::mem::take(&mut words), source, &mut linked);
        linked.push(node);
    }
    link_words(words, source, &mut linked);
    linked
}

/// The characters of a node of words.
fn text_of(node: &TreeNode) -> &str {
    match &node.kind {
        TreeKind::Text(text) => text,
        _ => " ",
    }
}

fn link_words(nodes: Vec<TreeNode>, source: &str, linked: &mut Vec<TreeNode>) {
    let has_figure = |node: &TreeNode| text_of(node).bytes().any(|byte| byte.is_ascii_digit());
    if !nodes.iter().any(has_figure) {
        linked.extend(nodes);
        return;
    }
    let text: String = nodes.iter().map(text_of).collect();
    let found = telephones(&text);
    if found.is_empty() {
        linked.extend(nodes);
        return;
    }
    let mut found = found.into_iter().peekable();
    let mut open: Option<(Telephone, Vec<TreeNode>)> = None;
    let mut at = 0;
    for node in nodes {
        let mut rest = Some(node);
        while let Some(node) = rest.take() {
            let end = at + text_of(&node).len();
            let cut = match &open {
                Some((telephone, _)) => telephone.range.end,
                None => found.peek().map_or(end, |next| next.range.start),
            };
            let (node, after) = split(node, cut.saturating_sub(at), source);
            at += node.as_ref().map_or(0, |node| text_of(node).len());
            rest = after;
            match &mut open {
                Some((_, children)) => children.extend(node),
                None => linked.extend(node),
            }
            match open.take() {
                Some((telephone, children)) if at >= telephone.range.end => {
                    linked.push(number(telephone, children));
                }
                Some(still) => open = Some(still),
                None => {
                    open = found
                        .next_if(|next| next.range.start <= at)
                        .map(|next| (next, Vec::new()));
                }
            }
        }
    }
    if let Some((telephone, children)) = open {
        linked.push(number(telephone, children));
    }
}

fn number(telephone: Telephone, children: Vec<TreeNode>) -> TreeNode {
    let start = children.first().map_or(0, |first| first.range.start);
    let end = children.last().map_or(start, |last| last.range.end);
    TreeNode {
        kind: TreeKind::Telephone(telephone.uri),
        range: start..end,
        children,
    }
}

/// A node of words in two, with its first `at` bytes in the first.
fn split(node: TreeNode, at: usize, source: &str) -> (Option<TreeNode>, Option<TreeNode>) {
    let text = text_of(&node);
    if at == 0 {
        return (None, Some(node));
    }
    let (Some((before, after)), true) = (text.split_at_checked(at), at < text.len()) else {
        return (Some(node), None);
    };
    let raw = source.get(node.range.clone()).unwrap_or_default();
    let [first, second] = match written_at(raw, text, at) {
        Some(cut) => {
            let cut = node.range.start + cut;
            [node.range.start..cut, cut..node.range.end]
        }
        None => [node.range.clone(), node.range.clone()],
    };
    let part =
        |text: &str, range: Range<usize>| TreeNode::new(TreeKind::Text(text.to_owned()), range);
    (Some(part(before, first)), Some(part(after, second)))
}

/// The byte of the written text at which the byte `at` of the mended one stands: mends
/// leave letters and figures alone. None where the two have not as many of them.
fn written_at(raw: &str, text: &str, at: usize) -> Option<usize> {
    let is_word = |letter: &char| letter.is_alphanumeric();
    let count = |text: &str| text.chars().filter(is_word).count();
    if count(raw) != count(text) {
        return None;
    }
    let before = count(text.get(..at)?);
    let begins_word = text
        .get(at..)?
        .starts_with(|letter: char| letter.is_alphanumeric());
    let mut words = raw.char_indices().filter(|(_, letter)| is_word(letter));
    // A number begins with a figure and ends with one or a letter.
    if begins_word {
        return words.nth(before).map(|(at, _)| at);
    }
    match before.checked_sub(1) {
        Some(last) => words.nth(last).map(|(at, letter)| at + letter.len_utf8()),
        None => Some(raw.len() - raw.trim_start_matches(' ').len()),
    }
}
