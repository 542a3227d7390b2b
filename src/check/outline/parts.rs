//! The parts of a document, each with the key by which it meets its counterpart.

use crate::check::outline::headings::headed;
use crate::check::outline::{Kind, OutlineNode, ValuedText, of_blocks, of_note};
use crate::check::pairing::similarity::Features;
use crate::check::passage::{ReadPassage, Role};
use crate::document::{Document, Field, Phrase, Section};
use crate::lang::Lang;
use crate::memo::NodePath;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// A part of a document: a heading, a body, a field, a note list.
#[derive(Debug)]
pub(in crate::check) struct Part<'d> {
    /// The same for the same part of the other language.
    pub key: String,
    /// Counts the sections: parts of one section share it.
    pub section: usize,
    /// What stands in it.
    pub nodes: Vec<OutlineNode<'d>>,
    /// Where it was written, where that is one node.
    pub place: Option<&'d NodePath>,
}

impl Part<'_> {
    /// What kind of part it is: `heading`, `to`.
    pub fn kind(&self) -> &str {
        let mut words = self.key.split(' ');
        let first = words.next().unwrap_or_default();
        match self.section {
            0 => first,
            _ => words.next_back().unwrap_or(first),
        }
    }

    /// Whether it belongs to a section or to the footnotes.
    pub fn is_body(&self) -> bool {
        self.section != 0 || self.key == NOTES
    }
}

/// The key of the footnotes.
const NOTES: &str = "notes";

/// A document, taken apart.
#[derive(Debug)]
pub(in crate::check) struct Outline<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its parts, in the order of the page.
    pub parts: Vec<Part<'d>>,
    /// The place of the first part of each key, once one was asked for.
    keys: OnceCell<HashMap<String, usize>>,
}

impl<'d> Outline<'d> {
    /// Takes a document apart.
    pub fn of(document: &'d Document) -> Outline<'d> {
        Outline::with(document, &BTreeSet::new())
    }

    /// The same; the body of a section at one of the places `whole` is one part, with its
    /// headings as lines in it.
    pub(super) fn with(document: &'d Document, whole: &BTreeSet<String>) -> Outline<'d> {
        let mut outline = Outline {
            document,
            parts: Vec::new(),
            keys: OnceCell::new(),
        };
        let lang = document.lang;
        outline.status();
        outline.phrase("subject", Role::Heading, Some(&document.subject));
        outline.fields(&document.header);
        outline.phrase("salutation", Role::Formula, document.salutation.as_ref());
        let mut count = 0;
        for section in &document.sections {
            outline.section(section, &mut count, whole);
        }
        let about = document.about.description.as_ref();
        outline.phrase("description", Role::Text, about);
        outline.phrase("closing", Role::Formula, document.closing.as_ref());
        outline.signature();
        outline.decision();
        outline.fields(&document.footer);
        for section in &document.appendices {
            outline.section(section, &mut count, whole);
        }
        let notes = document.notes.iter().map(|note| of_note(note, lang));
        outline.push(NOTES, 0, notes.collect(), None);
        outline
    }

    /// The part of a key.
    pub fn part(&self, key: &str) -> Option<&Part<'d>> {
        let keys = self.keys.get_or_init(|| {
            let parts = self.parts.iter().enumerate().rev();
            parts.map(|(at, part)| (part.key.clone(), at)).collect()
        });
        self.parts.get(*keys.get(key)?)
    }

    /// The texts of the whole document, in the order of the page.
    pub fn texts(&self) -> Vec<&ValuedText<'d>> {
        let mut texts = Vec::new();
        for node in self.parts.iter().flat_map(|part| &part.nodes) {
            node.texts(&mut texts);
        }
        texts
    }

    fn push(
        &mut self,
        key: impl Into<String>,
        section: usize,
        nodes: Vec<OutlineNode<'d>>,
        place: Option<&'d NodePath>,
    ) {
        // A line without words says nothing, whatever its other language says.
        let nodes: Vec<OutlineNode<'d>> = nodes
            .into_iter()
            .filter(|node| {
                node.passage
                    .as_ref()
                    .is_none_or(|text| !text.passage.is_empty())
            })
            .collect();
        if !nodes.is_empty() {
            self.parts.push(Part {
                key: key.into(),
                section,
                nodes,
                place,
            });
        }
    }

