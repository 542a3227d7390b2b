//! `bimemo check`: what is wrong, and where.

use crate::args::CheckOptions;
use crate::jobs::{self, Job};
use crate::terminal::{Status, Stream, Terminal, status_of};
use crate::words::{count, counted, said};
use bimemo::check::{Agreement, Count};
use bimemo::diagnostic::Diagnostic;
use bimemo::limits::Limit;
use bimemo::press::{self, Composition, Press};
use bimemo::workspace::{MemoFile, Workspace};
use indicatif::ProgressBar;
use std::error::Error;

/// Reports every finding of the workspace's shared files and of the memos asked for.
pub fn run(options: &CheckOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let workspace = Workspace::open(&options.root)?;
    let selection = workspace.select(&options.paths)?;
    jobs::require_memos(&workspace, &selection)?;
    let (press, mut findings) = Press::load(&workspace);
    terminal.show_at_most(press.limits().of(Limit::FindingsShown));
    findings.extend(selection.diagnostics.iter().cloned());

    let memos = &selection.memos;
    let job = Job {
        task: |memo: &MemoFile, _: &ProgressBar| {
            let mut examined = press.examine(&workspace, memo);
            press.let_go(memo, &mut examined.diagnostics);
            examined
        },
        broken: |memo: &MemoFile, words: &str| {
            Composition::of_findings(vec![press::internal_fault(memo.name(), words)])
        },
    };
    let mut compositions = job.with_all(memos, options.jobs, terminal);
    let compared: Vec<Agreement> = compositions.iter().filter_map(|it| it.agreement).collect();
    let checked = compositions.len();
    let whole = checked == memos.len();
    if whole {
        let job = Job {
            task: |_: &&str, _: &ProgressBar| press.check_locales(&workspace, memos),
            broken: |folder: &&str, words: &str| {
                Composition::of_findings(vec![press::internal_fault(folder, words)])
            },
        };
        compositions.extend(job.with_all(&["locales"], None, terminal));
    }
    // An exception is needless only where no memo at all needs it.
    if whole && options.paths.is_empty() {
        findings.extend(press.unused_exceptions(&compositions));
    }
    findings.extend(compositions.into_iter().flat_map(|it| it.diagnostics));

    terminal.findings(&mut findings, Stream::Output)?;
    terminal.say(&closing_line(checked, &compared, &findings));
    Ok(status_of(&findings, options.deny_warnings))
}

/// What is said at the end: what was found, and what was compared and agrees. Memos that
/// exist in one language, or could not be read, were not compared; nor were code and
/// pictures of each language's own.
fn closing_line(memos: usize, compared: &[Agreement], findings: &[Diagnostic]) -> String {
    let found = count(findings);
    let all: Agreement = compared.iter().copied().sum();
    let mut parts = match (found.is_empty(), agreement_of(all)) {
        (true, Some(agreement)) => vec![agreement],
        (true, None) if all.unread > 0 => vec![said("nothing-found", &[])],
        (true, None) => vec![said("nothing-compared", &[])],
        (false, agreement) => std::iter::once(found.clone()).chain(agreement).collect(),
    };
    let others = memos - compared.len().min(memos);
    let others = if compared.is_empty() { 0 } else { others };
    let left_out: Vec<String> = [("blocks", all.unread), ("memos", others)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(noun, count)| counted(noun, count))
        .collect();
    if !left_out.is_empty() {
        parts.push(said("not-compared", &[("left-out", &left_out.join(", "))]));
    }
    let line = match found.is_empty() && !compared.is_empty() {
        true => "compared",
        false => "checked",
    };
    let (memos, parts) = (counted("memos", memos), parts.join("; "));
    said(line, &[("memos", &memos), ("parts", &parts)])
}

/// "14 blocks, 22 of 23 values, 4 links agree"; nothing where nothing was compared.
fn agreement_of(all: Agreement) -> Option<String> {
    let nouns = [
        (all.blocks, "blocks", "blocks-of"),
        (all.values, "values", "values-of"),
        (all.links, "links", "links-of"),
    ];
    let nouns = nouns.into_iter().filter(|(count, ..)| count.compared > 0);
    let parts: Vec<String> = nouns
        .clone()
        .map(|(Count { compared, agree }, whole, part)| {
            if agree == compared {
                counted(whole, agree)
            } else {
                said(part, &[("agree", &agree), ("count", &compared)])
            }
        })
        .collect();
    let all: usize = nouns.map(|(count, ..)| count.agree).sum();
    // Several kinds are many, however few of each there are.
    let count = all.max(parts.len());
    let parts = parts.join(", ");
    (!parts.is_empty()).then(|| said("agree", &[("parts", &parts), ("count", &count)]))
}
