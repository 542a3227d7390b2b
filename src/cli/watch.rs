//! `bimemo watch`: documents are made again when what they are made of is saved.

use crate::args::{RenderOptions, WatchOptions};
use crate::jobs::{self, Job};
use crate::render;
use crate::saved::{Changes, Saves};
use crate::terminal::{Status, Stream, Terminal};
use crate::words::{counted, said};
use bimemo::press::{Press, Release};
use bimemo::workspace::{Asked, MemoFile, Selection, Workspace};
use indicatif::ProgressBar;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

/// How long a signal to stop may wait for an answer.
const PATIENCE: Duration = Duration::from_millis(100);
/// How many saved files are named.
const NAMED: usize = 3;

/// Renders what was asked for, and what a save affects from then on, until a signal asks to
/// stop.
pub fn run(options: &WatchOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let options = &options.render;
    if options.stdout || options.check || options.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(said("watch-files", &[]).into());
    }
    let workspace = Workspace::open(&options.root)?;
    // What is saved while the first run goes on is not missed.
    let mut saves = Saves::of(workspace.root())?;
    render::run(options, terminal)?;
    let mut watch = Watch {
        selection: workspace.select(&options.paths)?,
        press: Press::load(&workspace).0,
        used: BTreeMap::new(),
        workspace,
        options,
    };
    watch.look(&watch.selection.memos.clone(), &mut saves, terminal);
    let root = watch.workspace.root().display();
    terminal.say(&said("watching", &[("root", &root.to_string())]));
    while jobs::stopped().is_none() {
        if let Some(changes) = saves.next(PATIENCE) {
            watch.follow(&changes, &mut saves, terminal);
        }
    }
    Ok(Status::Clean)
}

/// What is watched.
struct Watch<'a> {
    options: &'a RenderOptions,
    workspace: Workspace,
    press: Press,
    selection: Selection,
    /// What each memo was made of, by its path.
    used: BTreeMap<String, Asked>,
}

impl Watch<'_> {
    /// Renders what changes affect.
    fn follow(&mut self, changes: &Changes, saves: &mut Saves, terminal: &mut Terminal) {
        // A path that was asked for may be gone for a moment, while it is saved.
        let selection = match self.workspace.select(&self.options.paths) {
            Ok(selection) => selection,
            Err(error) => return fail(&error, terminal),
        };
        let before = std::mem::replace(&mut self.selection, selection);
        let has = |all: &Selection, path: &str| all.memos.iter().any(|it| it.name() == path);
        let was_and_is = |path: &str| has(&before, path) && has(&self.selection, path);
        let changes = &changes.clone().knowing(was_and_is);
        let is_shared = changes.is_shared();
        let memos = self.selection.memos.iter();
        let affected: Vec<MemoFile> = memos
            .filter(|memo| is_shared || self.is_affected(memo, &before, changes))
            .cloned()
            .collect();
        // Who wants what is left over removed has it removed at once.
        let is_gone = |memo: &MemoFile| !self.selection.memos.contains(memo);
        let any_gone = self.options.clean && before.memos.iter().any(is_gone);
        if affected.is_empty() && !any_gone {
            return;
        }
        say_what(changes, affected.len(), terminal);
        let whole = any_gone || affected.len() == self.selection.memos.len();
        let paths: Vec<PathBuf> = match whole {
            true => self.options.paths.clone(),
            false => affected
                .iter()
                .filter_map(|memo| Some(self.options.root.join(memo.path.as_ref()?)))
                .collect(),
        };
        let options = RenderOptions {
            paths,
            ..self.options.clone()
        };
        // What cannot be written now may be written the next time.
        if let Err(error) = render::run(&options, terminal) {
            fail(error.as_ref(), terminal);
        }
        if is_shared {
            self.press = Press::load(&self.workspace).0;
        }
        self.look(&affected, saves, terminal);
    }

    /// Whether changes may make other documents of a memo.
    fn is_affected(&self, memo: &MemoFile, before: &Selection, changes: &Changes) -> bool {
        let Some(used) = self.used.get(memo.name()) else {
            return true;
        };
        used.files.iter().any(|path| changes.paths.contains(path))
            || used.folders.iter().any(|folder| changes.lists(folder))
            || before.has_clash(memo) != self.selection.has_clash(memo)
    }

    /// Finds out what these memos are made of.
    fn look(&mut self, memos: &[MemoFile], saves: &mut Saves, terminal: &Terminal) {
        let (press, workspace) = (&self.press, &self.workspace);
        let job = Job {
            task: |memo: &MemoFile, _: &ProgressBar| {
                let (watched, inputs) = workspace.watched();
                let mut composition = press.compose(&watched, memo, Release::Draft);
                press.let_go(memo, &mut composition.diagnostics);
                Some((memo.name().to_owned(), inputs.asked()))
            },
            // It is made again with every change.
            broken: |_: &MemoFile, _: &str| None,
        };
        let found = job.with_all(memos, self.options.jobs, terminal);
        for (memo, asked) in found.into_iter().flatten() {
            saves.also(asked.files.iter().map(String::as_str));
            self.used.insert(memo, asked);
        }
        let selection = &self.selection;
        let is_there = |name: &str| selection.memos.iter().any(|memo| memo.name() == name);
        if self.used.len() > selection.memos.len() {
            self.used.retain(|name, _| is_there(name));
        }
    }
}

/// Tells why something could not be done this time.
fn fail(error: &(dyn Error + 'static), terminal: &mut Terminal) {
    terminal.fail(error, Stream::Error);
    terminal.go_on();
}

/// Tells what was saved, and how many memos that is about.
fn say_what(changes: &Changes, memos: usize, terminal: &mut Terminal) {
    let names: Vec<&str> = changes.paths.iter().map(String::as_str).collect();
    let mut saved = names[..names.len().min(NAMED)].join(", ");
    if names.len() > NAMED {
        let more = names.len() - NAMED;
        saved = said("saved-more", &[("files", &saved), ("count", &more)]);
    }
    let memos = counted("memos", memos);
    terminal.say(&said("saved", &[("files", &saved), ("memos", &memos)]));
}
