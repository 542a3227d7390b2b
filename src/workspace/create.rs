//! New files of a workspace, which never take the place of others.

use super::Workspace;
use super::error::{ACCESS, Access, WorkspaceError};
use super::folder::is_absent;
use super::output::put_new;
use std::io::{self, ErrorKind};
use std::path::Path;

impl Workspace {
    /// The workspace whose root is the folder `root`, which is made where it is not there.
    ///
    /// # Errors
    /// Where the folder cannot be made or read.
    pub fn make(root: &Path) -> Result<Workspace, WorkspaceError> {
        let made = std::fs::create_dir_all(root);
        made.map_err(|error| WorkspaceError::new(Access::MakeFolder, root, error))?;
        Workspace::open(root)
    }

    /// Gives the workspace a file that it does not have yet, and the folders above it. It is
    /// there whole or not at all.
    ///
    /// # Errors
    /// Where something is there of that name already, which stays as it is, or the file cannot
    /// be written.
    pub fn create(&self, path: &str, bytes: &[u8]) -> Result<(), WorkspaceError> {
        let failed = |error: io::Error| {
            let place = self.root().join(path);
            match error.kind() {
                ErrorKind::AlreadyExists => {
                    let reason = ACCESS.words("there-already", &[]);
                    WorkspaceError::new(Access::Write, &place, io::Error::other(reason))
                }
                _ => WorkspaceError::new(Access::Write, &place, error),
            }
        };
        let Some(folder) = self.folder() else {
            return Err(failed(ErrorKind::Unsupported.into()));
        };
        let dir = folder.dir();
        let (outer, name) = path.rsplit_once('/').unwrap_or(("", path));
        let inside = match outer {
            "" => dir.try_clone(),
            outer => dir.create_dir_all(outer).and_then(|()| dir.open_dir(outer)),
        };
        let inside = inside.map_err(failed)?;
        put_new(&inside, name, bytes).map_err(failed)
    }

    /// Whether something of the workspace's own stands at a path, whatever it is.
    ///
    /// # Errors
    /// Where that cannot be known.
    pub fn is_taken(&self, path: &str) -> Result<bool, WorkspaceError> {
        let Some(folder) = self.folder() else {
            return Ok(self.files.has(path));
        };
        match folder.dir().symlink_metadata(path) {
            Ok(_) => Ok(true),
            Err(error) if is_absent(&error) => Ok(false),
            Err(error) => Err(WorkspaceError::new(
                Access::Read,
                &self.root().join(path),
                error,
            )),
        }
    }
}
