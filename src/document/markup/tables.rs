//! Tables, and the lists in their cells.

use super::{MarkupWriter, Medium};
use crate::document::inline::plain_text;
use crate::document::{Alignment, Caption, Cell, Inline};

/// Which part of a table a row is of.
#[derive(Clone, Copy)]
enum RowPart {
    Head,
    Body,
    /// The body of a table whose rows have heads.
    Headed,
}

fn is_empty(cell: &Cell) -> bool {
    cell.inlines.is_empty()
}

impl MarkupWriter<'_> {
    pub(super) fn write_table(
        &mut self,
        caption: Option<&Caption>,
        columns: &[Alignment],
        header: &[Cell],
        rows: &[Vec<Cell>],
    ) {
        if self.medium == Medium::Web {
            // What scrolls is a region with a name of its own.
            self.tables += 1;
            let name = match caption {
                Some(caption) => plain_text(&caption.words.inlines),
                None => self.name_of_table(header),
            };
            let class = ("class", "scroll");
            self.open("div", &[class, ("role", "region"), ("aria-label", &name)]);
        }
        match caption {
            None => self.open("table", &[]),
            Some(caption) => {
                let id = self.anchors.table(caption.number);
                self.open("table", &[("id", &id)]);
                self.wrap("caption", &[], &caption.words.inlines);
                self.out.push('\n');
            }
        }
        self.open("thead", &[]);
        self.write_row(columns, header, RowPart::Head);
        self.close("thead");
        if !rows.is_empty() {
            self.open("tbody", &[]);
            // Below an empty corner, what stands first in a row names the row.
            let corner = columns.len() > 1 && header.first().is_some_and(is_empty);
            let part = if corner {
                RowPart::Headed
            } else {
                RowPart::Body
            };
            for row in rows {
                self.write_row(columns, row, part);
            }
            self.close("tbody");
        }
        self.close_block("table");
        if self.medium == Medium::Web {
            self.close_block("div");
        }
    }

    /// What a table without a caption is called: by its place among all and its heads.
    fn name_of_table(&self, header: &[Cell]) -> String {
        let mut name = format!("{} {}", self.words.table, self.tables);
        let heads = header.iter().map(|cell| plain_text(&cell.inlines));
        for head in heads.filter(|head| !head.trim().is_empty()) {
            name.push_str(", ");
            name.push_str(head.trim());
        }
        name
    }

    fn write_row(&mut self, columns: &[Alignment], cells: &[Cell], part: RowPart) {
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
            let heads = match part {
                _ if is_empty(cell) => None,
                RowPart::Head => Some("col"),
                RowPart::Headed => (at == 0).then_some("row"),
                RowPart::Body => None,
            };
            let mut attributes = Vec::new();
            attributes.extend(heads.map(|scope| ("scope", scope)));
            if !alignment.is_empty() {
                attributes.push(("class", alignment));
            }
            let name = if heads.is_some() { "th" } else { "td" };
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
