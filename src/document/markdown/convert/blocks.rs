//! Blocks.

use super::Converter;
use super::captions::BlockPart;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{Block, BlockKind, ListItem};
use std::ops::Range;

impl Converter<'_, '_> {
    pub(super) fn blocks(&mut self, nodes: &[TreeNode]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for part in self.parts(nodes) {
            self.part(part, &mut blocks);
        }
        blocks
    }

    /// The blocks of a part of a list of nodes.
    pub(super) fn part(&mut self, part: BlockPart<'_>, blocks: &mut Vec<Block>) {
        let (kind, range) = match part {
            BlockPart::Text(run) => return self.loose_text(run, blocks),
            BlockPart::Node(node) => (self.block(node), &node.range),
            BlockPart::Captioned(table, line) => (self.captioned(table, &line), &table.range),
        };
        if let Some(kind) = kind {
            let origin = self.origin(range);
            blocks.push(Block { kind, origin });
        }
    }

    /// Text of a tight list item, which has no paragraph of its own.
    pub(super) fn loose_text(&mut self, run: &[TreeNode], blocks: &mut Vec<Block>) {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let range = first.range.start..last.range.end.max(first.range.start);
            if let Some(kind) = self.paragraph(run, &range) {
                let origin = self.origin(&range);
                blocks.push(Block { kind, origin });
            }
        }
    }

    /// Running text that stands by itself; a picture that is all of it may be a figure.
    fn paragraph(&mut self, nodes: &[TreeNode], range: &Range<usize>) -> Option<BlockKind> {
        if let [only] = nodes
            && let TreeKind::Image(to) = &only.kind
        {
            return Some(self.lone_picture(to, only));
        }
        let inlines = self.inlines(nodes);
        self.keep_paragraph(range);
        (!inlines.is_empty()).then_some(BlockKind::Paragraph(inlines))
    }

    pub(super) fn block(&mut self, node: &TreeNode) -> Option<BlockKind> {
        Some(match &node.kind {
            TreeKind::Paragraph | TreeKind::HtmlBlock => {
                return self.paragraph(&node.children, &node.range);
            }
            TreeKind::Heading(_) => return self.nested_heading(node),
            TreeKind::Quote => BlockKind::Quote(self.blocks(&node.children)),
            TreeKind::Alert(kind) => self.alert(*kind, node),
            TreeKind::CodeBlock { language, fenced } => self.code_block(language, *fenced, node),
            TreeKind::List(start) => self.list(*start, node),
            TreeKind::Definitions => self.definitions(node),
            TreeKind::Table(columns) => self.table(columns, node),
            TreeKind::Rule => BlockKind::Rule,
            _ => return None,
        })
    }

    pub(super) fn list(&mut self, start: Option<u64>, node: &TreeNode) -> BlockKind {
        let tight = !node.children.iter().any(|item| {
            let mut blocks = item.children.iter();
            blocks.any(|it| matches!(it.kind, TreeKind::Paragraph | TreeKind::Heading(_)))
        });
        let items = node
            .children
            .iter()
            .map(|item| ListItem {
                task: item.children.iter().find_map(task).or_else(|| {
                    let first = item.children.first()?;
                    first.children.iter().find_map(task)
                }),
                blocks: self.blocks(&item.children),
                origin: self.origin(&item.range),
            })
            .collect();
        BlockKind::List {
            start,
            tight,
            items,
        }
    }
}

fn task(node: &TreeNode) -> Option<bool> {
    match node.kind {
        TreeKind::Task(done) => Some(done),
        _ => None,
    }
}
