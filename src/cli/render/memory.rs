//! What a run remembers of the last one, so that nothing is done twice.

use super::Order;
use super::folder::Changes;
use super::outcome::{Entries, Fate, MemoOutcome};
use bimemo::press::Options;
use bimemo::press::manifest::{AssetEntry, DocumentEntry};
use bimemo::press::recall::{KnownFile, MemoRecord, RunDigest};
use bimemo::workspace::{
    ContentHash, Inputs, MemoFile, OutputFolder, Removal, Selection, WorkspaceError, cache_folder,
    known_by,
};
use std::path::{Path, PathBuf};

/// The size in bytes of the largest file of what is remembered that is read.
const MOST: u64 = 1 << 30;

/// The file in which a run remembers.
pub(super) struct MemoryFile {
    folder: OutputFolder,
    name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

impl MemoryFile {
    /// The file for runs of a workspace into a folder with these options; none where nobody
    /// says where it may be.
    pub fn open(
        asked: Option<&Path>,
        root: &Path,
        out: &Path,
        options: &Options,
    ) -> Option<MemoryFile> {
        let folder: PathBuf = asked.map(Path::to_owned).or_else(cache_folder)?;
        let told = format!("{:?} {:?} {options:?}", known_by(root), known_by(out));
        let name = format!("{}.render", ContentHash::of(told.as_bytes()));
        let folder = OutputFolder::at(&folder).without_waiting();
        let bytes = folder.read(&name, MOST).ok().flatten();
        Some(MemoryFile {
            folder,
            name,
            bytes: bytes.unwrap_or_default(),
        })
    }

    /// Writes what the next run is to know.
    pub fn write(&self, bytes: &[u8]) -> Result<(), WorkspaceError> {
        self.folder.write_if_changed(&self.name, bytes)?;
        self.folder.finish()
    }
}

impl<'s> Order<'_, 's> {
    /// What became of a memo in an earlier run, where nothing of it has changed and its
    /// files are as they were.
    pub(super) fn recall(&self, memo: &MemoFile) -> Option<MemoOutcome<'s>> {
        let store = self.store?;
        let mut recalled = store.recall(memo.path.as_deref()?)?;
        if self.stops(&recalled.findings) {
            let findings = std::mem::take(&mut recalled.findings);
            let mut outcome = self.refuse(memo, findings);
            outcome.inputs = recalled.answers.clone();
            return Some(outcome);
        }
        let mut is_new = false;
        for file in recalled.files() {
            is_new |= self.is_as_it_was(file)?;
        }
        let findings = std::mem::take(&mut recalled.findings);
        let mut outcome = MemoOutcome::new(memo, findings, Fate::Released);
        outcome.unchanged = recalled.files().len();
        outcome.inputs = recalled.answers.clone();
        if is_new {
            outcome.record = recalled.again(memo.path.as_deref()?, store);
        }
        outcome.entries = Entries::Recalled(recalled.kept);
        Some(outcome)
    }

    /// Whether a file is seen to be as it was only now, by its content; none where it is
    /// another.
    fn is_as_it_was(&self, file: &mut KnownFile) -> Option<bool> {
        let seen = self.out.seen(&file.name)?;
        if file.seen == Some(seen) && !self.verify {
            return Some(false);
        }
        let held = self.out.would_remove(&file.name, file.bytes, &file.sha256);
        if held != Removal::Removed {
            return None;
        }
        let is_new = file.seen != Some(seen);
        file.seen = Some(seen);
        Some(is_new)
    }

    /// What is to be remembered of a memo that was rendered.
    pub(super) fn record(
        &self,
        outcome: &MemoOutcome<'_>,
        inputs: &Inputs,
        documents: &[DocumentEntry],
        assets: &[AssetEntry],
    ) -> Option<MemoRecord> {
        if self.store.is_none() || self.check || outcome.fate == Fate::Broken {
            return None;
        }
        let is_written = outcome.fate == Fate::Released;
        let seen = |name: &str| self.out.seen(name).filter(|_| is_written);
        let (memo, findings) = (outcome.memo.path.as_deref()?, &outcome.findings);
        Some(MemoRecord::new(
            memo, inputs, documents, assets, findings, &seen,
        ))
    }

    /// The hash of what became of each memo.
    pub(super) fn digest(&self, all: &[MemoOutcome<'_>], selection: &Selection) -> String {
        let told = all.iter().map(|outcome| {
            let MemoOutcome {
                memo,
                fate,
                inputs,
                codes,
                out_of_date,
                ..
            } = outcome;
            format!("{memo:?} {fate:?} {inputs} {codes:?} {out_of_date:?}")
        });
        let whole = format!("{:?} {}", selection.folders, selection.whole);
        let told: Vec<String> = told.chain([whole]).collect();
        ContentHash::of_parts(told.iter().map(|it| it.as_bytes())).to_string()
    }

    /// Writes down what the next run is to know, where that is something else than before.
    pub(super) fn remember(
        &self,
        memory: &MemoryFile,
        all: &mut [MemoOutcome<'_>],
        changes: &Changes,
        selection: &Selection,
    ) -> Result<(), WorkspaceError> {
        let Some(store) = self.store.filter(|_| !self.check) else {
            return Ok(());
        };
        let is_whole = all.len() == selection.memos.len();
        let is_broken = all.iter().any(|it| it.fate == Fate::Broken);
        let is_settled = is_whole && !is_broken && changes.left.is_empty();
        let outcomes = self.digest(all, selection);
        let manifest = changes.hash.clone().filter(|_| is_settled);
        let run = manifest.map(|manifest| RunDigest { outcomes, manifest });
        let records: Vec<MemoRecord> = all.iter_mut().filter_map(|it| it.record.take()).collect();
        if records.is_empty() && run == store.run {
            return Ok(());
        }
        let is_there = |memo: &str| !selection.lacks(memo);
        memory.write(&store.write(&records, run, &is_there))
    }
}
