//! Telephone numbers that are typed in running text: nodes of their own, which lead to
//! the number. The Markdown keeps them as they are.

use super::stretches::set_apart;
use super::tree::{TreeKind, TreeNode};
use crate::language::read::telephones;
use std::ops::Range;

/// The nodes of a run with its telephone numbers in nodes of their own; `source` is the
/// text that the nodes cover. A number that a line break cuts is one; what stands in a
/// link stays.
pub(super) fn link(nodes: Vec<TreeNode>, source: &str) -> Vec<TreeNode> {
    if !nodes.iter().any(has_figures) {
        return nodes;
    }
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

/// Whether a figure stands in a node's words, or in those of a node in it.
fn has_figures(node: &TreeNode) -> bool {
    text_of(node).bytes().any(|byte| byte.is_ascii_digit()) || node.children.iter().any(has_figures)
}

fn link_words(nodes: Vec<TreeNode>, source: &str, linked: &mut Vec<TreeNode>) {
    if !nodes.iter().any(has_figures) {
        return linked.extend(nodes);
    }
    let text: String = nodes.iter().map(text_of).collect();
    let found = telephones(&text).into_iter();
    if found.len() == 0 {
        return linked.extend(nodes);
    }
    let words = nodes.into_iter().map(|node| {
        let text = text_of(&node).to_owned();
        (node, text)
    });
    set_apart(
        words.collect(),
        found.map(|it| (it.range, it.uri)).collect(),
        |node, text, bytes| part_of(node, text, bytes, source),
        |uri, _| TreeKind::Telephone(uri),
        linked,
    );
}

/// Some bytes of a node of words as a node of their own.
fn part_of(node: &TreeNode, text: &str, bytes: Range<usize>, source: &str) -> TreeNode {
    if node.kind == TreeKind::SoftBreak {
        return TreeNode::new(TreeKind::SoftBreak, node.range.clone());
    }
    let raw = source.get(node.range.clone()).unwrap_or_default();
    let cut = |at: usize| match at {
        0 => Some(0),
        at if at == text.len() => Some(raw.len()),
        at => written_at(raw, text, at),
    };
    let range = match (cut(bytes.start), cut(bytes.end)) {
        (Some(from), Some(to)) => node.range.start + from..node.range.start + to,
        _ => node.range.clone(),
    };
    let words = text.get(bytes).unwrap_or_default();
    TreeNode::new(TreeKind::Text(words.to_owned()), range)
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
