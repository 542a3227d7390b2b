//! What the files of a workspace are read from.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
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
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Unreadable>;

    /// The same of a file that may have so many bytes; of a larger one no more need be
    /// read.
    ///
    /// # Errors
    /// Where the file is there and cannot be read, or is larger.
    fn read_at_most(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        match self.read(path)? {
            Some(bytes) if bytes.len() as u64 > most => Err(Unreadable {
                path: path.to_owned(),
                may_be_folder: false,
                cause: UnreadableCause::TooLarge(most),
            }),
            read => Ok(read),
        }
    }

    /// The files in a folder and in those below it; none where there is no such folder.
    /// Files and folders whose names begin with a dot are left out.
    fn walk(&self, folder: &str) -> FolderListing;

    /// Whether something is there of this path that is no folder, whether or not it can be
    /// read.
    fn has(&self, path: &str) -> bool;

    /// Whether the path is that of a link that leads out of the workspace, or stands behind
    /// one.
    fn leads_outside(&self, _path: &str) -> bool {
        false
    }

    /// The folder on the disk in which the files lie, where they lie in one.
    fn root(&self) -> Option<&Path> {
        None
    }
}

/// What lies in a folder.
#[derive(Debug, Default)]
pub struct FolderListing {
    /// The paths of the files.
    pub files: Vec<String>,
    /// What is there and cannot be told for a file or a folder that can be read.
    pub unreadable: Vec<Unreadable>,
}

/// A file or a folder that is there and cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Its path in the workspace.
    pub path: String,
    /// Whether it is a folder, or may be one: what would stand in it is not known.
    pub may_be_folder: bool,
    /// Why it cannot be read.
    pub cause: UnreadableCause,
}

/// Why something that is there cannot be read.
#[derive(Debug)]
pub enum UnreadableCause {
    /// It is a link that leads out of the workspace, or stands behind one.
    Outside,
    /// It is a link that leads to nothing.
    Nowhere,
    /// It is neither a file nor a folder: a pipe, a socket, a device.
    Special,
    /// It is a folder where a file should be.
    Folder,
    /// Its name is not UTF-8, which U+FFFD stands for in the path, or has a backslash.
    Misnamed,
    /// It has more bytes than this, which the settings let a file have.
    TooLarge(u64),
    /// The system refuses it.
    Refused(io::Error),
}

/// Files held in memory: their bytes by their paths.
impl FileSystem for BTreeMap<String, Vec<u8>> {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        Ok(self.get(path).cloned())
    }

    fn walk(&self, folder: &str) -> FolderListing {
        let is_inside = |path: &&String| {
            let below = match folder {
                "" => Some(path.as_str()),
                folder => path
                    .strip_prefix(folder)
                    .and_then(|it| it.strip_prefix('/')),
            };
            below.is_some_and(|below| below.split('/').all(|name| !name.starts_with('.')))
        };
        FolderListing {
            files: self.keys().filter(is_inside).cloned().collect(),
            unreadable: Vec::new(),
        }
    }

    fn has(&self, path: &str) -> bool {
        self.contains_key(path)
    }
}
