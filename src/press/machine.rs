//! The press, and what a memo comes to in it.

use super::files::FileStore;
use crate::check::{Agreement, HeadedPlaces};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lang::Both;
use crate::language::typography::Mender;
use crate::locale::Locales;
use crate::memo::yaml::Places;
use crate::memo::{Directory, Letterhead, Memo, Settings};
use crate::output::pdf::font::FontSet;
use crate::output::theme::Theme;
use crate::template::Templates;
use crate::workspace::ContentHash;
use std::collections::BTreeMap;

/// What all memos of a workspace share, loaded once.
pub struct Press {
    pub(super) locales: Locales,
    pub(super) menders: Both<Mender>,
    pub(super) templates: Templates,
    /// Whether any of them is not the program's own to the byte.
    pub(super) foreign_templates: bool,
    pub(super) theme: Theme,
    /// Whether templates and theme are the program's own to the byte, in fonts that have
    /// their signs: then most documents surely print.
    pub(super) plain_look: bool,
    /// The theme's values as declarations of CSS.
    pub(super) css: String,
    /// The theme as a style sheet.
    pub(super) sheet: String,
    /// None where they could not be loaded, which is a finding.
    pub(super) fonts: Option<FontSet>,
    pub(super) letterheads: BTreeMap<String, Letterhead>,
    pub(super) settings: Settings,
    /// For each exception of the settings, whether what was loaded needed it.
    pub(super) used_exceptions: Vec<bool>,
    pub(super) directory: Directory,
    pub(super) places: Places,
    pub(super) files: FileStore,
    /// The hash of all that was read of the workspace for it.
    pub(super) inputs: ContentHash,
}

impl Press {
    /// The keys of the people in the directory, sorted.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.directory.people.keys().map(String::as_str)
    }

    /// The names of the letterheads, sorted.
    pub fn letterheads(&self) -> impl Iterator<Item = &str> {
        self.letterheads.keys().map(String::as_str)
    }
}

/// A memo's documents, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Composition {
    /// One document for each language that the memo exists in, English first; none
    /// where the memo could not be read.
    pub documents: Vec<Document>,
    /// The findings so far, those that are silenced left out.
    pub diagnostics: Vec<Diagnostic>,
    /// For each exception of the settings, in their order, whether this memo needed it.
    pub used_exceptions: Vec<bool>,
    /// How much of the two documents was compared and agrees, what exceptions silence not
    /// among it; nothing where there are no two.
    pub agreement: Option<Agreement>,
    /// Whether the rules that read the documents ran: not where they cannot be built
    /// whole.
    pub checked: bool,
    /// Whether its print was looked at, too, as far as that has rules.
    pub(super) proved: bool,
    /// The memo's exceptions; none where it could not be read.
    pub(super) exceptions: Option<Box<OwnExceptions>>,
}

impl Composition {
    /// What a memo comes to of which nothing is known but these findings.
    pub fn of_findings(diagnostics: Vec<Diagnostic>) -> Composition {
        Composition {
            diagnostics,
            ..Composition::default()
        }
    }

    /// Keeps a memo with its exceptions, none of which any finding needed yet.
    pub(super) fn keep_exceptions(&mut self, memo: Memo, headed: HeadedPlaces) {
        // What is held of thousands of memos has no room for it.
        self.exceptions = Some(Box::new(OwnExceptions {
            memo,
            headed,
            used: Vec::new(),
        }));
    }

    /// The same without its documents and exceptions.
    #[must_use]
    pub fn without_documents(mut self) -> Composition {
        self.documents.clear();
        self.exceptions = None;
        self
    }

    /// Keeps its findings and these, and no documents: the memo takes more than memos may.
    pub(super) fn give_up(&mut self, findings: Vec<Diagnostic>) {
        self.diagnostics.extend(findings);
        self.documents.clear();
        self.exceptions = None;
        self.checked = false;
    }
}

/// A memo's exceptions, and which of them its findings needed so far.
#[derive(Debug)]
pub(super) struct OwnExceptions {
    pub memo: Memo,
    pub headed: HeadedPlaces,
    /// For each exception, in their order, whether a finding needed it.
    pub used: Vec<bool>,
}
