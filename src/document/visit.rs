//! The one walk over what a document prints, in the order of reading.

use super::{
    Block, BlockKind, Definition, Document, Field, Inline, ListItem, Meaning, Note, Origin, Phrase,
    Section,
};

/// Is shown every piece of a document. What it does not ask for it walks through: each
/// method that is not written goes on to what stands inside.
pub trait Visitor<'d> {
    /// Characters of the document, code among them, with where they were written.
    fn text(&mut self, _text: &'d str, _origin: &'d Origin) {}

    /// An inline; without it, its text, or the inlines that it wraps.
    fn inline(&mut self, inline: &'d Inline) {
        match inline {
            Inline::Text { text, origin, .. } | Inline::Code { text, origin } => {
                self.text(text, origin);
            }
            inline => self.inlines(inline.wrapped()),
        }
    }

    /// Walks through a document: all that its pages print, and the words that they may
    /// need.
    fn document(&mut self, document: &'d Document) {
        let columns = document.letterhead.iter().flat_map(|it| &it.columns);
        for column in columns {
            let lines = column.organization.iter().chain(&column.office);
            self.phrases(lines.chain(&column.lines));
        }
        self.phrases(document.classification.iter().chain(&document.marks));
        if let Some(status) = &document.status {
            let by = status.by.iter().flat_map(|(label, by)| [label, by]);
            let lines = std::iter::once(&status.heading).chain(by);
            self.phrases(lines.chain(&status.reason));
        }
        self.phrases([&document.title]);
        self.fields(&document.header);
        self.phrases(&document.salutation);
        self.sections(&document.sections);
        self.phrases(&document.closing);
        if let Some(signature) = &document.signature {
            let lines = signature.signatories.iter().chain(&signature.on_behalf_of);
            self.phrases(signature.original.iter().chain(lines.flatten()));
        }
        if let Some(decision) = &document.decision {
            let lines = std::iter::once(&decision.heading).chain(&decision.choices);
            let lines = lines.chain([&decision.signature]).chain(&decision.by);
            self.phrases(lines.chain([&decision.date]));
        }
        self.fields(&document.footer);
        self.sections(&document.appendices);
        for Note { body, .. } in &document.notes {
            self.blocks(&body.blocks);
        }
        self.phrases(document.words.iter().map(|(_, phrase)| phrase));
    }

    /// Walks through phrases.
    fn phrases(&mut self, phrases: impl IntoIterator<Item = &'d Phrase>) {
        for phrase in phrases {
            self.inlines(&phrase.inlines);
        }
    }

    /// Walks through fields: the label of each and its values.
    fn fields(&mut self, fields: &'d [Field]) {
        for field in fields {
            self.phrases(std::iter::once(&field.label).chain(&field.values));
        }
    }

    /// Walks through sections and those inside of them.
    fn sections(&mut self, sections: &'d [Section]) {
        for section in sections {
            self.phrases(&section.heading);
            self.blocks(&section.body.blocks);
            self.sections(&section.sections);
        }
    }

    /// Walks through blocks and those inside of them.
    fn blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            self.inside(block);
        }
    }

    /// Walks through what stands in a block.
    fn inside(&mut self, block: &'d Block) {
        match &block.kind {
            BlockKind::Paragraph(inlines) => self.inlines(inlines),
            BlockKind::List { items, .. } => {
                for ListItem { blocks, .. } in items {
                    self.blocks(blocks);
                }
            }
            BlockKind::Definitions { items, .. } => {
                for Definition { term, meanings, .. } in items {
                    self.inlines(term);
                    for Meaning { blocks, .. } in meanings {
                        self.blocks(blocks);
                    }
                }
            }
            BlockKind::Table {
                caption,
                header,
                rows,
                ..
            } => {
                self.phrases(caption.iter().map(|caption| &caption.words));
                for cell in header.iter().chain(rows.iter().flatten()) {
                    self.inlines(&cell.inlines);
                }
            }
            BlockKind::Quote(blocks) => self.blocks(blocks),
            BlockKind::Alert { label, blocks, .. } => {
                self.phrases([label]);
                self.blocks(blocks);
            }
            BlockKind::Figure { picture, caption } => {
                self.inlines(picture);
                self.phrases([&caption.words]);
            }
            BlockKind::Code { text, .. } => self.text(text, &block.origin),
            BlockKind::Rule => {}
        }
    }

    /// Shows each of some inlines.
    fn inlines(&mut self, inlines: &'d [Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }
}

impl Inline {
    /// The inlines that this one wraps; none for what wraps nothing.
    pub fn wrapped(&self) -> &[Inline] {
        match self {
            Inline::Emphasis(inlines)
            | Inline::Strong(inlines)
            | Inline::Deleted(inlines)
            | Inline::Superscript(inlines)
            | Inline::Subscript(inlines)
            | Inline::Link { inlines, .. }
            | Inline::Item(inlines)
            | Inline::Abbreviation { inlines, .. }
            | Inline::Foreign(_, inlines) => inlines,
            Inline::Text { .. }
            | Inline::Code { .. }
            | Inline::Image { .. }
            | Inline::Break
            | Inline::NoteReference(_)
            | Inline::Number(_)
            | Inline::PageNumber
            | Inline::PageCount
            | Inline::Gap(_) => &[],
        }
    }

    /// Whether this inline, or one that it wraps, however deep, is wanted.
    pub fn any(&self, wanted: &impl Fn(&Inline) -> bool) -> bool {
        wanted(self) || self.wrapped().iter().any(|inline| inline.any(wanted))
    }
}

/// Tells whether any inline of some phrases or blocks is wanted.
struct Search<F> {
    wanted: F,
    found: bool,
}

impl<'d, F: Fn(&Inline) -> bool> Visitor<'d> for Search<F> {
    fn inline(&mut self, inline: &'d Inline) {
        self.found |= inline.any(&self.wanted);
    }
}

/// Whether any inline in the blocks is wanted.
pub(crate) fn any_in_blocks(blocks: &[Block], wanted: impl Fn(&Inline) -> bool) -> bool {
    let mut search = Search {
        wanted,
        found: false,
    };
    search.blocks(blocks);
    search.found
}
