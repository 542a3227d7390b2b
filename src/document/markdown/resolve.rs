//! Running text made ready: `<sup>`, `<sub>` and `<br>` become nodes, tokens stand
//! by themselves, and words are typographically mended.

use super::Markdown;
use super::edits::Edits;
use super::escape::escape_text;
use super::prepare::{InlineTag, Prepared, inline_tag};
use super::tree::{Kind, Node};
use crate::locale::token_index;

/// Makes the running text in `nodes`, at any depth, ready.
pub(super) fn resolve(
    nodes: Vec<Node>,
    prepared: &Prepared,
    source: &Markdown<'_>,
    edits: &mut Edits,
) -> Vec<Node> {
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
        if !matches!(node.kind, Kind::CodeBlock(_)) {
            node.children = resolve(node.children, prepared, source, edits);
        }
        resolved.push(node);
    }
    resolved.append(&mut resolve_run(run, prepared, source, edits));
    resolved
}

fn resolve_run(
    run: Vec<Node>,
    prepared: &Prepared,
    source: &Markdown<'_>,
    edits: &mut Edits,
) -> Vec<Node> {
    if run.is_empty() {
        return run;
    }
    let mut run = split_text(pair_tags(run, edits), prepared.guard);
    mend(&mut run, prepared, source, edits);
    run
}

/// A raised or lowered stretch that is open.
struct OpenTag {
    kind: Kind,
    tag: Node,
    before: Vec<Node>,
}

