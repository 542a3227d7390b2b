//! Which editions a memo is set in, and how their files are called.

use super::{Composition, Format, Press};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Edition};
use crate::lang::Lang;
use crate::memo::NodePath;
use crate::press::codes::SINGLE_LANGUAGE;

/// How the languages of a memo are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One document for each language.
    #[default]
    Separate,
    /// One document with English and French side by side.
    Parallel,
}

/// The name of a document's file: `update.fr.pdf`.
pub fn file_name(stem: &str, lang: Lang, format: Format) -> String {
    format!("{stem}.{lang}.{}", format.extension())
}

/// The name of the file of both languages side by side: `update.en-fr.pdf`, whichever
/// stands left.
pub fn parallel_file_name(stem: &str, format: Format) -> String {
    format!("{stem}.{BOTH}.{}", format.extension())
}

/// How a document is called that stands in both languages, whichever stands left.
pub(super) const BOTH: &str = "en-fr";

/// The language of an edition's file, as the manifest names it.
pub(super) fn edition_lang(edition: &Edition<'_>) -> &'static str {
    match edition {
        Edition::Separate(document) => document.lang.tag(),
        Edition::Parallel(_) => BOTH,
    }
}

/// The name of an edition's file.
pub(super) fn edition_name(edition: &Edition<'_>, format: Format) -> String {
    match edition {
        Edition::Separate(document) => file_name(&document.stem, document.lang, format),
        Edition::Parallel([document, _]) => parallel_file_name(&document.stem, format),
    }
}

impl Press {
    /// The editions of a memo in a layout. Side by side the letterhead's first language
    /// stands left, English without a letterhead.
    ///
    /// # Errors
    /// Where a memo that exists in one language is to be set in two.
    pub fn editions<'d>(
        &self,
        composition: &'d Composition,
        layout: Layout,
    ) -> Result<Vec<Edition<'d>>, Vec<Diagnostic>> {
        let documents = composition.documents.as_slice();
        match (layout, documents) {
            (Layout::Separate, documents) => Ok(documents.iter().map(Edition::Separate).collect()),
            (Layout::Parallel, [one, other]) => {
                let letterhead = one.letterhead.as_ref().or(other.letterhead.as_ref());
                let first = letterhead.map_or(Lang::En, |letterhead| letterhead.first);
                let mut columns = [one, other];
                columns.sort_by_key(|document| document.lang != first);
                Ok(vec![Edition::Parallel(columns)])
            }
            (Layout::Parallel, alone) => {
                Err(alone.iter().map(|it| self.single_language(it)).collect())
            }
        }
    }

    fn single_language(&self, document: &Document) -> Diagnostic {
        let place = NodePath::root().key("languages");
        let span = self.places.of(&document.file).span_of(&place);
        Diagnostic::told(span, SINGLE_LANGUAGE.say("alone", &[]))
    }
}
