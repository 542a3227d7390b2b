//! Lists: items with bullets, numbers, boxes or nothing.

use super::cost::LONE_ITEM;
use super::flow::Flow;
use super::inline::is_structural;
use super::names::is_names;
use super::piece::{CellPiece, LayoutPiece, shift};
use super::{Place, Typesetter, is_blank, is_inline, scope_of};
use crate::output::pdf::markup::{Element, MarkupNode, Name};
use crate::output::pdf::pages::{Numbering, Tag};
use crate::output::pdf::paragraph::{Line, Paragraph, StyledRun};
use crate::output::theme::{Align, NumberKind, PrintStyle};
use std::rc::Rc;

impl<'a> Typesetter<'a> {
    /// A list of items.
    pub(super) fn list(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let ordered = element.name == Name::Ol;
        let numbering = self.numbering(element, place);
        let owner = self.open(element, Tag::L { numbering }, place, flow);
        let mut depth = place.depth;
        let labels = if element.is("plain") || is_names(element) {
            Vec::new()
        } else if ordered {
            depth.numbers += 1;
            self.numbers(element, place.depth.numbers)
        } else {
            depth.bullets += 1;
            self.bullets(element, place.depth.bullets)
        };
        let own = place.style.own;
        let widest = labels
            .iter()
            .map(|label| self.label_width(label, place.style))
            .fold(0.0, f32::max);
        let needed = if labels.is_empty() {
            0.0
        } else {
            widest + own.gap
        };
        let indent = own.indent.max(needed);
        let items = element.elements().filter(|item| item.name == Name::Li);
        let items: Vec<&'a Element> = items.collect();
        if is_names(element) {
            let inner = Place {
                x: place.x + indent,
                width: place.width - indent,
                owner,
                ..*place
            };
            return self.names(&items, &inner, own.gap, flow);
        }
        let last = items.len().saturating_sub(1);
        for (at, item) in items.into_iter().enumerate() {
            let inner = Place {
                x: place.x + indent,
                width: place.width - indent,
                owner,
                depth,
                ..*place
            };
            let label = labels.get(at).map(String::as_str);
            if at > 0 && (at == 1 || at == last) {
                flow.keep(LONE_ITEM);
            }
            self.item(item, label, &inner, own.gap, flow);
        }
    }

    /// What the labels are.
    fn numbering(&self, element: &Element, place: &Place<'_>) -> Numbering {
        if element.is("plain") || is_names(element) {
            return Numbering::None;
        }
        if element.name != Name::Ol {
            let tasks = element.elements().any(|item| item.is("task"));
            return if tasks {
                Numbering::None
            } else {
                Numbering::Disc
            };
        }
        match self.theme.labels.number(place.depth.numbers).kind {
            NumberKind::Decimal => Numbering::Decimal,
            NumberKind::Letters => Numbering::LowerAlpha,
            NumberKind::Roman => Numbering::LowerRoman,
        }
    }

    /// The labels of an ordered list whose numbers are nested `depth` deep; a task has
    /// its box behind its number.
    fn numbers(&self, element: &Element, depth: usize) -> Vec<String> {
        let pattern = self.theme.labels.number(depth);
        let first = element.attributes.start.unwrap_or(1);
        (first..=u32::MAX)
            .zip(element.elements())
            .map(|(number, item)| {
                let label = pattern.label(number);
                match self.task_box(item) {
                    Some(sign) => format!("{label} {sign}"),
                    None => label,
                }
            })
            .collect()
    }

    /// The box of a task.
    fn task_box(&self, item: &Element) -> Option<&str> {
        let labels = &self.theme.labels;
        let sign = if item.is("done") {
            &labels.task_done
        } else {
            &labels.task
        };
        item.is("task").then_some(sign.as_str())
    }

    fn bullets(&self, element: &Element, depth: usize) -> Vec<String> {
        let labels = &self.theme.labels;
        let bullet = labels.bullets.get(depth).or(labels.bullets.last());
        let bullet = bullet.map_or("•", String::as_str);
        element
            .elements()
            .map(|item| self.task_box(item).unwrap_or(bullet).to_owned())
            .collect()
    }

    /// An item, its label to the left of `place`.
    pub(super) fn item(
        &mut self,
        element: &'a Element,
        label: Option<&str>,
        place: &Place<'_>,
        gap: f32,
        flow: &mut Flow,
    ) {
        let scope = scope_of(element, place.scope);
        let style = self.theme.style(&scope, place.style, false);
        let mut inner = place.styled(&scope, &style, element);
        flow.space(style.own.before);
        let item = self.open(element, Tag::LI, &inner, flow);
        inner.owner = item;
        let label = label.map(|label| self.label(label, &style, &inner));
        inner.owner = self.structure.open(item, Tag::LBody, inner.lang);
        let start = flow.pieces.len();
        self.body(element, &inner, flow);
        if let Some(label) = label {
            let x = place.x - gap - label.width;
            self.attach_label(label, x, start, flow);
        }
        flow.space(style.own.after);
    }

