//! What happens to a text before its tree is read: raw HTML that is not let
//! through is escaped, so that it is text everywhere, and so are marks inside of bare
//! addresses, tables get a column for each cell, and a line of text is kept from
//! becoming a block.

use super::alerts::blank_below;
use super::autolinks::hidden_marks;
use super::columns::widen;
use super::definitions::unmeant;
use super::edits::Change;
use super::escape::{LESS_THAN, begins_tag, is_escaped};
use super::inline_tags::{InlineTag, inline_tag};
use super::tree::{Tree, TreeKind, TreeNode, parse_line, parse_tree};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// What stands before a line of text, so that no list, heading or code block begins there:
/// a punctuation mark of no meaning to Markdown, and a blank, since marks of emphasis at
/// a line's beginning are read as they are behind one.
pub(super) const GUARD: &str = "\u{2E31} ";

/// Rounds of changes; each finds the raw HTML that the last one uncovered.
const MAX_ROUNDS: usize = 64;

/// Source as it is parsed, with the way back to the source as it was given.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// What is parsed.
    pub text: String,
    /// Where stretches begin: byte here, byte in the given source.
    stretches: Vec<(usize, usize)>,
    /// How many bytes at the start belong to the guard.
    pub guard: usize,
    /// How many columns the heads of tables have that were given more, by the tables'
    /// first bytes in the given source.
    heads: BTreeMap<usize, usize>,
}

/// Prepares and parses blocks.
pub(super) fn prepare_blocks(source: &str) -> (Prepared, Tree) {
    let prepared = Prepared {
        text: without_returns(source).into_owned(),
        stretches: vec![(0, 0)],
        ..Prepared::default()
    };
    settle(prepared, source)
}

/// The source without carriage returns, which only a literal of Fluent can bring in and
/// which end no line.
fn without_returns(source: &str) -> Cow<'_, str> {
    if source.contains('\r') {
        Cow::Owned(source.replace('\r', " "))
    } else {
        Cow::Borrowed(source)
    }
}

/// Prepares and parses one line of running text; line breaks in it are spaces.
pub(super) fn prepare_line(source: &str) -> (Prepared, Tree) {
    let mut prepared = Prepared {
        text: String::from(GUARD),
        stretches: vec![(0, 0)],
        guard: GUARD.len(),
        ..Prepared::default()
    };
    let source = &*without_returns(source);
    // A no-break space at an end is meant.
    let blank = [' ', '\t', '\r', '\n'];
    let end = source.trim_end_matches(blank).len();
    let mut at = source.len() - source.trim_start_matches(blank).len();
    for line in source
        .get(at..end)
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        let words = line.trim_matches([' ', '\t', '\r', '\n']);
        if !words.is_empty() {
            if prepared.text.len() > prepared.guard {
                prepared.text.push(' ');
            }
            let indent = line.len() - line.trim_start_matches([' ', '\t', '\r']).len();
            prepared.stretches.push((prepared.text.len(), at + indent));
            prepared.text.push_str(words);
        }
        at += line.len();
    }
    settle(prepared, source)
}

impl Prepared {
    /// The bytes of the given source that `range` came from.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.original_offset(range.start);
        start..self.original_offset(range.end).max(start)
    }

    fn original_offset(&self, offset: usize) -> usize {
        let next = self.stretches.partition_point(|(here, _)| *here <= offset);
        let (here, there) = self.stretches[..next].last().copied().unwrap_or_default();
        let there = there + offset.saturating_sub(here);
        match self.stretches.get(next) {
            Some((_, limit)) => there.min(*limit),
            None => there,
        }
    }

    /// Replaces ranges, which are in order and apart.
    fn apply(self, edits: &[Change]) -> Prepared {
        let mut text = String::with_capacity(self.text.len() + edits.len());
        let mut cuts = vec![(0, 0)];
        let mut at = 0;
        for (range, replacement) in edits {
            text.push_str(&self.text[at..range.start]);
            text.push_str(replacement);
            at = range.end;
            cuts.push((text.len(), at));
        }
        text.push_str(&self.text[at..]);
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for (cut, (here, before)) in cuts.iter().enumerate() {
            let end = cuts.get(cut + 1).map_or(usize::MAX, |(here, _)| *here);
            stretches.push((*here, self.original_offset(*before)));
            let first = self.stretches.partition_point(|(old, _)| old <= before);
            let inside = self.stretches[first..].iter();
            let inside = inside.map(|(old, original)| (here + (old - before), *original));
            stretches.extend(inside.take_while(|(here, _)| *here < end));
        }
        Prepared {
            text,
            stretches,
            ..self
        }
    }
}

