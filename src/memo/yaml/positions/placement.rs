//! The nodes of a file with their places.

use crate::memo::yaml::layout::MendedText;
use crate::memo::yaml::recover::RecoveredTree;
use crate::memo::yaml::scalar::WrittenStyle;
use std::ops::Range;

/// A node with its place.
#[derive(Clone, Debug)]
pub(in crate::memo::yaml) struct NodePlacement {
    pub(in crate::memo::yaml) range: Range<usize>,
    pub(in crate::memo::yaml) kind: NodeKind,
    pub(in crate::memo::yaml) anchor: usize,
}

#[derive(Clone, Debug)]
pub(in crate::memo::yaml) enum NodeKind {
    Scalar(WrittenStyle, String),
    List(Vec<NodePlacement>),
    Mapping(Vec<(String, Range<usize>, NodePlacement)>),
    Alias(usize),
    Broken,
}

impl NodePlacement {
    /// Turns places in the text that was read into those of the file.
    pub(in crate::memo::yaml) fn lead_back(&mut self, mended: &MendedText) {
        self.range = mended.range(self.range.clone());
        match &mut self.kind {
            NodeKind::List(items) => items.iter_mut().for_each(|item| item.lead_back(mended)),
            NodeKind::Mapping(entries) => {
                for (_, key, value) in entries {
                    *key = mended.range(key.clone());
                    value.lead_back(mended);
                }
            }
            _ => {}
        }
    }

    /// A node below this root, or the one that an alias stands for.
    pub(in crate::memo::yaml) fn target<'p>(
        &'p self,
        node: &'p NodePlacement,
    ) -> &'p NodePlacement {
        match node.kind {
            NodeKind::Alias(anchor) => self.anchored(anchor).unwrap_or(node),
            _ => node,
        }
    }

    fn anchored(&self, anchor: usize) -> Option<&NodePlacement> {
        if self.anchor == anchor {
            return Some(self);
        }
        match &self.kind {
            NodeKind::List(items) => items.iter().find_map(|item| item.anchored(anchor)),
            NodeKind::Mapping(entries) => entries
                .iter()
                .find_map(|(.., value)| value.anchored(anchor)),
            _ => None,
        }
    }
}

impl RecoveredTree for NodePlacement {
    fn broken(range: Range<usize>) -> NodePlacement {
        NodePlacement {
            range,
            kind: NodeKind::Broken,
            anchor: 0,
        }
    }

    fn entry(key: &str, at: Range<usize>, value: NodePlacement) -> NodePlacement {
        NodePlacement {
            range: at.start..value.range.end.max(at.end),
            kind: NodeKind::Mapping(vec![(key.to_owned(), at, value)]),
            anchor: 0,
        }
    }

    fn item(value: NodePlacement) -> NodePlacement {
        NodePlacement {
            range: value.range.clone(),
            kind: NodeKind::List(vec![value]),
            anchor: 0,
        }
    }

    fn is_loose(&self) -> bool {
        matches!(self.kind, NodeKind::Scalar(..) | NodeKind::Alias(_))
    }

    fn merge(&mut self, other: NodePlacement) {
        self.range.end = self.range.end.max(other.range.end);
        match (&mut self.kind, other.kind) {
            (NodeKind::Mapping(entries), NodeKind::Mapping(more)) => entries.extend(more),
            (NodeKind::List(items), NodeKind::List(more)) => items.extend(more),
            (kind @ NodeKind::Broken, other) => *kind = other,
            _ => {}
        }
    }
}
