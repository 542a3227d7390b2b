//! What runs through one document while it is built: note numbers, files, links,
//! findings.

use super::links::{DestinationKind, Links};
use super::{Note, Origin};
use crate::diagnostic::{Diagnostic, nearest};
use crate::document::codes;
use crate::lang::Lang;
use crate::memo::yaml::Places;
use crate::source::Span;
use crate::workspace::hidden_in_name;

/// The state of one document that is being built.
pub struct Session<'a> {
    /// The document's language.
    pub(crate) lang: Lang,
    /// Where nodes stand in their files.
    pub(crate) places: &'a Places,
    /// Links and files.
    pub(crate) links: Links<'a>,
    /// The notes so far, in the order of their numbers once all are there.
    pub(crate) notes: Vec<Note>,
    /// How many note numbers are given.
    pub(crate) note_count: u32,
    /// The findings so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Session<'_> {
    /// The next note's number.
    pub(crate) fn next_note(&mut self) -> u32 {
        self.note_count += 1;
        self.note_count
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
                let place = self.span(origin);
                self.report(
                    Diagnostic::new(&codes::EMPTY_LINK, place, "a link leads nowhere")
                        .hint("write the address between the round brackets: `[words](https://…)`"),
                );
                String::new()
            }
            DestinationKind::Unsafe(scheme) => {
                self.report(unsafe_link(&scheme, self.span(origin)));
                String::new()
            }
            DestinationKind::Outside => {
                self.report(outside(url, self.span(origin)));
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
                self.report(outside(url, self.span(origin)));
                None
            }
            _ => {
                let place = self.span(origin);
                self.report(
                    Diagnostic::new(
                        &codes::IMAGE_NOT_A_FILE,
                        place,
                        format!("the image `{url}` is no file of the workspace"),
                    )
                    .hint("save it beside the memo and write its path, so that it goes with the document"),
                );
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
            let place = self.span(origin);
            return self.report(
                Diagnostic::new(
                    &codes::OUTSIDE_WORKSPACE,
                    place,
                    format!(
                        "`{path}` is a link of the file system that leads out of the workspace"
                    ),
                )
                .hint("put a copy of the file in the place of the link"),
            );
        }
        if self.links.files.exists(path) {
            return;
        }
        let place = self.span(origin);
        let mut diagnostic = Diagnostic::new(
            &codes::MISSING_FILE,
            place,
            format!("there is no file `{path}` in the workspace"),
        );
        let candidates = self.links.files.candidates(path);
        let alike = candidates
            .iter()
            .map(String::as_str)
            .filter(|candidate| may_be_meant(path, candidate));
        if let Some(near) = nearest(path, alike) {
            diagnostic = diagnostic.hint(format!("did you mean `{near}`?"));
        } else if written.starts_with("www.") {
            diagnostic =
                diagnostic.hint(format!("for a page on the web, write `https://{written}`"));
        } else {
            diagnostic = diagnostic.hint("paths are relative to the file that names them");
        }
        self.report(diagnostic);
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

fn unsafe_link(scheme: &str, place: Option<Span>) -> Diagnostic {
    let message = match scheme {
        "//" => "a link leaves out `https:`".to_owned(),
        scheme => format!("a link begins with `{scheme}:`"),
    };
    Diagnostic::new(&codes::UNSAFE_LINK, place, message)
        .hint("links may begin with `https:`, `http:`, `mailto:` or `tel:`, or be a path or `#` and a section's id")
}

fn outside(url: &str, place: Option<Span>) -> Diagnostic {
    Diagnostic::new(
        &codes::OUTSIDE_WORKSPACE,
        place,
        format!("the path `{url}` leads out of the workspace"),
    )
    .hint("copy the file into the workspace and write a path relative to the memo")
}
