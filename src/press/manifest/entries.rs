//! What a manifest says of each thing.

use crate::workspace::ContentHash;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the file is called.
pub const MANIFEST: &str = "manifest.json";

/// Which form of manifests this program writes and reads.
pub(super) const SCHEMA: u64 = 1;

/// Who writes it.
pub const PROGRAM: &str = concat!("bimemo ", env!("CARGO_PKG_VERSION"));

/// What lies in an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What all pages in the folder have in common, as far as that is known.
    pub pages: PageHashes,
    /// The documents, by their paths.
    pub documents: BTreeMap<String, DocumentEntry>,
    /// The files that lie beside documents, by their paths.
    pub assets: BTreeMap<String, AssetEntry>,
    /// The memos that were not released, by path and id.
    pub not_released: BTreeMap<(Option<String>, String), RefusedMemo>,
}

/// A document. The keys stand in the manifest in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentEntry {
    /// The memo's path in its workspace; none from standard input.
    pub memo: Option<String>,
    /// The memo's stem.
    pub id: String,
    /// `memo`, `notice` or a workspace's own.
    pub kind: String,
    /// `en-CA`, `fr-CA`, or `en-fr` where both stand side by side.
    pub lang: String,
    /// `md`, `html`, `pdf`.
    pub format: String,
    /// Where it lies in the output's folder.
    pub path: String,
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// What it is about, in its language.
    pub title: String,
    /// The memo's date, ISO 8601.
    pub date: String,
    /// When the memo was last changed, ISO 8601.
    pub updated: Option<String>,
    /// What became of it: `withdrawn`, `superseded`, `corrected`.
    pub status: Option<String>,
    /// The code of the classification: `protected-b`.
    pub classification: Option<String>,
    /// Whether it says that it is a draft.
    pub draft: bool,
    /// The path of the other language's document in this format, where it lies in the
    /// folder too.
    pub counterpart: Option<String>,
    /// The paths of the files beside it that it needs.
    pub assets: Vec<String>,
    /// The hash of all that it was made from, hexadecimal.
    pub inputs: String,
    /// What a page has in it of style and script.
    #[serde(skip)]
    pub page: PageHashes,
}

/// The one style element of a page, and the one script, as a Content-Security-Policy names
/// them: `sha256-…`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageHashes {
    /// The style; none where there is none, or not one alone.
    pub style: Option<String>,
    /// The script, likewise.
    pub script: Option<String>,
}

/// A file beside documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssetEntry {
    /// Where it lies in the output's folder.
    pub path: String,
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
}

impl AssetEntry {
    /// The entry of a file.
    pub fn of(path: &str, bytes: &[u8]) -> AssetEntry {
        AssetEntry {
            path: path.to_owned(),
            sha256: ContentHash::of(bytes).to_string(),
            bytes: bytes.len() as u64,
        }
    }
}

/// A memo that was not released.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusedMemo {
    /// The memo's path in its workspace; none from standard input.
    pub memo: Option<String>,
    /// Its stem.
    pub id: String,
    /// The codes of the findings that stop it.
    pub codes: Vec<String>,
    /// The older files of it that stay, by their paths.
    pub kept: Vec<String>,
}
