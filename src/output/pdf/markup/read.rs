//! From XML to the tree, with every fault.

use super::{Attributes, CLASSES, Element, MarkupNode, MarkupText, Name, PrintMarkup};
use crate::diagnostic::{Diagnostic, Wording, nearest};
use crate::document::codes::UNSAFE_LINK;
use crate::document::{has_scheme, unsafe_scheme};
use crate::lang::Lang;
use crate::limits::spend;
use crate::output::pdf::codes::{
    DANGLING_PRINT_REFERENCE, MALFORMED_PRINT_MARKUP, MISPLACED_PRINT_ELEMENT, PRINTED,
    UNKNOWN_PRINT_NAME,
};
use crate::output::theme::Theme;
use std::collections::BTreeSet;

/// Elements nested deeper than this are refused; the typesetter walks them
/// recursively.
const MAX_DEPTH: usize = 96;

/// Reads print markup to its root element; `theme` says which further classes there
/// are.
pub(crate) fn read_markup(
    markup: PrintMarkup<'_>,
    theme: &Theme,
) -> Result<Element, Vec<Diagnostic>> {
    spend(markup.text.len() as u64);
    let document = match roxmltree::Document::parse(markup.text) {
        Ok(document) => document,
        Err(error) => {
            let at = error.pos();
            let wording = MALFORMED_PRINT_MARKUP.say(
                "malformed",
                given!(
                    template = markup.template,
                    line = (at.row as usize),
                    column = (at.col as usize),
                    error = error.to_string()
                ),
            );
            return Err(vec![Diagnostic::told(None, wording)]);
        }
    };
    let mut reader = Reader {
        markup,
        theme,
        document: &document,
        findings: Vec::new(),
        reported: BTreeSet::new(),
    };
    let root = reader.element(document.root_element(), None, 0);
    match root {
        Some(root) if root.name == Name::Div && root.is("document") => {
            if reader.findings.is_empty() {
                return Ok(root);
            }
        }
        _ => {
            let wording = MISPLACED_PRINT_ELEMENT.say("root", &[]);
            reader.report(document.root_element(), wording);
        }
    }
    Err(reader.findings)
}

/// The attributes that templates give elements.
const ATTRIBUTES: [&str; 10] = [
    "lang", "class", "id", "href", "src", "alt", "width", "title", "start", "scope",
];

struct Reader<'a, 'input> {
    markup: PrintMarkup<'a>,
    theme: &'a Theme,
    document: &'a roxmltree::Document<'input>,
    findings: Vec<Diagnostic>,
    /// What was reported, so that a name said a hundred times is reported once.
    reported: BTreeSet<String>,
}

type XmlNode<'a, 'input> = roxmltree::Node<'a, 'input>;

impl Reader<'_, '_> {
    fn element(
        &mut self,
        node: XmlNode<'_, '_>,
        parent: Option<Name>,
        depth: usize,
    ) -> Option<Element> {
        let tag = node.tag_name().name();
        let Some(name) = Name::parse(tag) else {
            let known: Vec<&str> = Name::texts().collect();
            let near = nearest(tag, known.iter().copied());
            let values = UNKNOWN_PRINT_NAME.say(
                "element",
                given!(name = tag, near, known = known.join(", ")),
            );
            self.report(node, values);
            return None;
        };
        if depth > MAX_DEPTH {
            self.report(
                node,
                MISPLACED_PRINT_ELEMENT.say("deep", given!(most = MAX_DEPTH)),
            );
            return None;
        }
        self.check_place(node, name, parent);
        let mut element = Element {
            name,
            classes: Vec::new(),
            lang: None,
            id: None,
            attributes: Attributes::default(),
            children: Vec::new(),
            at: node.range().start,
        };
        self.attributes(node, &mut element);
        for child in node.children() {
            if child.is_element() {
                let inner = self.element(child, Some(name), depth + 1);
                element.children.extend(inner.map(MarkupNode::Element));
            } else if child.is_text() {
                self.text(child, name, &mut element.children);
            }
        }
        Some(element)
    }

    fn text(&mut self, node: XmlNode<'_, '_>, parent: Name, children: &mut Vec<MarkupNode>) {
        let text = node.text().unwrap_or_default();
        let blank = text.chars().all(|c| matches!(c, ' ' | '\n' | '\t' | '\r'));
        if parent.children().is_some() || parent.is_empty() {
            if !blank {
                let wording = MISPLACED_PRINT_ELEMENT.say("text", given!(parent = parent.as_str()));
                self.report(node.parent().unwrap_or(node), wording);
            }
            return;
        }
        match children.last_mut() {
            Some(MarkupNode::Text(last)) => last.words.push_str(text),
            _ => children.push(MarkupNode::Text(MarkupText {
                words: text.to_owned(),
                at: node.range().start,
            })),
        }
    }

    fn check_place(&mut self, node: XmlNode<'_, '_>, name: Name, parent: Option<Name>) {
        let Some(parent) = parent else {
            return;
        };
        let foreign = name
            .parents()
            .is_some_and(|parents| !parents.contains(&parent));
        let refused = parent
            .children()
            .is_some_and(|children| !children.contains(&name));
        let block_in_line = parent.holds_inlines() && !name.is_inline();
        if !(foreign || refused || block_in_line || parent.is_empty()) {
            return;
        }
        let (own, outer) = (name.as_str(), parent.as_str());
        let wording = match (name.parents(), parent.children()) {
            (Some(parents), _) if foreign => MISPLACED_PRINT_ELEMENT.say(
                "foreign",
                given!(name = own, parent = outer, parents = list(parents)),
            ),
            (_, Some(children)) => MISPLACED_PRINT_ELEMENT.say(
                "refused",
                given!(name = own, parent = outer, children = list(children)),
            ),
            _ => MISPLACED_PRINT_ELEMENT.say("block", given!(name = own, parent = outer)),
        };
        self.report(node, wording);
    }

