//! Columns side by side, and the letterhead with its logo.

use super::block::plain_cell;
use super::flow::Flow;
use super::piece::{Break, Cell, Piece};
use super::{Place, Typesetter};
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::Tag;
use crate::output::theme::Scope;

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
        flow.push(Piece::of_cells(cells));
    }

    /// Columns that go on over pages together: what both begin with a section, and the
    /// lines of both headers, stand on one height.
    pub(super) fn pair(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let owner = self.open(element, Tag::Div, place, flow);
        let gap = place.style.own.gap;
        let elements: Vec<&'a Element> = element.elements().collect();
        let count = elements.len();
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
            after = after.max(content.trailing_space());
            cost = cost.max(content.pending_cost());
            anchors.append(&mut content.pending_anchors());
            columns.push((x, width, content.into_pieces()));
        }
        for row in rows(columns) {
            push_row(row, flow);
        }
        flow.space(after);
        flow.keep(cost);
        for anchor in anchors {
            flow.anchor(anchor);
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

    /// The letterhead: a logo at the left, if there is one, and the rest beside it.
    pub(super) fn letterhead(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let owner = self.open(element, Tag::Div, place, flow);
        let place = Place { owner, ..*place };
        let logo = element
            .elements()
            .find(|child| child.name == Name::Img && child.is("logo"));
        let Some(logo) = logo else {
            return self.children(element, Tag::P, &place, flow);
        };
        let scope = Scope {
            name: logo.name.as_str(),
            classes: &logo.classes,
            within: Some(place.scope),
        };
        let style = self.theme.style(&scope, place.style, false);
        let height = if style.own.extent > 0.0 {
            style.own.extent
        } else {
            48.0
        };
        let mut mark = Flow::default();
        let Some(width) = self.picture_piece(logo, (place.width / 3.0, height), &place, &mut mark)
        else {
            return self.letterhead_text(element, &place, flow);
        };
        let x = place.x + width + place.style.own.gap;
        let rest = Place {
            x,
            width: place.x + place.width - x,
            ..place
        };
        let mut text = Flow::default();
        self.letterhead_text(element, &rest, &mut text);
        let cells: Vec<Cell> = vec![
            plain_cell(place.x, width, mark),
            plain_cell(rest.x, rest.width, text),
        ];
        flow.push(Piece::of_cells(cells));
    }

    /// What stands beside the logo.
    fn letterhead_text(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        for child in element.elements() {
            if !(child.name == Name::Img && child.is("logo")) {
                self.block(child, place, flow);
            }
        }
    }
}

/// The left edge and the width of a column among `count` equal ones.
fn side(x: f32, width: f32, gap: f32, at: usize, count: usize) -> (f32, f32) {
    let count = count.max(1) as f32;
    let own = ((width - gap * (count - 1.0)) / count).max(1.0);
    (x + (own + gap) * at as f32, own)
}

/// A column: left edge, width and content.
type Column = (f32, f32, Vec<Piece>);

/// Columns cut into rows at the pieces that stand on one height; uncut where the
/// columns have not as many of them.
fn rows(columns: Vec<Column>) -> Vec<Vec<Cell>> {
    let marks = |pieces: &[Piece]| pieces.iter().skip(1).filter(|piece| piece.aligned).count();
    let mut counts = columns.iter().map(|(_, _, pieces)| marks(pieces));
    let first = counts.next().unwrap_or(0);
    let agree = counts.all(|count| count == first);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (x, width, pieces) in columns {
        let mut row = 0;
        let mut cell = Cell {
            x,
            width,
            ..Cell::default()
        };
        let mut place = |row: usize, cell: Cell| match rows.get_mut(row) {
            Some(cells) => cells.push(cell),
            None => rows.push(vec![cell]),
        };
        for (at, piece) in pieces.into_iter().enumerate() {
            if at > 0 && piece.aligned && agree {
                let next = Cell {
                    x,
                    width,
                    ..Cell::default()
                };
                place(row, std::mem::replace(&mut cell, next));
                row += 1;
            }
            cell.pieces.push(piece);
        }
        place(row, cell);
    }
    rows
}

/// Adds a row of columns; the space above it, and whether a page may end there, are
/// those of what stands first in its columns.
fn push_row(cells: Vec<Cell>, flow: &mut Flow) {
    if cells.iter().all(|cell| cell.pieces.is_empty()) {
        return;
    }
    for first in cells.iter().filter_map(|cell| cell.pieces.first()) {
        flow.space(first.space);
        match first.before {
            Break::At(cost) => flow.keep(cost),
            Break::Page => flow.page_break(),
        }
    }
    flow.push(Piece {
        flows: true,
        ..Piece::of_cells(cells)
    });
}
