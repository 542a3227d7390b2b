//! The captions of tables: a paragraph directly before a table or behind it that begins
//! with what tables are called, `Table: `.

use super::Converter;
use super::tables::without_mark;
use crate::document::BlockKind;
use crate::document::codes::STRAY_CAPTION;
use crate::document::edition::{ANCHOR, table_anchor};
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::language::lexicon::caption_mark;
use std::ops::Range;

/// A part of a list of nodes.
pub(super) enum BlockPart<'n> {
    /// Text of a tight list item, which has no paragraph of its own.
    Text(&'n [TreeNode]),
    /// A block.
    Node(&'n TreeNode),
    /// A table with its caption.
    Captioned(&'n TreeNode, CaptionLine<'n>),
}

/// A caption as it is written.
pub(super) struct CaptionLine<'n> {
    nodes: &'n [TreeNode],
    range: Range<usize>,
    /// The bytes of the mark that it begins with, as it is read and as it is written.
    mark: (usize, usize),
}

impl BlockPart<'_> {
    /// Where it begins in the source.
    pub fn start(&self) -> usize {
        match self {
            BlockPart::Text(run) => run.first().map_or(0, |node| node.range.start),
            BlockPart::Node(node) => node.range.start,
            BlockPart::Captioned(table, line) => table.range.start.min(line.range.start),
        }
    }

    fn is_table(&self) -> bool {
        match self {
            BlockPart::Node(node) => matches!(node.kind, TreeKind::Table(_)),
            BlockPart::Captioned(..) => true,
            BlockPart::Text(_) => false,
        }
    }
}

impl Converter<'_, '_> {
    /// The parts of nodes: tables have their captions, of which one that stands before
    /// goes before one that stands behind.
    pub(super) fn parts<'n>(&mut self, nodes: &'n [TreeNode]) -> Vec<BlockPart<'n>> {
        let is_table = |node: &TreeNode| matches!(node.kind, TreeKind::Table(_));
        if !nodes.iter().any(is_table) {
            return apart(nodes);
        }
        let mut parts: Vec<BlockPart<'n>> = Vec::new();
        let mut rest = apart(nodes).into_iter().peekable();
        while let Some(part) = rest.next() {
            let BlockPart::Node(table) = part else {
                parts.push(part);
                continue;
            };
            if !is_table(table) {
                parts.push(part);
            } else if let Some(line) = parts.last().and_then(|it| self.caption_line(it)) {
                parts.pop();
                parts.push(BlockPart::Captioned(table, line));
            } else if let Some(line) = rest.peek().and_then(|it| self.caption_line(it)) {
                rest.next();
                parts.push(BlockPart::Captioned(table, line));
            } else {
                parts.push(part);
            }
        }
        self.report_stray(&parts);
        parts
    }

    /// Reports what begins as a caption and stands beside no table that lacks one.
    fn report_stray(&mut self, parts: &[BlockPart<'_>]) {
        for (at, part) in parts.iter().enumerate() {
            let Some(line) = self.caption_line(part) else {
                continue;
            };
            let beside = [at.checked_sub(1), at.checked_add(1)];
            let mut beside = beside.into_iter().flatten();
            let second = beside.any(|at| parts.get(at).is_some_and(BlockPart::is_table));
            let mark = line.range.start..line.range.start + line.mark.1;
            let written = self.raw(mark.clone()).trim_end();
            let wording = match second {
                true => STRAY_CAPTION.say("second", given!(written)),
                false => STRAY_CAPTION.say("apart", given!(written)),
            };
            self.tell(&mark, wording);
        }
    }

    /// The caption that a part would be beside a table.
    fn caption_line<'n>(&self, part: &BlockPart<'n>) -> Option<CaptionLine<'n>> {
        let nodes: &'n [TreeNode] = match part {
            BlockPart::Text(run) => run,
            BlockPart::Node(node) if node.kind == TreeKind::Paragraph => &node.children,
            _ => return None,
        };
        let (first, last) = (nodes.first()?, nodes.last()?);
        let TreeKind::Text(text) = &first.kind else {
            return None;
        };
        let lang = self.session.lang;
        let read = caption_mark(text, lang)?;
        let written = caption_mark(self.raw(first.range.clone()), lang)?;
        let is_alone = nodes.len() == 1 && text.get(read..)?.trim().is_empty();
        (!is_alone).then_some(CaptionLine {
            nodes,
            range: first.range.start..last.range.end,
            mark: (read, written),
        })
    }

    /// A table with its caption. In Markdown this is a paragraph before the table with its
    /// number in bold.
    pub(super) fn captioned(
        &mut self,
        table: &TreeNode,
        line: &CaptionLine<'_>,
    ) -> Option<BlockKind> {
        let number = self.session.next_table();
        let origin = self.origin(&line.range);
        let mut own = self.caption("label-table", number, origin);
        let inlines = self.inlines(&without_mark(line.nodes, line.mark.0));
        own.words.inlines.extend(inlines);
        let start = line.range.start;
        let mark = start..start + line.mark.1;
        let text = &self.prepared.text;
        let words = self.edits.part(text, mark.end..line.range.end);
        let label = std::mem::take(&mut own.words.markdown);
        let label = match label.trim_end() {
            "" => String::new(),
            label => format!("**{label}** "),
        };
        own.words.markdown = format!("{label}{words}");
        let anchored = format!("{ANCHOR}{}{ANCHOR}{label}", table_anchor(number));
        let before = self.go_on(table.range.start);
        let blank = before.trim_end();
        if start < table.range.start {
            self.edits.replace(mark, anchored);
            // Not every reader takes a line right above a table for a paragraph.
            let between = self.raw(line.range.end..table.range.start);
            if between.matches('\n').count() < 2 {
                self.edits.insert(line.range.end, &format!("\n{blank}"));
            }
        } else {
            let above = format!("{anchored}{words}\n{blank}\n{before}");
            let rows = self.raw(table.range.clone()).trim_end();
            let end = table.range.start + rows.len();
            self.edits.replace(end..line.range.end, "");
            self.edits.open(table.range.start, &above);
        }
        let mut kind = self.block(table)?;
        if let BlockKind::Table { caption, .. } = &mut kind {
            *caption = Some(own);
        }
        Some(kind)
    }
}

/// Each block by itself, and the text between them.
fn apart(nodes: &[TreeNode]) -> Vec<BlockPart<'_>> {
    let mut parts = Vec::new();
    for run in nodes.chunk_by(|one, next| one.kind.is_inline() && next.kind.is_inline()) {
        match run {
            [node] if !node.kind.is_inline() => parts.push(BlockPart::Node(node)),
            run => parts.push(BlockPart::Text(run)),
        }
    }
    parts
}
