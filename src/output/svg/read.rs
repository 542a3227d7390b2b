//! From XML to what is written, with every fault.

use super::attributes::is_handler;
use super::css;
use super::faults::Faults;
use super::names::{self, SVG, SvgPart};
use super::references::is_for_its_program;
use super::write::{SvgChild, SvgElement, write_svg};
use super::{DrawingRead, SafeSvg};
use crate::diagnostic::Diagnostic;
use crate::output::svg::codes::{
    OVERSIZED_PICTURE, PARTS, UNKNOWN_DRAWING_PART, UNREADABLE_PICTURE,
};
use crate::source::{Position, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

pub(super) type SvgNode<'a, 'input> = roxmltree::Node<'a, 'input>;
pub(super) type Attribute<'a, 'input> = roxmltree::Attribute<'a, 'input>;

/// The most XML nodes that a drawing may have.
const MOST_NODES: u32 = 1_000_000;

/// How deep elements may stand in one another, and parts refer to one another.
const DEEPEST: usize = 256;

/// The most elements that are drawn where parts are used many times.
const MOST_DRAWN: usize = 1_000_000;

/// Reads a drawing.
pub(super) fn read(source: Arc<SourceFile>) -> DrawingRead {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..roxmltree::ParsingOptions::default()
    };
    let text = source.text();
    let finding = match roxmltree::Document::parse_with_options(text, options) {
        Ok(xml) if xml.root_element().has_tag_name((SVG, "svg")) => return read_xml(&source, &xml),
        Ok(xml) => no_drawing(&source, xml.root_element()),
        Err(error) => damaged(&source, &error),
    };
    DrawingRead {
        svg: None,
        findings: vec![finding],
    }
}

fn read_xml(source: &Arc<SourceFile>, xml: &roxmltree::Document<'_>) -> DrawingRead {
    let mut reader = SvgReader {
        source,
        faults: Faults::new(source),
        references: Vec::new(),
        left_out: BTreeSet::new(),
        ids: BTreeMap::new(),
        words: None,
    };
    reader.instructions(xml);
    let root = reader.element(xml.root_element(), false, 0);
    reader.check_references();
    if let Some(root) = &root {
        reader.check_size(root);
    }
    DrawingRead {
        svg: root.map(|root| SafeSvg {
            source: Arc::clone(source),
            text: write_svg(&root),
            words: reader.words,
            ids: reader.ids,
        }),
        findings: reader.faults.findings(),
    }
}

fn no_drawing(source: &Arc<SourceFile>, root: SvgNode<'_, '_>) -> Diagnostic {
    let place = start_tag(source.text(), root.range().start);
    let wording = UNREADABLE_PICTURE.say("root", given!(name = root.tag_name().name()));
    Diagnostic::told(Span::new(source, place), wording)
}

fn damaged(source: &Arc<SourceFile>, error: &roxmltree::Error) -> Diagnostic {
    let at = error.pos();
    let at = source.offset(Position {
        line: at.row as usize,
        column: at.col as usize,
    });
    let wording = UNREADABLE_PICTURE.say("drawing", given!(error = error.to_string()));
    Diagnostic::told(Span::new(source, at..at), wording)
}

/// The bytes of a start tag's `<` and name.
fn start_tag(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    at..at + length.unwrap_or(rest.len())
}

/// Reads elements.
pub(super) struct SvgReader<'a> {
    pub(super) source: &'a Arc<SourceFile>,
    pub(super) faults: Faults,
    /// The ids that are referred to, and where.
    pub(super) references: Vec<(Range<usize>, String)>,
    /// The ids of elements that draw nothing.
    left_out: BTreeSet<String>,
    /// The ids of elements that draw, and where they stand.
    ids: BTreeMap<String, Range<usize>>,
    words: Option<Range<usize>>,
}

