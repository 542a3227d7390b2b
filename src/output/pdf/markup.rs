//! Reading print markup (docs/print-markup.md): well-formed XHTML to a tree of the
//! elements that the typesetter knows, with every fault collected.

mod read;

pub use crate::output::element::Name;
pub(crate) use read::read_markup;

use crate::lang::Lang;
use crate::source::{Span, without_hidden};

/// Print markup, and the template that gave it.
#[derive(Clone, Copy)]
pub struct PrintMarkup<'a> {
    /// The template's path, for findings.
    pub template: &'a str,
    /// The markup.
    pub text: &'a str,
    /// Where words of it were written, or the path of a picture, where that can be told.
    pub written: &'a dyn Fn(&str) -> Option<Span>,
    /// Whether a link without a scheme leads to a file that goes out with the document.
    pub leads: &'a dyn Fn(&str) -> bool,
}

/// An element of print markup.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is.
    pub name: Name,
    /// Its classes.
    pub classes: Vec<String>,
    /// Its own language, if it says one.
    pub lang: Option<Lang>,
    /// Its `id`.
    pub id: Option<String>,
    /// The other attributes.
    pub attributes: Attributes,
    /// What is in it.
    pub children: Vec<MarkupNode>,
    /// Where it stands in the markup, as a byte offset.
    pub at: usize,
}

/// What an element's attributes say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes {
    /// Where an `a` leads.
    pub href: Option<String>,
    /// The picture's path.
    pub src: Option<String>,
    /// What the picture shows.
    pub alt: Option<String>,
    /// How much of the width that there is a picture takes, in per cent.
    pub width: Option<u8>,
    /// What an `abbr` stands for.
    pub title: Option<String>,
    /// The first number of an `ol`.
    pub start: Option<u32>,
    /// Whether a `th` heads a row instead of a column.
    pub heads_row: bool,
    /// The words across a draft's pages.
    pub watermark: Option<String>,
}

/// Something in an element.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkupNode {
    /// An element.
    Element(Element),
    /// Text.
    Text(MarkupText),
}

/// A run of text of the markup.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkupText {
    /// The characters, with white space as the markup has it.
    pub words: String,
    /// Where it stands in the markup, as a byte offset: no other run stands there.
    pub at: usize,
}

impl Element {
    /// Whether it has the class.
    pub fn is(&self, class: &str) -> bool {
        self.classes.iter().any(|own| own == class)
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            MarkupNode::Element(element) => Some(element),
            MarkupNode::Text(_) => None,
        })
    }

    /// Its text and that of all it contains, but for footnotes' references and characters
    /// without width; white space is made single spaces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.collect_text(&mut text);
        without_hidden(&text)
            .split([' ', '\n', '\t', '\r'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn collect_text(&self, text: &mut String) {
        for node in &self.children {
            match node {
                MarkupNode::Text(piece) => text.push_str(&piece.words),
                MarkupNode::Element(element) if element.name == Name::Br => text.push(' '),
                MarkupNode::Element(element) if element.is("note-reference") => {}
                MarkupNode::Element(element) => {
                    element.collect_text(text);
                    if !element.name.is_inline() {
                        text.push(' ');
                    }
                }
            }
        }
    }
}

/// The classes that the typesetter itself knows; a theme's styles add theirs.
pub const CLASSES: &[&str] = &[
    "document",
    "draft",
    "banner",
    "running",
    "letterhead",
    "columns",
    "column",
    "pair",
    "parallel",
    "logo",
    "appendix",
    "signature",
    "plain",
    "names",
    "short",
    "kind",
    "numbered",
    "number",
    "tight",
    "task",
    "done",
    "header",
    "left",
    "center",
    "right",
    "numeric",
    "note",
    "alert",
    "alert-note",
    "alert-tip",
    "alert-important",
    "alert-warning",
    "alert-caution",
    "label",
    "note-reference",
    "gap",
    "page-number",
    "page-count",
];

#[cfg(test)]
mod tests;
