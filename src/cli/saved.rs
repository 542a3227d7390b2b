//! What is saved in a workspace, as the system tells it: the many events of one save, and of
//! a burst of saves, settled to one change.
//!
//! Folders are watched, never files: an editor that writes another file and gives it the
//! name of the first leaves nothing of the file that was there.

use notify::event::{EventKind, ModifyKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// For how long nothing more must be saved before a change is whole.
const QUIET: Duration = Duration::from_millis(20);
/// After how long it is taken for whole all the same.
const LONGEST: Duration = Duration::from_millis(400);
/// How often folders are looked through where the system tells nothing.
const POLL: Duration = Duration::from_millis(500);

/// The folders of a workspace that are watched with all below them. Of the root itself only
/// what lies in it: beside a workspace there may be whole trees of other things.
const FOLDERS: [&str; 3] = ["memos", "locales", "templates"];
/// What all memos share: these files, and the folders of words and templates.
const SHARED: [&str; 2] = ["bimemo.yaml", "directory.yaml"];

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files and folders, by their paths in the workspace.
    pub paths: BTreeSet<String>,
    /// Those among them that came, went or were renamed.
    pub listed: BTreeSet<String>,
    /// Whether anything may have changed: the system lost count.
    pub unknown: bool,
}

impl Changes {
    /// Whether what all memos share may have changed.
    pub fn is_shared(&self) -> bool {
        self.unknown || self.paths.iter().any(|path| is_shared(path))
    }

    /// Whether what lies in a folder may be something else now.
    pub fn lists(&self, folder: &str) -> bool {
        self.listed.iter().any(|path| is_below(path, folder))
    }

    /// The same, knowing which files were there before and are now: one that was saved by
    /// giving its name to another neither came nor went.
    #[must_use]
    pub fn knowing(mut self, was_and_is: impl Fn(&str) -> bool) -> Changes {
        self.listed.retain(|path| !was_and_is(path));
        self
    }

    fn add(&mut self, event: &Event, path: String) {
        let lists = match event.kind {
            EventKind::Create(_) | EventKind::Remove(_) | EventKind::Any => true,
            EventKind::Modify(kind) => matches!(kind, ModifyKind::Name(_) | ModifyKind::Any),
            _ => false,
        };
        if lists && !is_theirs(&path) {
            self.listed.insert(path.clone());
        }
        self.paths.insert(path);
    }
}

/// Whether it is what editors put beside a file while it is open.
fn is_theirs(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with('.') || name.ends_with('~')
}

fn is_shared(path: &str) -> bool {
    let inside = ["locales", "templates"].iter().any(|it| is_below(path, it));
    !is_theirs(path) && (SHARED.contains(&path) || inside)
}

/// Whether a path is this folder's, or lies in it.
pub fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty()
        || path
            .strip_prefix(folder)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What tells of saves in a workspace.
pub struct Saves {
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
    /// The root as the system may name it: behind links.
    real: PathBuf,
    watched: BTreeSet<PathBuf>,
}

impl Saves {
    /// Watches the workspace in the folder `root`, an absolute path. Where the system cannot
    /// tell of saves (it has a limit of watches, and some file systems tell nothing), the
    /// folders are looked through again and again.
    ///
    /// # Errors
    /// Where the folder cannot be watched in either way.
    pub fn of(root: &Path) -> notify::Result<Saves> {
        let (sender, events) = channel();
        let watcher: Box<dyn Watcher + Send> = match told(&sender) {
            Ok(watcher) => Box::new(watcher),
            Err(_) => Box::new(looked(&sender)?),
        };
        let mut saves = Saves {
            watcher,
            events,
            root: root.to_owned(),
            real: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
            watched: BTreeSet::new(),
        };
        if saves.cover().is_err() {
            saves.watcher = Box::new(looked(&sender)?);
            saves.watched.clear();
            saves.cover()?;
        }
        Ok(saves)
    }

    /// Watches the root and the workspace's folders, as far as they are there.
    fn cover(&mut self) -> notify::Result<()> {
        let root = self.root.clone();
        self.watch(&root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|name| root.join(name)) {
            if folder.is_dir() {
                self.watch(&folder, RecursiveMode::Recursive)?;
            } else {
                self.watched.remove(&folder);
            }
        }
        Ok(())
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> notify::Result<()> {
        if self.watched.contains(folder) {
            return Ok(());
        }
        self.watcher.watch(folder, mode)?;
        self.watched.insert(folder.to_owned());
        Ok(())
    }

    /// Watches the folders of these files, too: pictures and other files that memos use
    /// may lie anywhere in the workspace.
    pub fn also<'p>(&mut self, files: impl IntoIterator<Item = &'p str>) {
        let folders = files.into_iter().map(|file| file.rsplit_once('/'));
        let folders: BTreeSet<&str> = folders.flatten().map(|(folder, _)| folder).collect();
        for folder in folders {
            let watched = FOLDERS.iter().any(|it| is_below(folder, it));
            let path = self.root.join(folder);
            if !watched && path.is_dir() {
                // Without it a save of that file alone is not noticed.
                let _ = self.watch(&path, RecursiveMode::NonRecursive);
            }
        }
    }

