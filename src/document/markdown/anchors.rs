//! Anchors and note labels of finished Markdown with a prefix, so that two documents
//! can stand in one file.

use super::edits::Edits;
use super::tree::{TreeKind, TreeNode, parse_tree};
use std::collections::BTreeSet;

/// The Markdown with `prefix` before the labels of its notes (`[^2]`) and the anchors
/// that it links to (`#section-1`). `notes` is how many notes the document has.
pub(crate) fn prefix_anchors(markdown: &str, prefix: &str, notes: u32) -> String {
    // The parser takes a reference for one where its note is there.
    let definitions: String = (1..=notes)
        .map(|number| format!("\n\n[^{number}]: x"))
        .collect();
    let text = format!("{markdown}{definitions}");
    let mut places = BTreeSet::new();
    gather(&parse_tree(&text).nodes, &text, &mut places);
    let mut edits = Edits::default();
    for place in places.into_iter().filter(|place| *place < markdown.len()) {
        edits.insert(place, prefix);
    }
    edits.finish(markdown, 0)
}

/// Where the prefix stands: behind `[^` and behind `#`.
fn gather(nodes: &[TreeNode], text: &str, places: &mut BTreeSet<usize>) {
    for node in nodes {
        let source = text.get(node.range.clone()).unwrap_or_default();
        match &node.kind {
            TreeKind::NoteReference(_) => {
                places.insert(node.range.start + "[^".len());
            }
            TreeKind::Link(destination) if destination.url.starts_with('#') => {
                let at = source
                    .rfind(&destination.url)
                    .or_else(|| source.rfind("(#").map(|at| at + 1));
                places.extend(at.map(|at| node.range.start + at + "#".len()));
            }
            _ => {}
        }
        gather(&node.children, text, places);
    }
}

#[cfg(test)]
mod tests {
    use super::prefix_anchors;

    #[test]
    fn labels_and_anchors_get_the_prefix_and_nothing_else_does() {
        let markdown = "See[^1] and [*section*](#section-2 \"#no\")[^12], `[^1]`, \\[^1], [page](https://a.ca/#top).\n\n- item[^1]\n\n```\n[^1]\n```";
        let wanted = "See[^fr-1] and [*section*](#fr-section-2 \"#no\")[^fr-12], `[^1]`, \\[^1], [page](https://a.ca/#top).\n\n- item[^fr-1]\n\n```\n[^1]\n```";
        assert_eq!(prefix_anchors(markdown, "fr-", 12), wanted);
        assert_eq!(prefix_anchors("plain [^3]", "fr-", 0), "plain [^3]");
    }
}
