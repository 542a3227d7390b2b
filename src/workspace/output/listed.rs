//! What already lies in the output's folder: read, compared, and removed where it is still
//! what was written.

use super::{OutputFolder, guard};
use crate::workspace::content_hash::ContentHash;
use crate::workspace::error::{ACCESS, Access, WorkspaceError};
use crate::workspace::files::UnreadableCause;
use crate::workspace::folder::{is_absent, read_file};
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What a removal came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// The file was there as it was written, and is gone.
    Removed,
    /// There is no such file.
    Absent,
    /// Something else is there, which stays.
    Altered,
}

/// How a file looks from outside: where that is the same, the file is taken to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// How many bytes it has.
    bytes: u64,
    /// When it was changed, in nanoseconds since 1970.
    changed: u64,
}

/// That no other run changes what the folder says of itself, as long as it is held.
#[derive(Debug)]
pub struct FolderLock {
    _folder: Option<File>,
}

impl OutputFolder {
    /// The bytes of a file in the folder, `most` of them; none where there is none.
    ///
    /// # Errors
    /// Where it is there and cannot be read.
    pub fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, WorkspaceError> {
        let Some(dir) = self.existing() else {
            return Ok(None);
        };
        read_file(&dir, name, most).map_err(|cause| {
            let cause = match cause {
                UnreadableCause::Refused(error) => error,
                UnreadableCause::TooLarge(_) => io::Error::other(ACCESS.words("too-large", &[])),
                _ => io::Error::other(ACCESS.words("no-file", &[])),
            };
            WorkspaceError::new(Access::Read, &self.path.join(name), cause)
        })
    }

    /// Whether a file has these bytes.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        let dir = self.existing();
        let read = dir.and_then(|dir| read_file(&dir, name, bytes.len() as u64).ok()?);
        read.is_some_and(|old| old == bytes)
    }

    /// The hash of a file's bytes; none where there is no such file.
    pub fn hash(&self, name: &str) -> Option<ContentHash> {
        let dir = self.existing()?;
        let is_file = dir.symlink_metadata(name).is_ok_and(|it| it.is_file());
        let file = is_file.then(|| dir.open(name).ok()).flatten()?;
        ContentHash::of_reader(file).ok()
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        let dir = self.existing();
        dir.is_some_and(|dir| dir.symlink_metadata(name).is_ok_and(|it| !it.is_dir()))
    }

    /// How a file looks from outside; none where there is no file, but a link to one.
    pub fn seen(&self, name: &str) -> Option<Seen> {
        let found = std::fs::symlink_metadata(self.path.join(name)).ok()?;
        let changed = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let seen = Seen {
            bytes: found.len(),
            changed: u64::try_from(changed.as_nanos()).ok()?,
        };
        found.is_file().then_some(seen)
    }

    /// What removing a file would come to of which no more is known than the hash of its
    /// bytes, in hexadecimal. A link is never what was written.
    pub fn would_remove(&self, name: &str, bytes: u64, hash: &str) -> Removal {
        let Some(dir) = self.existing() else {
            return Removal::Absent;
        };
        match dir.symlink_metadata(name) {
            Err(error) if is_absent(&error) => return Removal::Absent,
            Ok(found) if found.is_file() && found.len() == bytes => {}
            _ => return Removal::Altered,
        }
        let through_link = outer_folders(name).any(|outer| {
            let found = dir.symlink_metadata(outer);
            !found.is_ok_and(|it| it.is_dir())
        });
        match read_file(&dir, name, bytes) {
            Ok(Some(old)) if !through_link && ContentHash::of(&old).to_string() == hash => {
                Removal::Removed
            }
            _ => Removal::Altered,
        }
    }

    /// Removes a file that still has the bytes with this hash, and the folder that it
    /// leaves empty.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn remove(&self, name: &str, bytes: u64, hash: &str) -> Result<Removal, WorkspaceError> {
        let would = self.would_remove(name, bytes, hash);
        if would != Removal::Removed {
            return Ok(would);
        }
        let dir = self.dir()?;
        dir.remove_file(name)
            .map_err(|error| self.failed(Access::Remove, name, error))?;
        for outer in outer_folders(name) {
            // One that is not empty stays.
            if dir.remove_dir(outer).is_err() {
                guard(&self.renewed).insert(outer.to_owned());
                return Ok(Removal::Removed);
            }
            guard(&self.renewed).remove(outer);
        }
        guard(&self.renewed).insert(String::new());
        Ok(Removal::Removed)
    }

    /// Makes the folder, and waits until no other run holds it. Where a file system has no
    /// locks, or somebody else holds it for long (`flock out bimemo render`), it is not
    /// waited for.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn lock(&self) -> Result<FolderLock, WorkspaceError> {
        self.dir()?;
        Ok(FolderLock {
            _folder: locked(&self.path),
        })
    }

    /// The folder, where it is there.
    fn existing(&self) -> Option<Dir> {
        match self.dir.get() {
            Some(dir) => dir.try_clone().ok(),
            None => Dir::open_ambient_dir(&self.path, ambient_authority()).ok(),
        }
    }
}

/// The folders that a name stands in, the innermost first.
fn outer_folders(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(name.rsplit_once('/'), |(outer, _)| outer.rsplit_once('/'))
        .map(|(outer, _)| outer)
}

#[cfg(unix)]
fn locked(path: &Path) -> Option<File> {
    use std::thread::sleep;
    use std::time::Duration;
    const TIMES: u32 = 200;
    const BETWEEN: Duration = Duration::from_millis(10);
    let folder = File::open(path).ok()?;
    for _ in 0..TIMES {
        match folder.try_lock() {
            Ok(()) => return Some(folder),
            Err(std::fs::TryLockError::WouldBlock) => sleep(BETWEEN),
            Err(std::fs::TryLockError::Error(_)) => return None,
        }
    }
    None
}

/// Folders cannot be opened as files here.
#[cfg(not(unix))]
fn locked(_: &Path) -> Option<File> {
    None
}
