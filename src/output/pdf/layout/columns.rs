//! Columns side by side.

use super::flow::{Flow, plain_cell};
use super::piece::{Break, CellPiece, LayoutPiece};
use super::squeeze::WideTable;
use super::structure::Owner;
use super::{Place, Typesetter, scope_of};
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::{MarkRole, Tag};

impl<'a> Typesetter<'a> {
    /// Columns of equal width.
    pub(super) fn columns(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let owner = self.open(element, Tag::Div, place, flow);
        let columns: Vec<&'a Element> = element.elements().collect();
        if columns.is_empty() {
            return self.children(element, Tag::P, &Place { owner, ..*place }, flow);
        }
        let gap = place.style.own.gap;
        let count = columns.len();
        let mut cells = Vec::new();
        for (at, column) in columns.into_iter().enumerate() {
            let (x, width) = side(place.x, place.width, gap, at, count);
            let inner = Place {
                x,
                width,
                owner,
                ..*place
            };
            let mut content = Flow::default();
            self.block(column, &inner, &mut content);
            cells.push(plain_cell(x, width, content));
        }
        flow.push(LayoutPiece::of_cells(cells));
    }

    /// Columns that go on over pages together: what both begin with a section, and the
    /// lines of both headers, stand on one height.
    pub(super) fn pair(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let owner = self.open(element, Tag::Div, place, flow);
        let gap = place.style.own.gap;
        let elements: Vec<&'a Element> = element.elements().collect();
        let count = elements.len();
        self.find_wide(&elements, place);
        let mut columns = Vec::new();
        let (mut after, mut cost, mut anchors) = (0.0_f32, 0, Vec::new());
        for (at, column) in elements.into_iter().enumerate() {
            let (x, width) = side(place.x, place.width, gap, at, count);
            let inner = Place {
                x,
                width,
                owner,
                band: self.band(gap, at, count),
                ..*place
            };
            let mut content = Flow::default();
            self.block(column, &inner, &mut content);
            after = after.max(content.space);
            cost = cost.max(content.cost);
            anchors.append(&mut content.anchors);
            columns.push((x, width, content.pieces));
        }
        for row in rows(columns) {
            push_parts(row, gap / 2.0, flow);
        }
        flow.space(after);
        flow.keep(cost);
        flow.anchors.append(&mut anchors);
    }

    /// Finds the tables of columns that a column is too narrow for in one language or the
    /// other: they take the whole width, in both. Where the columns are not built alike,
    /// there are none.
    fn find_wide(&mut self, columns: &[&'a Element], place: &Place<'_>) {
        let gap = place.style.own.gap;
        let mut found: Vec<Vec<Part<'a>>> = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let (x, width) = side(place.x, place.width, gap, at, columns.len());
            let mut parts = Vec::new();
            let inner = Place { x, width, ..*place };
            self.parts(column, &inner, place.width, &mut parts);
            found.push(parts);
        }
        let kinds = |parts: &[Part<'_>]| -> Vec<bool> {
            parts.iter().map(|part| part.table.is_some()).collect()
        };
        let mut all = found.iter().map(|parts| kinds(parts));
        let first = all.next();
        let alike = all.all(|kinds| Some(kinds) == first);
        let count = found.first().map_or(0, Vec::len);
        for at in (0..count).filter(|_| alike && columns.len() > 1) {
            let partners = || found.iter().filter_map(|parts| parts.get(at));
            if partners().any(|part| part.cramped) {
                let turned = partners().any(|part| part.turns);
                let tables = partners().filter_map(|part| part.table);
                self.wide.extend(tables.map(|table| WideTable {
                    table,
                    x: place.x,
                    width: place.width,
                    turned,
                }));
            }
        }
    }

    /// The sections and tables of a column in their order, all columns being `whole` wide;
    /// tables in lists and quotes stay where they are.
    fn parts(
        &mut self,
        element: &'a Element,
        outer: &Place<'_>,
        whole: f32,
        parts: &mut Vec<Part<'a>>,
    ) {
        let scope = scope_of(element, outer.scope);
        let style = self.theme.style(&scope, outer.style, false);
        let place = Place {
            owner: Owner::Artifact(MarkRole::Decoration),
            ..outer.styled(&scope, &style, element)
        };
        match element.name {
            Name::Table => {
                let cramped = self.is_cramped(element, &place);
                let width = whole;
                let turns = cramped && self.needs_turn(element, &Place { width, ..place });
                parts.push(Part {
                    table: Some(element),
                    cramped,
                    turns,
                });
            }
            Name::Div | Name::Section => {
                if element.name == Name::Section {
                    parts.push(Part::default());
                }
                for child in element.elements() {
                    self.parts(child, &place, whole, parts);
                }
            }
            _ => {}
        }
    }

    /// Where the footnotes of a column stand: as wide as it, in the page's measure.
    fn band(&mut self, gap: f32, at: usize, count: usize) -> usize {
        let page = self.theme.page;
        let band = side(page.left, page.measure(), gap, at, count);
        if let Some(known) = self.bands.iter().skip(1).position(|known| *known == band) {
            return known + 1;
        }
        self.bands.push(band);
        self.bands.len() - 1
    }
}

