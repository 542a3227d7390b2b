//! The words of a document in each format, in the order of structure, so that the
//! formats can be compared. Left out are list labels, running heads and feet,
//! navigation, labels of lists in Markdown too, which has letters as words, marks of notes and what stands for pictures; notes stand where they
//! are first referred to.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

/// The words of a Markdown file.
pub fn of_markdown(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    let mut pictures = 0_usize;
    let (mut in_table, mut line) = (false, false);
    let mut outside = Vec::new();
    let mut lists: Vec<bool> = Vec::new();
    // Whether the words of a bullet begin.
    let mut begins = false;
    for event in Parser::new_ext(markdown, options) {
        match &event {
            Event::Start(Tag::List(start)) => lists.push(start.is_none()),
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => begins = lists.last() == Some(&true),
            Event::Start(Tag::Paragraph) | Event::TaskListMarker(_) => {}
            Event::Text(text) if begins => {
                begins = false;
                reader.text.push_str(without_label(text));
                continue;
            }
            _ => begins = false,
        }
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                reader.space();
                outside.push((label.to_string(), std::mem::take(&mut reader.text)));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, before)) = outside.pop() {
                    let note = std::mem::replace(&mut reader.text, before);
                    reader.notes.insert(label, note);
                }
            }
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            _ if pictures > 0 => {}
            // The mark of an item in a cell.
            Event::Text(text) if in_table && line && text.trim_start().starts_with("- ") => {
                reader
                    .text
                    .push_str(text.trim_start().trim_start_matches('-'));
                line = false;
            }
            Event::Text(text) | Event::Code(text) => {
                reader.text.push_str(&text);
                line = false;
            }
            Event::FootnoteReference(label) => reader.reference(&label),
            Event::InlineHtml(html) if html.starts_with("<br") => {
                reader.space();
                line = true;
            }
            Event::Start(Tag::Table(_)) => in_table = true,
            Event::End(TagEnd::Table) => in_table = false,
            Event::SoftBreak | Event::HardBreak | Event::Rule => reader.space(),
            Event::Start(tag) if is_block(&tag.to_end()) => reader.space(),
            Event::End(tag) if is_block(&tag) => reader.space(),
            _ => {}
        }
    }
    reader.words()
}

/// The words of a bullet without the label that a lettered list gives it.
fn without_label(text: &str) -> &str {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let letters = |label: &str, of: fn(char) -> bool| !label.is_empty() && label.chars().all(of);
    let letter = |label: &str| letters(label, |c| c.is_ascii_lowercase()) && label.len() < 3;
    let roman = |label: &str| letters(label, |c| "ivxlcdm".contains(c));
    let is_label =
        first.strip_suffix(')').is_some_and(letter) || first.strip_suffix('.').is_some_and(roman);
    if is_label { rest } else { text }
}

fn is_block(tag: &TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

/// The words of a page, as a browser reads it.
pub fn of_page(page: &str) -> Vec<String> {
    of_markup(&page_as_xml(page))
}

/// A page, as a browser reads it, as XML.
pub fn page_as_xml(page: &str) -> String {
    let page = scraper::Html::parse_document(page);
    let mut xml = String::new();
    as_xml(page.root_element(), &mut xml);
    xml
}

/// An element of HTML as XML.
fn as_xml(element: scraper::ElementRef<'_>, xml: &mut String) {
    let name = element.value().name();
    xml.push_str(&format!("<{name}"));
    for (attribute, value) in element.value().attrs() {
        xml.push_str(&format!(" {attribute}=\"{}\"", escaped(value)));
    }
    xml.push('>');
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            xml.push_str(&escaped(&text.text));
        } else if let Some(child) = scraper::ElementRef::wrap(child) {
            as_xml(child, xml);
        }
    }
    xml.push_str(&format!("</{name}>"));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The words of print markup.
pub fn of_markup(markup: &str) -> Vec<String> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let tree = roxmltree::Document::parse_with_options(markup, options)
        .expect("the markup is well-formed");
    let mut reader = Reader::default();
    let root = tree.root_element();
    reader.element(root);
    reader.words()
}

/// Elements that stand in a line of text.
const INLINE: [&str; 12] = [
    "a", "strong", "em", "del", "sup", "sub", "code", "span", "img", "b", "bdi", "abbr",
];

