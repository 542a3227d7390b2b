//! Tables.

use super::Converter;
use crate::document::codes::SURPLUS_CELL;
use crate::document::inline::plain_text;
use crate::document::markdown::columns::cut_code;
use crate::document::markdown::escape::is_escaped;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{Alignment, BlockKind, Cell, Inline};
use crate::lang::Lang;
use crate::language::read::{CellContent, read_cell};
use std::ops::Range;

impl Converter<'_, '_> {
    pub(super) fn table(&mut self, columns: &[Alignment], node: &TreeNode) -> BlockKind {
        let head = self.prepared.head(node, columns.len());
        let columns = columns.get(..head).unwrap_or(columns);
        self.in_table = true;
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for row in &node.children {
            let surplus = self.surplus(row, columns.len());
            let mut cells = self.cells(row, columns.len() + surplus.len());
            if row.kind == TreeKind::Head {
                header = cells;
                continue;
            }
            if !surplus.is_empty() {
                let code = cut_code(self.raw(row.range.clone()));
                self.report_surplus(columns.len(), surplus, rows.len() + 1, code.as_deref());
                // Its cells are not those that were meant: there is nothing to compare.
                for cell in cells.iter_mut().filter(|_| code.is_some()) {
                    cell.inlines.push(Inline::Gap(String::new()));
                }
            }
            rows.push(cells);
        }
        self.in_table = false;
        BlockKind::Table {
            caption: None,
            columns: alignments(columns, &rows, self.session.lang),
            header,
            rows,
        }
    }

    /// The first cells of a row, as many as asked for.
    fn cells(&mut self, row: &TreeNode, count: usize) -> Vec<Cell> {
        let mut cells: Vec<Cell> = row
            .children
            .iter()
            .take(count)
            .map(|cell| Cell {
                inlines: self.cell(&cell.children),
                origin: self.origin(&cell.range),
            })
            .collect();
        cells.resize_with(count, || Cell {
            inlines: Vec::new(),
            origin: self.origin(&row.range),
        });
        cells
    }

    /// What is in a cell: a line that begins with `- ` behind a break, or before one that
    /// does so, too, is an item of a list.
    fn cell(&mut self, nodes: &[TreeNode]) -> Vec<Inline> {
        let lines: Vec<&[TreeNode]> = nodes
            .split(|node| node.kind == TreeKind::HardBreak)
            .collect();
        let marks: Vec<Option<usize>> = lines.iter().map(|line| self.item_mark(line)).collect();
        let is_item = |at: usize| {
            let mark = marks.get(at).copied().flatten();
            mark.filter(|_| at > 0 || marks.get(1).is_some_and(Option::is_some))
        };
        if !(0..lines.len()).any(|at| is_item(at).is_some()) {
            return self.inlines(nodes);
        }
        let mut inlines: Vec<Inline> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if let Some(mark) = is_item(at) {
                let item = self.inlines(&without_mark(line, mark));
                inlines.push(Inline::Item(item));
                continue;
            }
            let between = !matches!(inlines.last(), None | Some(Inline::Item(_)));
            if at > 0 && between {
                inlines.push(Inline::Break);
            }
            inlines.append(&mut self.inlines(line));
        }
        inlines
    }

    /// How many bytes the mark of an item has with which a line of a cell begins.
    fn item_mark(&self, line: &[TreeNode]) -> Option<usize> {
        let first = line.first()?;
        let TreeKind::Text(text) = &first.kind else {
            return None;
        };
        let rest = text.trim_start_matches(' ');
        let written = self.raw(first.range.clone()).trim_start_matches(' ');
        let escaped = is_escaped(&self.prepared.text, first.range.start);
        let marked = rest.starts_with("- ") && written.starts_with("- ") && !escaped;
        // A dash alone stands for nothing.
        let alone = line.len() == 1 && rest.trim_end() == "-";
        (marked && !alone).then(|| text.len() - rest.len() + "- ".len())
    }

    /// The cells of a row that stand under no head, up to the last with something in it.
    fn surplus<'n>(&self, row: &'n TreeNode, heads: usize) -> &'n [TreeNode] {
        let cells = row.children.get(heads..).unwrap_or_default();
        let filled = cells.iter().rposition(|cell| !self.words(cell).is_empty());
        cells
            .get(..filled.map_or(0, |last| last + 1))
            .unwrap_or_default()
    }

    /// The bytes of a cell without the blanks around its words.
    fn words(&self, cell: &TreeNode) -> Range<usize> {
        let raw = self.raw(cell.range.clone());
        let words = raw.trim();
        let start = cell.range.start + raw.len() - raw.trim_start().len();
        start..start + words.len()
    }

    /// Reports the surplus cells of the row of this number; `code` is what a bar cuts.
    fn report_surplus(
        &mut self,
        heads: usize,
        surplus: &[TreeNode],
        number: usize,
        code: Option<&str>,
    ) {
        let filled: Vec<Range<usize>> = surplus.iter().map(|cell| self.words(cell)).collect();
        let first = filled.iter().find(|words| !words.is_empty());
        let (Some(first), Some(last)) = (first, filled.last()) else {
            return;
        };
        // As it is written where no bar is lost.
        let code = code.map(|code| code.replace("\\|", "|").replace('|', "\\|"));
        let wording = SURPLUS_CELL.say(
            "surplus",
            given!(
                row = number,
                cells = (heads + surplus.len()),
                heads,
                lost = surplus.len(),
                first = (heads + 1),
                code
            ),
        );
        self.tell(&(first.start..last.end), wording);
    }
}

/// A line without the mark of so many bytes at its beginning.
pub(super) fn without_mark(line: &[TreeNode], mark: usize) -> Vec<TreeNode> {
    let mut nodes = line.to_vec();
    if let Some(first) = nodes.first_mut()
        && let TreeKind::Text(text) = &mut first.kind
    {
        text.drain(..mark);
        first.range.start = (first.range.start + mark).min(first.range.end);
    }
    nodes
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
