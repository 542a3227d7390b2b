//! What a run makes of a manifest: its own entries stand for older ones, and those outside
//! of its scope stay.

use super::entries::{AssetEntry, DocumentEntry, Manifest, PageHashes, RefusedMemo};
use crate::lang::Lang;
use crate::press::Format;
use std::collections::{BTreeMap, BTreeSet};

/// What a run could have made: documents of its memos in its languages, formats and layout.
pub struct RunScope<'a> {
    /// The memos that the run released, by their paths; none is standard input.
    pub released: BTreeSet<Option<String>>,
    /// Whether a memo of this path would have been one of the run's, and is not there.
    pub is_gone: &'a dyn Fn(&str) -> bool,
    /// Whether every memo of the workspace was one of the run's.
    pub is_whole: bool,
    /// The languages as documents name them.
    pub langs: BTreeSet<&'static str>,
    /// The formats by their names.
    pub formats: BTreeSet<&'static str>,
}

/// What a run did.
pub struct ManifestUpdate<'a> {
    /// The documents that it made.
    pub documents: Vec<DocumentEntry>,
    /// The files beside them.
    pub assets: Vec<AssetEntry>,
    /// The memos that it did not release. What is `kept` of them need name only the files
    /// that no manifest lists.
    pub refused: Vec<RefusedMemo>,
    /// What it could have made.
    pub scope: RunScope<'a>,
    /// Whether a file lies in the folder.
    pub exists: &'a dyn Fn(&str) -> bool,
}

/// A manifest into which a run's doings are merged.
pub struct ManifestMerge<'a> {
    manifest: Manifest,
    scope: RunScope<'a>,
    /// The paths of the run's documents.
    made: BTreeSet<String>,
    /// The assets that a document needed which is made anew or dropped.
    freed: BTreeSet<String>,
}

/// A listed file that the run's scope makes no longer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOver {
    /// Where it lies in the output's folder.
    pub path: String,
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
}

impl RunScope<'_> {
    /// Whether a memo's documents are what the run says they are: it released the memo, or
    /// there is no such memo.
    fn decides(&self, memo: Option<&str>) -> bool {
        let is_released = self.released.contains(&memo.map(str::to_owned));
        is_released || memo.is_some_and(|memo| (self.is_gone)(memo))
    }

    fn covers(&self, entry: &DocumentEntry) -> bool {
        self.langs.contains(entry.lang.as_str())
            && self.formats.contains(entry.format.as_str())
            && self.decides(entry.memo.as_deref())
    }
}

impl<'a> ManifestMerge<'a> {
    /// Puts what a run did in place of what a manifest says, and gives the documents that
    /// the run's scope makes no longer. They stay listed until they are dropped.
    pub fn new(
        mut manifest: Manifest,
        update: ManifestUpdate<'a>,
    ) -> (ManifestMerge<'a>, Vec<LeftOver>) {
        let made: BTreeSet<String> = update.documents.iter().map(|it| it.path.clone()).collect();
        refuse(&mut manifest, &update, &made);
        let scope = update.scope;
        let kept = manifest.not_released.values().flat_map(|it| &it.kept);
        let kept: BTreeSet<&String> = kept.collect();
        let older = manifest.documents.values();
        let older = older.filter(|it| !made.contains(&it.path) && !kept.contains(&it.path));
        let left = older.filter(|it| scope.covers(it));
        let left = left
            .map(|it| LeftOver::new(&it.path, &it.sha256, it.bytes))
            .collect();
        let replaced = made.iter().filter_map(|it| manifest.documents.get(it));
        let freed = replaced.flat_map(|it| it.assets.clone()).collect();
        for document in update.documents {
            manifest.documents.insert(document.path.clone(), document);
        }
        for asset in update.assets {
            manifest.assets.insert(asset.path.clone(), asset);
        }
        let merge = ManifestMerge {
            manifest,
            scope,
            made,
            freed,
        };
        (merge, left)
    }

    /// Drops a file that is gone from the folder.
    pub fn drop(&mut self, path: &str) {
        let dropped = self.manifest.documents.remove(path);
        self.freed
            .extend(dropped.into_iter().flat_map(|it| it.assets));
        self.manifest.assets.remove(path);
    }

