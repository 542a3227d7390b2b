//! What the scalars of a tree say once their escapes are read: composed, and without
//! control characters, each of which is a finding. Those that stand in the file as they
//! are were found when it was read.

use super::node::{Mapping, Node};
use super::positions::Positions;
use crate::diagnostic::Diagnostic;
use crate::memo::path::NodePath;
use crate::source::{SourceFile, SourceReading, Without};
use crate::workspace::unseen::control_character;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A scalar's text with its escapes read.
pub(super) fn settled(text: &str) -> Cow<'_, str> {
    match SourceReading::of(text, Without::Controls) {
        Some(reading) => Cow::Owned(reading.text),
        None => Cow::Borrowed(text),
    }
}

/// Settles every scalar of a file's tree.
pub(super) fn settle(node: &mut Node, file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    // Only an escape can bring in what the file was read without.
    if !file.text().contains('\\') {
        return Vec::new();
    }
    let mut settling = Settling {
        file,
        positions: None,
        told: BTreeSet::new(),
        findings: Vec::new(),
    };
    settling.node(node, &NodePath::root());
    settling.findings
}

struct Settling<'f> {
    file: &'f Arc<SourceFile>,
    positions: Option<Positions>,
    /// The bytes of the file where something was told.
    told: BTreeSet<usize>,
    findings: Vec<Diagnostic>,
}

impl Settling<'_> {
    fn node(&mut self, node: &mut Node, path: &NodePath) {
        match node {
            Node::Text(text) => {
                if let Some(reading) = SourceReading::of(text, Without::Controls) {
                    self.tell(&reading, path);
                    *text = reading.text;
                }
            }
            Node::List(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.node(item, &path.index(index));
                }
            }
            Node::Mapping(mapping) => self.mapping(mapping, path),
            _ => {}
        }
    }

    fn mapping(&mut self, mapping: &mut Mapping, path: &NodePath) {
        for (index, (key, value)) in mapping.entries.iter_mut().enumerate() {
            if let Some(reading) = SourceReading::of(key, Without::Controls) {
                for stray in &reading.strays {
                    let span = self.positions().span_of_entry(path, index);
                    self.findings.push(control_character(span, stray.character));
                }
                *key = reading.text;
            }
            self.node(value, &path.key(&**key));
        }
    }

    fn tell(&mut self, reading: &SourceReading, path: &NodePath) {
        for stray in &reading.strays {
            let positions = self.positions();
            let span = positions.span_in_unsettled(path, stray.written.clone());
            // By an alias one scalar stands in several places.
            if self.told.insert(span.range().start) {
                self.findings.push(control_character(span, stray.character));
            }
        }
    }

    fn positions(&mut self) -> &Positions {
        self.positions
            .get_or_insert_with(|| Positions::of(self.file))
    }
}
