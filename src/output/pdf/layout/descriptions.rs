//! Labels and values: in two columns at the head of a memo, below one another
//! elsewhere.

use super::block::plain_cell;
use super::cost::{FOOT_ALONE, HEADING};
use super::flow::Flow;
use super::piece::LayoutPiece;
use super::table::Division;
use super::{Place, Typesetter, is_inline, scope_of};
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::{Numbering, Tag};

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
        let mut right = Flow::default();
        let body = self.structure.open(place.owner, Tag::LBody, place.lang);
        let x = place.x + column + gap;
        let width = place.width - column - gap;
        for value in values {
            let at = Place {
                x,
                width,
                owner: body,
                ..*place
            };
            self.part(value, Tag::P, &at, &mut right);
        }
        let after = left.space.max(right.space);
        let cells = vec![
            plain_cell(place.x, column, left),
            plain_cell(x, width, right),
        ];
        flow.align();
        flow.push(LayoutPiece::of_cells(cells));
        flow.space(after);
    }
}

/// Whether labels and values are what stands below the signature: neither the header nor
/// part of a section.
fn is_foot(element: &Element, place: &Place<'_>) -> bool {
    let outer = std::iter::successors(Some(place.scope), |scope| scope.within);
    !element.is("header") && outer.into_iter().all(|scope| scope.name != "section")
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