/// The left edge and the width of a column among `count` equal ones.
fn side(x: f32, width: f32, gap: f32, at: usize, count: usize) -> (f32, f32) {
    let count = count.max(1) as f32;
    let own = ((width - gap * (count - 1.0)) / count).max(1.0);
    (x + (own + gap) * at as f32, own)
}

/// A section of a column, or a table.
#[derive(Clone, Copy, Default)]
struct Part<'a> {
    table: Option<&'a Element>,
    /// Whether it is a table that the column is too narrow for.
    cramped: bool,
    /// Whether all columns are, too.
    turns: bool,
}

/// A column: left edge, width and content.
type Column = (f32, f32, Vec<LayoutPiece>);

/// Columns cut into rows at the pieces that stand on one height; uncut where the
/// columns have not as many of them.
fn rows(columns: Vec<Column>) -> Vec<Vec<CellPiece>> {
    let marks =
        |pieces: &[LayoutPiece]| pieces.iter().skip(1).filter(|piece| piece.aligned).count();
    let mut counts = columns.iter().map(|(_, _, pieces)| marks(pieces));
    let first = counts.next().unwrap_or(0);
    let agree = counts.all(|count| count == first);
    let mut rows: Vec<Vec<CellPiece>> = Vec::new();
    for (x, width, pieces) in columns {
        let mut row = 0;
        let empty = CellPiece {
            x,
            width,
            ..CellPiece::default()
        };
        let mut cell = empty.clone();
        let mut place = |row: usize, cell: CellPiece| match rows.get_mut(row) {
            Some(cells) => cells.push(cell),
            None => rows.push(vec![cell]),
        };
        for (at, piece) in pieces.into_iter().enumerate() {
            if at > 0 && piece.aligned && agree {
                place(row, std::mem::replace(&mut cell, empty.clone()));
                row += 1;
            }
            cell.pieces.push(piece);
        }
        place(row, cell);
    }
    rows
}

/// Adds a row of columns: beside one another as far as the tables that take the whole
/// width, which stand below one another, `gap` apart, one column's after the other's. What
/// is kept with one of these tables is kept with the first of them, too.
fn push_parts(row: Vec<CellPiece>, gap: f32, flow: &mut Flow) {
    let mut rest = row;
    // The column whose table stands lowest: it stands between the tables of the others and
    // what they were to stay with.
    let mut lowest: Option<usize> = None;
    while rest.iter().any(|cell| !cell.pieces.is_empty()) {
        // What introduces tables on a page that lies on its side stands there with them.
        for turned in [false, true] {
            let cells = rest.iter_mut().map(|cell| {
                let beside = |piece: &&LayoutPiece| !piece.wide && piece.turned == turned;
                let count = cell.pieces.iter().take_while(beside).count();
                let pieces = cell.pieces.drain(..count).collect();
                cell.with(pieces)
            });
            let mut cells: Vec<CellPiece> = cells.collect();
            for (cell, rest) in cells.iter_mut().zip(&rest) {
                cell.end = kept_below(cell, rest);
            }
            let end = cells.iter().map(|cell| cell.end).max();
            if push_row(cells, flow) {
                lowest = None;
            }
            flow.keep(end.unwrap_or_default());
        }
        for (column, CellPiece { pieces, .. }) in rest.iter_mut().enumerate() {
            let table = pieces.first().map(|piece| piece.table);
            let count = pieces
                .iter()
                .take_while(|piece| piece.wide && Some(piece.table) == table)
                .count();
            for (at, piece) in pieces.drain(..count).enumerate() {
                let apart = if at == 0 && column > 0 { gap } else { 0.0 };
                flow.space(piece.space.max(apart));
                let above = lowest.replace(column);
                flow.break_as(match above.is_none_or(|above| above == column) {
                    true => piece.before,
                    false => piece.break_apart(),
                });
                flow.push(piece);
            }
        }
    }
}

/// The cost of a page's end between a part of a column and the `rest` of it, if it goes on.
fn kept_below(part: &CellPiece, rest: &CellPiece) -> u32 {
    match (part.pieces.last(), rest.pieces.first()) {
        (Some(_), Some(next)) => match next.before {
            Break::At(cost) => cost,
            Break::Page => 0,
        },
        _ => 0,
    }
}

/// Adds a row of columns; the space above it, and whether a page may end there, are
/// those of what stands first in its columns. Says whether there was anything to add.
fn push_row(cells: Vec<CellPiece>, flow: &mut Flow) -> bool {
    if cells.iter().all(|cell| cell.pieces.is_empty()) {
        return false;
    }
    for first in cells.iter().filter_map(|cell| cell.pieces.first()) {
        flow.space(first.space);
        flow.break_as(first.before);
    }
    let mut pieces = cells.iter().flat_map(|cell| &cell.pieces);
    let turned = pieces.any(|piece| piece.turned);
    flow.push(LayoutPiece {
        flows: true,
        turned,
        ..LayoutPiece::of_cells(cells)
    });
    true
}
