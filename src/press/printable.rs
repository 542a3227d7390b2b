//! Whether a document surely prints without a finding, known from the document alone: the
//! program's own templates, theme and fonts print every document, as its tests hold, but for
//! pictures, for tables that are too wide and for what nests deeply. So `check` need not lay it
//! out.

use crate::document::inline::plain_text;
use crate::document::{Block, BlockKind, Cell, Document, Inline, Section, Visitor};
use crate::output::pdf::font::FontSet;
use crate::output::pdf::layout::certain::{ColumnBound, surely_fits};
use crate::output::theme::Theme;

/// The longest classification, in bytes, that a banner surely has room for.
const BANNER: usize = 300;
/// How deep blocks, sections and the inlines of a line may stand in one another, so that
/// their markup is surely read and filled in.
const DEPTH: usize = 4;
const SECTIONS: usize = 8;
const INLINES: usize = 8;

/// Whether the words that the program's templates and the theme print by themselves can be
/// set: hyphens, dots of omission, the numbers of pages, the labels of lists.
pub(super) fn prints_own_words(theme: &Theme, fonts: &FontSet) -> bool {
    let labels = &theme.labels;
    let words = labels.bullets.iter().chain(&labels.numbers);
    let words = words.chain([&labels.task, &labels.task_done]);
    words
        .map(String::as_str)
        .chain(["-–…0123456789"])
        .all(|words| fonts.missing(words).is_empty())
}

/// Whether a document surely prints without a finding in the program's own templates and
/// theme, whose text is `measure` points wide.
pub(super) fn surely_prints(document: &Document, measure: f32) -> bool {
    let mut doubts = Doubts {
        measure,
        depth: 0,
        sections: 0,
        inlines: 0,
        found: false,
    };
    let banner = document.classification.iter();
    doubts.found = banner.map(|it| it.markdown.len()).sum::<usize>() > BANNER;
    // How many pixels a logo has is seen when it is set.
    let logo = document.letterhead.iter().filter_map(|it| it.logo.as_ref());
    doubts.found |= logo.into_iter().any(|(path, _)| !path.ends_with(".svg"));
    doubts.document(document);
    !doubts.found
}

struct Doubts {
    measure: f32,
    depth: usize,
    sections: usize,
    inlines: usize,
    found: bool,
}

impl<'d> Visitor<'d> for Doubts {
    fn inline(&mut self, inline: &'d Inline) {
        self.inlines += 1;
        self.found |= matches!(inline, Inline::Image { .. }) || self.inlines > INLINES;
        self.inlines(inline.wrapped());
        self.inlines -= 1;
    }

    fn sections(&mut self, sections: &'d [Section]) {
        self.sections += 1;
        self.found |= self.sections > SECTIONS && !sections.is_empty();
        for section in sections {
            self.phrases(&section.heading);
            self.blocks(&section.body.blocks);
            self.sections(&section.sections);
        }
        self.sections -= 1;
    }

    fn blocks(&mut self, blocks: &'d [Block]) {
        self.found |= self.depth > DEPTH;
        for block in blocks {
            match &block.kind {
                BlockKind::Table { header, rows, .. } => {
                    let rows = std::iter::once(header).chain(rows);
                    self.found |= self.depth > 0 || !self.fits(rows);
                }
                BlockKind::Figure { .. } => self.found = true,
                _ => {}
            }
            self.depth += 1;
            self.inside(block);
            self.depth -= 1;
        }
    }
}

impl Doubts {
    /// Whether a table surely fits.
    fn fits<'d>(&mut self, rows: impl Iterator<Item = &'d Vec<Cell>>) -> bool {
        let mut columns: Vec<ColumnBound> = Vec::new();
        for row in rows {
            columns.resize(columns.len().max(row.len()), ColumnBound::default());
            for (cell, column) in row.iter().zip(&mut columns) {
                self.found |= !column.add(&plain_text(&cell.inlines));
                // A list has its indentation and its labels besides.
                let is_item = |it: &Inline| matches!(it, Inline::Item(_));
                self.found |= cell.inlines.iter().any(|it| it.any(&is_item));
                let is_reference = |it: &Inline| matches!(it, Inline::NoteReference(_));
                if cell.inlines.iter().any(|it| it.any(&is_reference)) {
                    column.add_reference();
                }
            }
        }
        surely_fits(&columns, self.measure)
    }
}
