//! Blocks.

use super::Converter;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::writing;
use crate::document::inline::plain_text;
use crate::document::markdown::tree::{Kind, Node};
use crate::document::{Alignment, Block, BlockKind, Cell, ListItem};
use crate::lang::Lang;
use crate::locale::read::{CellContent, read_cell};

impl Converter<'_, '_> {
    pub(super) fn blocks(&mut self, nodes: &[Node]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run: &[Node] = &[];
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
    pub(super) fn loose_text(&mut self, run: &[Node], blocks: &mut Vec<Block>) {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let range = first.range.start..last.range.end.max(first.range.start);
            let inlines = self.inlines(run);
            if !inlines.is_empty() {
                blocks.push(Block {
                    kind: BlockKind::Paragraph(inlines),
                    origin: self.origin(&range),
                });
            }
        }
    }

    pub(super) fn block(&mut self, node: &Node) -> Option<BlockKind> {
        Some(match &node.kind {
            Kind::Paragraph | Kind::HtmlBlock => {
                let inlines = self.inlines(&node.children);
                if inlines.is_empty() {
                    return None;
                }
                BlockKind::Paragraph(inlines)
            }
            Kind::Heading => {
                self.report_heading(node);
                BlockKind::Paragraph(self.inlines(&node.children))
            }
            Kind::Quote => BlockKind::Quote(self.blocks(&node.children)),
            Kind::CodeBlock(language) => self.code_block(language, node),
            Kind::List(start) => self.list(*start, node),
            Kind::Table(columns) => self.table(columns, node),
            Kind::Rule => BlockKind::Rule,
            _ => return None,
        })
    }

    pub(super) fn report_heading(&mut self, node: &Node) {
        let raw = self.prepared.text.get(node.range.clone());
        let underlined = !raw.is_some_and(|raw| raw.trim_start().starts_with('#'));
        let place = self.span(&node.range);
        let mut diagnostic = Diagnostic::new(
            &writing::HEADING_IN_BODY,
            place,
            "a heading stands in a body",
        )
        .hint("give the memo a section with a `heading` and a `body` of its own");
        if underlined {
            diagnostic = diagnostic
                .hint("where a rule is meant, leave a blank line between the text and `---`");
        }
        self.session.report(diagnostic);
    }

    pub(super) fn code_block(&mut self, language: &str, node: &Node) -> BlockKind {
        let mut text = String::new();
        for child in &node.children {
            if let Kind::Text(part) = &child.kind {
                self.fill_tokens(&child.range);
                text.push_str(&self.source.fill(part));
            }
        }
        BlockKind::Code {
            language: language.to_owned(),
            text,
        }
    }

    pub(super) fn list(&mut self, start: Option<u64>, node: &Node) -> BlockKind {
        let tight = !node.children.iter().any(|item| {
            item.children
                .iter()
                .any(|block| block.kind == Kind::Paragraph)
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

    pub(super) fn table(&mut self, columns: &[Alignment], node: &Node) -> BlockKind {
        self.in_table = true;
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for row in &node.children {
            let mut cells: Vec<Cell> = row
                .children
                .iter()
                .map(|cell| Cell {
                    inlines: self.inlines(&cell.children),
                    origin: self.origin(&cell.range),
                })
                .collect();
            cells.resize_with(columns.len(), || Cell {
                inlines: Vec::new(),
                origin: self.origin(&row.range),
            });
            if row.kind == Kind::Head {
                header = cells;
            } else {
                rows.push(cells);
            }
        }
        self.in_table = false;
        BlockKind::Table {
            columns: alignments(columns, &rows, self.session.lang),
            header,
            rows,
        }
    }
}

/// How columns are aligned: those of numbers are, where the author says nothing or
/// sets them right. Numbers in the first column name the rows: they are such a column
/// only where the author sets them right.
fn alignments(columns: &[Alignment], rows: &[Vec<Cell>], lang: Lang) -> Vec<Alignment> {
    columns
        .iter()
        .enumerate()
        .map(|(at, &alignment)| match alignment {
            Alignment::None if at == 0 && columns.len() > 1 => alignment,
            Alignment::None | Alignment::Right if is_numeric(rows, at, lang) => Alignment::Numeric,
            _ => alignment,
        })
        .collect()
}

/// Whether the cells of a column are numbers or nothing, and one at least is a number.
fn is_numeric(rows: &[Vec<Cell>], at: usize, lang: Lang) -> bool {
    let mut any = false;
    rows.iter().filter_map(|row| row.get(at)).all(|cell| {
        let content = read_cell(&plain_text(&cell.inlines), lang);
        any |= content == CellContent::Number;
        content != CellContent::Words
    }) && any
}

fn task(node: &Node) -> Option<bool> {
    match node.kind {
        Kind::Task(done) => Some(done),
        _ => None,
    }
}
