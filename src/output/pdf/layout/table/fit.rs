//! Tables that are wider than their place: what is set closer or smaller, so that no
//! number, date or amount is divided.

use super::super::squeeze::Squeeze;
use super::super::{Place, Typesetter, scope_of};
use super::Row;
use super::widths::{Column, Division, share, share_divided};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::TOO_WIDE_TABLE;
use crate::output::pdf::markup::{Element, Name};
use crate::output::theme::{PrintStyle, StyleScope};

/// A point in millimetres.
const MILLIMETRES: f32 = 25.4 / 72.0;

/// How a table is set.
#[derive(Debug)]
pub(super) struct Fit {
    pub columns: Vec<Column>,
    pub widths: Vec<f32>,
    pub squeeze: Squeeze,
    /// How wide the table is, where it fits in no way.
    pub too_wide: Option<f32>,
}

impl<'a> Typesetter<'a> {
    /// The style of a cell in the table that is being set.
    pub(super) fn cell_style(&self, scope: &StyleScope<'_>, outer: &PrintStyle) -> PrintStyle {
        let mut style = self.theme.style(scope, outer, false);
        self.squeeze.apply(&mut style);
        style
    }

    /// How a table fits its place: as the theme says, else with less padding, else with
    /// long words divided by their syllables, else with smaller type, too.
    pub(super) fn fit(&mut self, rows: &[Row<'a>], place: &Place<'_>) -> Fit {
        let outer = std::mem::take(&mut self.squeeze);
        let only_looks_up = self.shaper.only_looks_up();
        // How wide the labels of lists are is known when they are set.
        let cells = || rows.iter().flat_map(|row| row.cells.iter());
        let may_do = only_looks_up && !cells().any(|cell| has_list(cell));
        let least = may_do.then(|| self.least(rows, place));
        let fit = match least.filter(|least| total(least) <= place.width) {
            // It surely does, and nothing is set.
            Some(columns) => Fit {
                widths: vec![0.0; columns.len()],
                columns,
                squeeze: Squeeze::default(),
                too_wide: None,
            },
            None => {
                self.shaper.set_only_looks_up(false);
                self.squeezed(rows, place)
            }
        };
        self.shaper.set_only_looks_up(only_looks_up);
        self.squeeze = outer;
        fit
    }

    /// What the columns need in the table's smallest form if its letters were as wide as
    /// letters get.
    fn least(&mut self, rows: &[Row<'a>], place: &Place<'_>) -> Vec<Column> {
        self.squeeze = self
            .squeezes(rows, place)
            .last()
            .copied()
            .unwrap_or_default();
        let least = self.column_needs(rows, place, Division::None);
        self.squeeze = Squeeze::default();
        least
    }

    fn squeezed(&mut self, rows: &[Row<'a>], place: &Place<'_>) -> Fit {
        let mut narrowest = f32::INFINITY;
        let mut last = None;
        for squeeze in self.squeezes(rows, place) {
            self.squeeze = squeeze;
            let columns = self.column_needs(rows, place, Division::None);
            let fit = |columns, widths, too_wide| Fit {
                columns,
                widths,
                squeeze,
                too_wide,
            };
            if total(&columns) <= place.width {
                let widths = share(place.width, &columns);
                return fit(columns, widths, None);
            }
            if squeeze == Squeeze::default() {
                continue;
            }
            let divided = self.column_needs(rows, place, Division::Syllables);
            if total(&divided) <= place.width {
                let widths = share_divided(place.width, &columns, &divided);
                return fit(columns, widths, None);
            }
            narrowest = narrowest.min(total(&divided));
            let widths = share(place.width, &divided);
            last = Some(fit(columns, widths, Some(narrowest)));
        }
        last.unwrap_or(Fit {
            columns: Vec::new(),
            widths: Vec::new(),
            squeeze: Squeeze::default(),
            too_wide: None,
        })
    }

    /// The ways to set a table, the best first.
    fn squeezes(&self, rows: &[Row<'a>], place: &Place<'_>) -> Vec<Squeeze> {
        let cells = rows.iter().flat_map(|row| row.cells.iter());
        let size = |cell: &&Element| {
            let scope = scope_of(cell, place.scope);
            self.theme.style(&scope, place.style, false).text.size
        };
        let smallest = cells.map(size).fold(f32::INFINITY, f32::min);
        Squeeze::all(smallest)
    }

    /// Says that a table is wider than its place.
    pub(super) fn report_too_wide(&mut self, rows: &[Row<'a>], width: f32, room: f32) {
        let cells = rows.iter().flat_map(|row| row.cells.iter());
        let longest = cells.map(|cell| cell.text()).rev().max_by_key(String::len);
        let words = longest.unwrap_or_default();
        let place = (self.markup.written)(&words);
        let wide = (width * MILLIMETRES).ceil().to_string();
        let room = (room * MILLIMETRES).floor().to_string();
        let wording = TOO_WIDE_TABLE.say("table", given!(wide, room));
        let finding = Diagnostic::told(place, wording);
        if !self.warnings.contains(&finding) {
            self.warnings.push(finding);
        }
    }
}

fn has_list(element: &Element) -> bool {
    let mut children = element.elements();
    children.any(|child| child.name == Name::Li || has_list(child))
}

fn total(columns: &[Column]) -> f32 {
    columns.iter().map(|column| column.min).sum()
}
