//! What stands in one file: one document, or two side by side.

use super::markdown::anchors::prefix_anchors;
use super::{Block, Document, Inline, any_in_blocks};
use crate::source::without_hidden;

/// What stands in one file.
#[derive(Clone, Copy, Debug)]
pub enum Edition<'d> {
    /// A document alone.
    Separate(&'d Document),
    /// Both documents of a memo side by side, the one that stands left first.
    Parallel([&'d Document; 2]),
}

impl<'d> Edition<'d> {
    /// The documents: the one that stands alone, or left, then the other.
    pub fn columns(&self) -> &[&'d Document] {
        match self {
            Edition::Separate(document) => std::slice::from_ref(document),
            Edition::Parallel(documents) => documents,
        }
    }

    /// The document that stands alone, or left.
    pub fn first(&self) -> &'d Document {
        match self {
            Edition::Separate(document) | Edition::Parallel([document, _]) => document,
        }
    }

    /// How the anchors of one of its documents are named.
    pub fn anchors(&self, document: &Document) -> Anchors {
        Anchors {
            prefix: match self {
                Edition::Separate(_) => String::new(),
                Edition::Parallel(_) => format!("{}-", document.lang),
            },
            notes: u32::try_from(document.notes.len()).unwrap_or(u32::MAX),
            captions: document.linked_captions.clone(),
        }
    }
}

/// How the anchors of a document are named in its file: where two documents share one,
/// each has a prefix of its own before its anchors, the links to them and the labels of
/// its notes, whose numbers stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    prefix: String,
    /// How many notes the document has.
    notes: u32,
    /// The anchors of the figures and tables that links lead to.
    captions: Vec<String>,
}

/// Stands around the anchor of a figure or a table in the Markdown of blocks, where it may
/// be: no text has a character for private use.
pub(crate) const ANCHOR: char = '\u{E0F0}';

/// The anchor of a figure, which is the same in both languages.
pub(crate) fn figure_anchor(number: u32) -> String {
    format!("figure-{number}")
}

/// The anchor of a table with a caption, which is the same in both languages.
pub(crate) fn table_anchor(number: u32) -> String {
    format!("table-{number}")
}

impl Anchors {
    /// The name in the file of an anchor of the document.
    pub fn id(&self, own: &str) -> String {
        format!("{}{own}", self.prefix)
    }

    /// The anchor of a footnote's text.
    pub fn note(&self, number: u32) -> String {
        self.id(&format!("note-{number}"))
    }

    /// The anchor of the first reference to a footnote.
    pub fn note_reference(&self, number: u32) -> String {
        self.id(&format!("note-reference-{number}"))
    }

    /// The anchor of a figure.
    pub fn figure(&self, number: u32) -> String {
        self.id(&figure_anchor(number))
    }

    /// The anchor of a table with a caption.
    pub fn table(&self, number: u32) -> String {
        self.id(&table_anchor(number))
    }

    /// A destination, as it stands in the file where it is an anchor of the document.
    pub fn href(&self, href: &str) -> String {
        match href.strip_prefix('#') {
            Some(own) => format!("#{}{own}", self.prefix),
            None => href.to_owned(),
        }
    }

    /// The Markdown of inlines, as it stands in the file.
    pub fn in_line(&self, markdown: &str, inlines: &[Inline]) -> String {
        self.markdown(markdown, || inlines.iter().any(|it| it.any(&has_anchor)))
    }

    /// The Markdown of blocks, as it stands in the file.
    pub fn in_blocks(&self, markdown: &str, blocks: &[Block]) -> String {
        let markdown = self.markdown(markdown, || any_in_blocks(blocks, has_anchor));
        self.with_captions(&markdown)
    }

    /// Markdown with the anchors of the figures and tables that links lead to.
    fn with_captions(&self, markdown: &str) -> String {
        let mut written = String::with_capacity(markdown.len());
        for (at, part) in markdown.split(ANCHOR).enumerate() {
            if at % 2 == 0 {
                written.push_str(part);
            } else if self.captions.iter().any(|anchor| anchor == part) {
                written.push_str(&format!("<a id=\"{}\"></a>", self.id(part)));
            }
        }
        written
    }

    fn markdown(&self, markdown: &str, names_anchors: impl FnOnce() -> bool) -> String {
        if self.prefix.is_empty() || !names_anchors() {
            return without_hidden(markdown).into_owned();
        }
        without_hidden(&prefix_anchors(markdown, &self.prefix, self.notes)).into_owned()
    }
}

/// Whether an inline leads to an anchor of the document.
fn has_anchor(inline: &Inline) -> bool {
    match inline {
        Inline::Link { href, .. } => href.starts_with('#'),
        Inline::NoteReference(_) => true,
        _ => false,
    }
}
