//! `manifest.json`: what lies in an output folder, for whoever publishes it. Its contract is
//! `docs/manifest.md`.

mod entries;
mod merge;
mod read;
mod write;

pub use entries::{
    AssetEntry, DocumentEntry, MANIFEST, Manifest, PROGRAM, PageHashes, RefusedMemo,
};
pub use merge::{LeftOver, ManifestMerge, ManifestUpdate, RunScope};
pub use read::unreadable_manifest;
