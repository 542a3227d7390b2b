//! The workspace as it stands: what all memos share, and for each memo what is known of it.
//! A shelf never changes; a save makes another one, on which what the save does not affect
//! stands as it was.

use super::deliver::Representation;
use super::listing::Listing;
use super::sets::Sets;
use crate::jobs::guarded;
use crate::saved::Changes;
use bimemo::diagnostic::Diagnostic;
use bimemo::document::Document;
use bimemo::document::inline::plain_text;
use bimemo::lang::Lang;
use bimemo::press::{self, Press, Release};
use bimemo::workspace::{Asked, MemoFile, Selection, Workspace};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The workspace at one time.
pub struct Shelf {
    /// Its files.
    pub workspace: Workspace,
    /// What all memos share.
    pub press: Arc<Press>,
    /// What is wrong with that.
    pub shared: Arc<Vec<Diagnostic>>,
    /// Which memos there are, and which of them may not be written.
    pub selection: Arc<Selection>,
    /// The memos by their paths.
    pub memos: BTreeMap<String, Arc<Entry>>,
    /// The path of the memo of an id; of two the first.
    ids: BTreeMap<String, String>,
    /// What is wrong with the workspace as a whole; found when every memo was looked at.
    pub whole: OnceLock<Vec<Diagnostic>>,
    /// The manifest; made when it is first asked for.
    pub manifest: OnceLock<Representation>,
}

/// What is known of a memo, until something that it is made of is saved.
pub struct Entry {
    /// Its file.
    pub memo: MemoFile,
    /// What was made of it.
    pub sets: Sets,
    /// What the manifest says of it.
    pub listing: OnceLock<Listing>,
    look: OnceLock<Look>,
}

/// What a memo comes to.
#[derive(Default)]
pub struct Look {
    /// Its date, ISO 8601; empty where it cannot be read.
    pub date: String,
    /// What it is about, in each language that it exists in.
    pub subjects: Vec<(Lang, String)>,
    /// What became of it: `withdrawn`, `superseded`, `corrected`.
    pub status: Option<&'static str>,
    /// Its classification as it is printed in each of them.
    pub classifications: Vec<(Lang, String)>,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
    /// Which exceptions of the settings it needed.
    pub composition: press::Composition,
    /// What it is made of.
    pub asked: Asked,
}

impl Entry {
    fn new(memo: MemoFile) -> Arc<Entry> {
        Arc::new(Entry {
            memo,
            sets: Sets::default(),
            listing: OnceLock::new(),
            look: OnceLock::new(),
        })
    }

    /// What is known already.
    pub fn known(&self) -> Option<&Look> {
        self.look.get()
    }

    /// What the memo comes to; it is looked at where it was not.
    pub fn look(&self, shelf: &Shelf) -> &Look {
        self.look.get_or_init(|| {
            let name = self.memo.name();
            guarded(|| self.examine(shelf)).unwrap_or_else(|words| Look {
                findings: vec![press::internal_fault(name, &words)],
                ..Look::default()
            })
        })
    }

    fn examine(&self, shelf: &Shelf) -> Look {
        let (watched, inputs) = shelf.workspace.watched();
        let mut composition = shelf.press.examine_documents(&watched, &self.memo);
        let documents = std::mem::take(&mut composition.documents);
        let mut findings = std::mem::take(&mut composition.diagnostics);
        shelf.press.let_go(&self.memo, &mut findings);
        press::put_in_order(&mut findings);
        let subject = |document: &Document| (document.lang, plain_text(&document.subject.inlines));
        let first = documents.first();
        let classification = |it: &Document| {
            let words = it.classification.as_ref()?;
            Some((it.lang, plain_text(&words.inlines)))
        };
        Look {
            date: first.map(|it| it.date.clone()).unwrap_or_default(),
            subjects: documents.iter().map(subject).collect(),
            status: first.and_then(|it| Some(it.status.as_ref()?.state)),
            classifications: documents.iter().filter_map(classification).collect(),
            findings,
            composition: composition.without_documents(),
            asked: inputs.asked(),
        }
    }

    /// Whether changes may make it come to something else.
    fn is_affected(&self, changes: &Changes) -> bool {
        // What it is made of is not known yet.
        let Some(look) = self.look.get() else {
            return true;
        };
        let asked = &look.asked;
        asked.files.iter().any(|path| changes.paths.contains(path))
            || asked.folders.iter().any(|folder| changes.lists(folder))
    }
}

