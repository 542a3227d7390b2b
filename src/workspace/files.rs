//! What the files of a workspace are read from.

use super::WorkspaceError;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// What the files of a workspace are read from: a folder on the disk
/// ([`Workspace::open`](super::Workspace::open)), or anything that can stand in for one
/// ([`Workspace::of`](super::Workspace::of)).
///
/// Paths are those of the workspace: relative to its root, with `/` between names,
/// without `.` and `..`.
pub trait FileSystem: fmt::Debug + Send + Sync {
    /// The bytes of a file; none where there is no file of that path.
    ///
    /// # Errors
    /// Where the file is there and cannot be read.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WorkspaceError>;

    /// The paths of the files in a folder and in those below it; none where there is no
    /// such folder. Files and folders whose names begin with a dot are left out.
    ///
    /// # Errors
    /// Where a folder is there and cannot be read.
    fn walk(&self, folder: &str) -> Result<Vec<String>, WorkspaceError>;

    /// Whether there is a file of this path.
    fn has(&self, path: &str) -> bool;

    /// Whether the file is not the workspace's own: reached over a link that leads out
    /// of it.
    fn leads_outside(&self, _path: &str) -> bool {
        false
    }

    /// The folder on the disk in which the files lie, where they lie in one.
    fn root(&self) -> Option<&Path> {
        None
    }
}

/// Files held in memory: their bytes by their paths.
impl FileSystem for BTreeMap<String, Vec<u8>> {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WorkspaceError> {
        Ok(self.get(path).cloned())
    }

    fn walk(&self, folder: &str) -> Result<Vec<String>, WorkspaceError> {
        let is_inside = |path: &&String| {
            let below = match folder {
                "" => Some(path.as_str()),
                folder => path
                    .strip_prefix(folder)
                    .and_then(|it| it.strip_prefix('/')),
            };
            below.is_some_and(|below| below.split('/').all(|name| !name.starts_with('.')))
        };
        Ok(self.keys().filter(is_inside).cloned().collect())
    }

    fn has(&self, path: &str) -> bool {
        self.contains_key(path)
    }
}
