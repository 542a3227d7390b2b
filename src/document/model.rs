//! The document's parts.

use super::about::DocumentAbout;
use super::markdown::Written;
use super::outcome::{PrintedDecision, PrintedStatus};
use super::running::Inline;
use crate::lang::Lang;
use crate::memo::NodePath;
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// One memo in one language.
#[derive(Clone, Debug)]
pub struct Document {
    /// The memo's file.
    pub file: Arc<SourceFile>,
    /// The memo's id.
    pub stem: String,
    /// The kind, which names the templates.
    pub kind: String,
    /// The language.
    pub lang: Lang,
    /// Whether the memo exists in the other language, too.
    pub bilingual: bool,
    /// Whether it is a draft: gaps are marked and a watermark is drawn.
    pub draft: Option<Phrase>,
    /// The memo's date, ISO 8601.
    pub date: String,
    /// The date of the last change, ISO 8601.
    pub updated: Option<String>,
    /// The senders' names, for metadata.
    pub author: String,
    /// The people of the header and the footer who have names.
    pub people: Vec<Named>,
    /// What it says of itself.
    pub about: DocumentAbout,
    /// The letterhead.
    pub letterhead: Option<PrintedLetterhead>,
    /// The classification's words.
    pub classification: Option<Phrase>,
    /// Whether search engines and indexes may have it: it is no draft and not classified.
    pub public: bool,
    /// The marks' words.
    pub marks: Vec<Phrase>,
    /// That it no longer holds as it was sent.
    pub status: Option<PrintedStatus>,
    /// The document's title: "Memorandum".
    pub title: Phrase,
    /// The subject.
    pub subject: Phrase,
    /// To, From, Through, Date, Updated, Subject, Reference, Action by, Effective,
    /// details: what there is of them, in this order.
    pub header: Vec<Field>,
    /// The salutation.
    pub salutation: Option<Phrase>,
    /// The body.
    pub sections: Vec<Section>,
    /// The closing.
    pub closing: Option<Phrase>,
    /// The signature.
    pub signature: Option<Signature>,
    /// The decision that it asks for.
    pub decision: Option<PrintedDecision>,
    /// Enquiries, attachments, copies, distribution list: what there is of them, in
    /// this order.
    pub footer: Vec<Field>,
    /// Appendices.
    pub appendices: Vec<Section>,
    /// Footnotes in the order of their numbers.
    pub notes: Vec<Note>,
    /// Words that the pages need, by key: `page` ("Page 2 of 3", with
    /// [`Inline::PageNumber`] and [`Inline::PageCount`] in it), `notes`, `note-back`, …
    pub words: Vec<(&'static str, Phrase)>,
    /// The anchors of the figures and tables that links of the document lead to.
    pub linked_captions: Vec<String>,
    /// Files that the document refers to: pictures and linked files of the workspace.
    pub files: Vec<FileUse>,
    /// The texts that it was built from, as their authors wrote them.
    pub written: Vec<Written>,
}

/// A person whom the document names, for templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The key of the field: `to`, `from`, `through`, `cc`, `distribution`, `enquiries`.
    pub field: &'static str,
    /// The name.
    pub name: String,
    /// The language that the person prefers, where the directory says.
    pub language: Option<Lang>,
}

/// A label with its values: a line of the header, the list of copies.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Which field: `to`, `from`, `through`, `date`, `updated`, `subject`,
    /// `reference`, `action-by`, `effective`, `detail`, `enquiries`, `attachments`, `cc`,
    /// `distribution`.
    pub key: &'static str,
    /// The label, agreeing, with its colon.
    pub label: Phrase,
    /// The values, one each line.
    pub values: Vec<Phrase>,
    /// The node it came from.
    pub place: NodePath,
}

/// The letterhead, both languages in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedLetterhead {
    /// The language that stands left, or above.
    pub first: Lang,
    /// The logo's path in the workspace, and what it shows.
    pub logo: Option<(String, String)>,
    /// The columns, first the one that stands left.
    pub columns: Vec<LetterheadColumn>,
}

/// One language's column of a letterhead.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterheadColumn {
    /// Its language.
    pub lang: Lang,
    /// The organization.
    pub organization: Option<Phrase>,
    /// The office.
    pub office: Option<Phrase>,
    /// Address, telephone, e-mail, web: a line each.
    pub lines: Vec<Phrase>,
    /// What those are called together, in the column's language, where a page opens them.
    pub contact: Phrase,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The anchor, unique in the document.
    pub id: String,
    /// Whether a link of the document leads to the anchor.
    pub linked: bool,
    /// The heading's level from 2; the title is 1.
    pub level: u8,
    /// The heading; an appendix's begins with its letter.
    pub heading: Option<Phrase>,
    /// How many inlines of the heading are not the memo's: an appendix's letter.
    pub label: usize,
    /// The blocks.
    pub body: Passage,
    /// Sections one level deeper: what the headings of the body begin, then the memo's own.
    pub sections: Vec<Section>,
    /// The node it came from; that of the section around it where a heading of its body
    /// begins it.
    pub place: NodePath,
    /// The heading of a body that begins it; nothing for a section of the memo's own.
    pub begun: Option<BodyHeading>,
}

