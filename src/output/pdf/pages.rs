//! Laid-out pages: what stands where, and the structure it belongs to. Layout
//! makes them, the writer turns them into a file; neither knows the other.
//!
//! Lengths are PDF points (1/72 inch); `y` grows upwards from the page's lower
//! edge, as in PDF.

use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use smol_str::SmolStr;
use std::sync::Arc;

pub use crate::output::theme::Colour;

/// A whole document, laid out.
#[derive(Clone, Debug)]
pub struct Pages {
    /// What the file says of itself.
    pub metadata: Metadata,
    /// Width and height of every page that is not turned.
    pub size: (f32, f32),
    /// The pages in order.
    pub pages: Vec<Page>,
    /// The faces that glyphs refer to by index.
    pub faces: Vec<Arc<super::font::Face>>,
    /// The pictures that pages refer to by index.
    pub images: Vec<Arc<super::image::Picture>>,
    /// The structure elements; the first is the root, `Document`.
    pub structure: Vec<Element>,
    /// Headings for the outline, in order, nested by level.
    pub outline: Vec<OutlineEntry>,
    /// What is wrong with them and yet does not keep them from being written.
    pub warnings: Vec<Diagnostic>,
}

impl Pages {
    /// Width and height of one of the pages.
    pub fn size_of(&self, page: &Page) -> (f32, f32) {
        let (width, height) = self.size;
        match page.turned {
            true => (height, width),
            false => (width, height),
        }
    }
}

/// What the file says of itself, in Info and XMP alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title, shown in the window.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// What it is about, in a sentence or two or by its kind.
    pub subject: String,
    /// The words under which it is to be found.
    pub keywords: Vec<String>,
    /// The document's language.
    pub lang: Option<Lang>,
    /// The memo's date, ISO 8601 (`2026-04-01`): the creation date.
    pub date: String,
    /// The day of the last change, ISO 8601, where that is another.
    pub modified: Option<String>,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is drawn, in the order of drawing, which is the reading order too.
    pub marks: Vec<Mark>,
    /// Areas that lead elsewhere.
    pub links: Vec<LinkArea>,
    /// Whether the paper lies on its side: width and height are exchanged.
    pub turned: bool,
}

/// Something drawn, with what it is to a reader who cannot see it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Content of a structure element, or decoration.
    pub role: MarkRole,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What a mark is to a reader who cannot see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkRole {
    /// Content of the element with this index in [`Pages::structure`].
    Content(usize),
    /// Decoration: rules, fills, drawn bullets of nothing.
    Decoration,
    /// A running head or foot; `true` for the head.
    Running {
        /// Whether it stands at the head of the page.
        head: bool,
    },
    /// A watermark.
    Watermark,
}

/// What can be drawn.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// A run of glyphs of one face, size and colour on one baseline.
    Text(TextRun),
    /// A filled rectangle.
    Fill {
        /// Left, lower, width, height.
        rect: Rect,
        /// Its colour.
        colour: Colour,
    },
    /// A straight line.
    Line {
        /// The starting point.
        from: (f32, f32),
        /// The end point.
        to: (f32, f32),
        /// The line's width.
        width: f32,
        /// Its colour.
        colour: Colour,
    },
    /// A picture.
    Image {
        /// The index in [`Pages::images`].
        image: usize,
        /// Where it stands.
        rect: Rect,
    },
}

/// Glyphs of one face on one baseline.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// The index in [`Pages::faces`].
    pub face: usize,
    /// The size.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// Where the leftmost glyph's origin stands.
    pub origin: (f32, f32),
    /// Whether the glyphs are read from the right: the first stands at the right end, and
    /// `origin` is the left edge of the last.
    pub from_right: bool,
    /// The glyphs in the order of reading.
    pub glyphs: Vec<Glyph>,
}

/// One glyph with the text it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The glyph's index in the face; never 0.
    pub id: u16,
    /// The way to the origin of the next glyph to the right in thousandths of the size,
    /// kerning and justification included.
    pub advance: f32,
    /// Where the glyph stands relative to its origin, in thousandths of the size.
    pub offset: (f32, f32),
    /// The text that extraction gives for it: several characters for a ligature,
    /// none for the later glyphs of a cluster, U+00AD for a hyphen at a line's end.
    pub text: SmolStr,
    /// Where the run of text begins in the markup that it sets, as a byte; nothing for
    /// what the markup does not have, such as labels.
    pub source: Option<usize>,
}

/// An area that leads elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkArea {
    /// The area.
    pub rect: Rect,
    /// The index of the `Link` element in [`Pages::structure`].
    pub element: usize,
    /// Where it leads.
    pub target: LinkTarget,
    /// The description for readers who cannot see it.
    pub contents: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    /// A URI.
    Uri(String),
    /// A place in this document.
    Place {
        /// The page's index.
        page: usize,
        /// The height on it.
        y: f32,
        /// The structure element there.
        element: usize,
    },
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f32,
    /// The lower edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// A heading in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// The words.
    pub title: String,
    /// The level, from 1.
    pub level: u8,
    /// The page's index.
    pub page: usize,
    /// The height on it.
    pub y: f32,
    /// The structure element.
    pub element: usize,
}

/// A structure element.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The standard structure type.
    pub tag: Tag,
    /// Its language where that is not its parent's.
    pub lang: Option<Lang>,
    /// What a figure shows.
    pub alt: Option<String>,
    /// What an abbreviation stands for.
    pub expansion: Option<String>,
    /// The `id` in the markup, for footnotes and table headers.
    pub id: Option<String>,
    /// The elements and content in it, in reading order. Content is given by the
    /// marks that name the element: `Content` stands where they belong.
    pub children: Vec<Child>,
}

/// A child of a structure element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Child {
    /// The element with this index.
    Element(usize),
    /// The marks that were drawn for this element between its neighbours: all marks
    /// whose role is `Content` of a leaf. An element with both kinds of children has
    /// its text in `Span` elements of their own, so this is always the only child.
    Marks,
}

/// What the labels of a list are (ISO 32000-1, 14.8.5.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "internals",
    expect(missing_docs, reason = "the names are the standard's")
)]
pub enum Numbering {
    /// There are none, or they are words or boxes.
    None,
    Disc,
    Decimal,
    LowerAlpha,
    LowerRoman,
}

impl Numbering {
    /// The standard's name.
    pub fn name(self) -> &'static str {
        match self {
            Numbering::None => "None",
            Numbering::Disc => "Disc",
            Numbering::Decimal => "Decimal",
            Numbering::LowerAlpha => "LowerAlpha",
            Numbering::LowerRoman => "LowerRoman",
        }
    }
}

/// The standard structure types of PDF 1.7 that are used (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "internals",
    expect(missing_docs, reason = "the names are the standard's")
)]
pub enum Tag {
    Document,
    Sect,
    Div,
    H(u8),
    P,
    L { numbering: Numbering },
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH { column: bool },
    TD,
    BlockQuote,
    Code,
    Figure { bounds: Rect, page: usize },
    Caption,
    Link,
    Note,
    Reference,
    Span,
}