impl SvgReader<'_> {
    /// Instructions to the reader of the file: one brings in a style sheet, all others
    /// are notes of programs.
    fn instructions(&mut self, xml: &roxmltree::Document<'_>) {
        for node in xml.root().descendants() {
            if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
                self.faults
                    .part(SvgPart::Fetches, node.range(), "`<?xml-stylesheet?>`");
            }
        }
    }

    /// An element as it is written; nothing where it draws nothing or is at fault.
    /// `in_text` says whether its characters are drawn.
    fn element(
        &mut self,
        node: SvgNode<'_, '_>,
        in_text: bool,
        depth: usize,
    ) -> Option<SvgElement> {
        let name = node.tag_name().name();
        let place = start_tag(self.source.text(), node.range().start);
        if let Some(extensions) = node.attribute("requiredExtensions") {
            if is_for_its_program(extensions) {
                self.leave_out(node);
            } else {
                self.faults
                    .part(SvgPart::Unknown, place, "`requiredExtensions`");
            }
            return None;
        }
        match names::element(node.tag_name().namespace(), name) {
            SvgPart::Drawn => {}
            SvgPart::Silent => {
                self.leave_out(node);
                return None;
            }
            part => {
                self.faults.part(part, place, &format!("`<{name}>`"));
                return None;
            }
        }
        if depth > DEEPEST {
            self.faults
                .add(place, OVERSIZED_PICTURE.say("deep", given!(most = DEEPEST)));
            return None;
        }
        if name == "style" {
            return self.style(node);
        }
        if name == "text" && self.words.is_none() && has_words(node) {
            self.words = Some(place.clone());
        }
        let attributes = self.attributes(node);
        if let Some(id) = node.attribute("id") {
            self.ids.entry(id.to_owned()).or_insert(place);
        }
        let in_text = names::has_text(name) || in_text && name == "a";
        Some(SvgElement {
            name: name.to_owned(),
            attributes: attributes.written,
            parts: attributes.parts,
            children: self.children(node, in_text, depth),
        })
    }

    fn children(&mut self, node: SvgNode<'_, '_>, in_text: bool, depth: usize) -> Vec<SvgChild> {
        let mut children = Vec::new();
        for child in node.children() {
            if child.is_element() {
                let element = self.element(child, in_text, depth + 1);
                children.extend(element.map(SvgChild::Element));
            } else if child.is_text() && in_text {
                let text = child.text().unwrap_or_default();
                children.push(SvgChild::Text(text.to_owned()));
            }
        }
        children
    }

    /// A style sheet.
    fn style(&mut self, node: SvgNode<'_, '_>) -> Option<SvgElement> {
        let kind = node.attribute("type").unwrap_or_default().trim();
        if !kind.is_empty() && !kind.eq_ignore_ascii_case("text/css") {
            self.leave_out(node);
            return None;
        }
        let media = node.attribute("media").unwrap_or_default().trim();
        if !["", "all", "screen"].contains(&media) {
            let place = start_tag(self.source.text(), node.range().start);
            let what = PARTS.words("media", given!(media));
            self.faults.part(SvgPart::Unknown, place, &what);
            return None;
        }
        for child in node.children().filter(SvgNode::is_element) {
            let place = start_tag(self.source.text(), child.range().start);
            let name = child.tag_name().name();
            let what = PARTS.words("element-in-style", given!(name));
            self.faults.part(SvgPart::Unknown, place, &what);
        }
        let texts: Vec<SvgNode<'_, '_>> = node.children().filter(SvgNode::is_text).collect();
        let start = texts.first()?.range().start;
        let sheet: String = texts.iter().filter_map(SvgNode::text).collect();
        let end = self.source.text().get(start..node.range().end);
        let end = end.map_or(start, |text| start + text.rfind("</").unwrap_or(text.len()));
        if self.has_too_large("style", &sheet, start..end) {
            return None;
        }
        let text = self.styles(css::read_sheet(&sheet), start..end, &sheet);
        (!text.is_empty()).then(|| SvgElement {
            name: "style".to_owned(),
            children: vec![SvgChild::Text(text)],
            ..SvgElement::default()
        })
    }

    /// Leaves an element out with all that is in it, which must draw nothing, too: what
    /// would run does so wherever it stands.
    fn leave_out(&mut self, node: SvgNode<'_, '_>) {
        let mut told = 0;
        for inner in node.descendants().filter(SvgNode::is_element) {
            let (name, namespace) = (inner.tag_name().name(), inner.tag_name().namespace());
            let range = inner.range();
            if let Some(id) = inner.attribute("id") {
                self.left_out.insert(id.to_owned());
            }
            let part = names::element(namespace, name);
            let does = !matches!(part, SvgPart::Drawn | SvgPart::Silent | SvgPart::Unknown);
            if does && inner != node && range.start >= told {
                let place = start_tag(self.source.text(), range.start);
                self.faults.part(part, place, &format!("`<{name}>`"));
                told = range.end;
            }
            // A style counts wherever it stands.
            if namespace == Some(SVG) && name == "style" && inner != node {
                let place = start_tag(self.source.text(), range.start);
                let what = PARTS.words("hidden-style", &[]);
                self.faults.part(SvgPart::Unknown, place, &what);
            }
            let handlers = inner
                .attributes()
                .filter(|it| it.namespace().is_none() && is_handler(it.name()));
            for handler in handlers.filter(|_| namespace == Some(SVG)) {
                let what = format!("`{}`", handler.name());
                self.faults.part(SvgPart::Runs, handler.range(), &what);
            }
        }
    }

    /// Notes references to what was left out: the picture would lack it.
    fn check_references(&mut self) {
        for (range, id) in std::mem::take(&mut self.references) {
            if self.left_out.contains(&id) {
                self.faults
                    .add(range, UNKNOWN_DRAWING_PART.say("silent", given!(id)));
            }
        }
    }

    /// Notes a drawing whose parts are used so often that it would never be drawn.
    fn check_size(&mut self, root: &SvgElement) {
        let mut parts = BTreeMap::new();
        gather(root, &mut parts);
        let mut counter = Counter {
            parts,
            counts: BTreeMap::new(),
        };
        if counter.count(root, 0) > MOST_DRAWN {
            self.faults.add(
                0..0,
                OVERSIZED_PICTURE.say("copies", given!(most = MOST_DRAWN)),
            );
        }
    }
}

