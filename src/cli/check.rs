//! `bimemo check`: what is wrong, and where.

use crate::args::CheckOptions;
use crate::jobs::{self, Job};
use crate::terminal::{Status, Stream, Terminal, count, plural, status_of};
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
    let subject = plural(memos, "memo");
    let mut parts = Vec::new();
    let found = count(findings);
    let all: Agreement = compared.iter().copied().sum();
    let agreement = agreement_of(all);
    match (&*found, agreement) {
        ("", Some(agreement)) => parts.push(agreement),
        ("", None) if all.unread > 0 => parts.push("nothing found".to_owned()),
        ("", None) => parts.push("nothing found, nothing in two languages to compare".to_owned()),
        (found, agreement) => {
            parts.push(found.to_owned());
            parts.extend(agreement);
        }
    }
    let others = memos - compared.len().min(memos);
    let others = if compared.is_empty() { 0 } else { others };
    let left_out: Vec<String> = [(all.unread, "block"), (others, "memo")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| plural(count, noun))
        .collect();
    if !left_out.is_empty() {
        parts.push(format!("{} not compared", left_out.join(", ")));
    }
    let checked = if found.is_empty() && !compared.is_empty() {
        ""
    } else {
        " checked"
    };
    format!("{subject}{checked}: {}", parts.join("; "))
}

/// "14 blocks, 22 of 23 values, 4 links agree"; nothing where nothing was compared.
fn agreement_of(all: Agreement) -> Option<String> {
    let counted = [
        (all.blocks, "block"),
        (all.values, "value"),
        (all.links, "link"),
    ];
    let counted = counted.into_iter().filter(|(count, _)| count.compared > 0);
    let parts: Vec<String> = counted
        .clone()
        .map(|(Count { compared, agree }, noun)| {
            if agree == compared {
                plural(agree, noun)
            } else {
                format!("{agree} of {}", plural(compared, noun))
            }
        })
        .collect();
    let all: usize = counted.map(|(count, _)| count.agree).sum();
    let verb = if all == 1 && parts.len() == 1 {
        "agrees"
    } else {
        "agree"
    };
    (!parts.is_empty()).then(|| format!("{} {verb}", parts.join(", ")))
}
