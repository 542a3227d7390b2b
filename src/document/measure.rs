//! How much is in a document, held against the limits.

use super::{Block, BlockKind, Document, Inline, Origin, Visitor};
use crate::diagnostic::{Diagnostic, Wording};
use crate::document::codes::TOO_MANY_PARTS;
use crate::limits::{Limit, current, grouped};
use crate::source::Span;

/// Findings for what a document has more of than a document may have, at the first that is
/// too many.
pub fn beyond_limits(document: &Document, span: &dyn Fn(&Origin) -> Span) -> Vec<Diagnostic> {
    let mut count = Count {
        blocks: Tally::of(Limit::Blocks),
        cells: Tally::of(Limit::Cells),
        notes: Tally::of(Limit::Notes),
    };
    count.document(document);
    for note in &document.notes {
        let first = note.body.blocks.first();
        count.notes.add(first.map(|block| &block.origin));
    }
    let Count {
        blocks,
        cells,
        notes,
    } = count;
    let told = |tally: Tally<'_>, say: &dyn Fn(String) -> Wording| {
        tally.count.checked_sub(tally.most + 1)?;
        let place = tally.beyond.map(span);
        let told = Diagnostic::told(place, say(grouped(tally.most)));
        Some(told.lang(document.lang))
    };
    let all = [
        told(blocks, &|most| TOO_MANY_PARTS.say("blocks", given!(most))),
        told(cells, &|most| TOO_MANY_PARTS.say("cells", given!(most))),
        told(notes, &|most| TOO_MANY_PARTS.say("notes", given!(most))),
    ];
    all.into_iter().flatten().collect()
}

/// How many there are of one kind, and where the first stands that is too many.
struct Tally<'d> {
    most: u64,
    count: u64,
    beyond: Option<&'d Origin>,
}

impl<'d> Tally<'d> {
    fn of(limit: Limit) -> Tally<'d> {
        Tally {
            most: current(limit),
            count: 0,
            beyond: None,
        }
    }

    fn add(&mut self, origin: Option<&'d Origin>) {
        self.count += 1;
        if self.count > self.most && self.beyond.is_none() {
            self.beyond = origin;
        }
    }
}

/// Counts a document's blocks, cells and notes.
struct Count<'d> {
    blocks: Tally<'d>,
    cells: Tally<'d>,
    notes: Tally<'d>,
}

impl<'d> Visitor<'d> for Count<'d> {
    fn inlines(&mut self, _: &'d [Inline]) {}

    fn sections(&mut self, sections: &'d [super::Section]) {
        for section in sections {
            let first = section.body.blocks.first();
            // A heading is as much to set as a paragraph.
            self.blocks.add(first.map(|block| &block.origin));
            self.blocks(&section.body.blocks);
            self.sections(&section.sections);
        }
    }

    fn blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            self.blocks.add(Some(&block.origin));
            match &block.kind {
                BlockKind::Table { header, rows, .. } => {
                    for cell in header.iter().chain(rows.iter().flatten()) {
                        self.cells.add(Some(&cell.origin));
                    }
                }
                BlockKind::List { items, .. } => {
                    for item in items {
                        let first = item.blocks.first();
                        self.blocks.add(first.map(|block| &block.origin));
                    }
                    self.inside(block);
                }
                _ => self.inside(block),
            }
        }
    }
}
