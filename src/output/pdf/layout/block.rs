//! Blocks: each element of the markup to pieces of the flow.

use super::cost::{HEADING, INTRODUCTION, KEPT, TOGETHER};
use super::descriptions::is_in_section;
use super::flow::Flow;
use super::piece::{LayoutPiece, RuleMark, Side};
use super::running::counts_pages;
use super::structure::Owner;
use super::{Heading, NoteStack, Place, Typesetter, is_blank, is_inline, scope_of};
use crate::output::pdf::markup::{Element, MarkupNode, Name};
use crate::output::pdf::pages::{MarkRole, Tag};
use crate::output::pdf::paragraph::{Look, Setting};
use crate::output::theme::{Align, Own, PrintStyle, StyleRule, StyleScope};
use std::rc::Rc;

impl<'a> Typesetter<'a> {
    /// Lays out a block. Every block comes through here, so that space, breaks,
    /// rules, bars and backgrounds are the same for all.
    pub(super) fn block(&mut self, element: &'a Element, outer: &Place<'_>, flow: &mut Flow) {
        if outer.page.is_some_and(|(_, count)| count == 1) && counts_pages(element) {
            return;
        }
        let scope = scope_of(element, outer.scope);
        let style = self.theme.style(&scope, outer.style, false);
        let own = style.own;
        let mut place = outer.styled(&scope, &style, element);
        let start = flow.pieces.len();
        flow.begin_block(own.keep_with_previous);
        self.begin(element, &own, &mut place, flow);
        self.content(element, &mut place, flow);
        self.end(element, &own, outer, &place, start, flow);
    }

    fn begin(&mut self, element: &Element, own: &Own, place: &mut Place<'_>, flow: &mut Flow) {
        if own.page_break || element.is("appendix") {
            flow.page_break();
        }
        if own.keep_with_previous {
            flow.keep(KEPT);
        }
        flow.space(own.before);
        // Tables draw their rules themselves, along their own width; lists indent
        // their items.
        let indented = matches!(element.name, Name::Ul | Name::Ol);
        if !indented && element.name != Name::Table && !is_cell(element) {
            place.x += own.indent;
            place.width -= own.indent;
            if let Some(rule) = own.rule_above {
                flow.push(rule_piece(&rule, place, false));
                flow.keep(TOGETHER);
            }
            if own.background.is_some() && own.padding.1 > 0.0 {
                flow.push(LayoutPiece::blank(own.padding.1));
                flow.keep(TOGETHER);
            }
            place.x += own.padding.0;
            place.width -= 2.0 * own.padding.0;
        }
    }

    fn end(
        &mut self,
        element: &Element,
        own: &Own,
        outer: &Place<'_>,
        place: &Place<'_>,
        start: usize,
        flow: &mut Flow,
    ) {
        let box_x = place.x - own.padding.0;
        let box_width = place.width + 2.0 * own.padding.0;
        let drawn = element.name != Name::Table && !is_cell(element);
        if drawn && own.background.is_some() && own.padding.1 > 0.0 {
            // Below the last block in it stands the padding alone.
            flow.space = 0.0;
            flow.keep(TOGETHER);
            flow.push(LayoutPiece::blank(own.padding.1));
        }
        if drawn {
            let role = outer.owner.decoration();
            add_sides(&mut flow.pieces[start..], own, (box_x, box_width), role);
            if let Some(rule) = own.rule_below {
                let whole = Place {
                    x: box_x,
                    width: box_width,
                    ..*place
                };
                // Rather divided than without its rule.
                flow.keep(HEADING);
                if element.is("header") {
                    flow.align();
                }
                flow.push(rule_piece(&rule, &whole, true));
            }
        }
        if own.keep_together || element.is("signature") {
            flow.keep_together(start, TOGETHER);
        }
        flow.space(own.after);
        if own.keep_with_next {
            flow.keep(HEADING);
        }
    }

    fn content(&mut self, element: &'a Element, place: &mut Place<'_>, flow: &mut Flow) {
        match element.name {
            Name::P => self.text_block(element, place, flow),
            Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6 => {
                self.heading(element, place, flow);
            }
            Name::Ul | Name::Ol => self.list(element, place, flow),
            Name::Dl => self.descriptions(element, place, flow),
            Name::Table => self.table(element, place, flow),
            Name::Pre => self.code(element, place, flow),
            Name::Figure => self.figure(element, place, flow),
            Name::Hr => {}
            Name::Div if element.is("columns") => self.columns(element, place, flow),
            Name::Div if element.is("pair") => self.pair(element, place, flow),
            Name::Header if element.is("letterhead") => self.letterhead(element, place, flow),
            Name::Blockquote => {
                place.owner = self.open(element, Tag::BlockQuote, place, flow);
                self.children(element, Tag::P, place, flow);
            }
            Name::Section => {
                flow.align();
                place.owner = self.open(element, Tag::Sect, place, flow);
                self.children(element, Tag::P, place, flow);
            }
            Name::Figcaption | Name::Caption => self.caption(element, place, flow),
            _ => {
                place.owner = self.division(element, place, flow);
                self.children(element, Tag::P, place, flow);
            }
        }
    }