/// Elements and classes that are no part of the text.
fn is_left_out(node: roxmltree::Node<'_, '_>) -> bool {
    let class = class(node);
    let class = class.as_str();
    let name = node.tag_name().name();
    let is_heading = name.len() == 2 && name.starts_with('h') && name != "hr";
    let is_heading = is_heading || node.attribute("role") == Some("heading");
    matches!(name, "head" | "nav" | "style" | "script" | "summary")
        || matches!(class, "running" | "skip" | "hidden" | "back" | "box")
        || class.split(' ').any(|class| class == "about")
        || (is_heading && in_notes(node))
        || (is_heading && is_said_below(node))
}

/// The classes of an element, without what stands before them in a fragment.
fn class(node: roxmltree::Node<'_, '_>) -> String {
    let class = node.attribute("class").unwrap_or_default();
    let classes = class.split(' ');
    let own: Vec<&str> = classes
        .map(|it| it.strip_prefix("bimemo-").unwrap_or(it))
        .collect();
    own.join(" ")
}

/// Whether a heading is the subject that the header below it says, too.
fn is_said_below(heading: roxmltree::Node<'_, '_>) -> bool {
    let words = |node: roxmltree::Node<'_, '_>| -> String {
        let texts = node.descendants().filter_map(|node| node.text());
        texts.collect()
    };
    let subject = words(heading);
    heading.next_siblings().any(|below| {
        let is_header = class(below) == "header";
        let mut lines = below.children().filter(|line| line.has_tag_name("dd"));
        is_header && lines.any(|line| words(line) == subject)
    })
}

fn in_notes(node: roxmltree::Node<'_, '_>) -> bool {
    node.parent().is_some_and(|parent| class(parent) == "notes")
}

/// The label of a note by its anchor: `7` of `note-7`, `fr-7` of `fr-note-7`.
fn note_label(anchor: &str) -> Option<String> {
    let (prefix, number) = anchor.rsplit_once("note-")?;
    number
        .parse::<u32>()
        .ok()
        .map(|_| format!("{prefix}{number}"))
}

/// Text as it is read, with marks where notes belong.
#[derive(Default)]
pub struct Reader {
    pub text: String,
    pub notes: BTreeMap<String, String>,
}

/// Stands around the label of a note in the text.
const MARK: char = '\u{1}';

impl Reader {
    pub fn space(&mut self) {
        self.text.push(' ');
    }

    pub fn reference(&mut self, label: &str) {
        self.text.push(MARK);
        self.text.push_str(label);
        self.text.push(MARK);
    }

    fn element(&mut self, node: roxmltree::Node<'_, '_>) {
        if is_left_out(node) {
            return;
        }
        if let Some(number) = node.attribute("id").and_then(note_label) {
            let before = std::mem::take(&mut self.text);
            self.children(node);
            let note = std::mem::replace(&mut self.text, before);
            self.notes.insert(number, note);
            return;
        }
        if class(node) == "note-reference" {
            let anchor = node.attribute("href").unwrap_or_default();
            let label = note_label(anchor.trim_start_matches('#'));
            self.reference(&label.unwrap_or_default());
            return;
        }
        let block = !INLINE.contains(&node.tag_name().name());
        if block {
            self.space();
        }
        self.children(node);
        if block {
            self.space();
        }
    }

    fn children(&mut self, node: roxmltree::Node<'_, '_>) {
        for child in node.children() {
            if child.is_element() {
                self.element(child);
            } else if let Some(text) = child.text() {
                self.text.push_str(text);
            }
        }
    }

    /// The words, each note after its first reference.
    pub fn words(mut self) -> Vec<String> {
        let text = std::mem::take(&mut self.text);
        let mut whole = String::new();
        self.insert_notes(&text, &mut whole);
        whole
            .split_whitespace()
            .map(|word| word.replace('\u{ad}', ""))
            .collect()
    }

    fn insert_notes(&mut self, text: &str, whole: &mut String) {
        for (at, part) in text.split(MARK).enumerate() {
            if at % 2 == 0 {
                whole.push_str(part);
            } else if let Some(note) = self.notes.remove(part) {
                whole.push(' ');
                self.insert_notes(&note, whole);
                whole.push(' ');
            }
        }
    }
}
