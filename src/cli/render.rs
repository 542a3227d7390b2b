//! `bimemo render`: memos to documents.

use crate::args::RenderOptions;
use crate::jobs::{self, Job};
use crate::terminal::{Status, Stream, Terminal, count, plural, status_of};
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::Lang;
use bimemo::limits::Limit;
use bimemo::press::{self, Layout, Options, Press, Release, Rendering};
use bimemo::workspace::{MemoFile, OutputFolder, Workspace, WorkspaceError, WriteOutcome};
use indicatif::ProgressBar;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};

/// What is to be done with every memo.
struct Order<'a> {
    workspace: &'a Workspace,
    press: &'a Press,
    options: Options,
    out: OutputFolder,
}

/// What became of one memo.
#[derive(Default)]
struct Outcomes {
    findings: Vec<Diagnostic>,
    written: usize,
    unchanged: usize,
    released: bool,
    /// The memo's file.
    memo: String,
    out_of_date: Vec<PathBuf>,
}

/// Writes the documents that were asked for.
pub fn run(options: &RenderOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let langs = each_once(&options.lang);
    let layout = options.layout;
    if layout == Layout::Parallel && langs.len() < Lang::ALL.len() {
        return Err("--layout parallel needs both languages: leave --lang out".into());
    }
    let fitting = options.fitting()?;
    let workspace = Workspace::open(&options.root)?;
    let selection = workspace.select(&options.paths)?;
    jobs::require_memos(&workspace, &selection)?;
    let (press, shared) = Press::load(&workspace);
    let out = OutputFolder::at(&options.out);
    terminal.show_at_most(press.limits().of(Limit::FindingsShown));
    let order = Order {
        workspace: &workspace,
        press: &press,
        options: Options {
            langs,
            layout,
            formats: each_once(&options.format),
            release: match options.draft {
                true => Release::Draft,
                false => Release::Final,
            },
            fitting,
        },
        out: match options.no_sync {
            true => out.without_waiting(),
            false => out,
        },
    };
    if options.stdout {
        return order.to_stdout(&selection.memos, shared, selection.diagnostics, terminal);
    }

    let shared_fault = press::stops(&shared, order.options.release);
    let job = Job {
        task: |memo: &MemoFile, progress: &ProgressBar| {
            progress.set_message(memo.stem.clone());
            let mut outcomes = if shared_fault || selection.has_clash(memo) {
                order.refuse(memo, order.check(memo))
            } else {
                order.release(memo)?
            };
            press.let_go(memo, &mut outcomes.findings);
            Ok::<Outcomes, WorkspaceError>(outcomes)
        },
        broken: |memo: &MemoFile, words: &str| {
            let fault = press::internal_fault(memo.name(), words);
            Ok(order.refuse(memo, vec![fault]))
        },
    };
    let all = job.with_all(&selection.memos, options.jobs, terminal);
    let (done, mut failed): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
    failed.extend(order.out.finish().err().map(Err));
    let mut all: Vec<Outcomes> = done.into_iter().flatten().collect();
    let mut findings = shared;
    findings.extend(selection.diagnostics);
    for outcomes in &mut all {
        findings.append(&mut outcomes.findings);
    }
    let status = status_of(&findings, false);
    if terminal.is_for_machines() {
        let old = old_documents(&all).into_iter();
        findings.extend(old.map(|(path, memo)| press::out_of_date(path, memo)));
    }
    terminal.findings(&mut findings, Stream::Error)?;
    // A machine reads findings and nothing else there.
    if !terminal.is_for_machines() {
        close(&all, &findings, &options.out, terminal);
    }
    // What could not be written hides nothing.
    match failed.into_iter().find_map(Result::err) {
        Some(error) => Err(error.into()),
        None => Ok(status),
    }
}

/// The documents that are out of date, each with its memo: the first, where two have one
/// name.
fn old_documents(all: &[Outcomes]) -> BTreeMap<&Path, &str> {
    let mut old = BTreeMap::new();
    for outcomes in all {
        for path in &outcomes.out_of_date {
            old.entry(path.as_path()).or_insert(outcomes.memo.as_str());
        }
    }
    old
}

