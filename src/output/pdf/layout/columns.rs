//! Columns side by side, and the letterhead with its logo.

use super::block::plain_cell;
use super::flow::Flow;
use super::piece::{Cell, Piece};
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
        let count = columns.len() as f32;
        let width = ((place.width - gap * (count - 1.0)) / count).max(1.0);
        let mut cells = Vec::new();
        for (at, column) in columns.into_iter().enumerate() {
            let x = place.x + (width + gap) * at as f32;
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