impl Shelf {
    /// A workspace, of which nothing is looked at yet.
    pub fn of(workspace: Workspace) -> Shelf {
        let selection = workspace.select_all();
        let (press, shared) = Press::load(&workspace);
        let entries = selection.memos.iter();
        let entry = |memo: &MemoFile| (memo.name().to_owned(), Entry::new(memo.clone()));
        Shelf {
            memos: entries.map(entry).collect(),
            ids: ids(&selection),
            selection: Arc::new(selection),
            press: Arc::new(press),
            shared: Arc::new(shared),
            whole: OnceLock::new(),
            manifest: OnceLock::new(),
            workspace,
        }
    }

    /// The shelf after changes, and the paths of the memos that they affect; nothing where
    /// they affect none and leave no memo out.
    pub fn after(&self, changes: &Changes) -> Option<(Shelf, Vec<String>)> {
        if changes.is_shared() {
            let anew = Shelf::of(self.workspace.clone());
            let all = anew.memos.keys().cloned().collect();
            return Some((anew, all));
        }
        let selection = match changes.listed.is_empty() {
            true => Arc::clone(&self.selection),
            false => Arc::new(self.workspace.select_all()),
        };
        let is_memo = |path: &str| selection.memos.iter().any(|memo| memo.name() == path);
        let was_and_is = |path: &str| self.memos.contains_key(path) && is_memo(path);
        let changes = &changes.clone().knowing(was_and_is);
        let mut memos = BTreeMap::new();
        let mut affected = Vec::new();
        for memo in &selection.memos {
            let name = memo.name().to_owned();
            let kept = self.memos.get(&name).filter(|entry| {
                let same = self.selection.has_clash(memo) == selection.has_clash(memo);
                same && !entry.is_affected(changes)
            });
            let entry = kept.cloned().unwrap_or_else(|| {
                affected.push(name.clone());
                Entry::new(memo.clone())
            });
            memos.insert(name, entry);
        }
        if affected.is_empty() && memos.len() == self.memos.len() {
            return None;
        }
        let anew = Shelf {
            workspace: self.workspace.clone(),
            press: Arc::clone(&self.press),
            shared: Arc::clone(&self.shared),
            whole: OnceLock::new(),
            manifest: OnceLock::new(),
            ids: ids(&selection),
            selection,
            memos,
        };
        Some((anew, affected))
    }

    /// The memo of an id; the first in the order of paths, where two have one.
    pub fn of_id(&self, id: &str) -> Option<&Arc<Entry>> {
        self.memos.get(self.ids.get(id)?)
    }

    /// Whether anything that all memos share stops them.
    pub fn is_stopped(&self, release: Release) -> bool {
        press::stops(&self.shared, release)
    }

    /// What keeps a memo from being written for its name.
    pub fn clashes(&self, memo: &MemoFile) -> Vec<Diagnostic> {
        let all = self.selection.diagnostics.iter();
        let is_its = |it: &&Diagnostic| {
            let file = it.span.as_ref().map(|span| span.file().path());
            file == memo.path.as_deref()
        };
        all.filter(is_its).cloned().collect()
    }

    /// What is wrong with the workspace as a whole: its messages, and exceptions that
    /// nothing needs. Every memo must have been looked at.
    pub fn look_at_whole(&self) -> &[Diagnostic] {
        self.whole.get_or_init(|| {
            let memos = &self.selection.memos;
            let checked = guarded(|| {
                let locales = self.press.check_locales(&self.workspace, memos);
                let looks = self.memos.values().map(|entry| entry.look(self));
                let compositions = looks.map(|look| &look.composition).chain([&locales]);
                let mut found = self.press.unused_exceptions(compositions);
                found.extend(locales.diagnostics);
                found
            });
            checked.unwrap_or_else(|words| vec![press::internal_fault("locales", &words)])
        })
    }
}

/// The paths of memos by their ids; of two memos of one id the first.
fn ids(selection: &Selection) -> BTreeMap<String, String> {
    let memos = selection.memos.iter().rev();
    let named = memos.map(|memo| (memo.stem.clone(), memo.name().to_owned()));
    named.collect()
}
