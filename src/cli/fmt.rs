//! `bimemo fmt`: sources mended.

use crate::args::FmtOptions;
use crate::diff;
use crate::jobs::Job;
use crate::terminal::{Status, Stream, Terminal, status_of};
use crate::words::{count, counted, said};
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::limits::Limit;
use bimemo::mend::{StructuralMend, mend_source, restructure_source};
use bimemo::press::{self, Menders, codes};
use bimemo::source::SourceFile;
use bimemo::workspace::{SourceKind, SourcePath, Workspace};
use indicatif::ProgressBar;
use std::error::Error;
use std::io;
use std::sync::Arc;

/// A source and what its mends come to.
struct Mended {
    file: Arc<SourceFile>,
    /// The text with the changes made.
    text: String,
    /// How many changes there are.
    count: usize,
    /// Those that change what documents print.
    changes: Vec<StructuralMend>,
}

/// A source mended; or what is wrong with it.
type Outcome = Result<Mended, Vec<Diagnostic>>;

/// Mends the sources that were asked for, or tells what would be mended.
pub fn run(options: &FmtOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let workspace = Workspace::open(&options.root)?;
    let mut unreadable = Vec::new();
    let sources = workspace.sources(&options.paths, &mut unreadable)?;
    let to_stdout = sources.iter().any(|source| source.path.is_none());
    if to_stdout && sources.len() > 1 {
        return Err(said("standard-input-alone", &[]).into());
    }
    let (menders, mut faults) = press::load_menders(&workspace);
    terminal.show_at_most(menders.settings.limits.of(Limit::FindingsShown));
    if status_of(&faults, false) != Status::Clean {
        terminal.findings(&mut faults, Stream::Error)?;
        terminal.say(&said("settings-have-errors", &[]));
        return Ok(Status::Findings);
    }

    let job = Job {
        task: |source: &SourcePath, _: &ProgressBar| mend(&workspace, source, &menders),
        broken: |source: &SourcePath, words: &str| {
            Err(vec![press::internal_fault(source.name(), words)])
        },
    };
    let outcomes = job.with_all(&sources, None, terminal);

    let mut failed = None;
    for (source, outcome) in sources.iter().zip(&outcomes) {
        let Ok(mended) = outcome else {
            continue;
        };
        if options.check {
            tell(mended, terminal)?;
        } else if let Err(error) = write(&workspace, source, mended, terminal) {
            failed.get_or_insert(error);
        }
    }
    // What cannot be read is not touched.
    let outcomes = outcomes
        .into_iter()
        .chain(unreadable.into_iter().map(|it| Err(vec![it])));
    if let Some(error) = &failed {
        terminal.will_fail(error.as_ref());
    }
    let status = close(options.check, &outcomes.collect::<Vec<_>>(), terminal)?;
    // What could not be written hides nothing.
    failed.map_or(Ok(status), Err)
}

/// The mends of one source.
fn mend(workspace: &Workspace, source: &SourcePath, menders: &Menders) -> Outcome {
    let limits = &menders.settings.limits;
    let work = || mended(workspace.read_source(source)?, source.kind, menders);
    let too_much = |out| Err(vec![press::too_much_work(source.name(), out, limits)]);
    limits.metered(work).unwrap_or_else(too_much)
}

/// First what was typed becomes what is meant, then words are mended.
fn mended(file: Arc<SourceFile>, kind: SourceKind, menders: &Menders) -> Outcome {
    let meant = restructure_source(&file, kind, &menders.settings, codes::table())?;
    let between = SourceFile::new(file.path(), meant.text);
    let mended = mend_source(&between, kind, &menders.languages, codes::table())?;
    Ok(Mended {
        text: mended.text,
        // What is read otherwise than it is written is written down, too.
        count: file.readings().count() + meant.changes.len() + mended.edits.len(),
        file,
        changes: meant.changes,
    })
}

/// Prints what would change.
fn tell(mended: &Mended, terminal: &mut Terminal) -> io::Result<()> {
    if mended.count == 0 {
        return Ok(());
    }
    let name = terminal.name(mended.file.path());
    let colour = terminal.is_coloured(Stream::Output);
    let diff = diff::unified(&name, mended.file.written(), &mended.text, colour);
    terminal.output(diff.as_bytes())
}

/// Writes a source where it changes, and says so; what came from standard input always
/// goes to standard output.
fn write(
    workspace: &Workspace,
    source: &SourcePath,
    mended: &Mended,
    terminal: &mut Terminal,
) -> Result<(), Box<dyn Error>> {
    match &source.path {
        None => terminal.output(mended.text.as_bytes())?,
        Some(_) if mended.count == 0 => return Ok(()),
        Some(path) => {
            workspace.rewrite(path, mended.text.as_bytes())?;
        }
    }
    if mended.count > 0 {
        let name = terminal.name(mended.file.path());
        let fixes = counted("fixes", mended.count);
        terminal.say(&said("fixed-file", &[("file", &name), ("fixes", &fixes)]));
    }
    Ok(())
}

/// Shows the findings and tells how many sources there were of each sort.
fn close(
    check: bool,
    outcomes: &[Outcome],
    terminal: &mut Terminal,
) -> Result<Status, Box<dyn Error>> {
    let faults = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
    let mut findings: Vec<Diagnostic> = faults.flatten().cloned().collect();
    let errors = findings.len();
    let changes = outcomes.iter().flatten().flat_map(|mended| &mended.changes);
    findings.extend(changes.map(StructuralMend::diagnostic));
    let changes = findings.len() - errors;
    terminal.findings(&mut findings, Stream::Error)?;
    let faulty = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    let mended = outcomes.iter().flatten();
    let changed = mended.filter(|mended| mended.count > 0).count();
    let done = if check { "would-be-fixed" } else { "fixed" };
    let files = counted("files", outcomes.len());
    let unchanged = outcomes.len() - changed - faulty;
    let mut line = said(
        done,
        &[
            ("files", &files),
            ("changed", &changed),
            ("unchanged", &unchanged),
        ],
    );
    if faulty > 0 {
        findings.retain(|finding| finding.severity != Severity::Note);
        let found = count(&findings);
        line += &said("not-touched", &[("faulty", &faulty), ("found", &found)]);
    }
    if changes > 0 {
        let fixes = counted("fixes", changes);
        line += &said(
            "changes-documents",
            &[("count", &changes), ("fixes", &fixes)],
        );
    }
    terminal.say(&line);
    Ok(if faulty > 0 || check && changed > 0 {
        Status::Findings
    } else {
        Status::Clean
    })
}
