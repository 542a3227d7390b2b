//! Lists of definitions: which lines are meant as one, and where their words begin.
//!
//! A term is a line by itself; what it means stands below it, behind a colon and a
//! blank. The parser takes more for a definition: a line of French that begins with a
//! colon because the text before it was full, a smiley, a pair of colons.

use super::edits::Change;
use super::tree::{TreeKind, TreeNode};

/// How many blanks behind a colon begin a block of code.
const CODE: usize = 5;

/// The changes that make text of the colons of a list that are not meant as its marks:
/// a backslash before each.
pub(super) fn unmeant(text: &str, list: &TreeNode) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut of_line = true;
    for part in &list.children {
        let start = mark_start(text, part);
        match part.kind {
            TreeKind::Term => {
                of_line = is_line(part) && text.as_bytes().get(start) != Some(&b':');
            }
            // The term goes on with what stands behind the first colon: then there is
            // no list for the others.
            _ if !(of_line && is_marked(text, part)) => {
                changes.push((start..start, "\\".to_owned()));
            }
            _ => {}
        }
    }
    changes
}

/// Where a part begins: in another list the parser counts a blank or two before its colon.
pub(super) fn mark_start(text: &str, part: &TreeNode) -> usize {
    let words = text.get(part.range.clone()).unwrap_or_default();
    part.range.start + words.len() - words.trim_start_matches([' ', '\t']).len()
}

/// Whether a term is one line.
fn is_line(term: &TreeNode) -> bool {
    let is_break = |node: &TreeNode| matches!(node.kind, TreeKind::SoftBreak | TreeKind::HardBreak);
    !term.children.iter().any(|node| node.any(&is_break))
}

/// Whether a colon has a blank behind it, and words.
fn is_marked(text: &str, meaning: &TreeNode) -> bool {
    let words = text.get(mark_start(text, meaning)..).unwrap_or_default();
    let blank = words
        .strip_prefix(':')
        .is_some_and(|rest| rest.starts_with([' ', '\t']));
    blank && !meaning.children.is_empty()
}

/// How many bytes the mark of a meaning has, its blanks included, and how many columns
/// it and what stands before it take behind the column `from`.
pub(super) fn mark_of(raw: &str, from: usize) -> (usize, usize) {
    let blanks = raw.get(1..).unwrap_or_default();
    let mut bytes = 1;
    let mut columns = 0;
    for c in blanks.chars() {
        columns += match c {
            ' ' => 1,
            '\t' => 4 - (from + 1 + columns) % 4,
            _ => break,
        };
        bytes += 1;
    }
    if columns >= CODE {
        return (2, 2);
    }
    (bytes, 1 + columns)
}
