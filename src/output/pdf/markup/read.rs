//! From XML to the tree, with every fault.

use super::{Attributes, CLASSES, Element, MarkupNode, MarkupText, Name, PrintMarkup};
use crate::diagnostic::{Code, Diagnostic, did_you_mean, nearest};
use crate::lang::Lang;
use crate::output::pdf::codes;
use crate::output::theme::Theme;
use std::collections::BTreeSet;

/// Elements nested deeper than this are refused; the typesetter walks them
/// recursively.
const MAX_DEPTH: usize = 64;

/// Reads print markup to its root element; `theme` says which further classes there
/// are.
pub(crate) fn read_markup(
    markup: PrintMarkup<'_>,
    theme: &Theme,
) -> Result<Element, Vec<Diagnostic>> {
    let document = match roxmltree::Document::parse(markup.text) {
        Ok(document) => document,
        Err(error) => {
            let at = error.pos();
            let finding = Diagnostic::new(
                &codes::MALFORMED_PRINT_MARKUP,
                None,
                format!(
                    "what `{}` prints is not well-formed at line {}, column {}: {error}",
                    markup.template, at.row, at.col
                ),
            );
            return Err(vec![finding.hint(
                "print markup is XHTML: every element is closed, `&` and `<` are escaped, and XML has no `&nbsp;`",
            )]);
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
        _ => reader.report(
            &codes::MISPLACED_PRINT_ELEMENT,
            document.root_element(),
            "a root that is not `<div class=\"document\">`".to_owned(),
            "the document stands in one `<div class=\"document\" lang=\"…\">`".to_owned(),
        ),
    }
    Err(reader.findings)
}

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
            self.report(
                &codes::UNKNOWN_PRINT_NAME,
                node,
                format!("the unknown element `{tag}`"),
                suggestion(tag, Name::texts(), "elements"),
            );
            return None;
        };
        if depth > MAX_DEPTH {
            self.report(
                &codes::MISPLACED_PRINT_ELEMENT,
                node,
                format!("elements nested more than {MAX_DEPTH} deep"),
                "take some of the elements around it away".to_owned(),
            );
            return None;
        }
        self.check_place(node, name, parent);
        let (classes, lang, id, attributes) = self.attributes(node, name);
        let mut children = Vec::new();
        for child in node.children() {
            if child.is_element() {
                children.extend(
                    self.element(child, Some(name), depth + 1)
                        .map(MarkupNode::Element),
                );
            } else if child.is_text() {
                self.text(child, name, &mut children);
            }
        }
        Some(Element {
            name,
            classes,
            lang,
            id,
            attributes,
            children,
            at: node.range().start,
        })
    }

    fn text(&mut self, node: XmlNode<'_, '_>, parent: Name, children: &mut Vec<MarkupNode>) {
        let text = node.text().unwrap_or_default();
        let blank = text.chars().all(|c| matches!(c, ' ' | '\n' | '\t' | '\r'));
        if parent.children().is_some() || parent.is_empty() {
            if !blank {
                self.report(
                    &codes::MISPLACED_PRINT_ELEMENT,
                    node.parent().unwrap_or(node),
                    format!("text directly in `{}`", parent.as_str()),
                    "put the text in an element that may stand there".to_owned(),
                );
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
        if foreign || refused || block_in_line || parent.is_empty() {
            self.report(
                &codes::MISPLACED_PRINT_ELEMENT,
                node,
                format!("`{}` directly in `{}`", name.as_str(), parent.as_str()),
                match (name.parents(), parent.children()) {
                    (Some(parents), _) if foreign => {
                        format!("`{}` stands in {}", name.as_str(), list(parents))
                    }
                    (_, Some(children)) => {
                        format!("in `{}` stands {}", parent.as_str(), list(children))
                    }
                    _ => format!("in `{}` stand text and inline elements", parent.as_str()),
                },
            );
        }
    }

    fn attributes(
        &mut self,
        node: XmlNode<'_, '_>,
        name: Name,
    ) -> (Vec<String>, Option<Lang>, Option<String>, Attributes) {
        let (mut classes, mut lang, mut id) = (Vec::new(), None, None);
        let mut attributes = Attributes::default();
        for attribute in node.attributes() {
            let value = attribute.value();
            match attribute.name() {
                "class" => {
                    classes = value.split_whitespace().map(str::to_owned).collect();
                    self.check_classes(node, &classes);
                }
                "lang" => {
                    lang = value.get(..2).and_then(Lang::from_code);
                    if lang.is_none_or(|lang| value != lang.code() && value != lang.tag()) {
                        self.bad_value(node, "lang", value, "en, fr, en-CA or fr-CA");
                    }
                }
                "id" => id = Some(value.to_owned()),
                "href" if name == Name::A => attributes.href = Some(value.to_owned()),
                "src" if name == Name::Img => attributes.src = Some(value.to_owned()),
                "alt" if name == Name::Img => attributes.alt = Some(value.to_owned()),
                "data-watermark" => attributes.watermark = Some(value.to_owned()),
                "start" if name == Name::Ol => match value.parse() {
                    Ok(number) => attributes.start = Some(number),
                    Err(_) => self.bad_value(node, "start", value, "a whole number"),
                },
                "scope" if name == Name::Th => match value {
                    "col" => {}
                    "row" => attributes.heads_row = true,
                    _ => self.bad_value(node, "scope", value, "`col` or `row`"),
                },
                other => self.report(
                    &codes::UNKNOWN_PRINT_NAME,
                    node,
                    format!("the unknown attribute `{other}` on `{}`", name.as_str()),
                    suggestion(
                        other,
                        [
                            "lang", "class", "id", "href", "src", "alt", "start", "scope",
                        ],
                        "attributes",
                    ),
                ),
            }
        }
        (classes, lang, id, attributes)
    }

    fn check_classes(&mut self, node: XmlNode<'_, '_>, classes: &[String]) {
        let theme = self.theme;
        for class in classes {
            if !CLASSES.contains(&class.as_str()) && !theme.knows_class(class) {
                let known: BTreeSet<&str> =
                    CLASSES.iter().copied().chain(theme.classes()).collect();
                let hint = did_you_mean(
                    nearest(class, known),
                    format!(
                        "give the class a style in `templates/theme.yaml` (`.{class}: {{}}`), or take it out of the template"
                    ),
                );
                self.report(
                    &codes::UNKNOWN_PRINT_NAME,
                    node,
                    format!("the unknown class `{class}`"),
                    hint,
                );
            }
        }
    }

    fn bad_value(&mut self, node: XmlNode<'_, '_>, name: &str, value: &str, wanted: &str) {
        self.report(
            &codes::UNKNOWN_PRINT_NAME,
            node,
            format!("`{value}` for the attribute `{name}`"),
            format!("`{name}` is {wanted}"),
        );
    }

    /// Adds a finding about a node, once for each fault.
    fn report(&mut self, code: &'static Code, node: XmlNode<'_, '_>, what: String, hint: String) {
        if !self.reported.insert(what.clone()) {
            return;
        }
        let at = self.document.text_pos_at(node.range().start);
        let quoted = quote(self.markup.text, node);
        self.findings.push(
            Diagnostic::new(
                code,
                None,
                format!(
                    "`{}` prints {what} at line {}, column {} of its markup: {quoted}",
                    self.markup.template, at.row, at.col
                ),
            )
            .hint(hint),
        );
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
    format!("`{short}`")
}

fn suggestion<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, what: &str) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    did_you_mean(
        nearest(name, known.iter().copied()),
        format!("the {what} of print markup are {}", known.join(", ")),
    )
}

fn list(names: &[Name]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_str()))
        .collect();
    names.join(" or ")
}
