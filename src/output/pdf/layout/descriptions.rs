//! Labels and values: in two columns at the head of a memo, below one another
//! elsewhere.

use super::cost::{FOOT_ALONE, HEADING, LONE_ITEM};
use super::flow::{Flow, plain_cell};
use super::piece::{CellPiece, LayoutPiece, lower_edges};
use super::table::Division;
use super::{Place, Typesetter, is_inline, scope_of};
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::{Numbering, Tag};

/// From so many values on they are a list that a page may end in.
const MANY: usize = 8;

/// Labels with their values.
type Group<'a> = (Vec<&'a Element>, Vec<&'a Element>);

impl<'a> Typesetter<'a> {
    /// A list of labels and values.
    pub(super) fn descriptions(
        &mut self,
        element: &'a Element,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        let owner = self.open(
            element,
            Tag::L {
                numbering: Numbering::None,
            },
            place,
            flow,
        );
        let place = Place { owner, ..*place };
        let foot = is_foot(element, &place);
        if foot {
            flow.keep(FOOT_ALONE);
        }
        let start = flow.pieces.len();
        let groups = groups(element);
        let column = self.label_column(&groups, element, &place);
        for (labels, values) in &groups {
            let item = self.structure.open(owner, Tag::LI, place.lang);
            let inner = Place {
                owner: item,
                ..place
            };
            match column {
                Some(column) => self.header_line(labels, values, column, &inner, flow),
                None => {
                    flow.align();
                    for label in labels {
                        self.part(label, Tag::Lbl, &inner, flow);
                    }
                    let body = self.structure.open(item, Tag::LBody, place.lang);
                    let indent = place.style.own.gap;
                    let inner = Place {
                        owner: body,
                        x: place.x + indent,
                        width: place.width - indent,
                        ..inner
                    };
                    for value in values {
                        self.part(value, Tag::P, &inner, flow);
                    }
                }
            }
        }
        if foot {
            flow.keep_together(start, FOOT_ALONE);
        }
    }

    /// A label or a value: a block of the tag.
    fn part(&mut self, element: &'a Element, tag: Tag, place: &Place<'_>, flow: &mut Flow) {
        let scope = scope_of(element, place.scope);
        let style = self.theme.style(&scope, place.style, false);
        let mut inner = Place {
            x: place.x + style.own.indent,
            width: place.width - style.own.indent,
            ..place.styled(&scope, &style, element)
        };
        flow.space(style.own.before);
        // With blocks in it, a value is those.
        if tag == Tag::Lbl || element.id.is_some() || element.children.iter().all(is_inline) {
            inner.owner = self.open(element, tag, &inner, flow);
        }
        self.body(element, &inner, flow);
        flow.space(style.own.after);
        if style.own.keep_with_next {
            flow.keep(HEADING);
        }
    }

    /// The width of the column of labels, for a `dl` of the class `header`: as wide
    /// as the widest label, but no wider than the style says.
    fn label_column(
        &mut self,
        groups: &[Group<'a>],
        element: &Element,
        place: &Place<'_>,
    ) -> Option<f32> {
        if !element.is("header") {
            return None;
        }
        let mut widest = 0.0_f32;
        for label in groups.iter().flat_map(|(labels, _)| labels) {
            let (_, width) = self.widths(label, place, Division::None);
            widest = widest.max(width);
        }
        let extent = place.style.own.extent;
        let most = if extent > 0.0 {
            extent
        } else {
            place.width / 3.0
        };
        Some(widest.min(most).max(1.0))
    }

    fn header_line(
        &mut self,
        labels: &[&'a Element],
        values: &[&'a Element],
        column: f32,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        let gap = place.style.own.gap;
        let mut left = Flow::default();
        for label in labels {
            let at = Place {
                width: column,
                ..*place
            };
            self.part(label, Tag::Lbl, &at, &mut left);
        }
        let many = values.len() >= MANY;
        let mut right = Flow::default();
        let body = self.structure.open(place.owner, Tag::LBody, place.lang);
        let x = place.x + column + gap;
        let width = place.width - column - gap;
        for (number, value) in values.iter().enumerate() {
            let at = Place {
                x,
                width,
                owner: body,
                ..*place
            };
            if many && (number == 1 || number + 1 == values.len()) {
                right.keep(LONE_ITEM);
            }
            let start = right.pieces.len();
            self.part(value, Tag::P, &at, &mut right);
            let first = right.pieces.get_mut(start).filter(|_| many && number > 0);
            first.into_iter().for_each(|piece| piece.loose = true);
        }
        let after = left.space.max(right.space);
        let label = plain_cell(place.x, column, left);
        flow.align();
        beside(label, (x, width), right.pieces, flow);
        flow.space(after);
    }
}

/// Adds a label with its values beside it: entries in columns, or a list of which a part
/// may go on on the next page.
fn beside(label: CellPiece, (x, width): (f32, f32), values: Vec<LayoutPiece>, flow: &mut Flow) {
    if let [only] = &values[..]
        && let Some(entries) = only.entries.clone()
    {
        return flow.push(LayoutPiece::of_entries(vec![label], entries));
    }
    let height = label.height();
    let count = lower_edges(&values)
        .zip(values.iter().skip(1))
        .position(|(edge, next)| next.loose && edge >= height);
    let count = count.map_or(values.len(), |at| at + 1);
    let mut values = values.into_iter();
    let first = CellPiece {
        x,
        width,
        pieces: values.by_ref().take(count).collect(),
        ..CellPiece::default()
    };
    flow.push(LayoutPiece::of_cells(vec![label, first]));
    for piece in values {
        flow.space(piece.space);
        flow.break_as(piece.before);
        flow.push(piece);
    }
}

/// Whether labels and values are what stands below the signature: neither the header nor
/// part of a section.
fn is_foot(element: &Element, place: &Place<'_>) -> bool {
    !element.is("header") && !is_in_section(place)
}

/// Whether a place is part of a section.
pub(super) fn is_in_section(place: &Place<'_>) -> bool {
    let mut outer = std::iter::successors(Some(place.scope), |scope| scope.within);
    outer.any(|scope| scope.name == "section")
}

/// The labels and values that belong together.
fn groups(element: &Element) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for part in element.elements() {
        let begins =
            part.name == Name::Dt && groups.last().is_none_or(|(_, values)| !values.is_empty());
        if begins || groups.is_empty() {
            groups.push((Vec::new(), Vec::new()));
        }
        if let Some((labels, values)) = groups.last_mut() {
            if part.name == Name::Dt {
                labels.push(part);
            } else {
                values.push(part);
            }
        }
    }
    groups
}
