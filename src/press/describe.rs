//! What the manifest says of a document.

use super::edition::edition_lang;
use super::manifest::{DocumentEntry, PageHashes};
use super::{Composition, Format, OutputFile};
use crate::document::inline::plain_text;
use crate::document::{Document, Edition};
use crate::output::inline_hash::inline_hash;
use crate::workspace::ContentHash;

/// The entry of an edition in a format, given its files: the document itself and those
/// beside it.
pub(super) fn describe(
    edition: &Edition<'_>,
    format: Format,
    classification: Option<&str>,
    files: &[OutputFile],
) -> Option<DocumentEntry> {
    let ((path, bytes), assets) = files.split_first()?;
    let document = edition.first();
    let mut assets: Vec<String> = assets.iter().map(|(name, _)| name.clone()).collect();
    assets.sort();
    assets.dedup();
    let title = |document: &&Document| plain_text(&document.subject.inlines);
    let mut titles: Vec<String> = edition.columns().iter().map(title).collect();
    titles.dedup();
    let page = match format {
        Format::Html => page_hashes(bytes),
        _ => PageHashes::default(),
    };
    Some(DocumentEntry {
        memo: None,
        id: document.stem.clone(),
        kind: document.kind.clone(),
        lang: edition_lang(edition).to_owned(),
        format: format.id().to_owned(),
        path: path.clone(),
        sha256: ContentHash::of(bytes).to_string(),
        bytes: bytes.len() as u64,
        title: titles.join(" / "),
        date: document.date.clone(),
        updated: document.updated.clone(),
        status: document.status.as_ref().map(|it| it.state.to_owned()),
        classification: classification.map(str::to_owned),
        draft: document.draft.is_some(),
        counterpart: None,
        assets,
        inputs: String::new(),
        page,
    })
}

/// The hashes of a page's one style and one script.
fn page_hashes(page: &[u8]) -> PageHashes {
    let page = String::from_utf8_lossy(page);
    PageHashes {
        style: inline_hash(&page, "style"),
        script: inline_hash(&page, "script"),
    }
}

impl Composition {
    /// The code of the memo's classification.
    pub(super) fn classification(&self) -> Option<&str> {
        let memo = &self.exceptions.as_ref()?.memo;
        memo.classification.as_ref().map(|it| it.value.as_str())
    }
}