    /// A `Div`, or nothing for an element with one child.
    fn division(&mut self, element: &Element, place: &Place<'_>, flow: &mut Flow) -> Owner {
        let children = element
            .children
            .iter()
            .filter(|node| !is_blank(node))
            .count();
        if children > 1 || element.id.is_some() {
            self.open(element, Tag::Div, place, flow)
        } else {
            place.owner
        }
    }

    /// Lays out what is in an element: blocks, and inline content between them as
    /// paragraphs of the tag `anonymous`.
    pub(super) fn children(
        &mut self,
        element: &'a Element,
        anonymous: Tag,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        self.nodes(element.children.iter(), anonymous, place, flow);
    }

    /// The same for these nodes.
    pub(super) fn nodes(
        &mut self,
        nodes: impl Iterator<Item = &'a MarkupNode>,
        anonymous: Tag,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        let mut inlines: Vec<&'a MarkupNode> = Vec::new();
        let (mut after_text, mut announced) = (false, false);
        for node in nodes {
            match node {
                MarkupNode::Element(block) if !is_inline(node) => {
                    if !inlines.iter().all(|node| is_blank(node)) {
                        self.anonymous(&inlines, anonymous, place, flow);
                        after_text = true;
                        announced = false;
                    }
                    inlines.clear();
                    let introduced = match block.name {
                        Name::Ul | Name::Ol => after_text,
                        Name::Dl => after_text && is_in_section(place),
                        Name::Table | Name::Pre | Name::Blockquote | Name::Figure => announced,
                        _ => false,
                    };
                    if introduced {
                        flow.keep(INTRODUCTION);
                    }
                    self.block(block, place, flow);
                    after_text = block.name == Name::P;
                    announced = after_text && block.text().trim_end().ends_with(':');
                }
                node => inlines.push(node),
            }
        }
        if !inlines.iter().all(|node| is_blank(node)) {
            self.anonymous(&inlines, anonymous, place, flow);
        }
    }

    fn anonymous(
        &mut self,
        nodes: &[&'a MarkupNode],
        tag: Tag,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        let owner = self.structure.open(place.owner, tag, place.lang);
        let nodes = nodes.iter().copied();
        self.lines(nodes, &Place { owner, ..*place }, flow);
    }

    /// A paragraph; a picture that stands alone in it is a figure.
    fn text_block(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let mut content = element.children.iter().filter(|node| !is_blank(node));
        if let (Some(MarkupNode::Element(image)), None) = (content.next(), content.next())
            && image.name == Name::Img
        {
            self.image(image, place, flow);
            return;
        }
        if element.children.iter().all(is_blank) {
            return;
        }
        if element.is("kind") {
            flow.align();
        }
        let owner = self.open(element, Tag::P, place, flow);
        self.numbered_lines(element, &Place { owner, ..*place }, flow);
    }

    fn heading(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let level = element.name.heading_level().unwrap_or(1);
        if level == 1 {
            flow.align();
        }
        let owner = self.open(element, Tag::H(level), place, flow);
        if let Some(index) = owner.element() {
            flow.anchors.push(index);
            self.headings.push(Heading {
                element: index,
                level,
                title: element.text(),
                band: place.band,
            });
        }
        self.lines(element.children.iter(), &Place { owner, ..*place }, flow);
    }

    /// Code: its lines as they are, long ones wrapped.
    fn code(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let paragraph_owner = self.open(element, Tag::P, place, flow);
        let owner = self.structure.open(paragraph_owner, Tag::Code, place.lang);
        let place = Place { owner, ..*place };
        let mut paragraph = self.paragraph(element.children.iter(), &place, true);
        paragraph.drop_last_line_break();
        self.set_paragraph(&paragraph, &place, flow);
    }

    /// Lays out inline content as one paragraph that belongs to `place.owner`.
    pub(super) fn lines(
        &mut self,
        nodes: impl Iterator<Item = &'a MarkupNode> + Clone,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        let paragraph = self.paragraph(nodes, place, false);
        self.set_paragraph(&paragraph, place, flow);
    }

    fn set_paragraph(
        &mut self,
        paragraph: &crate::output::pdf::paragraph::Paragraph,
        place: &Place<'_>,
        flow: &mut Flow,
    ) {
        if paragraph.text.is_empty() {
            return;
        }
        self.account.set(paragraph);
        self.check_measure(place, &paragraph.text);
        let base = self.look(place.style);
        let setting = self.setting(place.width.max(1.0), place.style.align, &base, place);
        let mut lines = paragraph.set(&mut self.shaper, &setting);
        let broken = paragraph.text.contains('\n');
        if lines.len() > 1 && !broken && is_running_head(place) {
            // What it says stands whole on the first page.
            let short = paragraph.shortened(&mut self.shaper, setting.measure);
            self.account.shorten(paragraph);
            lines = short.set(&mut self.shaper, &setting);
        }
        flow.push_lines(lines, place.x);
    }

    /// How a paragraph is broken and set here.
    pub(super) fn setting<'s>(
        &self,
        measure: f32,
        align: Align,
        base: &'s Look,
        place: &Place<'_>,
    ) -> Setting<'s>
    where
        'a: 's,
    {
        // A quarter at most, so that narrow columns keep their room.
        let indent = match align {
            Align::Left | Align::Justify => place.style.own.hang.min(measure / 4.0),
            Align::Center | Align::Right => 0.0,
        };
        Setting {
            measure,
            indent,
            align,
            base,
            no_hyphen: &self.theme.no_hyphen,
            divide_at_need: place.scope.name != "pre",
        }
    }