    /// What was saved, once nothing more is saved for a moment; nothing where nothing is for
    /// so long.
    pub fn next(&mut self, patience: Duration) -> Option<Changes> {
        let mut changes = Changes::default();
        let first = match self.events.recv_timeout(patience) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => return None,
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(patience);
                return None;
            }
        };
        self.note(first, &mut changes);
        let begun = Instant::now();
        while begun.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => self.note(event, &mut changes),
                Err(_) => break,
            }
        }
        self.follow(&mut changes);
        let is_empty = changes.paths.is_empty() && !changes.unknown;
        (!is_empty).then_some(changes)
    }

    fn note(&self, event: notify::Result<Event>, changes: &mut Changes) {
        let Ok(event) = event else {
            changes.unknown = true;
            return;
        };
        changes.unknown |= event.need_rescan();
        let only_looked_at = matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_)));
        if event.kind.is_access() || only_looked_at {
            return;
        }
        for path in &event.paths {
            let below = path.strip_prefix(&self.root);
            let below = below.or_else(|_| path.strip_prefix(&self.real)).ok();
            let Some(below) = below.and_then(Path::to_str).filter(|it| !it.is_empty()) else {
                continue;
            };
            changes.add(&event, below.replace('\\', "/"));
        }
    }

    /// Watches folders of the workspace that came, and looks through what may have been
    /// saved in them before.
    fn follow(&mut self, changes: &mut Changes) {
        for name in FOLDERS {
            let folder = self.root.join(name);
            if !changes.listed.contains(name) {
                continue;
            }
            // A folder of that name may be another one than the one that is watched.
            let _ = self.watcher.unwatch(&folder);
            self.watched.remove(&folder);
            changes.unknown = true;
        }
        if changes.unknown {
            // What cannot be watched now is tried again when something comes.
            let _ = self.cover();
        }
    }
}

fn told(sender: &Sender<notify::Result<Event>>) -> notify::Result<RecommendedWatcher> {
    RecommendedWatcher::new(sender.clone(), Config::default())
}

fn looked(sender: &Sender<notify::Result<Event>>) -> notify::Result<PollWatcher> {
    PollWatcher::new(sender.clone(), Config::default().with_poll_interval(POLL))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    const PATIENCE: Duration = Duration::from_secs(5);

    fn paths(changes: Option<Changes>) -> Vec<String> {
        changes.unwrap_or_default().paths.into_iter().collect()
    }

    #[test]
    fn a_save_by_rename_is_a_change_of_the_file() {
        let stage = TempDir::new().expect("a temporary folder can be made");
        let root = stage.path();
        fs::create_dir(root.join("memos")).expect("a folder can be made");
        fs::write(root.join("memos/a.yaml"), "a").expect("it is written");
        let mut saves = Saves::of(root).expect("it is watched");
        for text in ["b", "c"] {
            fs::write(root.join("memos/.a.tmp"), text).expect("it is written");
            fs::rename(root.join("memos/.a.tmp"), root.join("memos/a.yaml")).expect("renamed");
            let found = paths(saves.next(PATIENCE));
            assert!(found.contains(&"memos/a.yaml".to_owned()), "{found:?}");
        }
        assert_eq!(saves.next(Duration::from_millis(50)), None);
    }

    #[test]
    fn a_burst_is_one_change_and_new_folders_are_watched() {
        let stage = TempDir::new().expect("a temporary folder can be made");
        let root = stage.path();
        let mut saves = Saves::of(root).expect("it is watched");
        fs::create_dir(root.join("memos")).expect("a folder can be made");
        assert!(saves.next(PATIENCE).is_some_and(|it| it.unknown));
        for at in 0..30 {
            fs::write(root.join(format!("memos/{at}.yaml")), "a").expect("it is written");
        }
        assert_eq!(paths(saves.next(PATIENCE)).len(), 30);
    }

    #[test]
    fn what_is_shared_is_told_from_what_editors_leave() {
        let of = |path: &str| Changes {
            paths: BTreeSet::from([path.to_owned()]),
            ..Changes::default()
        };
        for shared in [
            "bimemo.yaml",
            "locales/fr/own.ftl",
            "templates",
            "templates/theme.yaml",
        ] {
            assert!(of(shared).is_shared(), "{shared}");
        }
        for own in [
            "memos/a.yaml",
            "templates/.theme.yaml.swp",
            "locales/en/a.ftl~",
            "a.yaml",
        ] {
            assert!(!of(own).is_shared(), "{own}");
        }
    }
}
