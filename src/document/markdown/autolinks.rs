//! Addresses that stand in running text become links, as they do on the forges that
//! show the Markdown.

use super::bare::{Bare, SIGN, Sort, find_bare, find_bare_before};
use super::prepare::Prepared;
use super::stretches::set_apart;
use super::tree::{Destination, Form, TreeKind, TreeNode};
use crate::language::Piece;
use crate::locale::PrintedValue;
use std::borrow::Cow;
use std::ops::Range;

/// Where a mark that the parser took for emphasis stands inside of an address: forges
/// read the address first.
pub(super) fn hidden_marks(text: &str, nodes: &[TreeNode]) -> Vec<usize> {
    let mut marks = Vec::new();
    if !text.contains("://") && !text.contains("www.") {
        return marks;
    }
    let mut leaves = Vec::new();
    find_leaves(nodes, &mut leaves);
    for (leaf, _) in leaves.iter().filter(|(_, words)| *words) {
        // The sign of an address that begins in this piece stands in it or right behind.
        let near = text.ceil_char_boundary((leaf.end + SIGN + 1).min(text.len()));
        let near = text.get(leaf.start..near).unwrap_or_default();
        if !near.contains(':') && !near.contains("www.") {
            continue;
        }
        let line = text.get(leaf.start..).unwrap_or_default();
        // A backslash is its author's, who knows of marks.
        let line = line.split(['\n', '\\']).next().unwrap_or_default();
        // Only the start stands in this piece; marks part it from what follows.
        let begins = |bare: &Bare| bare.range.start < leaf.len() && bare.sort != Sort::Mail;
        for bare in find_bare_before(line, leaf.len())
            .iter()
            .filter(|bare| begins(bare))
        {
            let address = line.get(bare.range.clone()).unwrap_or_default();
            for (at, _) in address.match_indices(['*', '_', '~']) {
                let at = leaf.start + bare.range.start + at;
                let behind = leaves.partition_point(|(leaf, _)| leaf.end <= at);
                let is_text = leaves
                    .get(behind)
                    .is_some_and(|(leaf, _)| leaf.contains(&at));
                if !is_text {
                    marks.push(at);
                }
            }
        }
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The ranges of nodes without children, and whether they are words that may link.
fn find_leaves(nodes: &[TreeNode], leaves: &mut Vec<(Range<usize>, bool)>) {
    for node in nodes {
        match node.kind {
            TreeKind::Link(_) | TreeKind::Image(_) | TreeKind::CodeBlock { .. } => {
                leaves.push((node.range.clone(), false));
            }
            TreeKind::Text(_) => leaves.push((node.range.clone(), true)),
            _ if node.children.is_empty() => leaves.push((node.range.clone(), false)),
            _ => find_leaves(&node.children, leaves),
        }
    }
}

/// Makes links of the addresses in running text, at any depth but in links.
pub(super) fn link_addresses(nodes: Vec<TreeNode>, prepared: &Prepared) -> Vec<TreeNode> {
    let mut linked = Vec::with_capacity(nodes.len());
    let mut words = Vec::new();
    for mut node in nodes {
        if is_words(&node.kind) {
            words.push(node);
            continue;
        }
        link_words(std::mem::take(&mut words), prepared, &mut linked);
        if !matches!(node.kind, TreeKind::Link(_) | TreeKind::Image(_)) {
            node.children = link_addresses(node.children, prepared);
        }
        linked.push(node);
    }
    link_words(words, prepared, &mut linked);
    linked
}

/// Whether a node is characters, its author's or a value's.
fn is_words(kind: &TreeKind) -> bool {
    match kind {
        TreeKind::Text(_) => true,
        TreeKind::Value(value) => value.href.is_none() && !value.is_gap(),
        _ => false,
    }
}

/// The characters of a node of words.
pub(super) fn shown_by(node: &TreeNode) -> Cow<'_, str> {
    match &node.kind {
        TreeKind::Text(text) => Cow::Borrowed(text),
        TreeKind::Value(value) => Cow::Owned(value.to_plain()),
        _ => Cow::Borrowed(""),
    }
}

/// Neighbouring words with their addresses linked. One that is part of a value, or all
/// of it, is the value's own business.
fn link_words(words: Vec<TreeNode>, prepared: &Prepared, linked: &mut Vec<TreeNode>) {
    let mut addresses = match words.as_slice() {
        [alone] => find_bare(&shown_by(alone)),
        _ => find_bare(&words.iter().map(shown_by).collect::<String>()),
    };
    let mut start = 0;
    let places = words.iter().map(|node| {
        let range = start..start + shown_by(node).len();
        start = range.end;
        (range, matches!(node.kind, TreeKind::Text(_)))
    });
    let places: Vec<(Range<usize>, bool)> = if addresses.is_empty() {
        Vec::new()
    } else {
        places.collect()
    };
    addresses.retain(|bare| is_linked(&places, bare));
    if addresses.is_empty() {
        return linked.extend(words);
    }
    let words = words.into_iter().map(|node| {
        let shown = shown_by(&node).into_owned();
        (node, shown)
    });
    let stretches = addresses.into_iter().map(|bare| (bare.range, bare.sort));
    set_apart(
        words.collect(),
        stretches.collect(),
        |node, _, bytes| part_of(node, bytes, prepared),
        |sort, parts| address_of(sort, parts, prepared),
        linked,
    );
}

/// Whether an address makes a link of neighbouring words, of which each has its bytes and
/// may have been typed there: some of the address was, and of values it has all or nothing.
fn is_linked(words: &[(Range<usize>, bool)], bare: &Bare) -> bool {
    let first = words.partition_point(|(word, _)| word.end <= bare.range.start);
    let touching = words[first..].iter();
    let mut touching = touching
        .take_while(|(word, _)| word.start < bare.range.end)
        .filter(|(word, _)| bare.range.start < word.end);
    let mut typed = false;
    let whole = touching.all(|(word, is_text)| {
        typed |= is_text;
        *is_text || bare.range.start <= word.start && word.end <= bare.range.end
    });
    whole && typed
}

/// Some bytes of what a node shows as a node of their own.
fn part_of(node: &TreeNode, bytes: Range<usize>, prepared: &Prepared) -> TreeNode {
    let TreeKind::Text(text) = &node.kind else {
        return TreeNode::new(copy_of(&node.kind), node.range.clone());
    };
    let part = text.get(bytes.clone()).unwrap_or_default();
    let exact = prepared.text.get(node.range.clone()) == Some(text);
    let range = if exact {
        node.range.start + bytes.start..node.range.start + bytes.end
    } else {
        node.range.clone()
    };
    TreeNode::new(TreeKind::Text(part.to_owned()), range)
}

fn copy_of(kind: &TreeKind) -> TreeKind {
    match kind {
        TreeKind::Value(value) => TreeKind::Value(value.clone()),
        _ => TreeKind::Text(String::new()),
    }
}

fn address_of(sort: Sort, parts: &[TreeNode], prepared: &Prepared) -> TreeKind {
    let mut url = sort.prefix().to_owned();
    for part in parts {
        match &part.kind {
            // Its token, which is filled in where the link is made.
            TreeKind::Value(_) => {
                url.push_str(prepared.text.get(part.range.clone()).unwrap_or_default());
            }
            _ => url.push_str(&shown_by(part)),
        }
    }
    TreeKind::Link(Destination {
        url,
        title: String::new(),
        form: Form::Bare(sort),
        label: String::new(),
    })
}

/// A value in its parts: those that are addresses lead there.
pub(super) fn value_parts(value: &PrintedValue) -> Vec<PrintedValue> {
    let text = value.to_plain();
    let addresses = match &value.href {
        Some(_) => Vec::new(),
        None => find_bare(&text),
    };
    if addresses.is_empty() {
        return vec![value.clone()];
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for bare in addresses {
        parts.push(slice(value, at..bare.range.start, None));
        let address = text.get(bare.range.clone()).unwrap_or_default();
        let href = format!("{}{address}", bare.sort.prefix());
        at = bare.range.end;
        parts.push(slice(value, bare.range, Some(href)));
    }
    parts.push(slice(value, at..text.len(), None));
    parts.retain(|part| !part.pieces.is_empty());
    parts
}

/// Some bytes of a value.
fn slice(value: &PrintedValue, bytes: Range<usize>, href: Option<String>) -> PrintedValue {
    let mut start = 0;
    let mut pieces = Vec::new();
    for piece in &value.pieces {
        let end = start + piece.text.len();
        let (from, to) = (bytes.start.max(start), bytes.end.min(end));
        if let Some(text) = piece
            .text
            .get(from.saturating_sub(start)..to.saturating_sub(start))
            && from < to
        {
            pieces.push(Piece {
                text: text.to_owned(),
                ..piece.clone()
            });
        }
        start = end;
    }
    PrintedValue {
        pieces,
        href,
        ..PrintedValue::default()
    }
}