/// Changes what would not be read as it is meant, until there is nothing left: raw HTML
/// but what is let through, and every `<` that a reader less strict than ours might take
/// for a tag, is written `&lt;`; a backslash stands before marks of emphasis inside of bare
/// addresses; a table gets a column for each cell.
fn settle(mut prepared: Prepared, source: &str) -> (Prepared, Tree) {
    let mut tree = match prepared.guard {
        0 => parse_tree(&prepared.text),
        guard => parse_line(&prepared.text, guard),
    };
    for _ in 0..MAX_ROUNDS {
        // What another change makes of the blocks is seen before lines are judged by
        // the blocks that they stand in.
        let mut changes = prepared.of_blocks(&tree.nodes, &|node| match node.kind {
            TreeKind::Alert(_) => blank_below(&prepared.text, node).into_iter().collect(),
            _ => Vec::new(),
        });
        if changes.is_empty() {
            prepared.find(&tree.nodes, &mut changes);
            prepared.find_new(&tree, source, &mut changes);
            let marks = hidden_marks(&prepared.text, &tree.nodes);
            changes.extend(marks.into_iter().map(|at| (at..at, "\\".to_owned())));
        }
        if changes.is_empty() {
            changes = prepared.of_blocks(&tree.nodes, &|node| match node.kind {
                TreeKind::Definitions => unmeant(&prepared.text, node),
                _ => Vec::new(),
            });
        }
        changes.sort_by_key(|(range, _)| range.start);
        let mut end = None;
        changes.retain(|(range, _)| {
            let apart = end.is_none_or(|end| range.start >= end);
            end = end.max(Some(range.end.max(range.start + 1)));
            apart
        });
        if changes.is_empty() {
            break;
        }
        prepared = prepared.apply(&changes);
        tree = parse_tree(&prepared.text);
    }
    (prepared, tree)
}

impl Prepared {
    /// The changes that `of` wants of each block.
    fn of_blocks(&self, nodes: &[TreeNode], of: &impl Fn(&TreeNode) -> Vec<Change>) -> Vec<Change> {
        let mut changes = Vec::new();
        for node in nodes.iter().filter(|node| !node.kind.is_inline()) {
            changes.extend(of(node));
            changes.extend(self.of_blocks(&node.children, of));
        }
        changes
    }

    fn find(&mut self, nodes: &[TreeNode], changes: &mut Vec<Change>) {
        for node in nodes {
            let start = node.range.start;
            match &node.kind {
                TreeKind::HtmlBlock => escape_block(&self.text, node, changes),
                TreeKind::Html(html) if inline_tag(html).is_none() => {
                    changes.push((start..start + 1, LESS_THAN.to_owned()));
                }
                TreeKind::Text(_) => escape_angles(&self.text, &node.range, changes),
                TreeKind::CodeBlock { .. } => {}
                TreeKind::Table(columns) => {
                    let wider = widen(&self.text, node);
                    if !wider.is_empty() {
                        let original = self.original_offset(start);
                        self.heads.entry(original).or_insert(columns.len());
                        changes.extend(wider);
                    }
                    self.find(&node.children, changes);
                }
                _ => self.find(&node.children, changes),
            }
        }
    }

    /// Finds links and definitions that came to be by what is written for a `<`, as in
    /// `[a](<b)`: their brackets are text.
    fn find_new(&self, tree: &Tree, source: &str, changes: &mut Vec<Change>) {
        let is_new = |range: Range<usize>| {
            let start = range.start;
            let words = self.text.get(range).unwrap_or_default();
            words.match_indices(LESS_THAN).any(|(at, _)| {
                let original = self.original_offset(start + at);
                source.as_bytes().get(original) == Some(&b'<')
            })
        };
        for definition in &tree.definitions {
            if is_new(definition.range.clone()) {
                let start = definition.range.start;
                changes.push((start..start, "\\".to_owned()));
            }
        }
        let mut open: Vec<&TreeNode> = tree.nodes.iter().collect();
        while let Some(node) = open.pop() {
            if let TreeKind::Link(to) | TreeKind::Image(to) = &node.kind
                && !to.form.is_bare()
            {
                let words_end = node
                    .children
                    .last()
                    .map_or(node.range.start, |it| it.range.end);
                if is_new(words_end..node.range.end) {
                    let image = matches!(node.kind, TreeKind::Image(_));
                    let bracket = node.range.start + usize::from(image);
                    changes.push((bracket..bracket, "\\".to_owned()));
                }
            }
            open.extend(&node.children);
        }
    }

