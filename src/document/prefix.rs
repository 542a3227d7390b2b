//! A document whose anchors have a prefix, so that it can stand in one file with the
//! same document in the other language.

use super::markdown::anchors::prefix_anchors;
use super::{
    Block, BlockKind, Document, Field, Inline, Letterhead, Passage, Phrase, Section, Signature,
};

impl Document {
    /// The same document with `prefix` before every anchor, before the links to them,
    /// and before the labels of notes; their numbers stay.
    #[must_use]
    pub fn with_prefix(mut self, prefix: &str) -> Document {
        let change = Change {
            prefix,
            notes: u32::try_from(self.notes.len()).unwrap_or(u32::MAX),
        };
        change.document(&mut self);
        self.prefix = prefix.to_owned();
        self
    }
}

struct Change<'a> {
    prefix: &'a str,
    /// How many notes the document has.
    notes: u32,
}

impl Change<'_> {
    fn document(&self, document: &mut Document) {
        if let Some(letterhead) = &mut document.letterhead {
            self.letterhead(letterhead);
        }
        let alone = document
            .salutation
            .iter_mut()
            .chain(&mut document.closing)
            .chain(&mut document.classification)
            .chain(&mut document.marks)
            .chain([&mut document.title, &mut document.subject]);
        alone.for_each(|phrase| self.phrase(phrase));
        for Field { label, values, .. } in document.header.iter_mut().chain(&mut document.footer) {
            self.phrase(label);
            self.phrases(values);
        }
        if let Some(signature) = &mut document.signature {
            self.signature(signature);
        }
        self.sections(&mut document.sections);
        self.sections(&mut document.appendices);
        for note in &mut document.notes {
            self.passage(&mut note.body);
        }
    }

    fn letterhead(&self, letterhead: &mut Letterhead) {
        for column in &mut letterhead.columns {
            let names = column.organization.iter_mut().chain(&mut column.office);
            names.for_each(|phrase| self.phrase(phrase));
            self.phrases(&mut column.lines);
        }
    }

    fn signature(&self, signature: &mut Signature) {
        signature
            .original
            .iter_mut()
            .for_each(|phrase| self.phrase(phrase));
        let people = signature.signatories.iter_mut();
        for lines in people.chain(&mut signature.on_behalf_of) {
            self.phrases(lines);
        }
    }

    fn sections(&self, sections: &mut [Section]) {
        for section in sections {
            section.id.insert_str(0, self.prefix);
            if let Some(heading) = &mut section.heading {
                self.phrase(heading);
            }
            self.passage(&mut section.body);
            self.sections(&mut section.sections);
        }
    }

    fn phrases(&self, phrases: &mut [Phrase]) {
        phrases.iter_mut().for_each(|phrase| self.phrase(phrase));
    }

    fn phrase(&self, phrase: &mut Phrase) {
        if self.inlines(&mut phrase.inlines) {
            phrase.markdown = prefix_anchors(&phrase.markdown, self.prefix, self.notes);
        }
    }

    fn passage(&self, passage: &mut Passage) {
        if self.blocks(&mut passage.blocks) {
            passage.markdown = prefix_anchors(&passage.markdown, self.prefix, self.notes);
        }
    }

    /// Changes the links in blocks; says whether there is a link or a note to change.
    fn blocks(&self, blocks: &mut [Block]) -> bool {
        blocks.iter_mut().fold(false, |found, block| {
            found
                | match &mut block.kind {
                    BlockKind::Paragraph(inlines) => self.inlines(inlines),
                    BlockKind::List { items, .. } => items
                        .iter_mut()
                        .fold(false, |found, item| found | self.blocks(&mut item.blocks)),
                    BlockKind::Table { header, rows, .. } => header
                        .iter_mut()
                        .chain(rows.iter_mut().flatten())
                        .fold(false, |found, cell| found | self.inlines(&mut cell.inlines)),
                    BlockKind::Quote(blocks) => self.blocks(blocks),
                    BlockKind::Code { .. } | BlockKind::Rule => false,
                }
        })
    }

    fn inlines(&self, inlines: &mut [Inline]) -> bool {
        inlines.iter_mut().fold(false, |found, inline| {
            found
                | match inline {
                    Inline::Link { href, inlines, .. } => {
                        let own = href.starts_with('#');
                        if own {
                            href.insert_str(1, self.prefix);
                        }
                        own | self.inlines(inlines)
                    }
                    Inline::Emphasis(inlines)
                    | Inline::Strong(inlines)
                    | Inline::Deleted(inlines)
                    | Inline::Superscript(inlines)
                    | Inline::Subscript(inlines)
                    | Inline::Foreign(_, inlines) => self.inlines(inlines),
                    Inline::NoteReference(_) => true,
                    Inline::Text { .. }
                    | Inline::Code { .. }
                    | Inline::Image { .. }
                    | Inline::Break
                    | Inline::PageNumber
                    | Inline::PageCount
                    | Inline::Gap(_) => false,
                }
        })
    }
}
