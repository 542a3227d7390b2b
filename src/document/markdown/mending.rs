//! The words of running text mended, each run at a time.

use super::edits::Edits;
use super::escape::{escape_text, raised};
use super::prepare::Prepared;
use super::tree::{TreeKind, TreeNode};
use crate::lang::Lang;
use crate::language::typography::{Edit, Fragment, Mender, apply};
use crate::language::{Hand, Piece, Words};
use crate::locale::PrintedValue;
use std::borrow::Cow;
use std::ops::Range;

/// Mends one run of text, and what its pictures show.
pub(super) fn mend_run(
    run: Vec<TreeNode>,
    prepared: &Prepared,
    mender: Option<&Mender>,
    edits: &mut Edits,
) -> Vec<TreeNode> {
    let Some(mender) = mender else {
        return run;
    };
    let mut run = mend(run, prepared, mender, edits);
    let plain = Mender {
        superscripts: false,
        ..mender.clone()
    };
    mend_alternatives(&mut run, prepared, &plain, edits);
    run
}

/// Mends what pictures show, each by itself: it is read instead of the picture.
fn mend_alternatives(
    nodes: &mut [TreeNode],
    prepared: &Prepared,
    mender: &Mender,
    edits: &mut Edits,
) {
    for node in nodes {
        if matches!(node.kind, TreeKind::Image(_)) {
            let words = std::mem::take(&mut node.children);
            node.children = mend(words, prepared, mender, edits);
        } else {
            mend_alternatives(&mut node.children, prepared, mender, edits);
        }
    }
}

/// Mends the words of one run of text, and writes each change down as an edit.
fn mend(
    run: Vec<TreeNode>,
    prepared: &Prepared,
    mender: &Mender,
    edits: &mut Edits,
) -> Vec<TreeNode> {
    let mut pieces = Vec::new();
    let around = Around {
        lang: mender.style.lang,
        foreign: false,
        depth: 0,
        emphasis: 0,
    };
    collect(&run, around, &mut pieces);
    let fragments: Vec<Fragment<'_>> = pieces
        .iter()
        .map(|piece| Fragment {
            text: &piece.text,
            words: piece.hand == Hand::Author,
            name: piece.hand == Hand::Name,
            depth: piece.depth,
            emphasis: piece.emphasis,
        })
        .collect();
    let changes = mender.mend_block(&fragments);
    if changes.iter().all(Vec::is_empty) {
        return run;
    }
    let mut mends = Mends {
        prepared,
        edits,
        changes: changes.into_iter(),
    };
    mends.nodes(run)
}

/// What the mender sees of a run: characters, whose they are, and in how many elements
/// they stand, emphasis by itself too.
struct Running<'n> {
    text: Cow<'n, str>,
    hand: Hand,
    depth: usize,
    emphasis: usize,
}

/// What pieces stand in.
#[derive(Clone, Copy)]
struct Around {
    /// The language whose typography it is.
    lang: Lang,
    /// Whether the words are of another language.
    foreign: bool,
    /// In how many elements.
    depth: usize,
    /// In how many that stress their words.
    emphasis: usize,
}

/// The pieces of a run. Only an author's may be changed; what formats print, code and bare
/// addresses stand there for their neighbours' sake. Between two elements that touch, an
/// empty piece takes what goes into neither.
fn collect<'n>(nodes: &'n [TreeNode], around: Around, pieces: &mut Vec<Running<'n>>) {
    let Around {
        depth, emphasis, ..
    } = around;
    let author = match around.foreign {
        true => Hand::Format,
        false => Hand::Author,
    };
    let running = |text: Cow<'n, str>, hand: Hand, depth: usize| Running {
        text,
        hand,
        depth,
        emphasis,
    };
    let mut element_before = false;
    for node in nodes {
        let is_element = !is_words(&node.kind);
        if element_before && is_element {
            pieces.push(running("".into(), author, depth));
        }
        element_before = is_element;
        let (text, hand) = match &node.kind {
            TreeKind::Text(text) => (text.as_str(), author),
            TreeKind::SoftBreak => (" ", author),
            TreeKind::HardBreak => ("\n", Hand::Format),
            TreeKind::Value(value) => {
                pieces.extend(value.pieces.iter().map(|piece| {
                    let fixed = piece.superscript || value.href.is_some() || around.foreign;
                    let hand = match piece.hand {
                        Hand::Author if fixed => Hand::Format,
                        hand => hand,
                    };
                    running(piece.text.as_str().into(), hand, depth + 1)
                }));
                continue;
            }
            TreeKind::Code(text) => (text.as_str(), Hand::Format),
            TreeKind::Link(destination) if destination.form.is_bare() => {
                (destination.url.as_str(), Hand::Format)
            }
            TreeKind::Image(_) => (Fragment::OBJECT.text, Hand::Format),
            TreeKind::NoteReference(_) => (Fragment::CALL.text, Hand::Format),
            TreeKind::Task(_) => ("", Hand::Format),
            kind => {
                let marked = matches!(
                    kind,
                    TreeKind::Emphasis | TreeKind::Strong | TreeKind::Deleted
                );
                let own = matches!(kind, TreeKind::Spoken(lang) if *lang == around.lang);
                let other = matches!(kind, TreeKind::Spoken(lang) if *lang != around.lang);
                let inside = Around {
                    foreign: other || around.foreign && !own,
                    depth: depth + 1,
                    emphasis: emphasis + usize::from(marked),
                    ..around
                };
                collect(&node.children, inside, pieces);
                continue;
            }
        };
        pieces.push(running(text.into(), hand, depth));
    }
}

