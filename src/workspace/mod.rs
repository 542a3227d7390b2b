//! Where files come from and go to: the only room that touches the file system,
//! standard input and the current folder.
//!
//! A workspace has two layers. What lies on the disk wins over the default of
//! the same path that is embedded in the binary. Paths inside a workspace are
//! written with `/` and are relative to its root.

pub mod codes;
mod embedded;
mod error;
mod names;
mod output;
mod select;
mod sources;
pub mod unseen;

use crate::source::{SourceFile, composed};
use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::{Fault, WorkspaceError};
pub use names::{hidden_character, hidden_in_name};
pub use output::{Outcome, rewrite, write_if_changed};
pub use select::{MemoFile, Selection};
pub use sources::{SourceKind, SourcePath};

/// Where a file of a workspace lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// In the binary.
    Embedded,
    /// On the disk.
    Disk,
}

/// A folder with memos, on top of the defaults.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace whose root is the folder `root`.
    ///
    /// # Errors
    /// Where `root` is no folder that can be read.
    pub fn open(root: &Path) -> Result<Workspace, WorkspaceError> {
        let root = select::absolute(root)?;
        fs::read_dir(&root)
            .map_err(|error| WorkspaceError::new("read the folder", &root, error))?;
        Ok(Workspace { root })
    }

    /// The root as an absolute path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a path of the workspace lies on the disk, whether or not it exists;
    /// none where it leads out of the workspace. A name with accents may stand there in
    /// its composed form or in another (Macs write them apart).
    pub fn on_disk(&self, path: &str) -> Option<PathBuf> {
        let path = normalize(path)?;
        let exact = self.root.join(&path);
        if path.is_ascii() || exact.exists() {
            return Some(exact);
        }
        let listed = self.as_listed(&path);
        Some(listed.map_or(exact, |listed| self.root.join(listed)))
    }

    /// A path as its folders list its names, which are the same once they are composed;
    /// none where there is no such file.
    fn as_listed(&self, path: &str) -> Option<String> {
        let mut found = String::new();
        for name in path.split('/') {
            let entries = fs::read_dir(self.root.join(&found)).ok()?.flatten();
            let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
            let same = names.filter(|other| composed(other) == composed(name));
            let listed = same.min_by_key(|other| (other != name, other.clone()))?;
            if !found.is_empty() {
                found.push('/');
            }
            found.push_str(&listed);
        }
        Some(found)
    }

    /// The bytes of a file, from the disk or from the defaults.
    ///
    /// # Errors
    /// Where the file is there and cannot be read.
    pub fn bytes(&self, path: &str) -> Result<Option<Cow<'static, [u8]>>, WorkspaceError> {
        let on_disk = self.disk_bytes(path)?.map(Cow::Owned);
        Ok(on_disk.or_else(|| embedded::bytes(path)))
    }

    fn disk_bytes(&self, path: &str) -> Result<Option<Vec<u8>>, WorkspaceError> {
        let Some(on_disk) = self.on_disk(path) else {
            return Ok(None);
        };
        match fs::read(&on_disk) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(WorkspaceError::new("read", &on_disk, error)),
        }
    }

    /// The text of a file, from the disk or from the defaults.
    ///
    /// # Errors
    /// Where the file is there and cannot be read, or is not UTF-8.
    pub fn text(&self, path: &str) -> Result<Option<Arc<SourceFile>>, Fault> {
        self.bytes(path)?
            .map(|bytes| decode(path, &bytes))
            .transpose()
    }

    /// The text of a file of one layer.
    ///
    /// # Errors
    /// Where the file is there and cannot be read, or is not UTF-8.
    pub fn text_in(&self, layer: Layer, path: &str) -> Result<Option<Arc<SourceFile>>, Fault> {
        let bytes = match layer {
            Layer::Disk => self.disk_bytes(path)?.map(Cow::Owned),
            Layer::Embedded => embedded::bytes(path),
        };
        bytes.map(|bytes| decode(path, &bytes)).transpose()
    }

    /// The files below `folder` whose name ends in `.extension`, with the layers
    /// they lie in, sorted by layer and path: a file that both layers have is
    /// listed twice.
    ///
    /// # Errors
    /// Where a folder is there and cannot be read.
    pub fn list(
        &self,
        folder: &str,
        extension: &str,
    ) -> Result<Vec<(Layer, String)>, WorkspaceError> {
        let prefix = format!("{folder}/");
        let ending = format!(".{extension}");
        let embedded = embedded::paths()
            .into_iter()
            .filter(|path| path.starts_with(&prefix))
            .map(|path| (Layer::Embedded, path));
        let on_disk = self
            .walk(folder)?
            .into_iter()
            .map(|path| (Layer::Disk, path));
        Ok(embedded
            .chain(on_disk)
            .filter(|(_, path)| path.ends_with(&ending))
            .collect())
    }

    /// Whether a file is there, on the disk or among the defaults.
    pub fn has(&self, path: &str) -> bool {
        self.on_disk(path).is_some_and(|path| path.is_file()) || embedded::bytes(path).is_some()
    }

    /// Whether a file on the disk is reached over a link that leads out of the workspace.
    pub fn leads_outside(&self, path: &str) -> bool {
        let real = self.on_disk(path).and_then(|path| path.canonicalize().ok());
        let root = self.root.canonicalize().ok();
        match (real, root) {
            (Some(real), Some(root)) => !real.starts_with(root),
            _ => false,
        }
    }

    /// The files on the disk below a folder of the workspace, for hints; nothing
    /// where it cannot be read.
    pub fn siblings(&self, folder: &str) -> Vec<String> {
        self.walk(folder).unwrap_or_default()
    }

    /// The files on the disk below a folder of the workspace, sorted; nothing
    /// where the folder is absent.
    fn walk(&self, folder: &str) -> Result<Vec<String>, WorkspaceError> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        let mut seen = Vec::new();
        while let Some(folder) = folders.pop() {
            let Some(on_disk) = self.on_disk(&folder) else {
                continue;
            };
            let real = match fs::canonicalize(&on_disk) {
                Ok(real) => real,
                Err(error) if is_absent(&error) => continue,
                Err(error) => return Err(WorkspaceError::new("read the folder", &on_disk, error)),
            };
            // A link that leads back to a folder above would never end.
            if seen.contains(&real) {
                continue;
            }
            seen.push(real);
            let unreadable = |error| WorkspaceError::new("read the folder", &on_disk, error);
            for entry in fs::read_dir(&on_disk).map_err(unreadable)? {
                let entry = entry.map_err(unreadable)?;
                // Of a name that is not UTF-8, U+FFFD says so.
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.starts_with('.') {
                    continue;
                }
                let path = if folder.is_empty() {
                    name
                } else {
                    format!("{folder}/{name}")
                };
                if entry.path().is_dir() {
                    folders.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }
}

fn is_absent(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | IsADirectory)
}

/// A path of the workspace without `.` and `..`; none where it is absolute or
/// leads out of the workspace.
pub fn normalize(path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains('\\') || Path::new(path).is_absolute() {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
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
fn decode(path: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Fault> {
    match std::str::from_utf8(bytes) {
        Ok(text) if is_utf16(bytes) => Err(Fault::utf16(path, text)),
        Ok(text) => Ok(SourceFile::new(path, text)),
        Err(error) => Err(Fault::not_utf8(path, bytes, error.valid_up_to())),
    }
}

#[cfg(test)]
mod tests;
