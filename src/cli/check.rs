//! `bimemo check`: what is wrong, and where.

use crate::args::CheckOptions;
use crate::jobs;
use crate::terminal::{Status, Stream, Terminal, count, plural, status_of};
use bimemo::press::{self, Composition, Press, Release};
use bimemo::workspace::{MemoFile, Workspace, WorkspaceError};
use std::error::Error;

/// Reports every finding of the workspace's shared files and of the memos asked for.
pub fn run(options: &CheckOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let workspace = Workspace::open(&options.root)?;
    let selection = workspace.select(&options.paths)?;
    jobs::require_memos(&workspace, &selection)?;
    let (press, mut findings) = Press::load(&workspace)?;
    findings.extend(selection.diagnostics.iter().cloned());

    let progress = terminal.progress(selection.memos.len());
    let threads = jobs::threads(options.jobs, selection.memos.len());
    let results = jobs::map(&selection.memos, threads, |memo| {
        let result = check(&press, &workspace, memo);
        progress.inc(1);
        result
    });
    progress.finish_and_clear();
    let mut compositions = results.into_iter().collect::<Result<Vec<_>, _>>()?;
    compositions.push(press.check_locales(&workspace, &selection.memos)?);
    // An exception is needless only where no memo at all needs it.
    if options.paths.is_empty() {
        findings.extend(press.unused_exceptions(&compositions));
    }
    for composition in &mut compositions {
        findings.append(&mut composition.diagnostics);
    }

    press::put_in_order(&mut findings);
    terminal.findings(&findings, Stream::Output)?;
    let memos = plural(selection.memos.len(), "memo");
    terminal.say(&match count(&findings).as_str() {
        "" => format!("{memos} checked: no differences found"),
        counted => format!("{memos} checked: {counted}"),
    });
    Ok(status_of(&findings, options.deny_warnings))
}

/// A memo with its findings in every language and format it will be written in. Its
/// documents are no longer needed.
fn check(
    press: &Press,
    workspace: &Workspace,
    memo: &MemoFile,
) -> Result<Composition, WorkspaceError> {
    let mut composition = press.compose(workspace, memo, Release::Final)?;
    let proof = press.proof(workspace, &composition)?;
    composition.diagnostics.extend(proof);
    composition.documents.clear();
    Ok(composition)
}
