//! Rows of tables that have more cells than their head: the parser drops what is
//! beyond it without an event, so such a table is parsed with more columns.

use super::edits::Change;
use super::tree::{TreeKind, TreeNode, parse_tree};

/// A table is made wider by so many columns at most; nobody writes as many.
const MOST: usize = 64;

/// The changes that give a table as many columns as its longest row has cells; none
/// where no row is longer than the head.
pub(super) fn widen(text: &str, table: &TreeNode) -> Vec<Change> {
    let more = table.children.iter().map(|row| beyond(text, row)).max();
    let more = more.unwrap_or_default().min(MOST);
    let Some(head) = table.children.first().filter(|_| more > 0) else {
        return Vec::new();
    };
    // The line of dashes stands below the head.
    let head_end = line_end(text, head.range.start);
    let dashes_end = line_end(text, (head_end + 1).min(text.len()));
    let closed = |end: usize| {
        let line = text.get(..end).unwrap_or_default().trim_end();
        line.ends_with('|') && !line.ends_with("\\|")
    };
    let column = |end: usize, cell: &str| {
        let bar = if closed(end) { "" } else { " |" };
        (end..end, format!("{bar}{}", cell.repeat(more)))
    };
    vec![column(head_end, "  |"), column(dashes_end, " --- |")]
}

/// How many columns a row may need beyond those that the parser kept of it.
fn beyond(text: &str, row: &TreeNode) -> usize {
    let kept = row
        .children
        .last()
        .map_or(row.range.start, |cell| cell.range.end);
    let rest = text.get(kept..row.range.end).unwrap_or_default();
    if rest.trim_matches(['|', ' ', '\t', '\r', '\n']).is_empty() {
        0
    } else {
        rest.matches('|').count()
    }
}

/// The code of a row in which a bar stands that ends a cell.
pub(super) fn cut_code(row: &str) -> Option<String> {
    // Words before it, so that the line begins no block.
    let line = format!("x {}", row.trim());
    find_code(&parse_tree(&line).nodes, &line)
}

fn find_code(nodes: &[TreeNode], line: &str) -> Option<String> {
    nodes.iter().find_map(|node| {
        let source = line.get(node.range.clone()).unwrap_or_default();
        let bare = source.replace("\\|", "").contains('|');
        match node.kind {
            TreeKind::Code(_) if bare => Some(source.to_owned()),
            _ => find_code(&node.children, line),
        }
    })
}

/// Where the line that the byte `at` stands in ends, its break left out.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    at + line.trim_end_matches('\r').len()
}