/// Whether there are words in an element.
fn has_words(node: SvgNode<'_, '_>) -> bool {
    let mut texts = node.descendants().filter(SvgNode::is_text);
    texts.any(|text| text.text().is_some_and(|text| !text.trim().is_empty()))
}

/// Gathers the elements with ids; of two with one id the first counts.
fn gather<'a>(element: &'a SvgElement, parts: &mut BTreeMap<&'a str, &'a SvgElement>) {
    let id = element.attributes.iter().find(|(name, _)| name == "id");
    if let Some((_, id)) = id {
        parts.entry(id).or_insert(element);
    }
    for child in &element.children {
        if let SvgChild::Element(inner) = child {
            gather(inner, parts);
        }
    }
}

/// Counts elements as often as they are drawn.
struct Counter<'a> {
    parts: BTreeMap<&'a str, &'a SvgElement>,
    /// How many are drawn for a part; none inside while it is counted.
    counts: BTreeMap<&'a str, usize>,
}

impl<'a> Counter<'a> {
    fn count(&mut self, element: &'a SvgElement, depth: usize) -> usize {
        if depth > 2 * DEEPEST {
            return usize::MAX;
        }
        let mut count: usize = 1;
        for child in &element.children {
            if let SvgChild::Element(inner) = child {
                count = count.saturating_add(self.count(inner, depth + 1));
            }
        }
        for id in &element.parts {
            count = count.saturating_add(self.part(id, depth + 1));
        }
        count
    }

    fn part(&mut self, id: &str, depth: usize) -> usize {
        let Some((&id, &part)) = self.parts.get_key_value(id) else {
            return 0;
        };
        if let Some(count) = self.counts.get(id) {
            return *count;
        }
        // A part that uses itself is not drawn in itself.
        self.counts.insert(id, 0);
        let count = self.count(part, depth);
        self.counts.insert(id, count);
        count
    }
}
