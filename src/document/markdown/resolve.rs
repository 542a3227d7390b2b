//! Running text made ready: the tags that are let through become nodes, tokens stand
//! by themselves, and words are typographically mended.

use super::Markdown;
use super::autolinks::link_addresses;
use super::edits::Edits;
use super::escape::LESS_THAN;
use super::inline_tags::{InlineTag, Wrapper, inline_tag};
use super::mending::mend_run;
use super::prepare::{GUARD, Prepared};
use super::telephones;
use super::tree::{TreeKind, TreeNode};
use std::ops::Range;

/// Makes the running text in `nodes`, at any depth, ready.
pub(super) fn resolve(
    nodes: Vec<TreeNode>,
    prepared: &Prepared,
    source: &Markdown<'_>,
    edits: &mut Edits,
) -> Vec<TreeNode> {
    let mut resolved = Vec::with_capacity(nodes.len());
    let mut run = Vec::new();
    for mut node in nodes {
        if node.kind.is_inline() {
            run.push(node);
            continue;
        }
        resolved.append(&mut resolve_run(
            std::mem::take(&mut run),
            prepared,
            source,
            edits,
        ));
        if !matches!(node.kind, TreeKind::CodeBlock { .. }) {
            node.children = resolve(node.children, prepared, source, edits);
        }
        resolved.push(node);
    }
    resolved.append(&mut resolve_run(run, prepared, source, edits));
    resolved
}

fn resolve_run(
    run: Vec<TreeNode>,
    prepared: &Prepared,
    source: &Markdown<'_>,
    edits: &mut Edits,
) -> Vec<TreeNode> {
    if run.is_empty() {
        return run;
    }
    let run = split_text(pair_tags(run, edits), prepared.guard, source);
    let run = link_addresses(run, prepared);
    telephones::link(
        mend_run(run, prepared, source.mender, edits),
        &prepared.text,
    )
}

/// A stretch between tags that is open.
struct OpenTag {
    wrapper: Wrapper,
    tag: TreeNode,
    before: Vec<TreeNode>,
}

fn has_tags(node: &TreeNode) -> bool {
    matches!(node.kind, TreeKind::Html(_)) || node.children.iter().any(has_tags)
}

fn pair_tags(nodes: Vec<TreeNode>, edits: &mut Edits) -> Vec<TreeNode> {
    if !nodes.iter().any(has_tags) {
        return nodes;
    }
    let mut done: Vec<TreeNode> = Vec::with_capacity(nodes.len());
    let mut open: Vec<OpenTag> = Vec::new();
    for mut node in nodes {
        let tag = match &node.kind {
            TreeKind::Html(html) => inline_tag(html),
            _ => {
                node.children = pair_tags(node.children, edits);
                done.push(node);
                continue;
            }
        };
        match tag {
            Some(InlineTag::Break) => {
                node.kind = TreeKind::HardBreak;
                done.push(node);
            }
            Some(InlineTag::Open(wrapper)) => open.push(OpenTag {
                wrapper,
                tag: node,
                before: std::mem::take(&mut done),
            }),
            Some(InlineTag::Close(name)) => {
                let Some(opened) = open.pop_if(|open| open.wrapper.name() == name) else {
                    done.push(as_text(node, edits));
                    continue;
                };
                let children = std::mem::replace(&mut done, opened.before);
                done.push(TreeNode {
                    kind: match opened.wrapper {
                        Wrapper::Raised => TreeKind::Superscript,
                        Wrapper::Lowered => TreeKind::Subscript,
                        Wrapper::Spoken(lang) => TreeKind::Spoken(lang),
                        Wrapper::Abbreviation(title) => TreeKind::Abbreviation(title),
                    },
                    range: opened.tag.range.start..node.range.end,
                    children,
                });
            }
            None => done.push(as_text(node, edits)),
        }
    }
    // A tag that is never closed is text.
    while let Some(opened) = open.pop() {
        let mut children = std::mem::replace(&mut done, opened.before);
        done.push(as_text(opened.tag, edits));
        done.append(&mut children);
    }
    done
}

fn as_text(mut node: TreeNode, edits: &mut Edits) -> TreeNode {
    if let TreeKind::Html(html) = node.kind {
        let start = node.range.start;
        edits.replace(start..start + 1, LESS_THAN);
        node.kind = TreeKind::Text(html);
    }
    node
}

/// Lets tokens stand by themselves and takes the guard away.
fn split_text(nodes: Vec<TreeNode>, guard: usize, source: &Markdown<'_>) -> Vec<TreeNode> {
    let mut split = Vec::with_capacity(nodes.len());
    for mut node in nodes {
        match &node.kind {
            TreeKind::Text(text) if has_values(text, source) => {
                split_tokens(text, node.range, source, &mut split);
            }
            _ => {
                node.children = split_text(node.children, guard, source);
                split.push(node);
            }
        }
    }
    if let Some(first) = split.first_mut()
        && first.range.start < guard
        && let TreeKind::Text(text) = &mut first.kind
    {
        // Of a text without words the parser drops the blank.
        let words = text.strip_prefix(GUARD).unwrap_or_default().to_owned();
        first.range.start = guard;
        *text = words;
        if text.is_empty() {
            split.remove(0);
        }
    }
    split
}

/// Whether a token of a value stands in a text; no token is ASCII.
fn has_values(text: &str, source: &Markdown<'_>) -> bool {
    !text.is_ascii() && text.chars().any(|c| source.value(c).is_some())
}

fn split_tokens(text: &str, range: Range<usize>, source: &Markdown<'_>, split: &mut Vec<TreeNode>) {
    let (start, end) = (range.start, range.end);
    // Where the characters are the source's own, offsets count; an entity is whole.
    let exact = end - start == text.len();
    let mut plain_from = 0;
    let mut push = |kind: TreeKind, from: usize, to: usize| {
        let range = if exact {
            start + from..start + to
        } else {
            start..end
        };
        split.push(TreeNode::new(kind, range));
    };
    for (at, c) in text.char_indices() {
        let Some(value) = source.value(c) else {
            continue;
        };
        if plain_from < at {
            push(
                TreeKind::Text(text[plain_from..at].to_owned()),
                plain_from,
                at,
            );
        }
        plain_from = at + c.len_utf8();
        push(TreeKind::Value(value.clone()), at, plain_from);
    }
    if plain_from < text.len() {
        push(
            TreeKind::Text(text[plain_from..].to_owned()),
            plain_from,
            text.len(),
        );
    }
}
