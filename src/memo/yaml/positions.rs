//! Where the nodes of a YAML file stand: built only when a finding needs it.

mod events;
mod index;
mod placement;

pub(super) use events::read_placement;
pub(super) use placement::{NodeKind, NodePlacement};

use super::layout;
use super::recover;
use super::scalar::WrittenStyle;
use crate::memo::path::{NodePath, PathStep};
use crate::source::{SourceFile, Span};
use index::{PlaceIndex, ScalarPlace};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The places of a file's nodes. Where a path leads to no node, its nearest
/// ancestor's place is given.
#[derive(Clone, Debug)]
pub struct Positions {
    file: Arc<SourceFile>,
    root: NodePlacement,
    index: PlaceIndex,
}

/// The places of one file, found when the first one is asked for; clones share
/// them.
#[derive(Clone, Debug, Default)]
pub struct LazyPositions(Arc<OnceLock<Positions>>);

impl LazyPositions {
    /// The places of `file`, which is the same file at each call.
    pub fn of(&self, file: &Arc<SourceFile>) -> &Positions {
        self.0.get_or_init(|| Positions::of(file))
    }
}

/// The places of many files, each found when its first one is asked for: memos,
/// letterheads, settings, the directory.
#[derive(Debug, Default)]
pub struct Places(Mutex<BTreeMap<String, Arc<Positions>>>);

impl Places {
    /// The places of `file`.
    pub fn of(&self, file: &Arc<SourceFile>) -> Arc<Positions> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = lock().get(file.path())
            && Arc::ptr_eq(&found.file, file)
        {
            return Arc::clone(found);
        }
        // Other threads go on meanwhile.
        let found = Arc::new(Positions::of(file));
        lock().insert(file.path().to_owned(), Arc::clone(&found));
        found
    }

    /// Lets go of the places of a file of which nothing more will be asked.
    pub fn forget(&self, path: &str) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.remove(path);
    }

    /// The place of the bytes `range` of the value of the scalar at `place`.
    pub fn span_in(&self, file: &Arc<SourceFile>, place: &NodePath, range: Range<usize>) -> Span {
        self.of(file).span_in_value(place, range)
    }
}

impl Positions {
    /// Finds the places of the nodes of `file`; those of its unreadable parts are
    /// left out.
    pub fn of(file: &Arc<SourceFile>) -> Positions {
        let mended = layout::read(file).mended;
        let mut root = recover::read(&mended.text, &mut |piece| {
            if piece.loose {
                return Err(());
            }
            read_placement(piece.text, piece.offset)
        });
        root.lead_back(&mended);
        Positions {
            file: Arc::clone(file),
            root,
            index: PlaceIndex::default(),
        }
    }

    /// The place of a node: a scalar with its quotation marks or its indicator, a
    /// mapping or list from its first key or item to the end of its last.
    pub fn span_of(&self, path: &NodePath) -> Span {
        let (node, _) = self.find(path);
        self.span(node.range.clone())
    }

    /// The place of the key that leads to a node; of the node itself where that is
    /// an item of a list or the root.
    pub fn span_of_key(&self, path: &NodePath) -> Span {
        let Some((PathStep::Key(key), parents)) = path.steps().split_last() else {
            return self.span_of(path);
        };
        let (parent, whole) = self.walk(parents);
        match &parent.kind {
            NodeKind::Mapping(entries) if whole => self
                .index
                .entry(&parent.range, entries, key)
                .map_or_else(|| self.span_of(path), |(_, at, _)| self.span(at.clone())),
            _ => self.span_of(path),
        }
    }

    /// The place of the `index`th key of a mapping, duplicates counted.
    pub fn span_of_entry(&self, mapping: &NodePath, index: usize) -> Span {
        let (node, _) = self.find(mapping);
        match &node.kind {
            NodeKind::Mapping(entries) => entries
                .get(index)
                .map_or_else(|| self.span_of(mapping), |(_, at, _)| self.span(at.clone())),
            _ => self.span_of(mapping),
        }
    }

    /// The place of the bytes `range` of the value of a scalar, exact to the
    /// character whatever way the scalar is written. Where the node is no scalar,
    /// it is the place of the node.
    pub fn span_in_value(&self, path: &NodePath, range: Range<usize>) -> Span {
        self.span_in_scalar(path, |scalar| match &scalar.reading {
            Some(reading) => reading.written(&range),
            None => range,
        })
    }

    /// The same for bytes of what the scalar says before it is settled.
    pub(super) fn span_in_unsettled(&self, path: &NodePath, range: Range<usize>) -> Span {
        self.span_in_scalar(path, |_| range)
    }

    fn span_in_scalar(
        &self,
        path: &NodePath,
        unsettled: impl FnOnce(&ScalarPlace) -> Range<usize>,
    ) -> Span {
        let (node, whole) = self.find(path);
        match &node.kind {
            NodeKind::Scalar(style, value) if whole => {
                let text = self.file.text();
                let scalar = self.index.scalar(text, &node.range, (*style, value));
                self.span(scalar.map.range(unsettled(&scalar)))
            }
            _ => self.span(node.range.clone()),
        }
    }

    /// Whether a path leads to a node.
    pub fn has(&self, path: &NodePath) -> bool {
        self.find(path).1
    }

    /// How the scalar at a path is written, and what it says before it is settled.
    pub(super) fn scalar(&self, path: &NodePath) -> Option<(WrittenStyle, &str)> {
        match self.find(path) {
            (node, true) => match &node.kind {
                NodeKind::Scalar(style, value) => Some((*style, value)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a mapping or a list is written in braces or brackets.
    pub fn is_flow(&self, path: &NodePath) -> bool {
        let (node, _) = self.find(path);
        matches!(node.kind, NodeKind::Mapping(_) | NodeKind::List(_))
            && self.file.text()[node.range.clone()].starts_with(['{', '['])
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(&self.file, range)
    }

    fn find(&self, path: &NodePath) -> (&NodePlacement, bool) {
        self.walk(path.steps())
    }

    /// The node at the end of `steps`, or as far on the way as there is one; and
    /// whether the end was reached.
    fn walk(&self, steps: &[PathStep]) -> (&NodePlacement, bool) {
        let mut node = self.root.target(&self.root);
        let mut steps = steps.iter();
        while let Some(step) = steps.next() {
            let next = match (step, &node.kind) {
                // `address[0].en`, a line and then its language, stands at `address.en[0]`.
                (PathStep::Index(index), NodeKind::Mapping(entries)) => match steps.next() {
                    Some(PathStep::Key(key)) => self
                        .index
                        .entry(&node.range, entries, key)
                        .and_then(|(.., lines)| match &lines.kind {
                            NodeKind::List(lines) => lines.get(*index),
                            _ => Some(lines),
                        }),
                    _ => None,
                },
                (PathStep::Key(key), NodeKind::Mapping(entries)) => self
                    .index
                    .entry(&node.range, entries, key)
                    .map(|(.., value)| value),
                (PathStep::Index(index), NodeKind::List(items)) => items.get(*index),
                _ => None,
            };
            match next {
                Some(next) => node = self.root.target(next),
                None => return (node, false),
            }
        }
        (node, true)
    }
}
