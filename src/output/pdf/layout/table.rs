//! Tables: columns as wide as their content asks, rows that stay whole, heads that
//! are repeated, numbers below one another by their decimal marks.

mod fit;
mod turn;
mod widths;

use super::cost::{HEADING, LONE_ROW, ROW, SMALL, SMALL_TABLE, TOGETHER};
use super::flow::Flow;
use super::piece::{CellPiece, LayoutPiece, RuleMark, stack_height};
use super::structure::Owner;
use super::{Place, Typesetter, scope_of};
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::Tag;
use crate::output::theme::{Align, PrintStyle, StyleRule};
use fit::Fit;
use widths::Column;
pub(super) use widths::Division;

/// A row with what it is in.
struct Row<'a> {
    /// `thead` or `tbody`, if it is in one.
    group: Option<&'a Element>,
    element: &'a Element,
    cells: Vec<&'a Element>,
}

impl Row<'_> {
    fn is_head(&self) -> bool {
        self.group.is_some_and(|group| group.name == Name::Thead)
    }
}

/// From so many columns on, a table whose lines take so many times its width on one line
/// each is too tall.
const MANY: usize = 5;
/// See [`MANY`].
const TALL: f32 = 2.5;

impl<'a> Typesetter<'a> {
    /// A table.
    pub(super) fn table(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let rows = rows(element);
        let owner = self.open(element, Tag::Table, place, flow);
        let mut place = Place { owner, ..*place };
        let (fit, wide) = self.fit_or_turn(element, &rows, &mut place);
        let Fit {
            columns,
            widths,
            squeeze,
            too_wide,
        } = fit;
        // A table in a cell is part of what the table around it needs.
        let mut outer = std::iter::successors(Some(place.scope), |scope| scope.within);
        let nested = outer.any(|scope| matches!(scope.name, "td" | "th"));
        if let Some(width) = too_wide.filter(|_| !nested) {
            self.report_too_wide(&rows, width, place.width);
        }
        let outer = std::mem::replace(&mut self.squeeze, squeeze);
        let first = rows.iter().take_while(|row| row.is_head()).count();
        let number = self.tables;
        self.tables += 1;
        let mut group: Option<(&Element, Owner)> = None;
        let start = flow.pieces.len();
        self.captions(element, &place, flow);
        for piece in flow.pieces.iter_mut().skip(start) {
            piece.table = Some(number);
            piece.wide = wide;
        }
        for (at, row) in rows.iter().enumerate() {
            let parent = self.row_parent(row, &mut group, &place);
            let inner = Place {
                owner: parent,
                ..place
            };
            let mut piece = self.row(row, &widths, &columns, &inner, flow);
            let edges = (at == 0, at + 1 == rows.len());
            add_edges(&mut piece, &place, widths.iter().sum(), edges);
            piece.table = Some(number);
            piece.wide = wide;
            piece.is_head = row.is_head();
            flow.push(piece);
            if row.is_head() || rows.get(at + 1).is_some_and(Row::is_head) {
                flow.keep(HEADING);
            } else {
                let lone = at == first || at + 2 == rows.len();
                flow.keep(if lone { LONE_ROW } else { ROW });
            }
        }
        self.squeeze = outer;
        self.keep_small(start, place.turned, flow);
        if place.turned {
            flow.turn_block(start);
        }
        flow.forget_keep();
    }

    /// A table's caption, which stays with the first row.
    fn captions(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let captions = element.elements();
        for caption in captions.filter(|child| child.name == Name::Caption) {
            self.block(caption, place, flow);
            flow.keep(TOGETHER);
        }
    }

    /// Whether a table needs more than the width of its place: its words are wider, or
    /// many columns would be many lines high.
    pub(super) fn is_cramped(&mut self, element: &'a Element, place: &Place<'_>) -> bool {
        let columns = self.column_needs(&rows(element), place, Division::None);
        let sum = |get: fn(&Column) -> f32| columns.iter().map(get).sum::<f32>();
        let (min, max) = (sum(|column| column.min), sum(|column| column.max));
        min > place.width || columns.len() >= MANY && max > place.width * TALL
    }

    /// Keeps the rows from the piece `start` on together, where they are a small table.
    fn keep_small(&self, start: usize, turned: bool, flow: &mut Flow) {
        let height = stack_height(flow.pieces.get(start..).unwrap_or_default());
        if height <= self.small_height(turned) {
            flow.keep_together(start, SMALL_TABLE);
        }
    }

    /// The height up to which something is small on a page.
    pub(super) fn small_height(&self, turned: bool) -> f32 {
        let page = self.page(turned);
        (page.height - page.top - page.bottom) * SMALL
    }

