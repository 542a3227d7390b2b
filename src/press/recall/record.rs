//! What is remembered of one memo.

use super::findings::write_findings;
use crate::diagnostic::Diagnostic;
use crate::press::manifest::{AssetEntry, DocumentEntry, PageHashes};
use crate::workspace::{Inputs, Question, Seen};
use serde::{Deserialize, Serialize};

/// What is remembered of a memo.
#[derive(Clone, Debug)]
pub struct MemoRecord {
    pub(super) memo: String,
    pub(super) head: RecordHead,
    /// The documents' entries, written down.
    pub(super) documents: Vec<u8>,
    /// The findings, written down; nothing where there are none.
    pub(super) findings: Vec<u8>,
}

/// What tells whether a memo is what it was.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct RecordHead {
    /// What was asked for it.
    pub asked: Vec<Question>,
    /// The hash of all answers, hexadecimal.
    pub answers: String,
    pub files: Vec<KnownFile>,
}

/// A file that was written for a memo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFile {
    /// Its name below the output's folder.
    pub name: String,
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// How it looked when it was known to have them.
    pub seen: Option<Seen>,
}

impl MemoRecord {
    /// What is to be remembered of a memo of this path.
    pub fn new(
        memo: &str,
        inputs: &Inputs,
        documents: &[DocumentEntry],
        assets: &[AssetEntry],
        findings: &[Diagnostic],
        seen: &dyn Fn(&str) -> Option<Seen>,
    ) -> MemoRecord {
        let of_document = |it: &DocumentEntry| (it.path.clone(), it.sha256.clone(), it.bytes);
        let of_asset = |it: &AssetEntry| (it.path.clone(), it.sha256.clone(), it.bytes);
        let files = documents.iter().map(of_document);
        let files = files.chain(assets.iter().map(of_asset));
        let files = files.map(|(name, sha256, bytes)| KnownFile {
            seen: seen(&name),
            name,
            sha256,
            bytes,
        });
        let paged: Vec<(&DocumentEntry, &PageHashes)> =
            documents.iter().map(|it| (it, &it.page)).collect();
        MemoRecord {
            memo: memo.to_owned(),
            head: RecordHead {
                asked: inputs.questions(),
                answers: inputs.hash().to_string(),
                files: files.collect(),
            },
            documents: serde_json::to_vec(&paged).unwrap_or_default(),
            findings: match findings {
                [] => Vec::new(),
                findings => write_findings(findings),
            },
        }
    }
}

/// What a record said of a memo that is what it was.
#[derive(Clone, Debug)]
pub struct RecalledMemo<'s> {
    /// What was found.
    pub findings: Vec<Diagnostic>,
    /// The hash of all that it was made from.
    pub answers: String,
    /// Its entries.
    pub kept: RecalledEntries<'s>,
    pub(super) head: RecordHead,
}

impl RecalledMemo<'_> {
    /// The files that were written.
    pub fn files(&mut self) -> &mut [KnownFile] {
        &mut self.head.files
    }
}

/// What the manifest is to say of a memo that is what it was, as it was written down: of
/// thousands of memos it is seldom asked for.
#[derive(Clone, Copy, Debug)]
pub struct RecalledEntries<'s> {
    pub(super) head: &'s [u8],
    pub(super) documents: &'s [u8],
}

impl RecalledEntries<'_> {
    /// The entries of its documents, and of the files beside them.
    pub fn read(&self) -> Option<(Vec<DocumentEntry>, Vec<AssetEntry>)> {
        let head: RecordHead = serde_json::from_slice(self.head).ok()?;
        let paged: Vec<(DocumentEntry, PageHashes)> =
            serde_json::from_slice(self.documents).ok()?;
        let documents = paged.into_iter();
        let documents = documents.map(|(entry, page)| DocumentEntry { page, ..entry });
        let documents: Vec<DocumentEntry> = documents.collect();
        let assets = assets(&head.files, &documents);
        Some((documents, assets))
    }
}

/// The files among these that are no documents.
fn assets(files: &[KnownFile], documents: &[DocumentEntry]) -> Vec<AssetEntry> {
    let is_document = |it: &&KnownFile| documents.iter().any(|other| other.path == it.name);
    let others = files.iter().filter(|it| !is_document(it));
    let entry = |it: &KnownFile| AssetEntry {
        path: it.name.clone(),
        sha256: it.sha256.clone(),
        bytes: it.bytes,
    };
    others.map(entry).collect()
}
