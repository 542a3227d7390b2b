//! Where words that a document prints were written.

use crate::document::{Block, BlockKind, Document, Inline, Origin, Phrase, Section};

/// The piece of a document that prints these words: one that says just that, else one
/// that says it among others, else the longest that is part of it.
pub(super) fn find<'d>(
    documents: impl IntoIterator<Item = &'d Document>,
    words: &str,
) -> Option<&'d Origin> {
    let mut pieces = Pieces::default();
    for document in documents {
        pieces.document(document);
    }
    let pieces: Vec<(String, &Origin)> = pieces
        .0
        .into_iter()
        .map(|(text, origin)| (one_line(text), origin))
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let words = one_line(words);
    let same = pieces.iter().find(|(text, _)| *text == words);
    let around = || pieces.iter().find(|(text, _)| text.contains(&words));
    let inside = || {
        let parts = pieces.iter().filter(|(text, _)| words.contains(text));
        // The first of those that are equally long.
        parts.rev().max_by_key(|(text, _)| text.len())
    };
    let found = same.or_else(around).or_else(inside);
    found.map(|(_, origin)| *origin)
}

/// Words with single spaces between them.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ")
}

/// The texts of documents with where they were written, in the order of reading.
#[derive(Default)]
struct Pieces<'d>(Vec<(&'d str, &'d Origin)>);

impl<'d> Pieces<'d> {
    fn document(&mut self, document: &'d Document) {
        let letterhead = document.letterhead.iter();
        for column in letterhead.flat_map(|letterhead| &letterhead.columns) {
            let lines = column.organization.iter().chain(&column.office);
            self.phrases(lines.chain(&column.lines));
        }
        self.phrases(document.classification.iter().chain(&document.marks));
        self.phrases([&document.title]);
        for field in &document.header {
            self.phrases(std::iter::once(&field.label).chain(&field.values));
        }
        self.phrases(&document.salutation);
        self.sections(&document.sections);
        self.phrases(&document.closing);
        if let Some(signature) = &document.signature {
            let lines = signature.signatories.iter().chain(&signature.on_behalf_of);
            self.phrases(signature.original.iter().chain(lines.flatten()));
        }
        for field in &document.footer {
            self.phrases(std::iter::once(&field.label).chain(&field.values));
        }
        self.sections(&document.appendices);
        for note in &document.notes {
            self.blocks(&note.body.blocks);
        }
        self.phrases(document.words.iter().map(|(_, phrase)| phrase));
    }

    fn phrases(&mut self, phrases: impl IntoIterator<Item = &'d Phrase>) {
        for phrase in phrases {
            self.inlines(&phrase.inlines);
        }
    }

    fn sections(&mut self, sections: &'d [Section]) {
        for section in sections {
            self.phrases(&section.heading);
            self.blocks(&section.body.blocks);
            self.sections(&section.sections);
        }
    }

    fn blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) => self.inlines(inlines),
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Table { header, rows, .. } => {
                    for cell in header.iter().chain(rows.iter().flatten()) {
                        self.inlines(&cell.inlines);
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks),
                BlockKind::Code { text, .. } => self.0.push((text, &block.origin)),
                BlockKind::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &'d [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, origin, .. } | Inline::Code { text, origin } => {
                    self.0.push((text, origin));
                }
                Inline::Emphasis(inlines)
                | Inline::Strong(inlines)
                | Inline::Deleted(inlines)
                | Inline::Superscript(inlines)
                | Inline::Subscript(inlines)
                | Inline::Link { inlines, .. }
                | Inline::Foreign(_, inlines) => self.inlines(inlines),
                Inline::Image { .. }
                | Inline::Break
                | Inline::NoteReference(_)
                | Inline::PageNumber
                | Inline::PageCount
                | Inline::Gap(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::document::Origin;
    use crate::document::samples::Stage;
    use crate::lang::Lang;

    #[test]
    fn words_are_found_where_they_were_written() {
        let document = Stage::new(&[]).memo(
            "date: 2026-04-01\nsender:\n  name: A\nrecipients:\n  - name: C\nsubject:\n  en: Gate\n  fr: S\nsections:\n  - body:\n      en: |\n        The gate opens.\n\n        Gate keys: *two*.\n      fr: Texte.\n",
            Lang::En,
        );
        let place = |words: &str| match find([&document], words) {
            Some(Origin::Node { place, range, .. }) => Some((place.to_string(), range.clone())),
            _ => None,
        };
        let body = |range| Some(("sections[0].body.en".to_owned(), range));
        assert_eq!(place("The  gate\nopens."), body(0..15));
        assert_eq!(place("two"), body(29..32));
        assert_eq!(place("gate opens"), body(0..15));
        assert_eq!(
            place("Gate").map(|(place, _)| place),
            Some("subject.en".to_owned())
        );
        assert_eq!(place("On two"), body(29..32));
        assert_eq!(place("Nowhere at all").map(|(place, _)| place), None);
    }
}
