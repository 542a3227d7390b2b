//! What becomes of the output's folder: its manifest, and the files that are left over.

use super::Order;
use super::outcome::{Fate, MemoOutcome};
use crate::jobs;
use bimemo::diagnostic::Diagnostic;
use bimemo::press::manifest::{
    DocumentEntry, LeftOver, MANIFEST, Manifest, ManifestMerge, ManifestUpdate, RefusedMemo,
    RunScope, unreadable_manifest,
};
use bimemo::workspace::{ContentHash, Removal, Selection, WorkspaceError, WriteOutcome};
use std::collections::{BTreeMap, BTreeSet};

/// The size in bytes of the largest manifest that is read: of some million documents.
const MOST: u64 = 1 << 30;

/// What changed in the folder beside the memos' own files.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// The files that are left over, and whether they are no longer what was written.
    pub left: BTreeMap<String, bool>,
    /// The files that were removed, or would be.
    pub removed: BTreeSet<String>,
    /// Whether the manifest was written, or would be.
    pub manifest: bool,
    /// The SHA-256 of the manifest that lies there now, where that is known.
    pub hash: Option<String>,
}

impl Order<'_, '_> {
    /// Looks whether the folder's manifest can be read.
    ///
    /// Gives its hash, where that is the one which the last run left.
    pub(super) fn look_at_manifest(&self) -> Result<Option<String>, Box<Diagnostic>> {
        if let Some(run) = self.store.and_then(|store| store.run.as_ref()) {
            let hash = self.out.hash(MANIFEST).map(|hash| hash.to_string());
            if hash.as_ref() == Some(&run.manifest) {
                return Ok(hash);
            }
        }
        self.manifest().map(|_| None)
    }

    /// What the folder's manifest says; nothing where there is none.
    fn manifest(&self) -> Result<Manifest, Box<Diagnostic>> {
        let bytes = self.out.read(MANIFEST, MOST);
        let bytes = bytes.map_err(|error| Box::new(unreadable_manifest(&error)))?;
        let path = self.out.path().join(MANIFEST);
        bytes.map_or_else(
            || Ok(Manifest::default()),
            |bytes| Manifest::read(&path, &bytes),
        )
    }

    /// Adds to each memo that is not released the codes of what it shares with others.
    pub(super) fn add_shared_codes(
        &self,
        all: &mut [MemoOutcome<'_>],
        shared: &[Diagnostic],
        selection: &Selection,
    ) {
        for outcome in all.iter_mut().filter(|it| it.fate == Fate::Refused) {
            let clashes = selection.diagnostics.iter();
            let name = outcome.memo.name();
            let is_own = |it: &&Diagnostic| {
                let span = it.span.as_ref();
                span.is_some_and(|span| span.file().path() == name)
            };
            let stopping = shared.iter().chain(clashes.filter(is_own));
            let stopping = stopping.filter(|finding| self.is_stopped_by(finding));
            outcome.codes.extend(stopping.map(|it| it.code.id));
        }
    }

    /// Writes into the manifest what the run did, and removes what is left over where that
    /// is wanted. Another run may have written it since this one began.
    pub(super) fn conclude(
        &self,
        all: &[MemoOutcome<'_>],
        selection: &Selection,
        before: Option<String>,
    ) -> Result<Changes, WorkspaceError> {
        // The last run did the same, left nothing to do, and nobody wrote the list since.
        let run = self.store.and_then(|store| store.run.as_ref());
        if before.is_some() && run.is_some_and(|it| it.outcomes == self.digest(all, selection)) {
            return Ok(Changes {
                hash: before,
                ..Changes::default()
            });
        }
        let _lock = match self.check {
            true => None,
            false => Some(self.out.lock()?),
        };
        // It could be read when the run began. If somebody has spoilt it since, the run's own
        // list is better than none.
        let now = self.manifest().unwrap_or_default();
        let is_gone = |memo: &str| selection.lacks(memo);
        let exists = |path: &str| self.out.has(path);
        let released = all.iter().filter(|it| it.fate == Fate::Released);
        let released = released.map(|it| it.memo.path.clone()).collect();
        let scope = RunScope {
            released,
            is_gone: &is_gone,
            is_whole: selection.is_all(),
            langs: self.options.lang_tags().into_iter().collect(),
            formats: self.options.formats.iter().map(|it| it.id()).collect(),
        };
        let update = self.update_of(all, scope, &exists, &now);
        let (mut merge, left) = ManifestMerge::new(now, update);
        let mut changes = Changes::default();
        // What was not begun is no reason to remove anything.
        let clean = self.clean && jobs::stopped().is_none();
        for file in left {
            if self.is_gone(&file, clean, &mut changes)? {
                merge.drop(&file.path);
            }
        }
        for file in merge.idle_assets() {
            if self.is_gone(&file, clean, &mut changes)? {
                merge.drop(&file.path);
            }
        }
        let text = merge.finish().to_json();
        let outcome = self.put(MANIFEST, text.as_bytes())?;
        changes.manifest = outcome == WriteOutcome::Written;
        changes.hash = Some(ContentHash::of(text.as_bytes()).to_string());
        Ok(changes)
    }

    /// Removes a file that is left over, where that is wanted; says whether it is gone.
    fn is_gone(
        &self,
        file: &LeftOver,
        clean: bool,
        changes: &mut Changes,
    ) -> Result<bool, WorkspaceError> {
        let LeftOver {
            path,
            sha256,
            bytes,
        } = file;
        let removal = match clean && !self.check {
            true => self.out.remove(path, *bytes, sha256)?,
            false => self.out.would_remove(path, *bytes, sha256),
        };
        match removal {
            Removal::Absent => return Ok(true),
            Removal::Removed if clean => {
                changes.removed.insert(path.clone());
                return Ok(true);
            }
            Removal::Removed => changes.left.insert(path.clone(), false),
            Removal::Altered => changes.left.insert(path.clone(), true),
        };
        Ok(false)
    }

    /// What the run did, as the manifest hears of it.
    fn update_of<'a>(
        &self,
        all: &[MemoOutcome<'_>],
        scope: RunScope<'a>,
        exists: &'a dyn Fn(&str) -> bool,
        now: &Manifest,
    ) -> ManifestUpdate<'a> {
        let entries = all.iter().map(|it| it.entries.read());
        let (documents, assets): (Vec<_>, Vec<_>) = entries.unzip();
        let documents = documents.into_iter().flatten();
        let documents = documents.map(|it| match self.overtaken(&it, now) {
            Some(theirs) => DocumentEntry {
                page: now.pages.clone(),
                ..theirs.clone()
            },
            None => it,
        });
        let refused = all.iter().filter(|it| it.fate == Fate::Refused);
        let refused = refused.map(|it| RefusedMemo {
            memo: it.memo.path.clone(),
            id: it.memo.stem.clone(),
            codes: it.codes.iter().map(|code| (*code).to_owned()).collect(),
            kept: it.out_of_date.clone(),
        });
        ManifestUpdate {
            documents: documents.collect(),
            assets: assets.into_iter().flatten().collect(),
            refused: refused.collect(),
            scope,
            exists,
        }
    }

    /// What another run says of a document, where it wrote it after this run did.
    fn overtaken<'m>(&self, own: &DocumentEntry, now: &'m Manifest) -> Option<&'m DocumentEntry> {
        let theirs = now.documents.get(&own.path)?;
        if self.check || theirs.sha256 == own.sha256 {
            return None;
        }
        let lies_there = self
            .out
            .would_remove(&own.path, theirs.bytes, &theirs.sha256);
        (lies_there == Removal::Removed).then_some(theirs)
    }
}