fn pair_tags(nodes: Vec<Node>, edits: &mut Edits) -> Vec<Node> {
    let mut done: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut open: Vec<OpenTag> = Vec::new();
    for mut node in nodes {
        let tag = match &node.kind {
            Kind::Html(html) => inline_tag(html),
            _ => {
                node.children = pair_tags(node.children, edits);
                done.push(node);
                continue;
            }
        };
        match tag {
            Some(InlineTag::Break) => {
                node.kind = Kind::HardBreak;
                done.push(node);
            }
            Some(InlineTag::OpenSuperscript | InlineTag::OpenSubscript) => open.push(OpenTag {
                kind: if tag == Some(InlineTag::OpenSuperscript) {
                    Kind::Superscript
                } else {
                    Kind::Subscript
                },
                tag: node,
                before: std::mem::take(&mut done),
            }),
            Some(InlineTag::CloseSuperscript | InlineTag::CloseSubscript) => {
                let kind = if tag == Some(InlineTag::CloseSuperscript) {
                    Kind::Superscript
                } else {
                    Kind::Subscript
                };
                if open.last().is_some_and(|open| open.kind == kind) {
                    if let Some(opened) = open.pop() {
                        let children = std::mem::replace(&mut done, opened.before);
                        done.push(Node {
                            kind,
                            range: opened.tag.range.start..node.range.end,
                            children,
                        });
                    }
                } else {
                    done.push(as_text(node, edits));
                }
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

fn as_text(mut node: Node, edits: &mut Edits) -> Node {
    if let Kind::Html(html) = node.kind {
        edits.insert(node.range.start, "\\");
        node.kind = Kind::Text(html);
    }
    node
}

/// Lets tokens stand by themselves and takes the guard away.
fn split_text(nodes: Vec<Node>, guard: usize) -> Vec<Node> {
    let mut split = Vec::with_capacity(nodes.len());
    for mut node in nodes {
        match node.kind {
            Kind::Text(text) => split_tokens(&text, node.range.start, node.range.end, &mut split),
            _ => {
                node.children = split_text(node.children, guard);
                split.push(node);
            }
        }
    }
    if let Some(first) = split.first_mut()
        && first.range.start < guard
        && let Kind::Text(text) = &mut first.kind
    {
        text.drain(..text.chars().next().map_or(0, char::len_utf8));
        first.range.start = guard;
        if text.is_empty() {
            split.remove(0);
        }
    }
    split
}

fn split_tokens(text: &str, start: usize, end: usize, split: &mut Vec<Node>) {
    // Where the characters are the source's own, offsets count; an entity is whole.
    let exact = end - start == text.len();
    let mut plain_from = 0;
    let mut push = |kind: Kind, from: usize, to: usize| {
        let range = if exact {
            start + from..start + to
        } else {
            start..end
        };
        split.push(Node::new(kind, range));
    };
    for (at, c) in text.char_indices() {
        if token_index(c).is_none() {
            continue;
        }
        if plain_from < at {
            push(Kind::Text(text[plain_from..at].to_owned()), plain_from, at);
        }
        plain_from = at + c.len_utf8();
        push(Kind::Value(c), at, plain_from);
    }
    if plain_from < text.len() {
        push(
            Kind::Text(text[plain_from..].to_owned()),
            plain_from,
            text.len(),
        );
    }
}

/// Mends the words of one run of text, and writes each change down as an edit.
fn mend(run: &mut [Node], prepared: &Prepared, source: &Markdown<'_>, edits: &mut Edits) {
    let mut pieces = Vec::new();
    collect(run, source, &mut pieces);
    (source.mend)(&mut pieces);
    let mut pieces = pieces.into_iter();
    put_back(run, prepared, edits, &mut pieces);
}

/// A piece of one block's running text, as the mends see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPiece {
    /// The characters.
    pub text: String,
    /// Whether they may be changed; the others are values, code and links' bare
    /// addresses, which stand there for their neighbours' sake.
    pub words: bool,
}

fn collect(nodes: &[Node], source: &Markdown<'_>, pieces: &mut Vec<TextPiece>) {
    for node in nodes {
        let (text, words) = match &node.kind {
            Kind::Text(text) => (text.clone(), true),
            Kind::SoftBreak => (" ".to_owned(), true),
            Kind::HardBreak => ("\n".to_owned(), false),
            Kind::Value(token) => {
                let value = source.value(*token);
                (
                    value.map(|value| value.to_plain()).unwrap_or_default(),
                    false,
                )
            }
            Kind::Code(text) => (text.clone(), false),
            Kind::Link(destination) if destination.form.is_bare() => {
                (destination.url.clone(), false)
            }
            Kind::Image(_) | Kind::NoteReference(_) => ("\u{FFFC}".to_owned(), false),
            _ => {
                collect(&node.children, source, pieces);
                continue;
            }
        };
        pieces.push(TextPiece { text, words });
    }
}

fn put_back(
    nodes: &mut [Node],
    prepared: &Prepared,
    edits: &mut Edits,
    pieces: &mut impl Iterator<Item = TextPiece>,
) {
    for node in nodes {
        match &mut node.kind {
            Kind::Text(text) => {
                let Some(piece) = pieces.next() else { return };
                if piece.text != *text {
                    let raw = prepared.text.get(node.range.clone()).unwrap_or_default();
                    let written = if raw == text {
                        piece.text.clone()
                    } else {
                        escape_text(&piece.text, false)
                    };
                    edits.replace(node.range.clone(), written);
                    *text = piece.text;
                }
            }
            Kind::SoftBreak => {
                let Some(piece) = pieces.next() else { return };
                if piece.text != " " {
                    let range = whole_break(&prepared.text, node.range.start, node.range.end);
                    edits.replace(range, piece.text.clone());
                    node.kind = Kind::Text(piece.text);
                }
            }
            Kind::HardBreak
            | Kind::Value(_)
            | Kind::Code(_)
            | Kind::Image(_)
            | Kind::NoteReference(_) => {
                pieces.next();
            }
            Kind::Link(destination) if destination.form.is_bare() => {
                pieces.next();
            }
            _ => put_back(&mut node.children, prepared, edits, pieces),
        }
    }
}

/// A line break with the spaces and quotation marks that continue its block.
fn whole_break(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let rest = text.get(end..).unwrap_or_default();
    let continued = rest.len() - rest.trim_start_matches([' ', '\t', '>']).len();
    start..end + continued
}
