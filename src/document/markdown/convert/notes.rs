//! Footnotes: numbered by their first reference, through the document.

use super::Converter;
use crate::diagnostic::nearest;
use crate::document::codes::{NESTED_TOO_DEEPLY, UNDEFINED_NOTE, UNUSED_NOTE};
use crate::document::markdown::lines::tidy;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{Inline, Note, Passage, inline};
use crate::limits::{Limit, current};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many notes may call one another in a row: each stands below the one that calls it.
fn deepest() -> usize {
    usize::try_from(current(Limit::NoteNesting)).unwrap_or(usize::MAX)
}

/// A note that is called.
#[derive(Clone, Debug)]
pub(super) struct CalledNote {
    label: String,
    number: u32,
    /// How many notes stand between the text and it: 1 for one that the text calls.
    depth: usize,
}

impl Converter<'_, '_> {
    pub(super) fn define(&mut self, note: &TreeNode) {
        let TreeKind::Note(label) = &note.kind else {
            return;
        };
        // What stood on either side stays apart.
        self.edits.replace(note.range.clone(), "\n\n");
        if !self.defined.insert(label.clone()) {
            self.tell(&note.range, UNUSED_NOTE.say("twice", given!(label)));
        }
    }

    /// Converts the notes in the order of their numbers; a note may refer to others.
    pub(super) fn notes(&mut self, definitions: &[&TreeNode]) {
        let mut by_label: BTreeMap<&str, &TreeNode> = BTreeMap::new();
        for node in definitions {
            if let TreeKind::Note(label) = &node.kind {
                by_label.entry(label).or_insert(node);
            }
        }
        let mut done = 0;
        while let Some(CalledNote {
            label,
            number,
            depth,
        }) = self.numbered.get(done).cloned()
        {
            done += 1;
            let Some(node) = by_label.get(label.as_str()) else {
                continue;
            };
            // What is deeper is told, and not looked at.
            if depth > deepest() {
                continue;
            }
            self.note_depth = depth;
            let blocks = self.blocks(&node.children);
            let text = self.edits.cut(&self.prepared.text, node.range.clone());
            let body = text
                .split_once("]:")
                .map_or(text.as_str(), |(_, body)| body);
            let markdown = tidy(&dedent(body.trim_start()));
            self.session.notes.push(Note {
                number,
                body: Passage { blocks, markdown },
            });
        }
        self.note_depth = 0;
    }

    /// Reports the notes that no text calls and the calls of notes that there are none
    /// of; where one may have been meant by the other, the call alone.
    pub(super) fn report_notes(&mut self, definitions: &[&TreeNode]) {
        let labels = definitions.iter().filter_map(|node| match &node.kind {
            TreeKind::Note(label) => Some((label.as_str(), &node.range)),
            _ => None,
        });
        let numbered = std::mem::take(&mut self.numbered);
        let used: BTreeSet<&str> = numbered.iter().map(|it| it.label.as_str()).collect();
        let deepest = deepest();
        let is_cut = numbered.iter().any(|note| note.depth > deepest);
        let mut unused: Vec<(&str, &Range<usize>)> =
            labels.filter(|(label, _)| !used.contains(label)).collect();
        for (label, range) in std::mem::take(&mut self.undefined) {
            let known = unused.iter().map(|(label, _)| *label);
            let meant = match unused.as_slice() {
                [(only, _)] => Some((*only).to_owned()),
                _ => nearest(&label, known).map(str::to_owned),
            };
            self.report_undefined_note(&label, &range, meant.as_deref());
            if let Some(meant) = meant {
                unused.retain(|(label, _)| *label != meant);
            }
        }
        // What only notes that are too deep call is told with them.
        let mut called = BTreeSet::new();
        for note in definitions.iter().filter(|_| is_cut) {
            called_in(&note.children, &mut called);
        }
        unused.retain(|(label, _)| !called.contains(label));
        for (label, range) in unused {
            self.tell(range, UNUSED_NOTE.say("unused", given!(label)));
        }
    }

    fn report_undefined_note(&mut self, label: &str, range: &Range<usize>, meant: Option<&str>) {
        let near = nearest(label, self.defined.iter().map(String::as_str));
        let meant = meant.or(near);
        let wording = UNDEFINED_NOTE.say("undefined", given!(label, meant));
        self.tell(range, wording);
    }

    /// Finds references to notes that are not defined: the parser leaves them text.
    pub(super) fn undefined_notes(&mut self, nodes: &[TreeNode]) {
        let text = |node: &TreeNode| matches!(node.kind, TreeKind::Text(_));
        for run in nodes.chunk_by(|a, b| text(a) && text(b) && a.range.end == b.range.start) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            if !text(first) {
                continue;
            }
            let range = first.range.start..last.range.end;
            let raw = self.raw(range.clone());
            let mut found = Vec::new();
            for (at, _) in raw.match_indices("[^") {
                let at = range.start + at;
                let escaped = self.raw(..at).ends_with('\\');
                let rest = self.raw(at..range.end);
                let label = rest.find(']').and_then(|end| rest.get(2..end));
                if let Some(label) = label
                    && !escaped
                    && !label.is_empty()
                    && !label.contains(char::is_whitespace)
                {
                    found.push((label.to_owned(), at..at + label.len() + 3));
                }
            }
            for (label, range) in found {
                self.undefined_note(&label, &range);
            }
        }
    }

    /// Writes down a call of a note that there is none of, which is printed as it stands.
    pub(super) fn undefined_note(&mut self, label: &str, range: &Range<usize>) {
        self.undefined.push((label.to_owned(), range.clone()));
        self.edits.insert(range.start, "\\");
    }

    pub(super) fn note_reference(
        &mut self,
        label: &str,
        node: &TreeNode,
        inlines: &mut Vec<Inline>,
    ) {
        if !self.defined.contains(label) {
            self.undefined_note(label, &node.range);
            inlines.push(inline::text(
                &format!("[^{label}]"),
                self.origin(&node.range),
            ));
            return;
        }
        let known = self.note_numbers.get(label);
        let number = match known {
            Some(known) => *known,
            None => {
                let number = self.session.next_note();
                let depth = self.note_depth + 1;
                if depth == deepest() + 1 {
                    self.tell(&node.range, NESTED_TOO_DEEPLY.say("notes", &[]));
                }
                self.note_numbers.insert(label.to_owned(), number);
                self.numbered.push(CalledNote {
                    label: label.to_owned(),
                    number,
                    depth,
                });
                number
            }
        };
        self.edits
            .replace(node.range.clone(), format!("[^{number}]"));
        inlines.push(Inline::NoteReference(number));
    }
}

/// The labels of the notes that are called in some nodes.
fn called_in<'n>(nodes: &'n [TreeNode], called: &mut BTreeSet<&'n str>) {
    for node in nodes {
        if let TreeKind::NoteReference(label) = &node.kind {
            called.insert(label);
        }
        called_in(&node.children, called);
    }
}

pub(super) fn find_notes<'n>(nodes: &'n [TreeNode], found: &mut Vec<&'n TreeNode>) {
    for node in nodes {
        if matches!(node.kind, TreeKind::Note(_)) {
            found.push(node);
        }
        find_notes(&node.children, found);
    }
}

/// Takes the indentation of a note's continuation lines away.
fn dedent(text: &str) -> String {
    text.split_inclusive('\n')
        .enumerate()
        .map(|(at, line)| match at {
            0 => line,
            _ => {
                let spaces = line.len() - line.trim_start_matches(' ').len();
                line.get(spaces.min(4)..).unwrap_or_default()
            }
        })
        .collect()
}
