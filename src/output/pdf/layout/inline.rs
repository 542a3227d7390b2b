//! Inline content: from the markup's elements to the runs of a paragraph, with the
//! structure elements that they are.

use super::structure::Owner;
use super::{Place, Typesetter, scope_of};
use crate::output::pdf::codes::MISPLACED_PRINT_ELEMENT;
use crate::output::pdf::font::{is_direction_mark, is_joiner, is_unseen};
use crate::output::pdf::markup::{Element, MarkupNode, Name};
use crate::output::pdf::pages::{MarkRole, Tag};
use crate::output::pdf::paragraph::{InlinePicture, Link, Look, PICTURE, Paragraph, StyledRun};
use crate::output::theme::PrintStyle;

/// What surrounds inline content.
#[derive(Clone, Copy)]
struct Surroundings<'a> {
    place: Place<'a>,
    style: &'a PrintStyle,
    look: &'a Look,
    link: Option<usize>,
    /// Whether the owner has elements beside its text, which then stands in spans.
    mixed: bool,
    /// Whether white space is kept.
    kept: bool,
}

/// Gathers a paragraph.
struct Collector<'c, 'a> {
    typesetter: &'c mut Typesetter<'a>,
    paragraph: Paragraph,
    /// The span for text of the innermost mixed element, until another element comes.
    span: Option<(Owner, Owner)>,
    note: Option<usize>,
    anchors: Vec<usize>,
}

impl<'a> Typesetter<'a> {
    /// The paragraph that inline nodes make; its text belongs to `place.owner`.
    /// `kept` keeps white space as it is (code).
    pub(super) fn paragraph(
        &mut self,
        nodes: impl Iterator<Item = &'a MarkupNode> + Clone,
        place: &Place<'_>,
        kept: bool,
    ) -> Paragraph {
        let look = self.look(place.style);
        let mut collector = Collector {
            typesetter: self,
            paragraph: Paragraph::default(),
            span: None,
            note: None,
            anchors: Vec::new(),
        };
        let surroundings = Surroundings {
            place: *place,
            style: place.style,
            look: &look,
            link: None,
            mixed: nodes.clone().any(|node| is_structural(node, place, kept)),
            kept,
        };
        for node in nodes {
            collector.node(node, &surroundings);
        }
        collector.finish(kept)
    }

    /// What text of a style looks like.
    pub(super) fn look(&self, style: &PrintStyle) -> Look {
        Look {
            order: self.shaper.fonts().order(&style.text),
            text: style.text.clone(),
        }
    }
}

/// Whether a node makes structure elements in a paragraph; `kept` says that it is code,
/// which is one element already.
pub(super) fn is_structural(node: &MarkupNode, place: &Place<'_>, kept: bool) -> bool {
    match node {
        MarkupNode::Text(_) => false,
        MarkupNode::Element(element) => {
            matches!(element.name, Name::A | Name::Img | Name::Abbr)
                || (element.name == Name::Code && !kept)
                || element.lang.is_some_and(|lang| lang != place.lang)
                || element
                    .children
                    .iter()
                    .any(|child| is_structural(child, place, kept))
        }
    }
}

