//! Many memos at once, with results in the order of the memos.

use crate::terminal::Terminal;
use bimemo::workspace::{Selection, Workspace};
use indicatif::ProgressBar;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Applies `task` to every item, on as many threads as were asked for or the machine has,
/// under a progress bar; the results come in the order of the items.
pub fn all<T: Sync, R: Send>(
    items: &[T],
    asked: Option<NonZeroUsize>,
    terminal: &Terminal,
    task: impl Fn(&T, &ProgressBar) -> R + Sync,
) -> Vec<R> {
    let progress = terminal.progress(items.len());
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let work = || {
        while let Some((index, item)) = take(items, &next) {
            let result = task(item, &progress);
            progress.inc(1);
            // Only a panic in another thread poisons the lock, and that ends the program.
            if let Ok(mut results) = results.lock() {
                results.push((index, result));
            }
        }
    };
    let machine = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = asked.map_or_else(machine, NonZeroUsize::get);
    thread::scope(|scope| {
        // This thread, whose stack is the largest, is one of them.
        for _ in 1..threads.min(items.len()) {
            scope.spawn(work);
        }
        work();
    });
    progress.finish_and_clear();
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, items.get(index)?))
}

/// Refuses a selection without memos: the folder is not the one that was meant.
pub fn require_memos(workspace: &Workspace, selection: &Selection) -> Result<(), String> {
    if selection.memos.is_empty() && selection.diagnostics.is_empty() {
        return Err(format!(
            "there are no memos in `{}`: they are the .yaml files below its folder `memos`; name another workspace with --root",
            workspace.root().display()
        ));
    }
    Ok(())
}
