//! `bimemo render`: memos to documents.

mod folder;
mod memory;
mod outcome;

use crate::args::RenderOptions;
use crate::jobs::{self, Job};
use crate::terminal::{Status, Stream, Terminal, status_of};
use crate::words::said;
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::lang::Lang;
use bimemo::limits::Limit;
use bimemo::press::manifest::AssetEntry;
use bimemo::press::recall::WorkStore;
use bimemo::press::{self, Layout, Options, Press, Release};
use bimemo::workspace::{MemoFile, OutputFolder, Workspace, WorkspaceError, WriteOutcome};
use indicatif::ProgressBar;
use memory::MemoryFile;
use outcome::{Entries, Fate, MemoOutcome, close};
use std::collections::BTreeSet;
use std::error::Error;

/// What is to be done with every memo.
struct Order<'a, 's> {
    workspace: &'a Workspace,
    press: &'a Press,
    options: Options,
    out: OutputFolder,
    /// Whether files are only compared.
    check: bool,
    /// Whether files that are left over are removed.
    clean: bool,
    /// Whether a memo with warnings is not released either.
    deny_warnings: bool,
    /// What the last run remembered.
    store: Option<&'a WorkStore<'s>>,
    /// Whether files that look as they did are read, too.
    verify: bool,
}

/// Writes the documents that were asked for.
pub fn run(options: &RenderOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let langs = each_once(&options.lang);
    let layout = options.layout;
    if layout == Layout::Parallel && langs.len() < Lang::ALL.len() {
        return Err(said("parallel-needs-both", &[]).into());
    }
    let fitting = options.fitting()?;
    let workspace = Workspace::open(&options.root)?;
    let selection = workspace.select(&options.paths)?;
    jobs::require_memos(&workspace, &selection)?;
    let (press, mut shared) = Press::load(&workspace);
    let out = OutputFolder::at(&options.out);
    terminal.show_at_most(press.limits().of(Limit::FindingsShown));
    let wanted = Options {
        langs,
        layout,
        formats: each_once(&options.format),
        release: match options.draft {
            true => Release::Draft,
            false => Release::Final,
        },
        fitting,
    };
    let memory = match options.stdout {
        true => None,
        false => MemoryFile::open(
            options.cache.as_deref(),
            workspace.root(),
            &options.out,
            &wanted,
        ),
    };
    let store = memory
        .as_ref()
        .map(|memory| WorkStore::read(&memory.bytes, &workspace, &press, &wanted));
    let order = Order {
        workspace: &workspace,
        press: &press,
        options: wanted,
        store: store.as_ref(),
        verify: options.verify,
        out: match options.no_sync {
            true => out.without_waiting(),
            false => out,
        },
        check: options.check,
        clean: options.clean,
        deny_warnings: options.deny_warnings,
    };
    if options.stdout {
        return order.to_stdout(&selection.memos, shared, selection.diagnostics, terminal);
    }

    let before = match order.look_at_manifest() {
        Ok(before) => before,
        Err(fault) => {
            shared.push(*fault);
            shared.extend(selection.diagnostics);
            terminal.findings(&mut shared, Stream::Error)?;
            return Ok(Status::Findings);
        }
    };
    let shared_fault = order.stops(&shared);
    let job = Job {
        task: |memo: &MemoFile, progress: &ProgressBar| {
            progress.set_message(memo.stem.clone());
            if shared_fault || selection.has_clash(memo) {
                order.refuse(memo, order.check(memo))
            } else {
                order.recall(memo).unwrap_or_else(|| order.release(memo))
            }
        },
        broken: |memo: &MemoFile, words: &str| {
            let fault = press::internal_fault(memo.name(), words);
            order.refuse(memo, vec![fault])
        },
    };
    let mut all = job.with_all(&selection.memos, options.jobs, terminal);
    order.add_shared_codes(&mut all, &shared, &selection);
    let folder = order.conclude(&all, &selection, before);
    let mut failed = all.iter_mut().find_map(|outcome| outcome.failed.take());
    let folder = folder.unwrap_or_else(|error| {
        failed.get_or_insert(error);
        folder::Changes::default()
    });
    if let Err(error) = order.out.finish() {
        failed.get_or_insert(error);
    }
    if let Some(memory) = &memory
        && let Err(error) = order.remember(memory, &mut all, &folder, &selection)
        && !terminal.is_for_machines()
    {
        terminal.say(&format!("the next run will do all of this again: {error}"));
    }
    let mut findings = shared;
    findings.extend(selection.diagnostics);
    for outcome in &mut all {
        findings.append(&mut outcome.findings);
    }
    let mut status = status_of(&findings, order.deny_warnings);
    if order.check && outcome::would_change(&all, &folder) {
        status = Status::Findings;
    }
    if terminal.is_for_machines() {
        findings.extend(outcome::as_findings(&all, &folder, &order));
    }
    if let Some(error) = &failed {
        terminal.will_fail(error);
    }
    terminal.findings(&mut findings, Stream::Error)?;
    // A machine reads findings and nothing else there.
    if !terminal.is_for_machines() {
        close(&all, &folder, &findings, &order, terminal);
    }
    // What could not be written hides nothing.
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(status),
    }
}