    /// What is in an item, a value or a cell: inline content belongs to the element
    /// itself; with blocks, it stands in paragraphs.
    pub(super) fn body(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let inline = element.children.iter().all(is_inline);
        if !inline {
            self.children(element, Tag::P, place, flow);
        } else if !element.children.iter().all(is_blank) {
            self.lines(element.children.iter(), place, flow);
        }
    }

    /// The line of a label, in a new `Lbl` element of `place.owner`.
    pub(super) fn label(&mut self, text: &str, style: &PrintStyle, place: &Place<'_>) -> Line {
        let owner = self.structure.open(place.owner, Tag::Lbl, place.lang);
        let look = self.look(style);
        let run = StyledRun {
            start: 0,
            end: text.len(),
            source: None,
            look: look.clone(),
            role: self.structure.role(owner),
            lang: place.lang,
            link: None,
            picture: None,
            note: None,
            anchors: Vec::new(),
        };
        let mut paragraph = Paragraph {
            text: text.to_owned(),
            runs: vec![run],
            ..Paragraph::default()
        };
        paragraph.find_directions();
        let setting = self.setting(f32::MAX, Align::Left, &look, place);
        let lines = paragraph.set(&mut self.shaper, &setting);
        lines.into_iter().next().unwrap_or_default()
    }

    /// The lines of a paragraph, beside its number, if it has one.
    pub(super) fn numbered_lines(
        &mut self,
        element: &'a Element,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        let Some((number, rest)) = element.children.split_first().filter(|it| is_number(it.0))
        else {
            return self.lines(element.children.iter(), place, flow);
        };
        // Beside other elements its text stands in one of its own.
        let mut at = *place;
        if rest.iter().any(|node| is_structural(node, place, false)) {
            at.owner = self.structure.open(place.owner, Tag::Span, place.lang);
        }
        let number = self.paragraph(std::iter::once(number), &at, false);
        self.account.set(&number);
        let look = self.look(place.style);
        let setting = self.setting(f32::MAX, Align::Left, &look, place);
        let lines = number.set(&mut self.shaper, &setting);
        let label = lines.into_iter().next().unwrap_or_default();
        let indent = place.style.own.extent.max(label.width);
        let body = Place {
            x: place.x + indent,
            width: place.width - indent,
            ..*place
        };
        let start = flow.pieces.len();
        self.lines(rest.iter(), &body, flow);
        self.attach_label(label, place.x, start, flow);
    }

    fn label_width(&mut self, text: &str, style: &PrintStyle) -> f32 {
        let look = self.look(style);
        // How wide a table in the list may be depends on it.
        let only_looks_up = self.shaper.only_looks_up();
        self.shaper.set_only_looks_up(false);
        let width = self.shaper.shape(text, look.order, look.manner()).width;
        self.shaper.set_only_looks_up(only_looks_up);
        width * look.size / 1000.0
    }

    /// Sets a label beside the piece `start`, on the same baseline.
    pub(super) fn attach_label(&mut self, label: Line, x: f32, start: usize, flow: &mut Flow) {
        let baseline = label.baseline;
        let mut piece = LayoutPiece::of_line(label, x);
        let Some(first) = flow.pieces.get_mut(start) else {
            flow.push(piece);
            return;
        };
        let lower = baseline - first.baseline.unwrap_or(baseline);
        for mark in Rc::make_mut(&mut piece.marks) {
            shift(&mut mark.drawing, 0.0, lower);
        }
        // A picture or a row of empty cells may be lower than its label.
        first.height = first.height.max(piece.height - lower.max(0.0));
        if first.cells.is_empty() {
            let own = std::mem::take(&mut first.marks);
            Rc::make_mut(&mut piece.marks).extend(Rc::unwrap_or_clone(own));
            first.marks = piece.marks;
        } else {
            let cell = CellPiece {
                pieces: vec![LayoutPiece {
                    height: 0.0,
                    ..piece
                }],
                ..CellPiece::default()
            };
            first.cells.insert(0, cell);
        }
    }
}

/// Whether a node is the number of its paragraph.
fn is_number(node: &MarkupNode) -> bool {
    matches!(node, MarkupNode::Element(element) if element.name == Name::Span && element.is("number"))
}
