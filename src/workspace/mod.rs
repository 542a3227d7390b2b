//! Where files come from and go to: the only room that touches the file system,
//! standard input and the current folder.
//!
//! A workspace has two layers. Its own files, which a [`FileSystem`] reads, win over the
//! defaults of the same path that are embedded in the binary. Paths inside a workspace are
//! written with `/` and are relative to its root.

mod cache;
mod clock;
pub mod codes;
mod content_hash;
mod create;
mod embedded;
mod error;
mod files;
mod folder;
mod inputs;
mod look_alikes;
mod names;
mod output;
mod select;
mod sources;
pub mod unseen;

use crate::diagnostic::Diagnostic;
use crate::limits::{Limit, current};
use crate::source::SourceFile;
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

pub use cache::{cache_folder, identity, known_by};
pub use clock::today;
pub use content_hash::ContentHash;
pub use embedded::{default_file, default_files};
pub use error::{Access, WorkspaceError};
pub use files::{FileSystem, FolderListing, Unreadable, UnreadableCause};
pub use inputs::{Asked, Asking, Inputs, Question};
pub use look_alikes::look_alike_letters;
pub use names::{hidden_character, hidden_in_name};
pub use output::{FolderLock, OutputFolder, Removal, Seen, WriteOutcome};
pub use select::{MemoFile, Selection};
pub use sources::{SourceKind, SourcePath};

pub(crate) use folder::without_dots;
use folder::{Folder, normalize};

/// Where a file of a workspace lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileLayer {
    /// In the binary: a default.
    Embedded,
    /// The workspace's own.
    Disk,
}

/// Memos and what goes with them, on top of the defaults.
#[derive(Clone, Debug)]
pub struct Workspace {
    files: Arc<dyn FileSystem>,
    /// Where it notes what it is asked.
    inputs: Option<Arc<Inputs>>,
}

impl Workspace {
    /// The workspace whose root is the folder `root`.
    ///
    /// # Errors
    /// Where `root` is no folder that can be read.
    pub fn open(root: &Path) -> Result<Workspace, WorkspaceError> {
        Ok(Workspace::of(Folder::open(select::absolute(root)?)?))
    }

    /// The workspace of these files; a memo is one below `memos/`.
    pub fn of(files: impl FileSystem + 'static) -> Workspace {
        Workspace {
            files: Arc::new(files),
            inputs: None,
        }
    }

    /// The same workspace, which notes what it is asked from now on, and what it notes.
    #[must_use]
    pub fn watched(&self) -> (Workspace, Arc<Inputs>) {
        let inputs = Arc::new(Inputs::default());
        let watched = inputs::Watched {
            files: Arc::clone(&self.files),
            inputs: Arc::clone(&inputs),
        };
        let workspace = Workspace {
            files: Arc::new(watched),
            inputs: Some(Arc::clone(&inputs)),
        };
        (workspace, inputs)
    }

    /// The root as an absolute path; an empty one where it lies on no disk.
    pub fn root(&self) -> &Path {
        self.files.root().unwrap_or(Path::new(""))
    }

    fn folder(&self) -> Option<Folder> {
        Folder::open(self.files.root()?.to_owned()).ok()
    }