    /// The structure element that a row is in: the table, or its head or body.
    fn row_parent(
        &mut self,
        row: &Row<'a>,
        group: &mut Option<(&'a Element, Owner)>,
        place: &Place<'_>,
    ) -> Owner {
        let Some(element) = row.group else {
            return place.owner;
        };
        if let Some((same, owner)) = group
            && std::ptr::eq(*same, element)
        {
            return *owner;
        }
        let tag = if row.is_head() {
            Tag::THead
        } else {
            Tag::TBody
        };
        let owner = self.structure.open(place.owner, tag, place.lang);
        *group = Some((element, owner));
        owner
    }

    fn row(
        &mut self,
        row: &Row<'a>,
        widths: &[f32],
        columns: &[Column],
        place: &Place<'_>,
        flow: &mut Flow,
    ) -> LayoutPiece {
        self.in_row(row, place, |typesetter, inner| {
            let owner = typesetter.open(row.element, Tag::TR, inner, flow);
            let inner = Place { owner, ..*inner };
            let mut x = place.x;
            let mut cells = Vec::new();
            for (at, cell) in row.cells.iter().enumerate() {
                let width = widths.get(at).copied().unwrap_or_default();
                let column = columns.get(at).copied().unwrap_or_default();
                cells.push(typesetter.cell(cell, x, width, column, &inner));
                x += width;
            }
            let (across, role) = ((place.x, widths.iter().sum()), place.owner.decoration());
            let rule = inner.style.own.rule_below;
            let rule = rule.map(|rule| RuleMark::of(&rule, across, true, role));
            LayoutPiece {
                rules: rule.into_iter().collect(),
                ..LayoutPiece::of_cells(cells)
            }
        })
    }

    /// Goes on with `then` at the place inside a row, which is in its head or body.
    fn in_row<T>(
        &mut self,
        row: &Row<'a>,
        place: &Place<'_>,
        then: impl FnOnce(&mut Self, &Place<'_>) -> T,
    ) -> T {
        let group = row.group.map(|group| scope_of(group, place.scope));
        let (group, outer) = match &group {
            Some(group) => (group, &self.theme.style(group, place.style, false)),
            None => (place.scope, place.style),
        };
        let scope = scope_of(row.element, group);
        let style = self.theme.style(&scope, outer, false);
        then(self, &place.styled(&scope, &style, row.element))
    }

    fn cell(
        &mut self,
        element: &'a Element,
        x: f32,
        width: f32,
        column: Column,
        place: &Place<'_>,
    ) -> CellPiece {
        let scope = scope_of(element, place.scope);
        let mut style = self.cell_style(&scope, place.style);
        let own = style.own;
        let mut left = x + own.padding.0;
        let mut measure = (width - 2.0 * own.padding.0).max(1.0);
        let measured = place.styled(&scope, &style, element);
        if let Some(before) = self.number_parts(element, &measured) {
            let room = measure - column.number.0 - column.number.1;
            if room >= -0.01 {
                let indent = room.max(0.0) + column.number.0 - before.0;
                style.align = Align::Left;
                left += indent;
                measure = (measure - indent).max(1.0);
            }
        }
        let tag = match element.name {
            Name::Th => Tag::TH {
                column: !element.attributes.heads_row,
            },
            _ => Tag::TD,
        };
        let mut flow = Flow::default();
        let mut inner = Place {
            x: left,
            width: measure,
            ..place.styled(&scope, &style, element)
        };
        inner.owner = self.open(element, tag, &inner, &mut flow);
        self.body(element, &inner, &mut flow);
        CellPiece {
            x,
            width,
            padding: own.padding.1,
            lift: self.lift(&style, place),
            background: own.background,
            pieces: flow.pieces,
            end: 0,
        }
    }
}

impl Typesetter<'_> {
    /// How far a cell's lines are moved up, so that there is as much space above their
    /// capitals and figures, below the rule of the row before, as below them, above the
    /// rule of the row `place`.
    fn lift(&self, style: &PrintStyle, place: &Place<'_>) -> f32 {
        let metrics = self.shaper.fonts().metrics(self.look(style).order);
        let rule = place.style.own.rule_below.map_or(0.0, |rule| rule.width);
        let lower = metrics.ascent + metrics.descent - metrics.cap_height;
        let lift = (lower * style.text.size / 1000.0 + rule) / 2.0;
        lift.clamp(-style.own.padding.1, style.own.padding.1)
    }
}

/// Adds the table's own rules above the first row and below the last.
fn add_edges(piece: &mut LayoutPiece, place: &Place<'_>, length: f32, (first, last): (bool, bool)) {
    let own = place.style.own;
    let (across, role) = ((place.x, length), place.owner.decoration());
    let edge = |rule: StyleRule, below| RuleMark::of(&rule, across, below, role);
    if first && let Some(rule) = own.rule_above {
        piece.rules.push(edge(rule, false));
        lift(piece, -rule.width / 2.0);
    }
    if last && let Some(rule) = own.rule_below {
        let inner = piece.rules.iter().find(|rule| rule.below);
        let thicker = rule.width - inner.map_or(0.0, |rule| rule.width);
        piece.rules.retain(|rule| !rule.below);
        piece.rules.push(edge(rule, true));
        lift(piece, thicker / 2.0);
    }
}

/// Moves the lines of a row's cells up.
fn lift(piece: &mut LayoutPiece, by: f32) {
    for cell in &mut piece.cells {
        cell.lift += by;
    }
    piece.baseline = piece.baseline.map(|baseline| baseline - by);
}

/// The rows of a table.
fn rows(table: &Element) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for child in table.elements() {
        match child.name {
            Name::Caption => {}
            Name::Tr => rows.push(row(child, None)),
            _ => rows.extend(child.elements().map(|element| row(element, Some(child)))),
        }
    }
    rows
}

fn row<'a>(element: &'a Element, group: Option<&'a Element>) -> Row<'a> {
    Row {
        group,
        element,
        cells: element.elements().collect(),
    }
}
