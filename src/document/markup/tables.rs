//! Tables, and the lists in their cells.

use super::{MarkupWriter, Medium};
use crate::document::{Alignment, Cell, Inline};

impl MarkupWriter<'_> {
    pub(super) fn write_table(
        &mut self,
        columns: &[Alignment],
        header: &[Cell],
        rows: &[Vec<Cell>],
    ) {
        if self.medium == Medium::Web {
            self.open("div", &[("class", "scroll"), ("tabindex", "0")]);
        }
        self.open("table", &[]);
        self.open("thead", &[]);
        self.write_row(columns, header, true);
        self.close("thead");
        if !rows.is_empty() {
            self.open("tbody", &[]);
            for row in rows {
                self.write_row(columns, row, false);
            }
            self.close("tbody");
        }
        self.close_block("table");
        if self.medium == Medium::Web {
            self.close_block("div");
        }
    }

    pub(super) fn write_row(&mut self, columns: &[Alignment], cells: &[Cell], header: bool) {
        self.open("tr", &[]);
        for (at, cell) in cells.iter().enumerate() {
            let alignment = match columns.get(at) {
                Some(Alignment::Left) => "left",
                Some(Alignment::Center) => "center",
                Some(Alignment::Right) => "right",
                Some(Alignment::Numeric) => "numeric",
                Some(Alignment::None) | None => "",
            };
            // An empty corner names no column.
            let heads = header && !cell.inlines.is_empty();
            let mut attributes = Vec::new();
            if heads {
                attributes.push(("scope", "col"));
            }
            if !alignment.is_empty() {
                attributes.push(("class", alignment));
            }
            let name = if heads { "th" } else { "td" };
            self.open(name, &attributes);
            self.write_cell(&cell.inlines);
            self.close(name);
        }
        self.close_block("tr");
    }

    /// What is in a cell: running text, and items of lists in it.
    pub(super) fn write_cell(&mut self, inlines: &[Inline]) {
        let is_item = |inline: &Inline| matches!(inline, Inline::Item(_));
        for run in inlines.chunk_by(|one, other| is_item(one) == is_item(other)) {
            if !run.iter().any(is_item) {
                self.write_inlines(run);
                continue;
            }
            self.open("ul", &[("class", "tight")]);
            for item in run {
                self.wrap("li", &[], item.wrapped());
            }
            self.close("ul");
        }
    }
}
