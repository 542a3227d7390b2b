//! `bimemo check`: what is wrong, and where.

use crate::args::CheckOptions;
use crate::jobs;
use crate::terminal::{Status, Stream, Terminal, count, plural, status_of};
use bimemo::diagnostic::Diagnostic;
use bimemo::press::{self, Press};
use bimemo::workspace::{MemoFile, Workspace, WorkspaceError};
use std::error::Error;

/// Reports every finding of the workspace's shared files and of the memos asked for.
pub fn run(options: &CheckOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let workspace = Workspace::open(&options.root)?;
    let selection = workspace.select(&options.paths)?;
    let (press, mut findings) = Press::load(&workspace)?;
    findings.extend(selection.diagnostics);

    let progress = terminal.progress(selection.memos.len());
    let threads = jobs::threads(options.jobs, selection.memos.len());
    let results = jobs::map(&selection.memos, threads, |memo| {
        let result = check(&press, &workspace, memo);
        progress.inc(1);
        result
    });
    progress.finish_and_clear();
    for result in results {
        findings.extend(result?);
    }

    press::put_in_order(&mut findings);
    terminal.findings(&findings, Stream::Output)?;
    let memos = plural(selection.memos.len(), "memo");
    terminal.say(&match count(&findings).as_str() {
        "" => format!("{memos} checked: nothing found"),
        counted => format!("{memos} checked: {counted}"),
    });
    Ok(status_of(&findings, options.deny_warnings))
}

/// The findings of one memo in every language and format it will be written in.
fn check(
    press: &Press,
    workspace: &Workspace,
    memo: &MemoFile,
) -> Result<Vec<Diagnostic>, WorkspaceError> {
    let mut composition = press.compose(workspace, memo, press::Release::Final)?;
    let proof = press.proof(workspace, &composition)?;
    composition.diagnostics.extend(proof);
    Ok(composition.diagnostics)
}
