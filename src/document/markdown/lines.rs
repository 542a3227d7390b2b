//! Lines of Markdown put in order: blank ones and spaces that say nothing go, code
//! keeps every one.

use super::tree::{TreeKind, TreeNode, parse_tree};
use std::ops::Range;

/// Takes away blank lines at the ends, all but one between blocks, and spaces at
/// the ends of lines. Code stays as it is.
pub(crate) fn tidy(markdown: &str) -> String {
    let mut code = Vec::new();
    if may_have_code(markdown) {
        find_code(markdown, &parse_tree(markdown).nodes, &mut code);
    }
    let mut code = code.into_iter().peekable();
    let mut tidied = String::with_capacity(markdown.len());
    let (mut at, mut blank) = (0, 0);
    for whole in markdown.split_inclusive('\n') {
        let start = at;
        at += whole.len();
        while code.next_if(|block| block.end <= start).is_some() {}
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let in_code = code.peek().is_some_and(|block| block.start < at);
        let shown = match in_code {
            true => line,
            false => line.trim_end_matches([' ', '\t', '\r']),
        };
        if !in_code && shown.is_empty() {
            blank += 1;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        tidied.push_str(shown);
    }
    tidied.truncate(tidied.trim_end_matches('\n').len());
    tidied
}

/// Whether a text has anything that code begins with: a mark of its own, or an indentation.
fn may_have_code(text: &str) -> bool {
    text.contains(['`', '~', '\t']) || text.contains("    ")
}

/// The bytes of the blocks of code and of code that goes over lines, in order.
fn find_code(text: &str, nodes: &[TreeNode], found: &mut Vec<Range<usize>>) {
    for node in nodes {
        let source = || text.get(node.range.clone()).unwrap_or_default();
        match node.kind {
            TreeKind::CodeBlock { .. } => found.push(node.range.clone()),
            TreeKind::Code(_) if source().contains('\n') => found.push(node.range.clone()),
            _ => find_code(text, &node.children, found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn blank_lines_are_one_but_in_code() {
        assert_eq!(
            tidy("\n\na  \n\n\n\nb\n```\nc\n\n\nd  \n```\n\n\n"),
            "a\n\nb\n```\nc\n\n\nd  \n```"
        );
        assert_eq!(tidy("~~~\n```\n\n\n~~~\n\n\nx"), "~~~\n```\n\n\n~~~\n\nx");
    }

    #[test]
    fn code_is_code_wherever_it_stands() {
        for code in [
            "a\n\n    b \n      \n\n    c  ",
            "1. ```\n   a\n\n\n   b\n   ```",
            "> ~~~\n> a\n>\n>  \n> b\n> ~~~",
            "`` \na  \n``",
            "[^1]\n\n[^1]: ```\n    a\n\n\n    b\n    ```",
        ] {
            let whole = format!("x\n\n\n{code}\n\n\ny");
            assert_eq!(tidy(&whole), format!("x\n\n{code}\n\ny"));
        }
    }

    #[test]
    fn tidying_twice_changes_nothing() {
        for text in [
            "a\n\n\nb",
            "- a\n\n\n- b\n",
            "```\n\n",
            "",
            "    \n    a\n\n",
        ] {
            assert_eq!(tidy(&tidy(text)), tidy(text));
        }
    }
}