impl<'a> Collector<'_, 'a> {
    fn node(&mut self, node: &'a MarkupNode, around: &Surroundings<'_>) {
        match node {
            MarkupNode::Text(text) => self.text(&text.words, Some(text.at), around),
            MarkupNode::Element(element) => self.element(element, around),
        }
    }

    fn element(&mut self, element: &'a Element, around: &Surroundings<'_>) {
        let lang = element.lang.unwrap_or(around.place.lang);
        let scope = scope_of(element, around.place.scope);
        let style = self.typesetter.theme.style(&scope, around.style, true);
        let look = self.typesetter.look(&style);
        let place = Place {
            scope: &scope,
            lang,
            ..around.place
        };
        let inner = Surroundings {
            style: &style,
            look: &look,
            ..*around
        };
        match element.name {
            Name::Br => return self.line_break(around),
            Name::Img => return self.picture(element, &Surroundings { place, ..inner }),
            Name::Span if element.is("page-number") || element.is("page-count") => {
                return self.page_number(element, &Surroundings { place, ..inner });
            }
            Name::A if element.is("note-reference") => {
                return self.reference(element, &Surroundings { place, ..inner });
            }
            _ => {}
        }
        self.inside(element, around, &Surroundings { place, ..inner });
    }

    fn page_number(&mut self, element: &Element, around: &Surroundings<'_>) {
        match around.place.page {
            Some((number, _)) if element.is("page-number") => {
                self.text(&number.to_string(), None, around);
            }
            Some((_, count)) => self.text(&count.to_string(), None, around),
            None => {
                let template = self.typesetter.markup.template;
                let wording = MISPLACED_PRINT_ELEMENT.say("page-number", given!(template));
                self.typesetter.report(wording);
            }
        }
    }

    /// What is in an element, with the structure element that it is. `inner` is what
    /// the element makes of what is `around` it.
    fn inside(
        &mut self,
        element: &'a Element,
        around: &Surroundings<'_>,
        inner: &Surroundings<'_>,
    ) {
        let mut place = inner.place;
        let tag = match element.name {
            Name::A if element.attributes.href.is_some() => Some(Tag::Link),
            Name::Code if !around.kept => Some(Tag::Code),
            Name::Abbr => Some(Tag::Span),
            _ if place.lang != around.place.lang => Some(Tag::Span),
            _ => None,
        };
        let (mut link, mut mixed) = (around.link, around.mixed);
        if let Some(tag) = tag {
            place.owner = self.open(around.place.owner, tag, &place);
            if let Some(title) = &element.attributes.title {
                let structure = &mut self.typesetter.structure;
                structure.edit(place.owner, |span| span.expansion = Some(title.clone()));
            }
            let mut children = element.children.iter();
            mixed = children.any(|child| is_structural(child, &place, around.kept));
        }
        if let (Some(Tag::Link), Some(href)) = (tag, &element.attributes.href) {
            link = self.link(place.owner, href, element.text()).or(link);
        }
        self.anchors
            .extend(self.typesetter.name(element, place.owner));
        let inside = Surroundings {
            place,
            link,
            mixed,
            ..*inner
        };
        self.children(element, &inside);
        if tag.is_some() {
            self.span = None;
        }
    }

    /// A new structure element; text after it stands in a new span.
    fn open(&mut self, owner: Owner, tag: Tag, place: &Place<'_>) -> Owner {
        self.span = None;
        self.typesetter.structure.open(owner, tag, place.lang)
    }

    fn link(&mut self, owner: Owner, href: &str, contents: String) -> Option<usize> {
        let link = Link {
            element: owner.element()?,
            href: href.to_owned(),
            contents,
        };
        self.paragraph.links.push(link);
        Some(self.paragraph.links.len() - 1)
    }

    /// A footnote's reference: a `Reference` with a `Link`, and the `Note` behind it.
    fn reference(&mut self, element: &'a Element, around: &Surroundings<'_>) {
        let place = around.place;
        let target = element.attributes.href.as_deref().unwrap_or_default();
        let Owner::Element(_) = place.owner else {
            return self.children(element, around);
        };
        let reference = self.open(place.owner, Tag::Reference, &place);
        let owner = self.open(reference, Tag::Link, &place);
        self.anchors.extend(self.typesetter.name(element, owner));
        let (note, text) = self.typesetter.note(element, target, &place);
        self.span = None;
        let link = self.link(owner, target, text);
        self.note = note;
        let inside = Surroundings {
            place: Place { owner, ..place },
            link,
            mixed: false,
            ..*around
        };
        self.children(element, &inside);
        self.note = None;
        self.span = None;
    }

    fn children(&mut self, element: &'a Element, around: &Surroundings<'_>) {
        for child in &element.children {
            self.node(child, around);
        }
    }

    fn picture(&mut self, element: &Element, around: &Surroundings<'_>) {
        let Some((image, width, height)) = self.typesetter.picture(element, around.place.owner)
        else {
            return;
        };
        let scale = (around.look.size * 1.1 / height).min(1.0);
        let Place { owner, lang, .. } = around.place;
        let open =
            |typesetter: &mut Typesetter<'_>, tag| typesetter.structure.open(owner, tag, lang);
        let role = self.typesetter.picture_role(element, owner, open);
        let start = self.paragraph.text.len();
        self.paragraph.text.push(PICTURE);
        let mut run = self.run(start, None, around, role);
        run.picture = Some(InlinePicture {
            image,
            width: width * scale,
            height: height * scale,
        });
        self.paragraph.runs.push(run);
        self.span = None;
    }

    fn run(
        &mut self,
        start: usize,
        source: Option<usize>,
        around: &Surroundings<'_>,
        role: MarkRole,
    ) -> StyledRun {
        StyledRun {
            source,
            start,
            end: self.paragraph.text.len(),
            look: around.look.clone(),
            role,
            lang: around.place.lang,
            link: around.link,
            picture: None,
            note: self.note.take(),
            anchors: std::mem::take(&mut self.anchors),
        }
    }

    fn line_break(&mut self, around: &Surroundings<'_>) {
        self.drop_space();
        let start = self.paragraph.text.len();
        self.paragraph.text.push('\n');
        self.add_run(start, None, around);
    }

    /// Adds text; `source` is where the markup has it.
    fn text(&mut self, text: &str, source: Option<usize>, around: &Surroundings<'_>) {
        let start = self.paragraph.text.len();
        self.paragraph.text.reserve(text.len());
        for character in text.chars() {
            let target = &mut self.paragraph.text;
            match character {
                '\u{AD}' => self.paragraph.soft_hyphens.push(target.len()),
                '\u{200B}' => self.paragraph.zero_spaces.push(target.len()),
                _ if is_joiner(character) || is_direction_mark(character) => target.push(character),
                _ if is_unseen(character) => {}
                '\t' if around.kept => target.push_str("    "),
                '\n' | ' ' if around.kept => target.push(character),
                ' ' | '\n' | '\t' | '\r' => {
                    if !target.is_empty() && !target.ends_with([' ', '\n']) {
                        target.push(' ');
                    }
                }
                _ => target.push(character),
            }
        }
        if self.paragraph.text.len() > start {
            self.add_run(start, source, around);
        }
    }

    /// Makes the text from `start` on a run of its own, or part of the last. Text of two
    /// places of the markup is never one run.
    fn add_run(&mut self, start: usize, source: Option<usize>, around: &Surroundings<'_>) {
        let owner = self.text_owner(around);
        let role = self.typesetter.structure.role(owner);
        if self.note.is_none()
            && self.anchors.is_empty()
            && let Some(last) = self.paragraph.runs.last_mut()
            && (source.is_none() || source == last.source)
            && last.role == role
            && last.link == around.link
            && last.lang == around.place.lang
            && last.picture.is_none()
            && last.look == *around.look
        {
            last.end = self.paragraph.text.len();
            return;
        }
        let run = self.run(start, source, around, role);
        self.paragraph.runs.push(run);
    }

    /// The element that text belongs to: a span where the owner has other elements.
    fn text_owner(&mut self, around: &Surroundings<'_>) -> Owner {
        let owner = around.place.owner;
        if !around.mixed || matches!(owner, Owner::Artifact(_)) {
            return owner;
        }
        if let Some((of, span)) = self.span
            && of == owner
        {
            return span;
        }
        let span = self
            .typesetter
            .structure
            .open(owner, Tag::Span, around.place.lang);
        self.span = Some((owner, span));
        span
    }

    /// Takes back a space at the end of a line.
    fn drop_space(&mut self) {
        if self.paragraph.text.ends_with(' ') {
            self.paragraph.text.pop();
            let end = self.paragraph.text.len();
            if let Some(last) = self.paragraph.runs.last_mut() {
                last.end = end;
                if last.start == end && last.note.is_none() && last.anchors.is_empty() {
                    self.paragraph.runs.pop();
                }
            }
        }
    }

    fn finish(mut self, kept: bool) -> Paragraph {
        if !kept {
            self.drop_space();
        }
        self.paragraph.find_directions();
        self.paragraph
    }
}