    fn phrase(&mut self, key: &'static str, role: Role, phrase: Option<&'d Phrase>) {
        let lang = self.document.lang;
        let nodes = phrase.into_iter().map(|phrase| line(role, lang, phrase));
        self.push(key, 0, nodes.collect(), None);
    }

    fn fields(&mut self, fields: &'d [Field]) {
        for (at, field) in fields.iter().enumerate() {
            // The subject is a part of its own.
            if field.key == "subject" {
                continue;
            }
            let same = fields
                .iter()
                .take(at)
                .filter(|other| other.key == field.key);
            let key = format!("{} {}", field.key, same.count());
            let lang = self.document.lang;
            let values = field
                .values
                .iter()
                .map(|value| line(Role::Field(field.key), lang, value));
            self.push(key, 0, values.collect(), Some(&field.place));
        }
    }

    fn section(&mut self, section: &'d Section, count: &mut usize, whole: &BTreeSet<String>) {
        let key = section.place.to_string();
        let headed = headed(section);
        *count += 1;
        if whole.contains(&key) {
            let mut nodes = of_blocks(&section.body.blocks, self.document.lang);
            for (_, part) in &headed {
                nodes.extend(self.heading(part));
                nodes.extend(of_blocks(&part.body.blocks, self.document.lang));
            }
            self.section_part(&key, *count, (section, nodes));
        } else {
            let nodes = of_blocks(&section.body.blocks, self.document.lang);
            self.section_part(&key, *count, (section, nodes));
            for (at, (_, part)) in headed.iter().enumerate() {
                *count += 1;
                let nodes = of_blocks(&part.body.blocks, self.document.lang);
                self.section_part(&format!("{key} {}", at + 1), *count, (part, nodes));
            }
        }
        for inner in section.sections.iter().filter(|it| it.begun.is_none()) {
            self.section(inner, count, whole);
        }
    }

    /// The heading of a section, and what stands below it.
    fn section_part(
        &mut self,
        key: &str,
        number: usize,
        (section, nodes): (&'d Section, Vec<OutlineNode<'d>>),
    ) {
        let heading = self.heading(section).into_iter().collect();
        let place = Some(&section.place);
        self.push(format!("{key} heading"), number, heading, place);
        self.push(format!("{key} body"), number, nodes, place);
    }

    /// The words of a section's heading. An appendix's letter is not the memo's, and is the
    /// same by right.
    fn heading(&self, section: &'d Section) -> Option<OutlineNode<'d>> {
        let heading = section.heading.as_ref()?;
        let own = heading.inlines.get(section.label..).unwrap_or_default();
        let lang = self.document.lang;
        Some(line_of(ReadPassage::new(Role::Heading, lang, own, None)))
    }

    /// By what a document was superseded, and why.
    fn status(&mut self) {
        let status = self.document.status.iter();
        let lines = status.flat_map(|it| it.by.iter().map(|(_, by)| by).chain(&it.reason));
        let lang = self.document.lang;
        let lines = lines.map(|phrase| line(Role::Text, lang, phrase));
        self.push("status", 0, lines.collect(), None);
    }

    /// Who decides.
    fn decision(&mut self) {
        let lang = self.document.lang;
        let lines = self.document.decision.iter().flat_map(|it| &it.by);
        let lines = lines.map(|phrase| line(Role::Formula, lang, phrase));
        self.push("decision", 0, lines.collect(), None);
    }

    fn signature(&mut self) {
        let Some(signature) = &self.document.signature else {
            return;
        };
        let lang = self.document.lang;
        // Senders are compared in the header.
        let signatories = signature.signatories.iter();
        let lines = signatories
            .filter(|_| !signature.by_senders)
            .flatten()
            .chain(signature.on_behalf_of.iter().flatten())
            .map(|phrase| line(Role::Formula, lang, phrase));
        self.push("signature", 0, lines.collect(), None);
    }
}

fn line(role: Role, lang: Lang, phrase: &Phrase) -> OutlineNode<'_> {
    line_of(ReadPassage::of_phrase(role, lang, phrase))
}

fn line_of(passage: ReadPassage<'_>) -> OutlineNode<'_> {
    let text = ValuedText::new(passage);
    OutlineNode {
        kind: Kind::Line,
        origin: text.passage.pieces.first().map(|piece| piece.origin),
        features: Features::of_passage(&text.passage, &text.values),
        passage: Some(text),
        children: Vec::new(),
    }
}
