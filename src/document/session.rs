//! What runs through one document while it is built: note numbers, files, links,
//! findings.

use super::edition::{figure_anchor, table_anchor};
use super::links::{DestinationKind, Links};
use super::{Note, Origin};
use crate::diagnostic::{Diagnostic, Wording, nearest};
use crate::document::codes::{
    EMPTY_LINK, IMAGE_NOT_A_FILE, MISSING_FILE, OUTSIDE_WORKSPACE, UNSAFE_LINK,
};
use crate::lang::{Both, Lang};
use crate::language::typography::Mender;
use crate::locale::Locales;
use crate::memo::yaml::Places;
use crate::source::{SourceFile, Span};
use crate::workspace::hidden_in_name;
use std::sync::Arc;

/// What the words of the program in a document come from.
#[derive(Clone, Copy)]
pub struct PrintedWords<'a> {
    /// The messages of both languages.
    pub(crate) locales: &'a Locales,
    /// What mends each language's typography.
    pub(crate) menders: &'a Both<Mender>,
    /// The file of the document.
    pub(crate) file: &'a Arc<SourceFile>,
}

/// The state of one document that is being built.
pub struct Session<'a> {
    /// The document's language.
    pub(crate) lang: Lang,
    /// Where nodes stand in their files.
    pub(crate) places: &'a Places,
    /// Links and files.
    pub(crate) links: Links<'a>,
    /// The words that the program puts into texts; none where texts are by themselves.
    pub(crate) words: Option<PrintedWords<'a>>,
    /// The notes so far, in the order of their numbers once all are there.
    pub(crate) notes: Vec<Note>,
    /// How many note numbers are given.
    pub(crate) note_count: u32,
    /// How many figures there are.
    pub(crate) figure_count: u32,
    /// How many tables with captions there are.
    pub(crate) table_count: u32,
    /// How many paragraphs are numbered, where they are.
    pub(crate) paragraphs: Option<u32>,
    /// The findings so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Session<'a> {
    /// Of a document of which nothing is built yet.
    pub(crate) fn new(lang: Lang, places: &'a Places, links: Links<'a>) -> Session<'a> {
        Session {
            lang,
            places,
            links,
            words: None,
            notes: Vec::new(),
            note_count: 0,
            figure_count: 0,
            table_count: 0,
            paragraphs: None,
            diagnostics: Vec::new(),
        }
    }

    /// The next note's number.
    pub(crate) fn next_note(&mut self) -> u32 {
        self.note_count += 1;
        self.note_count
    }

    /// The next figure's number.
    pub(crate) fn next_figure(&mut self) -> u32 {
        self.figure_count += 1;
        self.figure_count
    }

    /// The number of the next table with a caption.
    pub(crate) fn next_table(&mut self) -> u32 {
        self.table_count += 1;
        self.table_count
    }

    /// The anchors of figures and of tables with captions.
    pub(crate) fn caption_anchors(&self) -> Vec<String> {
        let figures = (1..=self.figure_count).map(figure_anchor);
        figures
            .chain((1..=self.table_count).map(table_anchor))
            .collect()
    }

    /// The place of an origin in its file.
    pub(crate) fn span(&self, origin: &Origin) -> Option<Span> {
        match origin {
            Origin::Node { file, place, range } => Some(if range.is_empty() {
                self.places.of(file).span_of(place)
            } else {
                self.places.span_in(file, place, range.clone())
            }),
            Origin::Locale(span) => Some(span.clone()),
        }
    }

    /// Where a link leads; what is wrong with it is reported where it was written.
    pub(crate) fn link(&mut self, url: &str, origin: &Origin) -> String {
        match self.links.target(url) {
            DestinationKind::Uri(uri) => uri,
            DestinationKind::Anchor(anchor) => {
                self.links.anchors.push((anchor.clone(), origin.clone()));
                format!("#{anchor}")
            }
            DestinationKind::File { path, rest } => {
                self.require(&path, url, origin);
                self.links.add(&path, false, origin);
                format!("{}{rest}", self.links.copied_href(&path))
            }
            DestinationKind::Empty => {
                self.tell(origin, EMPTY_LINK.say("empty", &[]));
                String::new()
            }
            DestinationKind::Unsafe(scheme) => {
                let wording = match scheme.as_str() {
                    "//" => UNSAFE_LINK.say("no-scheme", &[]),
                    scheme => UNSAFE_LINK.say("begins", given!(scheme)),
                };
                self.tell(origin, wording);
                String::new()
            }
            DestinationKind::Outside => {
                self.tell(origin, OUTSIDE_WORKSPACE.say("path", given!(path = url)));
                String::new()
            }
        }
    }

    /// The path of a picture in the workspace, where it can be shown.
    pub(crate) fn picture(&mut self, url: &str, origin: &Origin) -> Option<String> {
        match self.links.target(url) {
            DestinationKind::File { path, .. } => {
                self.require(&path, url, origin);
                self.links.add(&path, true, origin);
                Some(path)
            }
            DestinationKind::Outside => {
                self.tell(origin, OUTSIDE_WORKSPACE.say("path", given!(path = url)));
                None
            }
            _ => {
                self.tell(origin, IMAGE_NOT_A_FILE.say("image", given!(url)));
                None
            }
        }
    }

    /// Reports a file that is not there, or that no copy can be called as.
    fn require(&mut self, path: &str, written: &str, origin: &Origin) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let place = self.span(origin);
        if let Some(finding) = place.and_then(|place| hidden_in_name(name, place)) {
            return self.report(finding);
        }
        if self.links.files.leads_outside(path) {
            return self.tell(origin, OUTSIDE_WORKSPACE.say("link", given!(path)));
        }
        if self.links.files.exists(path) {
            return;
        }
        let candidates = self.links.files.candidates(path);
        let alike = candidates
            .iter()
            .map(String::as_str)
            .filter(|candidate| may_be_meant(path, candidate));
        let near = nearest(path, alike);
        let page = Some(written).filter(|written| written.starts_with("www."));
        let wording = MISSING_FILE.say("missing", given!(path, near, page));
        self.tell(origin, wording);
    }

    /// Adds what a phrase says of the text of an origin.
    pub(crate) fn tell(&mut self, origin: &Origin, wording: Wording) {
        let place = self.span(origin);
        self.report(Diagnostic::told(place, wording));
    }

    /// Adds a finding about a text of the language that is read.
    pub(crate) fn report(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.lang = diagnostic.lang.or(Some(self.lang));
        self.diagnostics.push(diagnostic);
    }
}

/// Whether a file of this name could have been meant by another: what is a picture is no
/// memo.
fn may_be_meant(path: &str, candidate: &str) -> bool {
    const SOURCES: [&str; 4] = ["yaml", "yml", "ftl", "html"];
    let ending = |path: &str| {
        path.rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
    };
    let is_source =
        |path: &str| ending(path).is_some_and(|ending| SOURCES.contains(&ending.as_str()));
    ending(path) == ending(candidate) || !is_source(candidate) && !is_source(path)
}
