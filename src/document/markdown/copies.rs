//! Finished Markdown whose pictures and linked files lie elsewhere than beside it.

use super::edits::Edits;
use super::tree::{Destination, TreeKind, TreeNode, parse_tree};
use crate::document::AssetPrefix;
use std::collections::BTreeSet;

/// The Markdown with `prefix` before those of its destinations that are `copies`.
pub(crate) fn prefix_copies(
    markdown: &str,
    prefix: &AssetPrefix,
    copies: &BTreeSet<String>,
) -> String {
    let mut edits = Edits::default();
    if !copies.is_empty() {
        gather(
            &parse_tree(markdown).nodes,
            markdown,
            prefix,
            copies,
            &mut edits,
        );
    }
    edits.finish(markdown, 0)
}

fn gather(
    nodes: &[TreeNode],
    text: &str,
    prefix: &AssetPrefix,
    copies: &BTreeSet<String>,
    edits: &mut Edits,
) {
    for node in nodes {
        if let TreeKind::Link(Destination { url, .. }) | TreeKind::Image(Destination { url, .. }) =
            &node.kind
            && copies.contains(url)
        {
            // It stands behind the words, which may well have the same characters.
            let words = node.children.iter().map(|child| child.range.end).max();
            let from = words.unwrap_or(node.range.start);
            let behind = text.get(from..node.range.end).unwrap_or_default();
            if let Some(at) = behind.find(url.as_str()) {
                edits.insert(from + at, prefix.as_str());
            }
        }
        gather(&node.children, text, prefix, copies, edits);
    }
}

#[cfg(test)]
mod tests {
    use super::prefix_copies;
    use std::collections::BTreeSet;

    #[test]
    fn copies_get_the_prefix_and_nothing_else_does() {
        let copies = ["a/plan.png", "a/list.pdf"].map(str::to_owned);
        let copies = BTreeSet::from(copies);
        let prefix = "/files".parse().unwrap();
        let markdown = "![a/plan.png](a/plan.png \"a/plan.png\") [*list*](a/list.pdf), \
                        [![x](a/plan.png)](a/list.pdf) `a/plan.png` [b](a/other.pdf)\n\n\
                        | [t](a/list.pdf) |\n| --- |\n| ![](a/plan.png) |\n\n\
                        - x[^1]\n\n[^1]: see [it](a/list.pdf)\n";
        let wanted = "![a/plan.png](/files/a/plan.png \"a/plan.png\") [*list*](/files/a/list.pdf), \
                      [![x](/files/a/plan.png)](/files/a/list.pdf) `a/plan.png` [b](a/other.pdf)\n\n\
                      | [t](/files/a/list.pdf) |\n| --- |\n| ![](/files/a/plan.png) |\n\n\
                      - x[^1]\n\n[^1]: see [it](/files/a/list.pdf)\n";
        assert_eq!(prefix_copies(markdown, &prefix, &copies), wanted);
    }
}