    /// How many columns the head of a table has, given those that it was parsed with.
    pub fn head(&self, table: &TreeNode, parsed: usize) -> usize {
        let original = self.original_offset(table.range.start);
        self.heads.get(&original).copied().unwrap_or(parsed)
    }
}

/// Writes each `<` of a text that may be taken for a tag's otherwise; the backslash
/// before it says no more, and not every reader knows it.
fn escape_angles(text: &str, range: &Range<usize>, changes: &mut Vec<Change>) {
    let words = text.get(range.clone()).unwrap_or_default();
    for (at, _) in words.match_indices('<') {
        let at = range.start + at;
        let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
        if next.is_some_and(begins_tag) {
            let escaped = at == range.start && is_escaped(text, at);
            changes.push((at - usize::from(escaped)..at + 1, LESS_THAN.to_owned()));
        }
    }
}

/// Escapes each line of an HTML block that begins with a tag. A `<br>` there says
/// nothing, since the line begins a paragraph: it goes.
fn escape_block(text: &str, block: &TreeNode, changes: &mut Vec<Change>) {
    let mut at = block.range.start;
    let before = changes.len();
    for line in text[block.range.clone()].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let tag_end = text[start..].find('>').map_or(start, |end| start + end + 1);
        if inline_tag(&text[start..tag_end]) == Some(InlineTag::Break) {
            changes.push((start..tag_end, String::new()));
        } else if text[start..].starts_with('<') {
            changes.push((start..start + 1, LESS_THAN.to_owned()));
        }
        at += line.len();
    }
    if changes.len() == before {
        let start = text[block.range.clone()].find('<').unwrap_or(0) + block.range.start;
        changes.push((start..start + 1, LESS_THAN.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_through_every_change() {
        let source = "a <b>c</b>\n\n<div>\nx *y*\n</div>\n";
        let (prepared, _) = prepare_blocks(source);
        assert_eq!(
            prepared.text,
            "a &lt;b>c&lt;/b>\n\n&lt;div>\nx *y*\n&lt;/div>\n"
        );
        let here = prepared.text.find("*y*").unwrap();
        let there = source.find("*y*").unwrap();
        assert_eq!(prepared.original(&(here..here + 3)), there..there + 3);
    }

    #[test]
    fn a_line_is_one_paragraph_whatever_it_begins_with() {
        for source in [
            "# a", "- a", "1. a", "    a", "> a", "~~~", "[a]: b", "| a |",
        ] {
            let (_, tree) = prepare_line(source);
            assert_eq!(tree.nodes.len(), 1, "{source}");
            assert_eq!(tree.nodes[0].kind, TreeKind::Paragraph, "{source}");
        }
    }

    #[test]
    fn plain_lines_are_parsed_as_all_others_are() {
        for source in [
            "Marie-Ève Roy-O'Neil",
            "Dr. Lee, M. A. (she, her); no. 5",
            "- a",
            "1. One  two – three",
            "l’école de\u{a0}Québec (au 2e étage) x.y-z",
            "a.b.c www.exemple.ca",
        ] {
            let text = format!("{GUARD}{source}");
            let (line, tree) = (parse_line(&text, GUARD.len()), parse_tree(&text));
            assert_eq!(format!("{line:?}"), format!("{tree:?}"), "{source}");
        }
    }

    #[test]
    fn lines_of_a_short_text_are_joined() {
        let source = "  one\n   two\n";
        let (prepared, _) = prepare_line(source);
        assert_eq!(&prepared.text[prepared.guard..], "one two");
        let two = prepared.text.find("two").unwrap();
        assert_eq!(prepared.original(&(two..two + 3)), 9..12);
    }
}
