//! Many memos at once, with results in the order of the memos; one on which the program
//! fails leaves the others whole.

use crate::terminal::Terminal;
use crate::words::said;
use bimemo::diagnostic::{tell_in, told_in};
use bimemo::workspace::{Selection, Workspace};
use indicatif::ProgressBar;
#[cfg(unix)]
use signal_hook::consts::SIGXFSZ;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::cell::{Cell, RefCell};
use std::io;
use std::num::NonZeroUsize;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;

/// The stack of a worker, in bytes, of which only what is used takes memory: what nests in a
/// memo is bounded, and the deepest that is let through needs less than a tenth of it.
pub const STACK: usize = 64 << 20;

/// What is done with each item.
pub struct Job<Task, Broken> {
    /// The work.
    pub task: Task,
    /// What comes of an item on which the program failed, given the words that it failed with.
    pub broken: Broken,
}

impl<Task, Broken> Job<Task, Broken> {
    /// Does it with every item, on as many threads as were asked for or the machine has,
    /// under a progress bar; the results come in the order of the items. Where a signal asks
    /// to stop, what was begun is finished: there are results of the first items alone.
    pub fn with_all<T: Sync, R: Send>(
        &self,
        items: &[T],
        asked: Option<NonZeroUsize>,
        terminal: &Terminal,
    ) -> Vec<R>
    where
        Task: Fn(&T, &ProgressBar) -> R + Sync,
        Broken: Fn(&T, &str) -> R + Sync,
    {
        let progress = terminal.progress(items.len());
        let next = AtomicUsize::new(0);
        let results = Mutex::new(Vec::with_capacity(items.len()));
        let told_in = told_in();
        let work = || {
            let _told = tell_in(told_in);
            while let Some((index, item)) = take(items, &next) {
                let result = guarded(|| (self.task)(item, &progress))
                    .unwrap_or_else(|words| (self.broken)(item, &words));
                progress.inc(1);
                let mut results = results.lock().unwrap_or_else(PoisonError::into_inner);
                results.push((index, result));
            }
        };
        let machine = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let threads = asked.map_or_else(machine, NonZeroUsize::get);
        thread::scope(|scope| {
            let worker = || thread::Builder::new().stack_size(STACK);
            let workers = (0..threads.min(items.len())).map(|_| worker().spawn_scoped(scope, work));
            // Where the system gives no threads, this one does the work.
            if !workers.fold(items.is_empty(), |any, started| any | started.is_ok()) {
                work();
            }
        });
        progress.finish_and_clear();
        let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        results.sort_by_key(|(index, _)| *index);
        results.into_iter().map(|(_, result)| result).collect()
    }
}

fn take<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    if stopped().is_some() {
        return None;
    }
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, items.get(index)?))
}

/// The signal that asked to stop, and whether one did: the second one ends the program at
/// once.
static SIGNAL: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);
static AGAIN: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// What a shell adds to the number of a signal for the exit status of what it ended.
const BY_SIGNAL: i32 = 128;

/// Lets an interrupt (Ctrl-C) and a request to end stop the jobs between two items, so that
/// nothing is left half done.
pub fn stop_at_signals() -> io::Result<()> {
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, BY_SIGNAL + signal, Arc::clone(&AGAIN))?;
        flag::register(signal, Arc::clone(&AGAIN))?;
        flag::register_usize(signal, Arc::clone(&SIGNAL), signal.unsigned_abs() as usize)?;
    }
    Ok(())
}

/// Lets a file that would be larger than the system allows (`ulimit -f`) be an error of
/// writing that file, as a full disk is, and not the end of the program.
#[cfg(unix)]
pub fn survive_large_files() -> io::Result<()> {
    flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Here no such signal is sent.
#[cfg(not(unix))]
pub fn survive_large_files() -> io::Result<()> {
    Ok(())
}

/// The exit status of a run that a signal asked to stop: 130 or 143.
pub fn stopped() -> Option<u8> {
    let signal = SIGNAL.load(Ordering::Relaxed);
    let status = BY_SIGNAL.unsigned_abs() as usize + signal;
    u8::try_from(status).ok().filter(|_| signal > 0)
}

thread_local! {
    /// Whether what fails on this thread is caught.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    /// The words with which it failed last.
    static WORDS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Lets failures of jobs be told as findings, and all others as ever.
pub fn tell_failures_as_findings() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |failure| {
        if !GUARDED.get() {
            return usual(failure);
        }
        let what = failure.payload_as_str().unwrap_or("no words");
        let place = failure.location().map(ToString::to_string);
        let words = format!("{what} ({})", place.unwrap_or_default());
        WORDS.with_borrow_mut(|known| *known = words);
    }));
}

/// What comes of `work`, or the words with which it failed.
pub fn guarded<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    GUARDED.set(true);
    // What it leaves half done is its own: memos share what is only read, and stores that
    // are whole after every step.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    result.map_err(|_| WORDS.with_borrow_mut(std::mem::take))
}

/// Refuses a selection without memos: the folder is not the one that was meant.
pub fn require_memos(workspace: &Workspace, selection: &Selection) -> Result<(), String> {
    if selection.memos.is_empty() && selection.diagnostics.is_empty() {
        let root = workspace.root().display().to_string();
        return Err(said("no-memos", &[("root", &root)]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::OutputFormat;
    use std::path::Path;

    #[test]
    fn one_that_fails_leaves_the_others_whole() {
        tell_failures_as_findings();
        let terminal = Terminal::new(OutputFormat::Concise, true, Path::new("."));
        let items = [3_u32, 0, 7];
        let job = Job {
            task: |item: &u32, _: &ProgressBar| {
                assert!(*item > 0, "nothing to divide by");
                Ok(21 / item)
            },
            broken: |item: &u32, words: &str| Err(format!("{item}: {words}")),
        };
        let results = job.with_all(&items, NonZeroUsize::new(2), &terminal);
        let [Ok(7), Err(words), Ok(3)] = results.as_slice() else {
            panic!("{results:?}");
        };
        assert!(words.starts_with("0: nothing to divide by ("), "{words}");
        assert!(words.contains("jobs.rs:"), "{words}");
    }

    #[test]
    fn deep_work_has_a_deep_stack() {
        fn deep(left: usize) -> usize {
            let room = std::hint::black_box([left; 64]);
            match left {
                0 => 0,
                left => 1 + deep(left - 1) + room[0] - left,
            }
        }
        let terminal = Terminal::new(OutputFormat::Concise, true, Path::new("."));
        let job = Job {
            task: |depth: &usize, _: &ProgressBar| deep(*depth),
            broken: |_: &usize, _: &str| 0,
        };
        assert_eq!(job.with_all(&[20_000], None, &terminal), [20_000]);
    }
}