const fn is_words(kind: &TreeKind) -> bool {
    matches!(kind, TreeKind::Text(_) | TreeKind::SoftBreak)
}

/// Makes the mender's changes, in the order in which [`collect`] gave the pieces.
struct Mends<'a> {
    prepared: &'a Prepared,
    edits: &'a mut Edits,
    changes: std::vec::IntoIter<Vec<Edit>>,
}

impl Mends<'_> {
    fn nodes(&mut self, nodes: Vec<TreeNode>) -> Vec<TreeNode> {
        let mut mended = Vec::with_capacity(nodes.len());
        let mut end = None;
        let mut element_before = false;
        for mut node in nodes {
            let is_element = !is_words(&node.kind);
            if element_before && is_element {
                let changes = self.changes.next().unwrap_or_default();
                let at = node.range.start;
                let between = TreeNode::new(TreeKind::Text(String::new()), at..at);
                self.text(between, false, &changes, &mut mended);
            }
            element_before = is_element;
            // A backslash that no node has is what makes the next character text.
            let escaped = node.range.start > 0
                && end != Some(node.range.start)
                && self.prepared.text.as_bytes().get(node.range.start - 1) == Some(&b'\\');
            end = Some(node.range.end);
            match &mut node.kind {
                TreeKind::Text(_) | TreeKind::SoftBreak => {
                    let changes = self.changes.next().unwrap_or_default();
                    if changes.is_empty() {
                        mended.push(node);
                    } else {
                        self.text(node, escaped, &changes, &mut mended);
                    }
                }
                TreeKind::Value(value) => {
                    self.value(value);
                    mended.push(node);
                }
                TreeKind::HardBreak
                | TreeKind::Code(_)
                | TreeKind::Image(_)
                | TreeKind::NoteReference(_)
                | TreeKind::Task(_) => {
                    self.changes.next();
                    mended.push(node);
                }
                TreeKind::Link(destination) if destination.form.is_bare() => {
                    self.changes.next();
                    mended.push(node);
                }
                _ => {
                    node.children = self.nodes(node.children);
                    mended.push(node);
                }
            }
        }
        mended
    }

    /// A value with the changes of its author's words made.
    fn value(&mut self, value: &mut PrintedValue) {
        let mut words = Words::new();
        for piece in std::mem::take(&mut value.pieces) {
            let changes = self.changes.next().unwrap_or_default();
            if changes.is_empty() {
                words.push_piece(piece);
                continue;
            }
            for mended in apply(&piece.text, &changes).0 {
                words.push_piece(Piece {
                    text: mended.text,
                    superscript: mended.superscript,
                    ..piece.clone()
                });
            }
        }
        value.pieces = words.0;
    }

    /// Text with its changes made: raised letters become nodes of their own. A
    /// backslash before the first character (`escaped`) goes where that does.
    fn text(
        &mut self,
        node: TreeNode,
        escaped: bool,
        changes: &[Edit],
        mended: &mut Vec<TreeNode>,
    ) {
        let text = match &node.kind {
            TreeKind::Text(text) => text.as_str(),
            _ => " ",
        };
        let source = &self.prepared.text;
        let raw = source.get(node.range.clone()).unwrap_or_default();
        let words = apply(text, changes);
        if raw == text {
            for change in changes {
                let (from, to) = (change.range.start, change.range.end);
                let mut range = node.range.start + from..node.range.start + to;
                if escaped && from == 0 {
                    range.start -= 1;
                    if to == 0 {
                        range.end -= 1;
                    }
                }
                self.edits.mend(range, markdown(&change.replacement, false));
            }
        } else if node.kind == TreeKind::SoftBreak {
            let range = whole_break(source, node.range.start, node.range.end);
            self.edits.mend(range, markdown(&words, false));
        } else {
            self.edits.mend(node.range.clone(), markdown(&words, true));
        }
        for piece in words.0 {
            let text = TreeNode::new(TreeKind::Text(piece.text), node.range.clone());
            mended.push(if piece.superscript {
                TreeNode {
                    kind: TreeKind::Superscript,
                    range: node.range.clone(),
                    children: vec![text],
                }
            } else {
                text
            });
        }
    }
}

/// Mended words as Markdown; escaped where the source was.
fn markdown(words: &Words, escape: bool) -> String {
    raised(&words.0, |text| {
        if escape {
            escape_text(text, false)
        } else {
            text.to_owned()
        }
    })
}

/// A line break with the spaces before it and the spaces and quotation marks that continue
/// its block.
fn whole_break(text: &str, start: usize, end: usize) -> Range<usize> {
    let line = text.get(..start).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let continued = rest.len() - rest.trim_start_matches([' ', '\t', '>']).len();
    line.trim_end_matches([' ', '\t']).len()..end + continued
}
