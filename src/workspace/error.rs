//! What can go wrong with files.

use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};
use crate::workspace::codes::NOT_UTF8;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The file system did not do what was asked of it: the command cannot do its work.
#[derive(Debug)]
pub struct WorkspaceError {
    action: &'static str,
    path: PathBuf,
    cause: io::Error,
    hint: Option<String>,
}

impl WorkspaceError {
    /// What was asked (`read`, `read the folder`), of which file, and why it was refused.
    pub fn new(action: &'static str, path: &Path, cause: io::Error) -> WorkspaceError {
        WorkspaceError {
            action,
            path: path.to_owned(),
            cause,
            hint: None,
        }
    }

    /// A path that a command cannot take, and why.
    pub(super) fn refused(path: &Path, reason: &str) -> WorkspaceError {
        WorkspaceError::new("take", path, io::Error::other(reason))
    }

    /// The same with what to do.
    pub(super) fn with_hint(mut self, hint: Option<String>) -> WorkspaceError {
        self.hint = hint;
        self
    }

    /// What to do about it, where that is known.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for WorkspaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.cause.kind() == io::ErrorKind::NotFound && self.action.starts_with("read") {
            let what = self.action.strip_prefix("read the ").unwrap_or_default();
            let space = if what.is_empty() { "" } else { " " };
            return write!(f, "there is no {what}{space}`{}`", self.path.display());
        }
        write!(
            f,
            "cannot {} `{}`: {}",
            self.action,
            self.path.display(),
            self.cause
        )
    }
}

impl std::error::Error for WorkspaceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// Why a file cannot be had, or cannot be made.
#[derive(Debug)]
pub enum Fault {
    /// The file system refused.
    Io(WorkspaceError),
    /// What it is read or made from is at fault; nothing more is said where that was
    /// reported before.
    Content(Vec<Diagnostic>),
}

impl Fault {
    /// A file that stops being UTF-8 at the byte `at`.
    pub(super) fn not_utf8(path: &str, bytes: &[u8], at: usize) -> Fault {
        let file = SourceFile::raw(path, String::from_utf8_lossy(bytes));
        let byte = bytes.get(at).copied().unwrap_or_default();
        let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
        let wording = NOT_UTF8.say("byte", given!(byte = format!("{byte:02X}")));
        Fault::Content(vec![Diagnostic::told(Span::new(&file, at..end), wording)])
    }

    /// A file of UTF-16: its bytes are characters of UTF-8, and every other one is null.
    pub(super) fn utf16(path: &str, text: &str) -> Fault {
        let file = SourceFile::raw(path, text);
        let wording = NOT_UTF8.say("utf16", &[]);
        Fault::Content(vec![Diagnostic::told(Span::new(&file, 0..0), wording)])
    }

    /// What is at fault.
    ///
    /// # Errors
    /// Where the file system refused.
    pub fn findings(self) -> Result<Vec<Diagnostic>, WorkspaceError> {
        match self {
            Fault::Io(error) => Err(error),
            Fault::Content(findings) => Ok(findings),
        }
    }
}

impl From<WorkspaceError> for Fault {
    fn from(error: WorkspaceError) -> Fault {
        Fault::Io(error)
    }
}

impl From<Vec<Diagnostic>> for Fault {
    fn from(findings: Vec<Diagnostic>) -> Fault {
        Fault::Content(findings)
    }
}

impl From<Diagnostic> for Fault {
    fn from(finding: Diagnostic) -> Fault {
        Fault::Content(vec![finding])
    }
}
