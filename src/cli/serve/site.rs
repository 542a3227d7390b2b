//! What is served, and how it follows what is saved.

use super::content::Listeners;
use super::editor::Editor;
use super::hosts::Hosts;
use super::sets::Store;
use super::shelf::{Entry, Shelf};
use crate::jobs::{self, STACK};
use crate::saved::{Changes, Saves};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::Duration;
use tokio::sync::Mutex;

/// How long a signal to stop may wait for an answer.
const PATIENCE: Duration = Duration::from_millis(100);
/// How many memos are looked at before the desk is told.
const AT_ONCE: usize = 64;

/// What is served.
pub struct Site {
    shelf: RwLock<Arc<Shelf>>,
    /// The documents that are kept.
    pub store: Store,
    /// Who hears of saves.
    pub listeners: Listeners,
    /// Under which names it may be asked.
    pub hosts: Hosts,
    /// What a request that starts or writes something must know: another one at each start.
    pub token: String,
    /// The editor that the desk opens files in.
    pub editor: Option<Editor>,
    /// Who makes the manifest, which takes every document: one at a time.
    pub listing: Mutex<()>,
    /// On how many memos it works at once.
    pub threads: usize,
}

impl Site {
    /// A site of this workspace.
    pub fn new(shelf: Shelf, hosts: Hosts, editor: Option<Editor>, token: String) -> Site {
        Site {
            shelf: RwLock::new(Arc::new(shelf)),
            store: Store::default(),
            listeners: Listeners::default(),
            listing: Mutex::default(),
            threads: thread::available_parallelism()
                .map_or(1, usize::from)
                .max(2),
            hosts,
            token,
            editor,
        }
    }

    /// The workspace as it stands now.
    pub fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.shelf.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, shelf: Shelf) -> Arc<Shelf> {
        let shelf = Arc::new(shelf);
        let mut place = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        *place = Arc::clone(&shelf);
        shelf
    }

    fn is_current(&self, shelf: &Arc<Shelf>) -> bool {
        jobs::stopped().is_none() && Arc::ptr_eq(&self.shelf(), shelf)
    }

    /// Follows what is saved until a signal asks to stop; `look` is told when there are
    /// memos to look at.
    pub fn follow_all(&self, mut saves: Saves, look: Sender<Arc<Shelf>>) {
        while jobs::stopped().is_none() {
            if let Some(changes) = saves.next(PATIENCE)
                && let Some(shelf) = self.follow(&changes)
            {
                let looks = shelf.memos.values().filter_map(|entry| entry.known());
                let used = looks.flat_map(|look| look.asked.files.iter().map(String::as_str));
                saves.also(used);
                let _ = look.send(shelf);
            }
        }
    }

    fn follow(&self, changes: &Changes) -> Option<Arc<Shelf>> {
        let (shelf, affected) = self.shelf().after(changes)?;
        let shelf = self.put(shelf);
        let all = affected.len() == shelf.memos.len();
        self.listeners
            .tell("saved", &json!({ "all": all, "memos": affected }));
        // What a person waits for comes first.
        if !changes.is_shared() {
            self.look_at(&shelf, &affected);
        }
        Some(shelf)
    }

    /// Looks at what was not looked at, whenever that may be something.
    pub fn look_all(&self, shelves: Receiver<Arc<Shelf>>) {
        while jobs::stopped().is_none() {
            match shelves.recv_timeout(PATIENCE) {
                Ok(shelf) => self.look_through(&shelf),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn look_through(&self, shelf: &Arc<Shelf>) {
        let memos = shelf.memos.iter();
        let is_new = |(_, entry): &(&String, &Arc<Entry>)| entry.known().is_none();
        let left: Vec<String> = memos.filter(is_new).map(|(name, _)| name.clone()).collect();
        for memos in left.chunks(AT_ONCE) {
            // A newer shelf comes with its own call.
            if !self.is_current(shelf) {
                return;
            }
            self.look_at(shelf, memos);
        }
        if self.is_current(shelf) {
            shelf.look_at_whole();
            self.tell_looked(shelf);
        }
    }

    /// Looks at memos, as many at once as the machine has processors.
    fn look_at(&self, shelf: &Arc<Shelf>, memos: &[String]) {
        self.each(shelf, memos, |entry| {
            if self.is_current(shelf) {
                entry.look(shelf);
            }
        });
        self.tell_looked(shelf);
    }

    /// Does something with memos, as many at once as the machine has processors.
    pub fn each(&self, shelf: &Shelf, memos: &[String], what: impl Fn(&Entry) + Sync) {
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(name) = memos.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Some(entry) = shelf.memos.get(name) {
                    what(entry);
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..self.threads.min(memos.len()) {
                // Where the system gives no thread, the others do its work.
                let _ = thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, work);
            }
        });
    }

    fn tell_looked(&self, shelf: &Shelf) {
        let known = shelf.memos.values().filter(|entry| entry.known().is_some());
        let told = json!({ "looked": known.count(), "memos": shelf.memos.len() });
        self.listeners.tell("looked", &told);
    }
}
