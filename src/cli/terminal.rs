//! What the command says, and where: findings, progress, the closing line.

use crate::args::OutputFormat;
use crate::report;
use crate::words;
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::press::{self, put_in_order};
use bimemo::workspace::WorkspaceError;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::error::Error;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

/// How the command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing is wrong.
    Clean,
    /// There are findings that matter.
    Findings,
    /// The command could not do its work.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Failed => 2,
        })
    }
}

/// From how many memos on a progress bar is worth its place.
const MANY: usize = 8;

/// How many findings are drawn before they are written.
const AT_ONCE: usize = 256;

/// The terminal, or what stands in for it.
#[derive(Debug)]
pub struct Terminal {
    format: OutputFormat,
    quiet: bool,
    /// The way from the current folder to the workspace's root.
    prefix: String,
    /// The way from the folder that services know to the workspace's root, where there is
    /// one.
    from_base: Option<String>,
    /// How many findings people are shown in full.
    most: usize,
    /// What a machine is to hear beside the findings: why the command could not do its work.
    failure: Option<Diagnostic>,
    /// Whether it heard that.
    told: bool,
}

/// Which stream findings go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output, where findings are what was asked for.
    Output,
    /// Standard error, where they are not.
    Error,
}

impl Terminal {
    /// A terminal that shows findings in `format`, about files of the workspace at
    /// `root`.
    pub fn new(format: OutputFormat, quiet: bool, root: &Path) -> Terminal {
        let parts = root.components().filter(|part| *part != Component::CurDir);
        let prefix = parts
            .collect::<PathBuf>()
            .to_string_lossy()
            .replace('\\', "/");
        Terminal {
            format,
            quiet,
            prefix,
            from_base: None,
            most: usize::MAX,
            failure: None,
            told: false,
        }
    }

    /// Names files for services by this way to the workspace, where there is one.
    pub fn relate(&mut self, from_base: Option<String>) {
        self.from_base = from_base;
    }

    /// Shows so many findings in full, where people read them.
    pub fn show_at_most(&mut self, most: u64) {
        self.most = usize::try_from(most).unwrap_or(usize::MAX);
    }

    /// Shows findings, in the order of files and lines, each once.
    pub fn findings(&mut self, findings: &mut Vec<Diagnostic>, stream: Stream) -> io::Result<()> {
        let failure = self.failure.take();
        self.told |= failure.is_some();
        findings.extend(failure);
        put_in_order(findings);
        let look = report::Look {
            colour: self.is_coloured(stream),
            prefix: self.prefix.clone(),
            from_base: self.from_base.clone(),
            most: self.most,
            ..report::Look::default()
        };
        // A log in SARIF is one piece, and people are shown so many findings of all; the
        // others are written while they are made.
        let at_once = match self.format {
            OutputFormat::Sarif | OutputFormat::Human => findings.len().max(1),
            _ => AT_ONCE,
        };
        let mut parts = findings.chunks(at_once);
        let first = parts.next().unwrap_or_default();
        for part in std::iter::once(first).chain(parts) {
            let text = report::findings(self.format, part, &look);
            match stream {
                Stream::Output => write_whole(io::stdout().lock(), text.as_bytes())?,
                Stream::Error => write_whole(io::stderr().lock(), text.as_bytes())?,
            }
        }
        Ok(())
    }

    /// Whether findings are shown to a machine, which reads nothing beside them.
    pub const fn is_for_machines(&self) -> bool {
        self.format.is_for_machines()
    }

    /// Whether what goes to a stream may be coloured.
    pub fn is_coloured(&self, stream: Stream) -> bool {
        let is_terminal = match stream {
            Stream::Output => io::stdout().is_terminal(),
            Stream::Error => io::stderr().is_terminal(),
        };
        is_terminal && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty())
    }

    /// A file of the workspace as it is named from the current folder.
    pub fn name(&self, path: &str) -> String {
        report::from_here(&self.prefix, path)
    }

    /// Writes what was asked for to standard output.
    pub fn output(&mut self, bytes: &[u8]) -> io::Result<()> {
        write_whole(io::stdout().lock(), bytes)
    }

    /// Says a line about the work, unless asked to be quiet.
    pub fn say(&mut self, line: &str) {
        if !self.quiet {
            // Nobody is left to tell where standard error is closed.
            let _ = writeln!(io::stderr().lock(), "{}", report::one_line(line));
        }
    }

    /// Lets a later failure be told as the first was: the command goes on.
    pub fn go_on(&mut self) {
        self.told = false;
    }

    /// Says what may go wrong, whether or not it is asked to be quiet.
    pub fn warn(&mut self, line: &str) {
        let line = report::one_line(line);
        let line = words::said("warned", &[("what", &line)]);
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// Lets the findings that are shown next say, to machines, why the command cannot do its
    /// work, which people are told when it ends.
    pub fn will_fail(&mut self, error: &(dyn Error + 'static)) {
        if self.is_for_machines() {
            let hint = hint_of(error).map(str::to_owned);
            self.failure = Some(press::command_failed(&error.to_string(), hint));
        }
    }

    /// Says why the command could not do its work; to machines as a record, where findings
    /// go.
    pub fn fail(&mut self, error: &(dyn Error + 'static), stream: Stream) {
        if !self.told {
            self.will_fail(error);
        }
        self.show_failure(stream);
        // What fails next, where the command goes on, is another one.
        let told = std::mem::take(&mut self.told);
        if told && stream == Stream::Error {
            return;
        }
        let mut stream = io::stderr().lock();
        let told = report::one_line(&error.to_string());
        let _ = writeln!(stream, "{}", words::said("failed", &[("what", &told)]));
        if let Some(hint) = hint_of(error) {
            let hint = report::one_line(hint);
            let _ = writeln!(stream, "{}", words::said("hint", &[("hint", &hint)]));
        }
    }

    /// The same to machines alone, of a command line that could not be read.
    pub fn fail_of_words(&mut self, words: &str, stream: Stream) {
        self.failure = Some(press::command_failed(words, None));
        self.show_failure(stream);
    }

    fn show_failure(&mut self, stream: Stream) {
        if self.failure.is_some() {
            // Nobody is left to tell where the stream is closed.
            let _ = self.findings(&mut Vec::new(), stream);
        }
    }

    /// A progress bar over `memos`, hidden where it would not be seen or is not
    /// worth its place.
    pub fn progress(&self, memos: usize) -> ProgressBar {
        if self.quiet || memos < MANY || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(
            Some(u64::try_from(memos).unwrap_or(u64::MAX)),
            ProgressDrawTarget::stderr(),
        );
        if let Ok(style) = ProgressStyle::with_template(&format!(
            "{{bar:32}} {{pos}}/{{len}} {}  {{msg}}",
            words::said("progress", &[])
        )) {
            bar.set_style(style);
        }
        bar
    }
}

/// What to do about an error, where that is known.
fn hint_of<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e str> {
    let refused = error.downcast_ref::<WorkspaceError>();
    refused.and_then(WorkspaceError::hint)
}

/// Says on standard error why there is nothing to do.
pub fn tell(text: &str) {
    // Nobody is left to tell where standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Writes everything; a reader who has gone away is no error.
fn write_whole(mut stream: impl Write, bytes: &[u8]) -> io::Result<()> {
    match stream.write_all(bytes).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// The status that findings stand for.
pub fn status_of(findings: &[Diagnostic], deny_warnings: bool) -> Status {
    let limit = match deny_warnings {
        true => Severity::Warning,
        false => Severity::Error,
    };
    match findings.iter().any(|finding| finding.severity >= limit) {
        true => Status::Findings,
        false => Status::Clean,
    }
}
