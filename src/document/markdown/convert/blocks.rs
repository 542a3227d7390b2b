//! Blocks.

use super::Converter;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{Block, BlockKind, ListItem};
use std::ops::Range;

impl Converter<'_, '_> {
    pub(super) fn blocks(&mut self, nodes: &[TreeNode]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run: &[TreeNode] = &[];
        for (at, node) in nodes.iter().enumerate() {
            if node.kind.is_inline() {
                run = &nodes[at - run.len()..=at];
                continue;
            }
            self.loose_text(std::mem::take(&mut run), &mut blocks);
            if let Some(kind) = self.block(node) {
                blocks.push(Block {
                    kind,
                    origin: self.origin(&node.range),
                });
            }
        }
        self.loose_text(run, &mut blocks);
        blocks
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
