//! Reading a manifest that an earlier run wrote, or somebody else.

use super::entries::{
    AssetEntry, DocumentEntry, MANIFEST, Manifest, PageHashes, RefusedMemo, SCHEMA,
};
use crate::diagnostic::{Diagnostic, Wording};
use crate::press::codes::UNREADABLE_MANIFEST;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;

/// The file as it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    schema: u64,
    #[serde(rename = "program")]
    _program: String,
    style: Option<String>,
    script: Option<String>,
    documents: Vec<DocumentEntry>,
    assets: Vec<AssetEntry>,
    not_released: Vec<RefusedMemo>,
}

/// What alone is read of a manifest of another form.
#[derive(Deserialize)]
struct OtherSchema {
    schema: u64,
    program: String,
}

impl Manifest {
    /// The manifest in the bytes of a file, which stands at `path`.
    ///
    /// # Errors
    /// The finding that this is none, none that this program can read, or one with paths that lead
    /// out of its folder.
    pub fn read(path: &Path, bytes: &[u8]) -> Result<Manifest, Box<Diagnostic>> {
        let file = path.display().to_string();
        let fault = |wording: Wording| Box::new(unplaced(wording));
        let read = serde_json::from_slice::<Written>(bytes);
        let other = serde_json::from_slice::<OtherSchema>(bytes).ok();
        if let Some(OtherSchema { schema, program }) = other
            && schema != SCHEMA
            && program.starts_with("bimemo ")
        {
            let schema = schema.to_string();
            let wording = UNREADABLE_MANIFEST.say("other", given!(file, schema, program));
            return Err(fault(wording));
        }
        let is_known = |written: &Written| written.schema == SCHEMA;
        let cause = match &read {
            Ok(_) => "it has another schema".to_owned(),
            Err(error) => error.to_string(),
        };
        let written = read.ok().filter(is_known);
        let written =
            written.ok_or_else(|| fault(UNREADABLE_MANIFEST.say("broken", given!(file, cause))))?;
        let paths = written.documents.iter().map(|it| &it.path);
        let mut paths = paths.chain(written.assets.iter().map(|it| &it.path));
        if let Some(path) = paths.find(|path| !is_inside(path)) {
            return Err(fault(
                UNREADABLE_MANIFEST.say("outside", given!(file, path)),
            ));
        }
        let refused = written.not_released.into_iter();
        let keyed = refused.map(|it| ((it.memo.clone(), it.id.clone()), it));
        Ok(Manifest {
            pages: PageHashes {
                style: written.style,
                script: written.script,
            },
            documents: by_path(written.documents, |it| &it.path),
            assets: by_path(written.assets, |it| &it.path),
            not_released: keyed.collect(),
        })
    }
}

fn by_path<T>(entries: Vec<T>, path: impl Fn(&T) -> &String) -> BTreeMap<String, T> {
    let keyed = entries.into_iter().map(|it| (path(&it).clone(), it));
    keyed.collect()
}

/// Whether a path is one of a file below the folder.
fn is_inside(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..");
    path != MANIFEST && path.split('/').all(is_name) && !path.contains(['\\', '\0'])
}

/// The finding that what stands in the manifest's place cannot be read at all.
pub fn unreadable_manifest(cause: &dyn Display) -> Diagnostic {
    let cause = cause.to_string();
    unplaced(UNREADABLE_MANIFEST.say("unreadable", given!(cause)))
}

/// A finding about a file that is none of the workspace's.
fn unplaced(wording: Wording) -> Diagnostic {
    Diagnostic::told(None, wording)
}
