//! The tree as blocks and inlines.

mod alerts;
mod bare;
mod blocks;
mod captions;
mod code;
mod definitions;
mod figures;
mod headings;
mod inlines;
mod notes;
mod references;
mod spoken;
mod tables;
mod unseen;

pub(crate) use inlines::{linked_value, value_markdown};
use notes::{CalledNote, find_notes};

use super::Markdown;
use super::body::ParsedBody;
use super::edits::Edits;
use super::escape::escape_line;
use super::prepare::Prepared;
use super::resolve::resolve;
use super::tree::Tree;
use crate::diagnostic::Wording;
use crate::document::codes::NESTED_TOO_DEEPLY;
use crate::document::session::Session;
use crate::document::{Origin, Phrase};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::slice::SliceIndex;

/// One text on its way from tree to blocks.
pub(super) struct Converter<'a, 's> {
    source: &'a Markdown<'a>,
    prepared: &'a Prepared,
    session: &'a mut Session<'s>,
    edits: Edits,
    /// Labels of this text's notes with the document's numbers, by first reference.
    numbered: Vec<CalledNote>,
    /// The numbers of those notes by their labels.
    note_numbers: BTreeMap<String, u32>,
    /// How many notes stand between the text and the note that is converted; 0 in the text.
    note_depth: usize,
    /// Labels that this text defines.
    defined: BTreeSet<String>,
    /// Calls of notes that this text does not define.
    undefined: Vec<(String, Range<usize>)>,
    in_table: bool,
    in_link: bool,
    /// Where a value's Markdown needs a backslash lest its line begin a block: the
    /// value's first byte in the source, and the byte of its Markdown.
    guards: Vec<(usize, usize)>,
    /// Where the last text ended, in the source.
    text_end: usize,
    /// The meanings of terms that blocks stand in, the outermost first: where their lines
    /// begin behind what is around the list, and by how much they are indented there.
    meanings: Vec<(usize, usize)>,
}

impl<'a, 's> Converter<'a, 's> {
    pub fn new(
        source: &'a Markdown<'a>,
        prepared: &'a Prepared,
        session: &'a mut Session<'s>,
    ) -> Converter<'a, 's> {
        Converter {
            source,
            prepared,
            session,
            edits: Edits::default(),
            numbered: Vec::new(),
            note_depth: 0,
            defined: BTreeSet::new(),
            note_numbers: BTreeMap::new(),
            undefined: Vec::new(),
            in_table: false,
            in_link: false,
            guards: Vec::new(),
            text_end: 0,
            meanings: Vec::new(),
        }
    }

    /// The tree of a body.
    pub fn body(mut self, mut tree: Tree) -> ParsedBody {
        self.report_depth(&tree);
        self.unseen(&mut tree.nodes);
        for definition in &tree.definitions {
            self.edits.replace(definition.range.clone(), "");
        }
        self.report_references(&tree);
        let nodes = resolve(tree.nodes, self.prepared, self.source, &mut self.edits);
        let mut definitions = Vec::new();
        find_notes(&nodes, &mut definitions);
        for note in &definitions {
            self.define(note);
        }
        let parts = self.begun(&nodes);
        self.notes(&definitions);
        self.report_notes(&definitions);
        self.parted(parts)
    }

    /// The tree of a line of running text.
    pub fn phrase(mut self, mut tree: Tree) -> Phrase {
        self.report_depth(&tree);
        self.unseen(&mut tree.nodes);
        self.report_references(&tree);
        let nodes = resolve(tree.nodes, self.prepared, self.source, &mut self.edits);
        let mut inlines = Vec::new();
        for node in &nodes {
            inlines.append(&mut self.inlines(&node.children));
        }
        self.report_notes(&[]);
        let line = self.edits.finish(&self.prepared.text, self.prepared.guard);
        let markdown = escape_line(&line);
        Phrase { inlines, markdown }
    }

    fn report_depth(&mut self, tree: &Tree) {
        if let Some(range) = &tree.too_deep {
            self.tell(range, NESTED_TOO_DEEPLY.say("deep", &[]));
        }
    }

    fn origin(&self, range: &Range<usize>) -> Origin {
        (self.source.origin)(self.prepared.original(range))
    }

    /// What the text has at a range.
    fn raw(&self, range: impl SliceIndex<str, Output = str>) -> &'a str {
        self.prepared.text.get(range).unwrap_or_default()
    }

    /// Reports what a phrase says of a range.
    fn tell(&mut self, range: &Range<usize>, wording: Wording) {
        let origin = self.origin(range);
        self.session.tell(&origin, wording);
    }
}
