//! Many memos at once, with results in the order of the memos.

use bimemo::workspace::{Selection, Workspace};
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many threads `asked` comes to, for this much work.
pub fn threads(asked: Option<NonZeroUsize>, work: usize) -> usize {
    let machine = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    asked
        .map_or_else(machine, NonZeroUsize::get)
        .clamp(1, work.max(1))
}

/// Applies `task` to every item on `threads` threads; the results come in the
/// order of the items.
pub fn map<T: Sync, R: Send>(items: &[T], threads: usize, task: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if threads <= 1 {
        return items.iter().map(task).collect();
    }
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let work = || {
        while let Some((index, item)) = take(items, &next) {
            let result = task(item);
            // Only a panic in another thread poisons the lock, and that ends the program.
            if let Ok(mut results) = results.lock() {
                results.push((index, result));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let mut results = results
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
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
