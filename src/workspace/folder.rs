//! A folder on the disk.

use super::{FileSystem, WorkspaceError};
use crate::source::composed;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder on the disk, whose files a workspace reads.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// Its absolute path.
    pub root: PathBuf,
}

impl Folder {
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
    pub fn as_listed(&self, path: &str) -> Option<String> {
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
}

impl FileSystem for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WorkspaceError> {
        let Some(on_disk) = self.on_disk(path) else {
            return Ok(None);
        };
        match fs::read(&on_disk) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(WorkspaceError::new("read", &on_disk, error)),
        }
    }

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
        Ok(files)
    }

    fn has(&self, path: &str) -> bool {
        self.on_disk(path).is_some_and(|path| path.is_file())
    }

    fn leads_outside(&self, path: &str) -> bool {
        let real = self.on_disk(path).and_then(|path| path.canonicalize().ok());
        let root = self.root.canonicalize().ok();
        match (real, root) {
            (Some(real), Some(root)) => !real.starts_with(root),
            _ => false,
        }
    }

    fn root(&self) -> Option<&Path> {
        Some(&self.root)
    }
}

pub(super) fn is_absent(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | IsADirectory)
}

/// A path of the workspace without `.` and `..`; none where it is absolute or
/// leads out of the workspace.
pub(super) fn normalize(path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains('\\') || Path::new(path).is_absolute() {
        return None;
    }
    without_dots(path.split('/'))
}

/// The path of these parts without `.` and `..`; none where it leads out of its root.
pub fn without_dots<'p>(path: impl Iterator<Item = &'p str>) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path {
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
