//! Lists of definitions. In Markdown they are terms in bold with their paragraphs, which
//! every reader shows: CommonMark has no form for them.

use super::Converter;
use super::code::without_blank_lines;
use crate::document::markdown::continued::{continued, go_on};
use crate::document::markdown::definitions::{mark_of, mark_start};
use crate::document::markdown::escape::is_escaped;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{BlockKind, Definition, Meaning};
use std::ops::Range;

impl Converter<'_, '_> {
    pub(super) fn definitions(&mut self, node: &TreeNode) -> BlockKind {
        let within = node
            .children
            .first()
            .map_or(node.range.start, |it| it.range.start);
        let around = go_on(&self.prepared.text, within);
        self.write_parts(node, within);
        let mut items: Vec<Definition> = Vec::new();
        for part in &node.children {
            let origin = self.origin(&part.range);
            if part.kind == TreeKind::Term {
                items.push(Definition {
                    term: self.inlines(&part.children),
                    meanings: Vec::new(),
                    origin,
                });
                continue;
            }
            let width = self.dedent(part, &around);
            self.meanings.push((around.len(), width));
            let blocks = self.blocks(&part.children);
            self.meanings.pop();
            if let Some(item) = items.last_mut() {
                item.meanings.push(Meaning { blocks, origin });
            }
        }
        let is_loose = |part: &TreeNode| {
            let mut blocks = part.children.iter();
            part.kind == TreeKind::Meaning && blocks.any(|it| it.kind == TreeKind::Paragraph)
        };
        BlockKind::Definitions {
            tight: !node.children.iter().any(is_loose),
            items,
        }
    }

    /// Writes terms in bold and a blank line between all parts, without their colons.
    fn write_parts(&mut self, node: &TreeNode, within: usize) {
        let before = self.go_on(within);
        let blank = before.trim_end();
        let words: Vec<Range<usize>> = node.children.iter().map(|it| self.part_words(it)).collect();
        for (at, part) in node.children.iter().enumerate() {
            let end = words[at].end;
            if part.kind == TreeKind::Term {
                self.bold(part);
            }
            let rest = self.raw(end..);
            match words.get(at + 1) {
                Some(next) => {
                    let line = end + rest.find('\n').map_or(0, |at| at + 1);
                    let apart = format!("{blank}\n{before}");
                    self.edits.replace(line..next.start, apart);
                }
                // What follows at once might go on with the last paragraph.
                None => {
                    let mut lines = rest.split('\n').skip(1);
                    let next = lines.next().unwrap_or_default();
                    if !next.trim_matches([' ', '\t', '>']).is_empty() {
                        self.edits.insert(end, &format!("\n{blank}"));
                    }
                }
            }
        }
    }

    /// The words of a term or a meaning, without the mark before them and what is blank
    /// behind them.
    fn part_words(&self, part: &TreeNode) -> Range<usize> {
        let range = mark_start(&self.prepared.text, part)..part.range.end;
        let mark = match part.kind {
            TreeKind::Meaning => mark_of(self.raw(range.clone()), self.column(range.start)).0,
            _ => 0,
        };
        let words = without_blank_lines(self.raw(range.clone()));
        range.start + mark..range.start + words.len().max(mark)
    }

    /// How many characters stand before a byte on its line.
    fn column(&self, at: usize) -> usize {
        let line = self.raw(..at).rsplit('\n').next().unwrap_or_default();
        line.chars().count()
    }

    /// Takes the indentation of a meaning away, which is given.
    fn dedent(&mut self, part: &TreeNode, around: &str) -> usize {
        let start = mark_start(&self.prepared.text, part);
        let column = self.column(start);
        let (_, marked) = mark_of(self.raw(start..part.range.end), column);
        let width = column.saturating_sub(around.len()) + marked;
        let words = self.part_words(part);
        let mut at = words.start;
        let lines: Vec<&str> = self.raw(words).split_inclusive('\n').collect();
        for (number, line) in lines.into_iter().enumerate() {
            if number > 0 {
                let from = continued(line, around);
                let blanks = indented(&line[from..], width);
                self.edits.replace(at + from..at + from + blanks, "");
            }
            at += line.len();
        }
        width
    }

    /// What stands before a line that goes on with the block that begins at the byte `at`,
    /// as the Markdown will have it.
    pub(super) fn go_on(&self, at: usize) -> String {
        let mut before = go_on(&self.prepared.text, at);
        for (from, width) in self.meanings.iter().rev() {
            let from = (*from).min(before.len());
            let to = (from + width).min(before.len());
            before.replace_range(from..to, "");
        }
        before
    }

    /// Writes a term in bold, in which nothing is bold by itself.
    fn bold(&mut self, term: &TreeNode) {
        let alone = matches!(term.children.as_slice(), [only] if only.kind == TreeKind::Strong);
        // Beside other marks, those of strong stress are read with them.
        if alone || term.any(&|node| self.touches_marks(node)) {
            return;
        }
        let (Some(first), Some(last)) = (term.children.first(), term.children.last()) else {
            return;
        };
        let range = first.range.start..last.range.end;
        let raw = self.raw(range.clone());
        // Marks of stress take no blank beside them, of whatever kind.
        let start = range.start + raw.len() - raw.trim_start().len();
        let end = range.start + raw.trim_end().len();
        self.edits.open(start, "**");
        let last = self.raw(start..end);
        let loose = last.ends_with('\\') && !is_escaped(&self.prepared.text, end - 1);
        self.edits.insert(end, if loose { "\\**" } else { "**" });
        let mut told = Vec::new();
        self.plain_in_bold(&term.children, &mut told);
    }

    /// Whether a node is stressed strongly and has other marks beside its own.
    fn touches_marks(&self, node: &TreeNode) -> bool {
        let range = node.range.clone();
        let is_mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '*' | '_' | '~'));
        let inside = self.raw(range.start + 2..range.end.saturating_sub(2).max(range.start + 2));
        node.kind == TreeKind::Strong
            && (is_mark(self.raw(..range.start).chars().next_back())
                || is_mark(self.raw(range.end..).chars().next())
                || is_mark(inside.chars().next())
                || is_mark(inside.chars().next_back()))
    }

    /// Takes marks of strong stress away, and keeps stars that are printed from being one.
    pub(super) fn plain_in_bold(&mut self, nodes: &[TreeNode], told: &mut Vec<usize>) {
        for node in nodes {
            let range = node.range.clone();
            match node.kind {
                TreeKind::Strong => {
                    self.edits.replace(range.start..range.start + 2, "");
                    self.edits.replace(range.end - 2..range.end, "");
                }
                TreeKind::Text(_) => {
                    for (at, _) in self.raw(range.clone()).match_indices('*') {
                        let at = range.start + at;
                        if !is_escaped(&self.prepared.text, at) && !told.contains(&at) {
                            told.push(at);
                            self.edits.insert(at, "\\");
                        }
                    }
                }
                _ => {}
            }
            self.plain_in_bold(&node.children, told);
        }
    }
}

/// How many bytes of a line are blanks of so many columns, at most.
fn indented(line: &str, width: usize) -> usize {
    let (mut bytes, mut columns) = (0, 0);
    for c in line.chars() {
        let wide = match c {
            ' ' => 1,
            '\t' => 4 - columns % 4,
            _ => break,
        };
        if columns + wide > width {
            break;
        }
        columns += wide;
        bytes += 1;
    }
    bytes
}