    /// A footnote: its pieces and its `Note` element, laid out where it is first
    /// referred to. Gives its index and its words.
    pub(super) fn note(
        &mut self,
        reference: &'a Element,
        target: &str,
        place: &Place<'_>,
    ) -> (Option<usize>, String) {
        let id = target.trim_start_matches('#');
        let Some(element) = self.note_elements.get(id).copied() else {
            return (None, reference.text());
        };
        let text = element.text();
        if self.note_index.contains_key(id) {
            return (None, text);
        }
        let index = self.notes.len();
        self.note_index.insert(id.to_owned(), index);
        self.notes.push(NoteStack {
            band: if place.turned { 0 } else { place.band },
            pieces: Vec::new(),
            inner: Vec::new(),
            order: element.at,
        });
        let pieces = self.note_pieces(element, reference, place);
        let called = pieces.iter().flat_map(|piece| piece.notes.iter().copied());
        let inner = called.flat_map(|note| {
            let deeper = self.notes.get(note).map(|note| note.inner.clone());
            std::iter::once(note).chain(deeper.unwrap_or_default())
        });
        let inner = inner.collect();
        if let Some(note) = self.notes.get_mut(index) {
            note.pieces = pieces.into_iter().map(Rc::new).collect();
            note.inner = inner;
        }
        (Some(index), text)
    }

    fn note_pieces(
        &mut self,
        element: &'a Element,
        reference: &'a Element,
        place: &Place<'_>,
    ) -> Vec<LayoutPiece> {
        let mut root = place.scope;
        while let Some(outer) = root.within {
            root = outer;
        }
        let scope = scope_of(element, root);
        let root_style = self.theme.style(root, &PrintStyle::default(), false);
        let style = self.theme.style(&scope, &root_style, false);
        let mut flow = Flow::default();
        let (x, width) = self.band_at(place);
        let mut inner = Place {
            x,
            width,
            depth: super::Depth::default(),
            ..place.styled(&scope, &style, element)
        };
        inner.owner = self.open(element, Tag::Note, &inner, &mut flow);
        let label = reference.text();
        let raised = StyleScope {
            name: "sup",
            classes: &[],
            within: Some(&scope),
        };
        let label_style = self.theme.style(&raised, &style, true);
        let label = self.label(&label, &label_style, &inner);
        let indent = label.width + style.own.gap;
        let body = Place {
            x: inner.x + indent,
            width: inner.width - indent,
            ..inner
        };
        self.children(element, Tag::P, &body, &mut flow);
        self.attach_label(label, inner.x, 0, &mut flow);
        for piece in &mut flow.pieces {
            piece.turned = place.turned;
        }
        flow.pieces
    }
}

/// Adds a block's background and bar to its pieces.
fn add_sides(pieces: &mut [LayoutPiece], own: &Own, (x, width): (f32, f32), role: MarkRole) {
    for (at, piece) in pieces.iter_mut().enumerate() {
        let joins = at > 0;
        let side = |x, width, colour| Side {
            x,
            width,
            colour,
            joins,
            role,
        };
        if let Some(colour) = own.background {
            piece.sides.insert(0, side(x, width, colour));
        }
        if let Some(bar) = own.bar {
            let left = x - bar.gap - bar.width;
            piece.sides.push(side(left, bar.width, bar.colour));
        }
    }
}

/// Whether a place is in the head of later pages, each of whose paragraphs is one line.
fn is_running_head(place: &Place<'_>) -> bool {
    let mut outer = std::iter::successors(Some(place.scope), |scope| scope.within);
    let running = |class: &String| class == "running";
    outer.any(|scope| scope.name == "header" && scope.classes.iter().any(running))
}

fn is_cell(element: &Element) -> bool {
    matches!(element.name, Name::Td | Name::Th | Name::Tr)
}

/// A rule across a block, with its gap to the text.
pub(super) fn rule_piece(rule: &StyleRule, place: &Place<'_>, below: bool) -> LayoutPiece {
    let across = (place.x, place.width);
    LayoutPiece {
        rules: vec![RuleMark::of(rule, across, below, place.owner.decoration())],
        ..LayoutPiece::blank(rule.width + rule.gap)
    }
}