/// Tells what was done: how many memos, how many files, what is out of date.
fn close(all: &[Outcomes], findings: &[Diagnostic], out: &Path, terminal: &mut Terminal) {
    for path in old_documents(all).keys() {
        terminal.say(&format!("out of date: {}", path.display()));
    }
    let released = all.iter().filter(|outcomes| outcomes.released).count();
    let written: usize = all.iter().map(|outcomes| outcomes.written).sum();
    let unchanged: usize = all.iter().map(|outcomes| outcomes.unchanged).sum();
    let mut line = format!(
        "{}, {} in {}: {written} written, {unchanged} unchanged",
        plural(released, "memo"),
        plural(written + unchanged, "file"),
        out.display(),
    );
    if released < all.len() {
        line += &format!("; {} not released", plural(all.len() - released, "memo"));
    }
    match count(findings).as_str() {
        "" => {}
        counted => line += &format!(" ({counted})"),
    }
    terminal.say(&line);
}

/// The items in ascending order, each once.
fn each_once<T: Copy + Ord>(items: &[T]) -> Vec<T> {
    let items: BTreeSet<T> = items.iter().copied().collect();
    items.into_iter().collect()
}

impl Order<'_> {
    /// Sets every document of a memo, and writes them where nothing is wrong.
    fn release(&self, memo: &MemoFile) -> Result<Outcomes, WorkspaceError> {
        let Rendering { files, findings } = self.press.render(self.workspace, memo, &self.options);
        if press::stops(&findings, self.options.release) {
            return Ok(self.refuse(memo, findings));
        }
        let mut outcomes = Outcomes {
            findings,
            released: true,
            ..Outcomes::default()
        };
        for (name, bytes) in files {
            match self.out.write_if_changed(&name, &bytes)? {
                WriteOutcome::Written => outcomes.written += 1,
                WriteOutcome::Unchanged => outcomes.unchanged += 1,
            }
        }
        Ok(outcomes)
    }

    /// The findings of a memo that is not released, whatever they are.
    fn check(&self, memo: &MemoFile) -> Vec<Diagnostic> {
        let press = self.press;
        let composed = press.compose_for(self.workspace, memo, &self.options);
        composed.diagnostics
    }

    /// The names of a memo's documents in the layout, languages and formats asked for.
    fn names(&self, stem: &str) -> Vec<String> {
        let formats = self.options.formats.iter().copied();
        if self.options.layout == Layout::Parallel {
            let name = |format| press::parallel_file_name(stem, format);
            return formats.map(name).collect();
        }
        let of = |&lang: &Lang| {
            formats
                .clone()
                .map(move |it| press::file_name(stem, lang, it))
        };
        self.options.langs.iter().flat_map(of).collect()
    }

    /// A memo that is not released, with its older files.
    fn refuse(&self, memo: &MemoFile, findings: Vec<Diagnostic>) -> Outcomes {
        let out_of_date = self
            .names(&memo.stem)
            .into_iter()
            .map(|name| self.out.path().join(name))
            .filter(|path| path.is_file())
            .collect();
        Outcomes {
            findings,
            memo: memo.name().to_owned(),
            out_of_date,
            ..Outcomes::default()
        }
    }

    /// Writes the one document that was asked for to standard output.
    fn to_stdout(
        &self,
        memos: &[MemoFile],
        mut findings: Vec<Diagnostic>,
        clashes: Vec<Diagnostic>,
        terminal: &mut Terminal,
    ) -> Result<Status, Box<dyn Error>> {
        let names = match memos {
            [memo] if clashes.is_empty() => self.names(&memo.stem),
            _ => Vec::new(),
        };
        let ([memo], [name]) = (memos, names.as_slice()) else {
            let one = match self.options.layout {
                Layout::Separate => "one memo, one --lang and one --format",
                Layout::Parallel => "one memo and one --format",
            };
            return Err(format!("--stdout takes exactly one document: name {one}").into());
        };
        let mut document = None;
        if !press::stops(&findings, self.options.release) {
            let rendering = self.press.render(self.workspace, memo, &self.options);
            findings.extend(rendering.findings);
            document = rendering.files.into_iter().find(|(file, _)| file == name);
        }
        terminal.findings(&mut findings, Stream::Error)?;
        match document {
            Some((_, bytes)) if !press::stops(&findings, self.options.release) => {
                terminal.output(&bytes)?;
                Ok(status_of(&findings, false))
            }
            Some(_) => Ok(Status::Findings),
            None if status_of(&findings, false) == Status::Findings => Ok(Status::Findings),
            None => Err(format!(
                "`{}` does not exist in that language: see its `languages`",
                memo.stem
            )
            .into()),
        }
    }
}
