//! What a piece of work was told when it asked for files: where all of it is the same
//! again, so is what comes of it.

use super::Workspace;
use super::content_hash::ContentHash;
use super::files::{FileSystem, FolderListing, Unreadable};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// What a piece of work asked of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Question {
    /// The bytes of a file, so many of them at most.
    Read(String, u64),
    /// Whether something is there.
    Has(String),
    /// Whether a path leads out of the workspace.
    LeadsOutside(String),
    /// What lies in a folder.
    Walk(String),
    /// What stands on standard input.
    Stdin,
}

/// The files and folders that were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Files that were read or looked for, whether or not they are there, by their paths.
    pub files: BTreeSet<String>,
    /// Folders of which it was asked what lies in them.
    pub folders: BTreeSet<String>,
}

/// Everything that was asked so far, with the hash of each answer.
#[derive(Debug, Default)]
pub struct Inputs {
    asked: Mutex<BTreeMap<Question, ContentHash>>,
}

impl Inputs {
    /// One hash of all that was asked and answered.
    pub fn hash(&self) -> ContentHash {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        hash_of_all(asked.iter().map(|(question, answer)| (question, *answer)))
    }

    /// All that was asked, in order.
    pub fn questions(&self) -> Vec<Question> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.keys().cloned().collect()
    }

    /// The files and folders that were asked for so far.
    pub fn asked(&self) -> Asked {
        let mut all = Asked::default();
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        for question in asked.keys() {
            match question {
                Question::Read(path, _) | Question::Has(path) | Question::LeadsOutside(path) => {
                    all.files.insert(path.clone());
                }
                Question::Walk(folder) => {
                    all.folders.insert(folder.clone());
                }
                Question::Stdin => {}
            }
        }
        all
    }

    pub(super) fn note(&self, question: Question, answer: ContentHash) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.insert(question, answer);
    }
}

fn hash_of_all<'q>(asked: impl Iterator<Item = (&'q Question, ContentHash)>) -> ContentHash {
    let told: Vec<(String, ContentHash)> = asked
        .map(|(question, answer)| (format!("{question:?}"), answer))
        .collect();
    ContentHash::of_parts(told.iter().flat_map(|(question, answer)| {
        let answer: &[u8] = answer.as_bytes();
        [question.as_bytes(), answer]
    }))
}

/// Asks a workspace what was asked before. What lies in a folder is asked once.
#[derive(Debug)]
pub struct Asking<'a> {
    workspace: &'a Workspace,
    walks: Mutex<BTreeMap<String, ContentHash>>,
}

impl<'a> Asking<'a> {
    /// Asks this workspace.
    pub fn new(workspace: &'a Workspace) -> Asking<'a> {
        Asking {
            workspace,
            walks: Mutex::default(),
        }
    }

    /// The hash of all answers, which is [`Inputs::hash`] where all are what they were; none
    /// where something cannot be asked twice.
    pub fn again(&self, asked: &[Question]) -> Option<ContentHash> {
        let answers = asked.iter();
        let answers = answers.map(|question| Some((question, self.answer(question)?)));
        let answers: Option<Vec<_>> = answers.collect();
        Some(hash_of_all(answers?.into_iter()))
    }

    fn answer(&self, question: &Question) -> Option<ContentHash> {
        let files = &self.workspace.files;
        Some(match question {
            Question::Read(path, most) => hash_of_read(&files.read_at_most(path, *most)),
            Question::Has(path) => hash_of_fact(files.has(path)),
            Question::LeadsOutside(path) => hash_of_fact(files.leads_outside(path)),
            Question::Walk(folder) => {
                let known = || self.walks.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(answer) = known().get(folder) {
                    return Some(*answer);
                }
                let answer = hash_of_listing(&files.walk(folder));
                known().insert(folder.clone(), answer);
                answer
            }
            Question::Stdin => return None,
        })
    }
}

/// A file system that notes what it is asked.
#[derive(Debug)]
pub(super) struct Watched {
    pub files: Arc<dyn FileSystem>,
    pub inputs: Arc<Inputs>,
}

/// The hash of an answer: of a file's bytes, that there is none, or why it cannot be read.
fn hash_of_read(read: &Result<Option<Vec<u8>>, Unreadable>) -> ContentHash {
    match read {
        Ok(Some(bytes)) => ContentHash::of_parts([b"there".as_slice(), bytes]),
        Ok(None) => ContentHash::of(b"absent"),
        Err(unreadable) => ContentHash::of(format!("{unreadable:?}").as_bytes()),
    }
}

fn hash_of_fact(is_so: bool) -> ContentHash {
    ContentHash::of(&[u8::from(is_so)])
}

/// The hash of what lies in a folder.
fn hash_of_listing(listing: &FolderListing) -> ContentHash {
    // The order in which a disk lists its names means nothing.
    let mut names: Vec<&str> = listing.files.iter().map(String::as_str).collect();
    names.sort_unstable();
    let mut unreadable: Vec<String> = listing
        .unreadable
        .iter()
        .map(|it| format!("{it:?}"))
        .collect();
    unreadable.sort_unstable();
    let told = names
        .into_iter()
        .chain(unreadable.iter().map(String::as_str));
    ContentHash::of_parts(told.map(str::as_bytes))
}

impl FileSystem for Watched {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        self.read_at_most(path, u64::MAX)
    }

    fn read_at_most(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        let read = self.files.read_at_most(path, most);
        let question = Question::Read(path.to_owned(), most);
        self.inputs.note(question, hash_of_read(&read));
        read
    }

    fn walk(&self, folder: &str) -> FolderListing {
        let listing = self.files.walk(folder);
        let question = Question::Walk(folder.to_owned());
        self.inputs.note(question, hash_of_listing(&listing));
        listing
    }

    fn has(&self, path: &str) -> bool {
        let has = self.files.has(path);
        let question = Question::Has(path.to_owned());
        self.inputs.note(question, hash_of_fact(has));
        has
    }

    fn leads_outside(&self, path: &str) -> bool {
        let leads = self.files.leads_outside(path);
        let question = Question::LeadsOutside(path.to_owned());
        self.inputs.note(question, hash_of_fact(leads));
        leads
    }

    fn root(&self) -> Option<&Path> {
        self.files.root()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn what_is_asked_is_known_whether_or_not_it_is_there() {
        let files = BTreeMap::from([("memos/a.yaml".to_owned(), b"x".to_vec())]);
        let (workspace, inputs) = Workspace::of(files).watched();
        assert!(workspace.text("memos/a.yaml").is_ok_and(|it| it.is_some()));
        assert!(!workspace.has("memos/none.png"));
        assert_eq!(workspace.siblings("memos"), ["memos/a.yaml"]);
        let asked = inputs.asked();
        let files: Vec<&str> = asked.files.iter().map(String::as_str).collect();
        assert_eq!(files, ["memos/a.yaml", "memos/none.png"]);
        assert_eq!(asked.folders, BTreeSet::from(["memos".to_owned()]));
    }
}