/// The items in ascending order, each once.
fn each_once<T: Copy + Ord>(items: &[T]) -> Vec<T> {
    let items: BTreeSet<T> = items.iter().copied().collect();
    items.into_iter().collect()
}

impl<'s> Order<'_, 's> {
    /// Whether these findings stop a memo.
    fn stops(&self, findings: &[Diagnostic]) -> bool {
        findings.iter().any(|finding| self.is_stopped_by(finding))
    }

    fn is_stopped_by(&self, finding: &Diagnostic) -> bool {
        let denied = self.deny_warnings && finding.severity >= Severity::Warning;
        denied || press::stops(std::slice::from_ref(finding), self.options.release)
    }

    /// Sets every document of a memo, and writes them where nothing is wrong.
    fn release(&self, memo: &MemoFile) -> MemoOutcome<'s> {
        let (press, options) = (self.press, &self.options);
        let (mut rendering, inputs) = press.render_watched(self.workspace, memo, options);
        press.let_go(memo, &mut rendering.findings);
        let documents = rendering.documents;
        let is_document = |name: &str| documents.iter().any(|it| it.path == name);
        let files = rendering.files.iter();
        let others = files.filter(|(name, _)| !is_document(name));
        let assets = others.map(|(name, bytes)| AssetEntry::of(name, bytes));
        let assets: Vec<AssetEntry> = assets.collect();
        let findings = rendering.findings;
        let mut outcome = if self.stops(&findings) {
            self.refuse(memo, findings)
        } else {
            self.write(memo, &rendering.files, findings)
        };
        outcome.inputs = inputs.hash().to_string();
        outcome.record = self.record(&outcome, &inputs, &documents, &assets);
        if outcome.fate != Fate::Refused {
            // What could not be written is not listed.
            let is_there = |name: &str| !outcome.missing.iter().any(|it| it == name);
            let documents = documents.into_iter().filter(|it| is_there(&it.path));
            let assets = assets.into_iter().filter(|it| is_there(&it.path));
            outcome.entries = Entries::Made(documents.collect(), assets.collect());
        }
        outcome
    }

    /// Writes the files of a memo.
    fn write(
        &self,
        memo: &MemoFile,
        files: &[(String, Vec<u8>)],
        findings: Vec<Diagnostic>,
    ) -> MemoOutcome<'s> {
        let mut outcome = MemoOutcome::new(memo, findings, Fate::Released);
        for (at, (name, bytes)) in files.iter().enumerate() {
            match self.put(name, bytes) {
                Ok(WriteOutcome::Written) => outcome.written.push(name.clone()),
                Ok(WriteOutcome::Unchanged) => outcome.unchanged += 1,
                Err(error) => {
                    // What it has of the older files is not known.
                    outcome.fate = Fate::Broken;
                    outcome.failed = Some(error);
                    let missing = files.iter().skip(at);
                    outcome.missing = missing.map(|(name, _)| name.clone()).collect();
                    break;
                }
            }
        }
        outcome
    }

    /// Writes a file where it has other bytes, or only compares it.
    fn put(&self, name: &str, bytes: &[u8]) -> Result<WriteOutcome, WorkspaceError> {
        if !self.check {
            return self.out.write_if_changed(name, bytes);
        }
        Ok(match self.out.holds(name, bytes) {
            true => WriteOutcome::Unchanged,
            false => WriteOutcome::Written,
        })
    }

    /// The findings of a memo that is not released, whatever they are.
    fn check(&self, memo: &MemoFile) -> Vec<Diagnostic> {
        let press = self.press;
        let mut composed = press.compose_for(self.workspace, memo, &self.options);
        press.let_go(memo, &mut composed.diagnostics);
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
    fn refuse(&self, memo: &MemoFile, findings: Vec<Diagnostic>) -> MemoOutcome<'s> {
        let stopping = findings.iter().filter(|it| self.is_stopped_by(it));
        let codes = stopping.map(|finding| finding.code.id).collect();
        let names = self.names(&memo.stem).into_iter();
        let out_of_date = names.filter(|name| self.out.path().join(name).is_file());
        MemoOutcome {
            out_of_date: out_of_date.collect(),
            codes,
            ..MemoOutcome::new(memo, findings, Fate::Refused)
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
            let phrase = match self.options.layout {
                Layout::Separate => "one-document",
                Layout::Parallel => "one-parallel-document",
            };
            return Err(said(phrase, &[]).into());
        };
        let mut document = None;
        if !self.stops(&findings) {
            let rendering = self.press.render(self.workspace, memo, &self.options);
            findings.extend(rendering.findings);
            document = rendering.files.into_iter().find(|(file, _)| file == name);
        }
        let absent: Box<dyn Error> = said("not-in-language", &[("stem", &memo.stem)]).into();
        let stops = status_of(&findings, self.deny_warnings) == Status::Findings;
        if document.is_none() && !stops {
            terminal.will_fail(absent.as_ref());
        }
        terminal.findings(&mut findings, Stream::Error)?;
        let status = status_of(&findings, self.deny_warnings);
        match document {
            Some((_, bytes)) if !self.stops(&findings) => {
                terminal.output(&bytes)?;
                Ok(status)
            }
            Some(_) => Ok(Status::Findings),
            None if stops => Ok(Status::Findings),
            None => Err(absent),
        }
    }
}
