//! Texts that belong to no memo, as a document: what the check of messages compares.

use super::headings::begun_sections;
use crate::document::links::{Files, Links};
use crate::document::markdown::{Form, Markdown, ParsedBody, origin_of, parse_body, parse_phrase};
use crate::document::session::Session;
use crate::document::{
    Block, BlockKind, Document, DocumentAbout, Origin, Passage, Phrase, Section,
};
use crate::lang::Lang;
use crate::language::typography::Mender;
use crate::locale::Formatted;
use crate::memo::NodePath;
use crate::memo::yaml::Places;
use crate::source::SourceFile;
use std::ops::Range;
use std::sync::Arc;

/// A text by itself.
pub(crate) struct LooseText<'a> {
    /// Tells it from the others, and is the same for its translation.
    pub key: NodePath,
    /// Its Markdown.
    pub formatted: &'a Formatted,
    /// How it is read: as blocks, or as one line, where nothing begins a list.
    pub form: Form,
}

/// Nothing is asked of files: where a link leads is the business of the memo that prints
/// the text.
struct AnyFile;

impl Files for AnyFile {
    fn exists(&self, _: &str) -> bool {
        true
    }

    fn candidates(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

/// A document of texts, each a section without a heading. What is wrong with one as a
/// part of a memo is left to the memo.
pub(crate) fn build_texts(
    texts: &[LooseText<'_>],
    (lang, file): (Lang, &Arc<SourceFile>),
    mender: Option<&Mender>,
    places: &Places,
) -> Document {
    let links = Links::new(String::new(), String::new(), &AnyFile);
    let mut session = Session::new(lang, places, links);
    let sections = texts
        .iter()
        .map(|text| {
            let body = body(text, file, mender, &mut session);
            Section {
                id: String::new(),
                linked: false,
                level: 2,
                heading: None,
                label: 0,
                body: body.passage,
                sections: begun_sections(body.headed, 2, &text.key),
                place: text.key.clone(),
                begun: None,
            }
        })
        .collect();
    Document {
        sections,
        notes: session.notes,
        ..empty(lang, file)
    }
}

fn body(
    text: &LooseText<'_>,
    file: &Arc<SourceFile>,
    mender: Option<&Mender>,
    session: &mut Session<'_>,
) -> ParsedBody {
    let root = NodePath::root();
    let origin = |range: Range<usize>| -> Origin { origin_of(text.formatted, file, &root, range) };
    let source = Markdown {
        formatted: text.formatted,
        origin: &origin,
        mender,
    };
    if text.form == Form::Blocks {
        return parse_body(&source, session);
    }
    let Phrase { inlines, markdown } = parse_phrase(&source, session);
    let passage = Passage {
        blocks: vec![Block {
            kind: BlockKind::Paragraph(inlines),
            origin: origin(0..text.formatted.text.len()),
        }],
        markdown,
    };
    ParsedBody {
        passage,
        headed: Vec::new(),
    }
}

/// A document without anything in it.
fn empty(lang: Lang, file: &Arc<SourceFile>) -> Document {
    Document {
        file: Arc::clone(file),
        stem: String::new(),
        kind: String::new(),
        lang,
        bilingual: true,
        draft: None,
        date: String::new(),
        updated: None,
        author: String::new(),
        people: Vec::new(),
        about: DocumentAbout::default(),
        letterhead: None,
        classification: None,
        public: true,
        marks: Vec::new(),
        status: None,
        title: Phrase::default(),
        subject: Phrase::default(),
        header: Vec::new(),
        salutation: None,
        sections: Vec::new(),
        closing: None,
        signature: None,
        decision: None,
        footer: Vec::new(),
        appendices: Vec::new(),
        notes: Vec::new(),
        linked_captions: Vec::new(),
        words: Vec::new(),
        files: Vec::new(),
        written: Vec::new(),
    }
}