/// Where a heading of a body was written that begins a section.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyHeading {
    /// The heading.
    pub origin: Origin,
    /// The heading and all that it begins.
    pub extent: Origin,
}

impl Section {
    /// The sections that headings of its body begin.
    pub fn headed(&self) -> impl Iterator<Item = &Section> {
        let mut own = self.sections.iter();
        std::iter::from_fn(move || own.next().filter(|section| section.begun.is_some()))
    }
}

/// The signature block.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// "Original signed by".
    pub original: Option<Phrase>,
    /// The signatories, each a line for name, title and organizations.
    pub signatories: Vec<Vec<Phrase>>,
    /// "for" and the person for whom it is signed, a line each.
    pub on_behalf_of: Option<Vec<Phrase>>,
    /// Whether those who sign are the senders, who stand in the header too.
    pub by_senders: bool,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its number, from 1 through the document.
    pub number: u32,
    /// What it says.
    pub body: Passage,
}

/// A file of the workspace that a document refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUse {
    /// The path relative to the workspace's root.
    pub path: String,
    /// The name of its copy in the folder `<stem>/` beside the output.
    pub name: String,
    /// Whether it is shown as a picture; otherwise it is linked.
    pub picture: bool,
    /// Where it is named.
    pub origin: Origin,
}

/// A line of text: parsed, and as mended Markdown that keeps the author's form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    /// The inlines.
    pub inlines: Vec<Inline>,
    /// The same as Markdown on one line.
    pub markdown: String,
}

/// Blocks of text: parsed, and as mended Markdown that keeps the author's form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The same as Markdown; footnote labels in it are the document's numbers.
    pub markdown: String,
}

/// Where a piece of text was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In the memo (or letterhead, settings): bytes of the value of a node.
    Node {
        /// The file.
        file: Arc<SourceFile>,
        /// The node, a scalar.
        place: NodePath,
        /// Bytes of the scalar's value, not of the file.
        range: Range<usize>,
    },
    /// In a Fluent resource.
    Locale(Span),
}

impl Origin {
    /// A whole scalar of a file and all that it says.
    pub(crate) fn whole(file: &Arc<SourceFile>, place: &NodePath, value: &str) -> Origin {
        Origin::Node {
            file: Arc::clone(file),
            place: place.clone(),
            range: 0..value.len(),
        }
    }
}

/// A block, with where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it was written.
    pub origin: Origin,
}

/// The kinds of blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Whether its items are set close, without paragraphs of their own.
        tight: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// Terms with what they mean.
    Definitions {
        /// Whether its meanings are set close, without paragraphs of their own.
        tight: bool,
        /// The terms.
        items: Vec<Definition>,
    },
    /// A table.
    Table {
        /// What stands above it.
        caption: Option<Caption>,
        /// How the columns are aligned, one for each.
        columns: Vec<Alignment>,
        /// The header cells.
        header: Vec<Cell>,
        /// The rows, each as long as the header.
        rows: Vec<Vec<Cell>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A box that calls for attention.
    Alert {
        /// What it calls for.
        kind: AlertKind,
        /// The word at its head.
        label: Phrase,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Code, as it stands.
    Code {
        /// The name of its language, or nothing.
        language: String,
        /// The lines.
        text: String,
    },
    /// A picture with its caption.
    Figure {
        /// The picture.
        picture: Vec<Inline>,
        /// What stands below it.
        caption: Caption,
    },
    /// A thematic break.
    Rule,
}

/// The words that a figure or a table is known by.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// Its number, from 1 through the document; figures and tables are counted apart.
    pub number: u32,
    /// The words, which begin with the number.
    pub words: Phrase,
    /// How many inlines of the words are not the memo's: the number.
    pub label: usize,
    /// Where it was written.
    pub origin: Origin,
}

/// What an alert calls for, as GitHub Flavored Markdown has it (`> [!NOTE]`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// Something to know.
    Note,
    /// Advice.
    Tip,
    /// Something that nobody may miss.
    Important,
    /// Something urgent that needs care.
    Warning,
    /// What an action may bring about.
    Caution,
}

impl AlertKind {
    /// The message of its label, and the class of its box.
    pub fn name(self) -> &'static str {
        match self {
            AlertKind::Note => "alert-note",
            AlertKind::Tip => "alert-tip",
            AlertKind::Important => "alert-important",
            AlertKind::Warning => "alert-warning",
            AlertKind::Caution => "alert-caution",
        }
    }
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// Whether a task is done, where it is one.
    pub task: Option<bool>,
    /// The item's blocks; text of a tight item is a paragraph too.
    pub blocks: Vec<Block>,
    /// Where it was written.
    pub origin: Origin,
}

/// A term with what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// What it means, each meaning by itself.
    pub meanings: Vec<Meaning>,
    /// Where the term was written.
    pub origin: Origin,
}

/// What a term means.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// Its blocks; text of a tight one is a paragraph too.
    pub blocks: Vec<Block>,
    /// Where it was written.
    pub origin: Origin,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub inlines: Vec<Inline>,
    /// Where it was written.
    pub origin: Origin,
}

/// How a column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As text runs.
    None,
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
    /// A column of numbers, below one another by the decimal mark of their language;
    /// its header stands at the right.
    Numeric,
}