    /// The bytes of a file, the workspace's own or among the defaults.
    ///
    /// # Errors
    /// That the file is there and cannot be read.
    pub fn bytes(&self, path: &str) -> Result<Option<Cow<'static, [u8]>>, Vec<Diagnostic>> {
        self.layered(path, Limit::AssetBytes)
    }

    fn layered(
        &self,
        path: &str,
        limit: Limit,
    ) -> Result<Option<Cow<'static, [u8]>>, Vec<Diagnostic>> {
        let own = self.own_bytes(path, limit)?.map(Cow::Owned);
        Ok(own.or_else(|| embedded::default_file(path)))
    }

    fn own_bytes(&self, path: &str, limit: Limit) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
        let most = current(limit);
        let read = normalize(path).map_or(Ok(None), |path| self.files.read_at_most(&path, most));
        read.map_err(|unreadable| vec![unreadable.diagnostic()])
    }

    /// Whether a file of the workspace's own stands here that is not the default to the
    /// byte.
    pub fn differs(&self, path: &str) -> bool {
        let is_default =
            |own: &[u8]| embedded::default_file(path).is_some_and(|default| *default == *own);
        match self.own_bytes(path, Limit::AssetBytes) {
            Ok(own) => own.is_some_and(|own| !is_default(&own)),
            Err(_) => true,
        }
    }

    /// The text of a file, the workspace's own or among the defaults.
    ///
    /// # Errors
    /// That the file is there and cannot be read, or is not UTF-8.
    pub fn text(&self, path: &str) -> Result<Option<Arc<SourceFile>>, Vec<Diagnostic>> {
        self.layered(path, Limit::FileBytes)?
            .map(|bytes| decode(path, &bytes))
            .transpose()
    }

    /// The text of a file of one layer.
    ///
    /// # Errors
    /// That the file is there and cannot be read, or is not UTF-8.
    pub fn text_in(
        &self,
        layer: FileLayer,
        path: &str,
    ) -> Result<Option<Arc<SourceFile>>, Vec<Diagnostic>> {
        let bytes = match layer {
            FileLayer::Disk => self.own_bytes(path, Limit::FileBytes)?.map(Cow::Owned),
            FileLayer::Embedded => embedded::default_file(path),
        };
        bytes.map(|bytes| decode(path, &bytes)).transpose()
    }

    /// The files below `folder` whose name ends in `.extension`, with the layers
    /// they lie in, sorted by layer and path: a file that both layers have is
    /// listed twice. What may be one of them, or a folder, and cannot be read goes to
    /// `findings`.
    pub fn list(
        &self,
        folder: &str,
        extension: &str,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<(FileLayer, String)> {
        let prefix = format!("{folder}/");
        let ending = format!(".{extension}");
        let embedded = embedded::default_files()
            .into_iter()
            .filter(|path| path.starts_with(&prefix))
            .map(|path| (FileLayer::Embedded, path));
        let wanted = |path: &str| path.ends_with(&ending);
        let on_disk = self.walk(folder, &wanted, findings).into_iter();
        embedded
            .chain(on_disk.map(|path| (FileLayer::Disk, path)))
            .filter(|(_, path)| wanted(path))
            .collect()
    }

    /// Whether a file is there, on the disk or among the defaults.
    pub fn has(&self, path: &str) -> bool {
        normalize(path).is_some_and(|path| self.files.has(&path))
            || embedded::default_file(path).is_some()
    }

    /// Whether a file of the workspace is reached over a link that leads out of it.
    pub fn leads_outside(&self, path: &str) -> bool {
        normalize(path).is_some_and(|path| self.files.leads_outside(&path))
    }

    /// The files of the workspace's own below a folder, sorted; none where the folder is
    /// absent. What cannot be read goes to `findings` where it is `wanted`, or may be a
    /// folder.
    fn walk(
        &self,
        folder: &str,
        wanted: &dyn Fn(&str) -> bool,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<String> {
        let FolderListing {
            mut files,
            mut unreadable,
        } = self.files.walk(folder);
        unreadable.retain(|it| it.may_be_folder || wanted(&it.path));
        unreadable.sort_by(|one, other| one.path.cmp(&other.path));
        findings.extend(unreadable.iter().map(Unreadable::diagnostic));
        files.sort();
        files
    }

    /// Gives a file of the workspace, which is there, these bytes where it has others. Who
    /// may read it stays, and a link stays a link to the file that is written.
    ///
    /// # Errors
    /// Where the file is not there or cannot be written.
    pub fn rewrite(&self, path: &str, bytes: &[u8]) -> Result<WriteOutcome, WorkspaceError> {
        let written = match self.folder() {
            Some(folder) => output::rewrite(&folder, path, bytes),
            None => Err(std::io::ErrorKind::Unsupported.into()),
        };
        written.map_err(|error| WorkspaceError::new(Access::Write, &self.root().join(path), error))
    }

    /// The files on the disk below a folder of the workspace, for hints.
    pub fn siblings(&self, folder: &str) -> Vec<String> {
        self.walk(folder, &|_| false, &mut Vec::new())
    }
}

/// The path that `relative`, written in the file `from`, means in the workspace;
/// none where it leads out of it.
pub fn resolve(from: &str, relative: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    if relative.starts_with('/') {
        return None;
    }
    normalize(format!("{folder}/{relative}").trim_start_matches('/'))
}

/// Whether bytes are letters of UTF-16: a third of them at least is null.
fn is_utf16(bytes: &[u8]) -> bool {
    const LEAST: usize = 16;
    let nulls = bytes.iter().filter(|byte| **byte == 0).count();
    nulls >= LEAST && nulls * 3 >= bytes.len()
}

/// A file's text, where it is UTF-8.
fn decode(path: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Vec<Diagnostic>> {
    match std::str::from_utf8(bytes) {
        Ok(text) if is_utf16(bytes) => Err(vec![error::utf16(path, text)]),
        Ok(text) => Ok(SourceFile::new(path, text)),
        Err(error) => Err(vec![error::not_utf8(path, bytes, error.valid_up_to())]),
    }
}

#[cfg(test)]
mod tests;