    /// The assets that no document needs any more and that are the run's to say of.
    pub fn idle_assets(&self) -> Vec<LeftOver> {
        let documents = || self.manifest.documents.values();
        let needed: BTreeSet<&String> = documents().flat_map(|it| &it.assets).collect();
        let refused = self.manifest.not_released.values();
        let refused: BTreeSet<&str> = refused.map(|it| it.id.as_str()).collect();
        let decided: BTreeMap<&str, bool> = documents()
            .map(|it| (it.id.as_str(), self.scope.decides(it.memo.as_deref())))
            .collect();
        let is_of_run = |path: &String| {
            // The copies of a memo's files lie in a folder of its name.
            let id = path.split('/').next().unwrap_or_default();
            let decides = decided.get(id).copied().unwrap_or(self.scope.is_whole);
            !refused.contains(id) && (decides || self.freed.contains(path))
        };
        let idle = self.manifest.assets.values();
        idle.filter(|it| !needed.contains(&it.path) && is_of_run(&it.path))
            .map(|it| LeftOver::new(&it.path, &it.sha256, it.bytes))
            .collect()
    }

    /// The manifest of the folder as it is now.
    pub fn finish(mut self) -> Manifest {
        self.manifest.pages = self.common_pages();
        pair(&mut self.manifest.documents);
        self.manifest
    }

    /// What all pages in the folder have in common: those of the run, and the older ones
    /// that stay.
    fn common_pages(&self) -> PageHashes {
        let pages = self.manifest.documents.values();
        let pages = pages.filter(|it| it.format == Format::Html.id());
        let (new, older): (Vec<_>, Vec<_>) = pages.partition(|it| self.made.contains(&it.path));
        let known = older.first().map(|_| &self.manifest.pages);
        let all: Vec<&PageHashes> = new.into_iter().map(|it| &it.page).chain(known).collect();
        let common = |of: fn(&PageHashes) -> &Option<String>| {
            let (first, others) = all.split_first()?;
            let same = others.iter().all(|it| of(it) == of(first));
            of(first).clone().filter(|_| same)
        };
        PageHashes {
            style: common(|it| &it.style),
            script: common(|it| &it.script),
        }
    }
}

impl LeftOver {
    fn new(path: &str, sha256: &str, bytes: u64) -> LeftOver {
        LeftOver {
            path: path.to_owned(),
            sha256: sha256.to_owned(),
            bytes,
        }
    }
}

/// Says of each document which one is its other language's.
fn pair(documents: &mut BTreeMap<String, DocumentEntry>) {
    let key = |it: &DocumentEntry, lang: &str| {
        let (memo, id, format) = (it.memo.clone(), it.id.clone(), it.format.clone());
        (memo, id, format, lang.to_owned())
    };
    let all = documents.values();
    let paths: BTreeMap<_, String> = all.map(|it| (key(it, &it.lang), it.path.clone())).collect();
    for it in documents.values_mut() {
        let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == it.lang);
        let other = lang.map(|lang| key(it, lang.other().tag()));
        it.counterpart = other.and_then(|other| paths.get(&other).cloned());
    }
}

/// Notes the memos that a run did not release, and forgets those that it did, but for files
/// outside of its scope that are still older.
fn refuse(manifest: &mut Manifest, update: &ManifestUpdate<'_>, made: &BTreeSet<String>) {
    let scope = &update.scope;
    let documents = &manifest.documents;
    let is_older = |path: &String| {
        let listed = documents.get(path);
        !made.contains(path) && listed.is_some_and(|it| !scope.covers(it))
    };
    manifest.not_released.retain(|(memo, _), refused| {
        if scope.released.contains(memo) {
            refused.kept.retain(is_older);
            return !refused.kept.is_empty();
        }
        !memo.as_deref().is_some_and(|memo| (scope.is_gone)(memo))
    });
    for refused in &update.refused {
        let key = (refused.memo.clone(), refused.id.clone());
        let before = manifest.not_released.remove(&key);
        let listed = documents.values().filter(|it| it.id == refused.id);
        let mut kept: BTreeSet<String> = listed.map(|it| it.path.clone()).collect();
        kept.extend(before.into_iter().flat_map(|it| it.kept));
        kept.extend(refused.kept.iter().cloned());
        kept.retain(|path| (update.exists)(path));
        let refused = RefusedMemo {
            kept: kept.into_iter().collect(),
            ..refused.clone()
        };
        manifest.not_released.insert(key, refused);
    }
}
