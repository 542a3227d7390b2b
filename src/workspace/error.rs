//! What can go wrong with files.

use super::files::{Unreadable, UnreadableCause};
use super::names::{misnamed, top};
use crate::diagnostic::Diagnostic;
use crate::limits::grouped;
use crate::source::{SourceFile, Span};
use crate::workspace::codes::{FILE_TOO_LARGE, NOT_UTF8, UNREADABLE_FILE};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

crate::diagnostic::phrases! {
    ACCESS = "access";
}

/// What was asked of the file system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read a file.
    Read,
    /// To read a folder.
    ReadFolder,
    /// To say where a path leads.
    Find,
    /// To write a file.
    Write,
    /// To write into a folder.
    WriteInto,
    /// To make a folder.
    MakeFolder,
    /// To remove a file.
    Remove,
    /// To take a path that a command was given.
    Take,
}

/// The file system did not do what was asked of it: the command cannot do its work.
#[derive(Debug)]
pub struct WorkspaceError {
    access: Access,
    path: PathBuf,
    cause: io::Error,
    hint: Option<String>,
}

impl WorkspaceError {
    /// What was asked, of which file, and why it was refused.
    pub fn new(access: Access, path: &Path, cause: io::Error) -> WorkspaceError {
        WorkspaceError {
            access,
            path: path.to_owned(),
            cause,
            hint: None,
        }
    }

    /// A path that a command cannot take, and why.
    pub(super) fn refused(path: &Path, reason: &str) -> WorkspaceError {
        WorkspaceError::new(Access::Take, path, io::Error::other(reason))
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
        let is_absent = self.cause.kind() == io::ErrorKind::NotFound;
        let path = self.path.display().to_string();
        let cause = self.cause.to_string();
        f.write_str(&match self.access {
            Access::Read if is_absent => ACCESS.words("absent", given!(path)),
            Access::ReadFolder if is_absent => ACCESS.words("absent-folder", given!(path)),
            Access::Read => ACCESS.words("read", given!(path, cause)),
            Access::ReadFolder => ACCESS.words("read-folder", given!(path, cause)),
            Access::Find => ACCESS.words("find", given!(path, cause)),
            Access::Write => ACCESS.words("write", given!(path, cause)),
            Access::WriteInto => ACCESS.words("write-into", given!(path, cause)),
            Access::MakeFolder => ACCESS.words("make-folder", given!(path, cause)),
            Access::Remove => ACCESS.words("remove", given!(path, cause)),
            Access::Take => ACCESS.words("take", given!(path, cause)),
        })
    }
}

impl std::error::Error for WorkspaceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

impl Unreadable {
    /// That it cannot be read, at its beginning.
    pub(super) fn diagnostic(&self) -> Diagnostic {
        let path = &self.path;
        let wording = match &self.cause {
            UnreadableCause::Outside => UNREADABLE_FILE.say("outside", given!(path)),
            UnreadableCause::Nowhere => UNREADABLE_FILE.say("nowhere", given!(path)),
            UnreadableCause::Special => UNREADABLE_FILE.say("special", given!(path)),
            UnreadableCause::Folder => UNREADABLE_FILE.say("folder", given!(path)),
            UnreadableCause::Misnamed => return misnamed(path),
            UnreadableCause::TooLarge(most) => {
                let most = grouped(*most);
                FILE_TOO_LARGE.say("bytes", given!(path, most))
            }
            UnreadableCause::Refused(error) => {
                let cause = error.to_string();
                UNREADABLE_FILE.say("refused", given!(path, cause))
            }
        };
        Diagnostic::told(top(path), wording)
    }
}

/// That a file which was there is gone.
pub(super) fn gone(path: &str) -> Diagnostic {
    Diagnostic::told(top(path), UNREADABLE_FILE.say("gone", given!(path)))
}

/// A file that stops being UTF-8 at the byte `at`.
pub(super) fn not_utf8(path: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let file = SourceFile::raw(path, String::from_utf8_lossy(bytes));
    let byte = bytes.get(at).copied().unwrap_or_default();
    let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
    let wording = NOT_UTF8.say("byte", given!(byte = format!("{byte:02X}")));
    Diagnostic::told(Span::new(&file, at..end), wording)
}

/// A file of UTF-16: its bytes are characters of UTF-8, and every other one is null.
pub(super) fn utf16(path: &str, text: &str) -> Diagnostic {
    let file = SourceFile::raw(path, text);
    let wording = NOT_UTF8.say("utf16", &[]);
    Diagnostic::told(Span::new(&file, 0..0), wording)
}
