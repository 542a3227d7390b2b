//! What became of the memos, and how it is told.

use super::Order;
use super::folder::Changes;
use crate::terminal::Terminal;
use crate::words::{count, counted, said};
use bimemo::diagnostic::{Diagnostic, Show};
use bimemo::press;
use bimemo::press::manifest::{AssetEntry, DocumentEntry};
use bimemo::press::recall::{MemoRecord, RecalledEntries};
use bimemo::workspace::{MemoFile, WorkspaceError};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a memo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Its documents are what they should be.
    Released,
    /// Something is wrong with it.
    Refused,
    /// Not all of it could be written.
    Broken,
}

/// What the manifest is to say of a memo's files.
pub(super) enum Entries<'s> {
    /// They were made.
    Made(Vec<DocumentEntry>, Vec<AssetEntry>),
    /// They are what an earlier run made.
    Recalled(RecalledEntries<'s>),
}

impl Entries<'_> {
    /// The documents, and the files beside them.
    pub fn read(&self) -> (Vec<DocumentEntry>, Vec<AssetEntry>) {
        match self {
            Entries::Made(documents, assets) => (documents.clone(), assets.clone()),
            // It is checked as a whole when it is read.
            Entries::Recalled(recalled) => recalled.read().unwrap_or_default(),
        }
    }
}

/// What became of one memo.
pub(super) struct MemoOutcome<'s> {
    pub memo: MemoFile,
    pub fate: Fate,
    pub findings: Vec<Diagnostic>,
    /// The files that were written, or would be.
    pub written: Vec<String>,
    pub unchanged: usize,
    /// The files of it that were not written.
    pub missing: Vec<String>,
    pub entries: Entries<'s>,
    /// The hash of all that it was made from, where that is known.
    pub inputs: String,
    /// What is to be remembered of it, where that is something else than before.
    pub record: Option<MemoRecord>,
    /// The older files of a memo that is not released.
    pub out_of_date: Vec<String>,
    /// The codes that stop it.
    pub codes: BTreeSet<&'static str>,
    /// Why not all of it could be written.
    pub failed: Option<WorkspaceError>,
}

impl<'s> MemoOutcome<'s> {
    pub fn new(memo: &MemoFile, findings: Vec<Diagnostic>, fate: Fate) -> MemoOutcome<'s> {
        MemoOutcome {
            memo: memo.clone(),
            fate,
            findings,
            written: Vec::new(),
            unchanged: 0,
            missing: Vec::new(),
            entries: Entries::Made(Vec::new(), Vec::new()),
            inputs: String::new(),
            record: None,
            out_of_date: Vec::new(),
            codes: BTreeSet::new(),
            failed: None,
        }
    }
}

/// Whether a run that writes nothing would change something.
pub(super) fn would_change(all: &[MemoOutcome<'_>], folder: &Changes) -> bool {
    let files = all.iter().any(|outcome| !outcome.written.is_empty());
    files || folder.manifest || !folder.removed.is_empty()
}

/// The documents that are out of date, each with its memo: the first, where two have one
/// name.
fn old_documents<'a>(all: &'a [MemoOutcome<'_>]) -> BTreeMap<&'a str, &'a str> {
    let mut old = BTreeMap::new();
    for outcome in all {
        for name in &outcome.out_of_date {
            old.entry(name.as_str()).or_insert(outcome.memo.name());
        }
    }
    old
}

/// The files that would be written, each once: what documents share, many memos name.
fn to_write<'a>(all: &'a [MemoOutcome<'_>], folder: &Changes) -> BTreeSet<&'a str> {
    let files = all.iter().flat_map(|outcome| &outcome.written);
    let manifest = folder.manifest.then_some(press::manifest::MANIFEST);
    files.map(String::as_str).chain(manifest).collect()
}

/// What people are told on lines of their own, as findings.
pub(super) fn as_findings(
    all: &[MemoOutcome<'_>],
    folder: &Changes,
    order: &Order<'_, '_>,
) -> Vec<Diagnostic> {
    let path = |name: &str| order.out.path().join(name);
    let mut findings = Vec::new();
    for (name, memo) in old_documents(all) {
        findings.push(press::out_of_date(&path(name), memo));
    }
    for (name, is_altered) in &folder.left {
        findings.push(press::left_over(&path(name), *is_altered));
    }
    if order.check {
        let written = to_write(all, folder).into_iter();
        findings.extend(written.map(|name| press::would_change(&path(name), false)));
        let removed = folder.removed.iter();
        findings.extend(removed.map(|name| press::would_change(&path(name), true)));
    }
    findings
}

/// Tells what was done: how many memos, how many files, what is out of date.
pub(super) fn close(
    all: &[MemoOutcome<'_>],
    folder: &Changes,
    findings: &[Diagnostic],
    order: &Order<'_, '_>,
    terminal: &mut Terminal,
) {
    let out = order.out.path();
    let mut name = |phrase: &str, name: &str| {
        let file = out.join(name).display().to_string();
        terminal.say(&said(phrase, &[("file", &file)]));
    };
    for document in old_documents(all).keys() {
        name("out-of-date", document);
    }
    for (file, is_altered) in &folder.left {
        name(
            if *is_altered {
                "left-over-changed"
            } else {
                "left-over"
            },
            file,
        );
    }
    if order.check {
        for file in to_write(all, folder) {
            name("would-write", file);
        }
    }
    for file in &folder.removed {
        name(
            if order.check {
                "would-remove"
            } else {
                "removed"
            },
            file,
        );
    }
    let is_released = |outcome: &&MemoOutcome<'_>| outcome.fate == Fate::Released;
    let released = all.iter().filter(is_released).count();
    let written: usize = all.iter().map(|outcome| outcome.written.len()).sum();
    let unchanged: usize = all.iter().map(|outcome| outcome.unchanged).sum();
    let values: [(&str, &dyn Show); 5] = [
        ("memos", &counted("memos", released)),
        ("files", &counted("files", written + unchanged)),
        ("out", &out.display().to_string()),
        ("written", &written),
        ("unchanged", &unchanged),
    ];
    let mut line = said(if order.check { "to-render" } else { "rendered" }, &values);
    if !folder.removed.is_empty() {
        let removed = if order.check {
            "and-to-remove"
        } else {
            "and-removed"
        };
        line += &counted(removed, folder.removed.len());
    }
    let refused = all.iter().filter(|it| it.fate == Fate::Refused).count();
    if refused > 0 {
        line += &said("not-released", &[("memos", &counted("memos", refused))]);
    }
    let left = folder.left.iter().filter(|(_, is_altered)| !**is_altered);
    if left.count() > 0 {
        line += &said("clean-removes", &[]);
    }
    match count(findings).as_str() {
        "" => {}
        found => line += &format!(" ({found})"),
    }
    terminal.say(&line);
}
