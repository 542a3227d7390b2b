//! Reads the tree of a file, and says each fault of its syntax once.

use super::node::{Mapping, Node};
use super::{layout, recover, settle, syntax, traps};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::workspace::look_alike_letters;
use crate::workspace::unseen::{control_characters, hidden_characters};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Reads the first YAML document of a file. A file with faults of syntax gives
/// the tree of its sound parts and a finding for each fault. An empty file is
/// [`Node::Null`]. Characters that nobody can see are findings, and no part of the tree.
pub fn parse(file: &Arc<SourceFile>) -> (Node, Vec<Diagnostic>) {
    let (node, findings, _) = parse_with_lines(file);
    (node, findings)
}

/// The same, with the lines that a finding explains: what is wrong there besides follows
/// from it.
pub(super) fn parse_with_lines(file: &Arc<SourceFile>) -> (Node, Vec<Diagnostic>, BTreeSet<usize>) {
    let layout::LayoutReading {
        mended,
        findings: slips,
        mut lost,
    } = layout::read(file);
    let mut findings = traps::find(file, &mended);
    let (mut node, more) = read(file, &mended, &findings);
    findings.extend(more);
    let spans = findings.iter().filter_map(|finding| finding.span.as_ref());
    lost.extend(spans.map(|span| span.start().line));
    findings.extend(slips);
    findings.extend(unseen_characters(&mut node, file));
    (node, findings, lost)
}

/// The characters in a file that nobody can see, those that its tree has by escapes
/// among them, which are taken out of the tree; and those that are taken for others.
pub(super) fn unseen_characters(node: &mut Node, file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let mut findings = control_characters(file);
    findings.extend(hidden_characters(file));
    findings.extend(look_alike_letters(file));
    findings.extend(settle::settle(node, file));
    findings
}

/// Reads the text of a file, and finds the faults that no finding explains so far.
pub(super) fn read(
    file: &Arc<SourceFile>,
    mended: &layout::MendedText,
    findings: &[Diagnostic],
) -> (Node, Vec<Diagnostic>) {
    let text = &*mended.text;
    let mut leaf = |piece: &recover::YamlPiece<'_>| {
        if piece.loose {
            return Err(syntax::SyntaxFault::loose(piece));
        }
        Node::read(piece.text).map_err(|error| syntax::SyntaxFault::new(&error, piece))
    };
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let first = match leaf(&recover::YamlPiece {
        text: &text[start..],
        offset: start,
        loose: false,
    }) {
        Ok(node) => return (node, Vec::new()),
        Err(fault) => fault,
    };
    if first.is_limit() {
        return (Node::Broken, vec![first.diagnostic(file, mended)]);
    }
    let (node, faults) = recover::read_with_faults(text, &mut leaf);
    let explained = |piece: &Range<usize>| {
        let piece = mended.range(piece.clone());
        findings
            .iter()
            .filter_map(|finding| finding.span.as_ref())
            .any(|span| piece.contains(&span.range().start))
    };
    let mut more: Vec<Diagnostic> = faults
        .iter()
        .filter(|fault| !explained(&fault.piece) && !fault.misses_anchor_of(text))
        .map(|fault| fault.diagnostic(file, mended))
        .collect();
    if findings.is_empty() && more.is_empty() {
        more.push(first.diagnostic(file, mended));
    }
    (node, more)
}

impl recover::RecoveredTree for Node {
    fn broken(_: Range<usize>) -> Node {
        Node::Broken
    }

    fn entry(key: &str, _: Range<usize>, value: Node) -> Node {
        Node::Mapping(Mapping {
            entries: vec![(key.to_owned(), value)],
        })
    }

    fn item(value: Node) -> Node {
        Node::List(vec![value])
    }

    fn is_loose(&self) -> bool {
        !matches!(
            self,
            Node::Mapping(_) | Node::List(_) | Node::Broken | Node::Null
        )
    }

    fn merge(&mut self, other: Node) {
        match (&mut *self, other) {
            (Node::Mapping(mapping), Node::Mapping(more)) => mapping.entries.extend(more.entries),
            (Node::List(items), Node::List(more)) => items.extend(more),
            (Node::Broken, other) => *self = other,
            _ => {}
        }
    }
}