    fn attributes(&mut self, node: XmlNode<'_, '_>, element: &mut Element) {
        let name = element.name;
        let attributes = &mut element.attributes;
        for attribute in node.attributes() {
            let value = attribute.value();
            match attribute.name() {
                "class" => {
                    element.classes = value.split_whitespace().map(str::to_owned).collect();
                    self.check_classes(node, &element.classes);
                }
                "lang" => {
                    let lang = value.get(..2).and_then(Lang::from_code);
                    if lang.is_none_or(|lang| value != lang.code() && value != lang.tag()) {
                        self.bad_value(node, "lang", value);
                    }
                    element.lang = lang;
                }
                "id" => element.id = Some(value.to_owned()),
                "href" if name == Name::A => {
                    self.check_link(node, value);
                    attributes.href = Some(value.to_owned());
                }
                "src" if name == Name::Img => attributes.src = Some(value.to_owned()),
                "alt" if name == Name::Img => attributes.alt = Some(value.to_owned()),
                "title" if name == Name::Abbr => attributes.title = Some(value.to_owned()),
                "data-watermark" => attributes.watermark = Some(value.to_owned()),
                "width" if name == Name::Img => {
                    let percent = value.strip_suffix('%').and_then(|it| it.parse().ok());
                    attributes.width = percent.filter(|width| (1..=100).contains(width));
                    if attributes.width.is_none() {
                        self.bad_value(node, "width", value);
                    }
                }
                "start" if name == Name::Ol => {
                    attributes.start = value.parse().ok();
                    if attributes.start.is_none() {
                        self.bad_value(node, "start", value);
                    }
                }
                "scope" if name == Name::Th => match value {
                    "col" => {}
                    "row" => attributes.heads_row = true,
                    _ => self.bad_value(node, "scope", value),
                },
                other => {
                    let near = nearest(other, ATTRIBUTES.iter().copied());
                    let wording = UNKNOWN_PRINT_NAME.say(
                        "attribute",
                        given!(
                            name = other,
                            element = name.as_str(),
                            near,
                            known = ATTRIBUTES.join(", ")
                        ),
                    );
                    self.report(node, wording);
                }
            }
        }
    }

    /// A link leads to a page, an address, a place in the document or a file beside it.
    fn check_link(&mut self, node: XmlNode<'_, '_>, link: &str) {
        if let Some(scheme) = unsafe_scheme(link) {
            match (self.markup.written)(link) {
                Some(place) => {
                    let wording = UNSAFE_LINK.say("begins", given!(scheme));
                    self.findings.push(Diagnostic::told(place, wording));
                }
                None => self.report(node, UNSAFE_LINK.say("printed", given!(scheme))),
            }
        } else if !has_scheme(link) && !link.starts_with('#') && !(self.markup.leads)(link) {
            self.report(node, DANGLING_PRINT_REFERENCE.say("file", given!(link)));
        }
    }

    fn check_classes(&mut self, node: XmlNode<'_, '_>, classes: &[String]) {
        let theme = self.theme;
        for class in classes {
            if !CLASSES.contains(&class.as_str()) && !theme.knows_class(class) {
                let known: BTreeSet<&str> =
                    CLASSES.iter().copied().chain(theme.classes()).collect();
                let near = nearest(class, known);
                let wording = UNKNOWN_PRINT_NAME.say("class", given!(name = class, near));
                self.report(node, wording);
            }
        }
    }

    fn bad_value(&mut self, node: XmlNode<'_, '_>, attribute: &str, value: &str) {
        let wording = UNKNOWN_PRINT_NAME.say("bad-value", given!(attribute, value));
        self.report(node, wording);
    }

    /// Adds a finding about a node, once for each fault.
    fn report(&mut self, node: XmlNode<'_, '_>, wording: Wording) {
        if !self.reported.insert(wording.message.clone()) {
            return;
        }
        let at = self.document.text_pos_at(node.range().start);
        let message = PRINTED.words(
            "printed",
            given!(
                template = self.markup.template,
                what = wording.message,
                line = (at.row as usize),
                column = (at.col as usize),
                quoted = quote(self.markup.text, node)
            ),
        );
        let finding = Diagnostic::told(None, wording);
        self.findings.push(Diagnostic { message, ..finding });
    }
}

/// The element's start tag, cut short if it is long.
fn quote(text: &str, node: XmlNode<'_, '_>) -> String {
    let whole = text.get(node.range()).unwrap_or_default();
    let tag = whole.find('>').map_or(whole, |end| &whole[..=end]);
    let mut short: String = tag.chars().take(80).collect();
    if short.len() < tag.len() {
        short.push('…');
    }
    short
}

fn list(names: &[Name]) -> String {
    let quoted = |name: &Name| format!("`{}`", name.as_str());
    let names = names.iter().map(quoted);
    let join = |first: String, second: String| {
        MISPLACED_PRINT_ELEMENT.words("alternative", given!(first, second))
    };
    names.reduce(join).unwrap_or_default()
}
