//! References and their definitions: what leads nowhere, what nothing leads to, and
//! links without words.

use super::Converter;
use crate::diagnostic::nearest;
use crate::document::Inline;
use crate::document::codes::{LINK_WITHOUT_WORDS, UNDEFINED_REFERENCE, UNUSED_DEFINITION};
use crate::document::inline::plain_text;
use crate::document::markdown::tree::{Definition, Tree, TreeKind, TreeNode, parse_tree};
use std::ops::Range;

impl Converter<'_, '_> {
    /// Reports brackets whose label nothing defines, and definitions that nothing uses.
    pub(super) fn report_references(&mut self, tree: &Tree) {
        let mut used = Vec::new();
        labels(&tree.nodes, &mut used);
        let is_used = |definition: &Definition| used.iter().any(|label| definition.is_of(label));
        let (counting, again): (Vec<_>, Vec<_>) = tree
            .definitions
            .iter()
            .partition(|definition| !definition.again);
        let mut unused: Vec<&Definition> = Vec::new();
        unused.extend(counting.iter().filter(|definition| !is_used(definition)));
        for link in &tree.undefined {
            let meant = |among: &[&Definition]| {
                let labels = among.iter().map(|definition| definition.label.as_str());
                nearest(&link.label, labels).map(str::to_owned)
            };
            // Brackets alone are plain words, as are numbers in brackets (`[1][2]`),
            // unless a definition waits for them.
            let source = self.raw(link.range.clone());
            let plain = link.alone || !source.contains(char::is_alphabetic);
            let near = meant(&unused).or_else(|| meant(&counting).filter(|_| !plain));
            if plain && near.is_none() {
                continue;
            }
            let wording = UNDEFINED_REFERENCE.say("undefined", given!(label = link.label, near));
            self.tell(&link.range, wording);
            // What is wrong is the reference: its definition is not told of, too.
            unused.retain(|definition| Some(&definition.label) != near.as_ref());
        }
        for Definition { label, range, .. } in unused {
            self.tell(range, UNUSED_DEFINITION.say("unused", given!(label)));
        }
        for Definition { label, range, .. } in again {
            self.tell(range, UNUSED_DEFINITION.say("again", given!(label)));
        }
    }

    /// Keeps a paragraph from becoming the definition of a link or of a note once its
    /// words are mended, as `[Contact] : x` would in English.
    pub(super) fn keep_paragraph(&mut self, range: &Range<usize>) {
        let raw = self.raw(range.clone());
        if !raw.starts_with('[') {
            return;
        }
        let tree = parse_tree(&self.edits.cut(&self.prepared.text, range.clone()));
        let note = matches!(
            tree.nodes.first().map(|node| &node.kind),
            Some(TreeKind::Note(_))
        );
        if note && let Some(colon) = raw.find(':') {
            // The note's call stays one.
            self.edits.insert(range.start + colon, "\\");
        } else if note || !tree.definitions.is_empty() {
            self.edits.insert(range.start, "\\");
        }
    }

    /// Reports a link that would print nothing. What is missing in it is reported
    /// otherwise.
    pub(super) fn report_wordless(&mut self, words: &[Inline], node: &TreeNode) {
        let other_fault = |inline: &Inline| {
            matches!(
                inline,
                Inline::Image {
                    decorative: false,
                    ..
                } | Inline::Gap(_)
            )
        };
        if !plain_text(words).trim().is_empty() || words.iter().any(other_fault) {
            return;
        }
        self.tell(&node.range, LINK_WITHOUT_WORDS.say("wordless", &[]));
    }
}

/// The labels that references name.
fn labels<'n>(nodes: &'n [TreeNode], found: &mut Vec<&'n str>) {
    for node in nodes {
        if let TreeKind::Link(to) | TreeKind::Image(to) = &node.kind {
            found.push(&to.label);
        }
        labels(&node.children, found);
    }
}
