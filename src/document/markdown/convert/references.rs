//! References and their definitions: what leads nowhere, what nothing leads to, and
//! links without words.

use super::Converter;
use crate::diagnostic::{Diagnostic, did_you_mean, nearest};
use crate::document::Inline;
use crate::document::codes;
use crate::document::inline::plain_text;
use crate::document::markdown::tree::{
    Definition, Tree, TreeKind, TreeNode, Undefined, parse_tree,
};
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
            let source = self
                .prepared
                .text
                .get(link.range.clone())
                .unwrap_or_default();
            let plain = link.alone || !source.contains(char::is_alphabetic);
            let near = meant(&unused).or_else(|| meant(&counting).filter(|_| !plain));
            if plain && near.is_none() {
                continue;
            }
            self.report_undefined(link, near.as_deref());
            // What is wrong is the reference: its definition is not told of, too.
            unused.retain(|definition| Some(&definition.label) != near.as_ref());
        }
        for definition in unused {
            self.report_definition(definition, "it defines a link that nothing uses");
        }
        for definition in again {
            let why = format!(
                "it defines `{}` once more, and the first counts",
                definition.label
            );
            self.report_definition(definition, &why);
        }
    }

    fn report_undefined(&mut self, link: &Undefined, near: Option<&str>) {
        let place = self.span(&link.range);
        let label = &link.label;
        let hint = did_you_mean(
            near,
            format!("write below `[{label}]: https://…`, or `\\[` where brackets are meant"),
        );
        self.session.report(
            Diagnostic::new(
                &codes::UNDEFINED_REFERENCE,
                place,
                format!("no address is defined for `{label}`, so the brackets would be printed"),
            )
            .hint(hint),
        );
    }

    fn report_definition(&mut self, definition: &Definition, why: &str) {
        let place = self.span(&definition.range);
        self.session.report(
            Diagnostic::new(
                &codes::UNUSED_DEFINITION,
                place,
                format!("this line is not printed: {why}"),
            )
            .hint(format!(
                "write `\\[{}]:` if the words are meant, or take the line out",
                definition.label
            )),
        );
    }

    /// Keeps a paragraph from becoming the definition of a link or of a note once its
    /// words are mended, as `[Contact] : x` would in English.
    pub(super) fn keep_paragraph(&mut self, range: &Range<usize>) {
        let raw = self.prepared.text.get(range.clone()).unwrap_or_default();
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
        let other_fault = |inline: &Inline| matches!(inline, Inline::Image { .. } | Inline::Gap(_));
        if !plain_text(words).trim().is_empty() || words.iter().any(other_fault) {
            return;
        }
        let place = self.span(&node.range);
        self.session.report(
            Diagnostic::new(
                &codes::LINK_WITHOUT_WORDS,
                place,
                "the link has no words, so nothing would be printed of it",
            )
            .hint("write them between the brackets: `[words](address)`"),
        );
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
