//! Writing: whole files or nothing, and only where bytes change.
//!
//! A file is written beside its name, waited for until the disk has it, and moved to its
//! name; the folder, which has the names, is waited for last. So after a power loss a name
//! stands for its old file or for its new one.

mod listed;

use super::error::{ACCESS, Access, WorkspaceError};
use super::folder::{Folder, is_absent, read_file};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions, Permissions};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

pub use listed::{FolderLock, Removal, Seen};

/// What a write came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// The file is new or has new bytes.
    Written,
    /// The file had these bytes already and was left alone.
    Unchanged,
}

/// A folder that documents are written to, which may itself be a link. Nothing in it is
/// written through a link.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    /// Made and opened when the first file is written.
    dir: OnceLock<Dir>,
    /// Whether the disk is waited for.
    lasting: bool,
    /// The folders with new names, the folder itself by an empty one.
    renewed: Mutex<BTreeSet<String>>,
}

impl OutputFolder {
    /// The folder at this path, whether or not it is there.
    pub fn at(path: &Path) -> OutputFolder {
        OutputFolder {
            path: path.to_owned(),
            dir: OnceLock::new(),
            lasting: true,
            renewed: Mutex::default(),
        }
    }

    /// The same without waiting for the disk: after a power loss files may be empty.
    #[must_use]
    pub fn without_waiting(mut self) -> OutputFolder {
        self.lasting = false;
        self
    }

    /// The folder's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes `name`, a path below the folder with `/` between its parts, a file with these
    /// bytes, and its folders where they are missing. The bytes are written beside it and
    /// moved into place, so that no reader ever sees half a file. The writing is over with
    /// [`OutputFolder::finish`].
    ///
    /// # Errors
    /// Where a folder cannot be made or is a link, or the file cannot be written.
    pub fn write_if_changed(
        &self,
        name: &str,
        bytes: &[u8],
    ) -> Result<WriteOutcome, WorkspaceError> {
        let dir = self.dir()?;
        let Some((folder, file)) = name.rsplit_once('/') else {
            return self.put(dir, ("", name), bytes);
        };
        let inside = self.open_below(dir, folder);
        let inside = inside.map_err(|error| self.failed(Access::MakeFolder, folder, error))?;
        self.put(&inside, (folder, file), bytes)
    }

    /// Ends the writing: waits until the disk has the names of all new files.
    ///
    /// # Errors
    /// Where the disk refuses, or where what was written is no longer at the folder's path,
    /// which was removed or became another folder meanwhile.
    pub fn finish(&self) -> Result<(), WorkspaceError> {
        let Some(dir) = self.dir.get() else {
            return Ok(());
        };
        if !self.is_in_place(dir) {
            return Err(self.failed(Access::WriteInto, "", ErrorKind::NotFound.into()));
        }
        let renewed = std::mem::take(&mut *guard(&self.renewed));
        for folder in renewed.iter().filter(|_| self.lasting) {
            let kept = keep_names(dir, if folder.is_empty() { "." } else { folder });
            kept.map_err(|error| self.failed(Access::WriteInto, folder, error))?;
        }
        Ok(())
    }

    fn put(
        &self,
        dir: &Dir,
        (folder, file): (&str, &str),
        bytes: &[u8],
    ) -> Result<WriteOutcome, WorkspaceError> {
        if matches!(read_file(dir, file, bytes.len() as u64), Ok(Some(old)) if old == bytes) {
            return Ok(WriteOutcome::Unchanged);
        }
        let below = Path::new(folder).join(file);
        put(dir, file, bytes, None, self.lasting)
            .map_err(|error| self.failed(Access::Write, &below, plain(error)))?;
        let mut renewed = guard(&self.renewed);
        if !renewed.contains(folder) {
            renewed.insert(folder.to_owned());
        }
        Ok(WriteOutcome::Written)
    }

    /// What could not be done with something inside, or with the folder itself where that
    /// is why.
    fn failed(&self, access: Access, below: impl AsRef<Path>, cause: io::Error) -> WorkspaceError {
        if self.dir.get().is_some_and(|dir| !self.is_in_place(dir)) {
            let reason = ACCESS.words("replaced", &[]);
            return WorkspaceError::new(Access::WriteInto, &self.path, io::Error::other(reason));
        }
        WorkspaceError::new(access, &self.path.join(below), cause)
    }

    /// Whether the open folder still is the one at the folder's path.
    #[cfg(unix)]
    fn is_in_place(&self, dir: &Dir) -> bool {
        use cap_std::fs::MetadataExt;
        use std::os::unix::fs::MetadataExt as _;
        let (Ok(there), Ok(open)) = (std::fs::metadata(&self.path), dir.dir_metadata()) else {
            return false;
        };
        (there.dev(), there.ino()) == (open.dev(), open.ino())
    }

    #[cfg(not(unix))]
    fn is_in_place(&self, _: &Dir) -> bool {
        self.path.is_dir()
    }

    /// The open folder.
    fn dir(&self) -> Result<&Dir, WorkspaceError> {
        if let Some(dir) = self.dir.get() {
            return Ok(dir);
        }
        let failed = |error| WorkspaceError::new(Access::MakeFolder, &self.path, error);
        let around = self.made_in();
        Dir::create_ambient_dir_all(&self.path, ambient_authority()).map_err(failed)?;
        let dir = Dir::open_ambient_dir(&self.path, ambient_authority()).map_err(failed)?;
        remove_leftovers(&dir);
        self.keep_own_names(&around).map_err(failed)?;
        Ok(self.dir.get_or_init(|| dir))
    }

    /// The folders that get a name where the output's folder is made: the one around it, and
    /// those around each that is missing.
    fn made_in(&self) -> Vec<PathBuf> {
        let mut around = Vec::new();
        let mut path = self.path.as_path();
        loop {
            let outer = path.parent().filter(|it| *it != Path::new(""));
            let outer = outer.unwrap_or(Path::new("."));
            around.push(outer.to_owned());
            if outer.exists() || outer == path {
                return around;
            }
            path = outer;
        }
    }

    /// Waits until the disk has the name of the folder itself, and of those that were made for
    /// it.
    fn keep_own_names(&self, around: &[PathBuf]) -> io::Result<()> {
        for folder in around.iter().filter(|_| self.lasting) {
            // Who may not open it has not made the folder.
            if let Ok(folder) = Dir::open_ambient_dir(folder, ambient_authority()) {
                keep_names(&folder, ".")?;
            }
        }
        Ok(())
    }

    /// A folder inside, made where it is missing.
    fn open_below(&self, dir: &Dir, folder: &str) -> io::Result<Dir> {
        let ends = folder.match_indices('/').map(|(at, _)| at);
        for end in ends.chain([folder.len()]) {
            let outer = folder.get(..end).unwrap_or(folder);
            if dir.symlink_metadata(outer).is_ok_and(|it| it.is_symlink()) {
                let reason = ACCESS.words("through-link", &[]);
                return Err(io::Error::other(reason));
            }
        }
        if !dir.is_dir(folder) {
            // Each folder that gets another is waited for, as those that get files are.
            let ends = folder.match_indices('/').map(|(at, _)| at);
            for end in ends.chain([folder.len()]) {
                let made = folder.get(..end).unwrap_or(folder);
                if !dir.is_dir(made) {
                    let outer = made.rsplit_once('/').map_or("", |(outer, _)| outer);
                    guard(&self.renewed).insert(outer.to_owned());
                }
            }
            dir.create_dir_all(folder)?;
        }
        let inside = dir.open_dir(folder)?;
        remove_leftovers(&inside);
        Ok(inside)
    }
}

/// Gives a file of a workspace, which is there, these bytes where it has others. Who may
/// read it stays, and a link stays a link to the file that is written.
///
/// # Errors
/// Where the file is not there or cannot be written.
pub(super) fn rewrite(folder: &Folder, path: &str, bytes: &[u8]) -> io::Result<WriteOutcome> {
    let real = folder.dir().canonicalize(folder.as_named(path))?;
    let outer = real.parent().filter(|outer| *outer != Path::new(""));
    let dir = folder.dir().open_dir(outer.unwrap_or(Path::new(".")))?;
    let Some(file) = real.file_name().and_then(|name| name.to_str()) else {
        return Err(ErrorKind::InvalidFilename.into());
    };
    if matches!(read_file(&dir, file, bytes.len() as u64), Ok(Some(old)) if old == bytes) {
        return Ok(WriteOutcome::Unchanged);
    }
    let permissions = dir.metadata(file)?.permissions();
    if permissions.readonly() {
        return Err(ErrorKind::PermissionDenied.into());
    }
    remove_leftovers(&dir);
    // What somebody wrote cannot be made again: the disk is always waited for.
    put(&dir, file, bytes, Some(permissions), true).map_err(plain)?;
    keep_names(&dir, ".")?;
    Ok(WriteOutcome::Written)
}

/// How names of files begin that are moved to their own names when they are whole.
const BESIDE: &str = ".bimemo-";

/// Writes a file beside `name` and moves it into its place. Between its making and its
/// locking another run may take it for a leftover: then it is made anew.
fn put(
    dir: &Dir,
    name: &str,
    bytes: &[u8],
    permissions: Option<Permissions>,
    lasting: bool,
) -> io::Result<()> {
    const TIMES: usize = 3;
    for _ in 1..TIMES {
        match put_once(dir, name, bytes, permissions.as_ref(), lasting) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            written => return written,
        }
    }
    put_once(dir, name, bytes, permissions.as_ref(), lasting)
}

fn put_once(
    dir: &Dir,
    name: &str,
    bytes: &[u8],
    permissions: Option<&Permissions>,
    lasting: bool,
) -> io::Result<()> {
    let (beside, mut file) = beside(dir)?;
    let mut write = || {
        // Who may not read the file may not read it meanwhile.
        if let Some(permissions) = permissions {
            dir.set_permissions(&beside, permissions.clone())?;
        }
        file.write_all(bytes)?;
        if lasting {
            file.sync_all()?;
        }
        dir.rename(&beside, dir, name)
    };
    let written = write();
    own().remove(&beside);
    if written.is_err() {
        // What went wrong is told; that this stays too would say nothing more.
        let _ = dir.remove_file(&beside);
    }
    written
}

/// Writes a file beside `name`, and gives it that name where nothing else has it.
pub(super) fn put_new(dir: &Dir, name: &str, bytes: &[u8]) -> io::Result<()> {
    let (beside, mut file) = beside(dir)?;
    let mut write = || {
        file.write_all(bytes)?;
        file.sync_all()?;
        // A second name takes nothing's place, as a renaming would.
        match dir.hard_link(&beside, dir, name) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
            // Some file systems know no second names.
            Err(_) if dir.symlink_metadata(name).is_err() => dir.rename(&beside, dir, name)?,
            linked => linked?,
        }
        keep_names(dir, ".")
    };
    let written = write();
    own().remove(&beside);
    // It has its own name now, or none that anybody asks for.
    let _ = dir.remove_file(&beside);
    written.map_err(plain)
}

/// Waits until the disk has the names of a folder's files. Where the folder may be written
/// and not read, or the file system knows no such wish, there is no way to.
#[cfg(unix)]
fn keep_names(dir: &Dir, folder: &str) -> io::Result<()> {
    let kept = dir
        .open(folder)
        .and_then(|folder| folder.into_std().sync_all());
    match kept.as_ref().map_err(io::Error::kind) {
        Err(ErrorKind::InvalidInput | ErrorKind::PermissionDenied) => Ok(()),
        _ => kept,
    }
}

/// Folders cannot be opened as files here, and their names are kept in order.
#[cfg(not(unix))]
fn keep_names(_: &Dir, _: &str) -> io::Result<()> {
    Ok(())
}

/// A new file in a folder, hidden until it is moved to its name. It is locked as long as it
/// is written, so that no other run takes it for a leftover.
fn beside(dir: &Dir) -> io::Result<(String, File)> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{BESIDE}{}-{number}", std::process::id());
        own().insert(name.clone());
        match dir.open_with(&name, &options) {
            Err(error) => {
                own().remove(&name);
                if error.kind() != ErrorKind::AlreadyExists {
                    return Err(error);
                }
            }
            Ok(file) => {
                let file = file.into_std();
                // A file system without locks has no other way.
                let _ = file.try_lock();
                return Ok((name, file));
            }
        }
    }
}

/// Removes what a run left behind that was ended while it wrote: files of its names that
/// nobody holds. That one stays is no fault: the next run tries again.
fn remove_leftovers(dir: &Dir) {
    let Ok(entries) = dir.entries() else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let may_be_left = |name: &str| is_ours(name) && !own().contains(name);
        if !name.to_str().is_some_and(may_be_left)
            || !entry.file_type().is_ok_and(|kind| kind.is_file())
        {
            continue;
        }
        let held = match entry.open() {
            Ok(file) => file.into_std().try_lock().is_err(),
            Err(error) => !is_absent(&error),
        };
        if !held {
            let _ = dir.remove_file(&name);
        }
    }
}

/// Whether a file is called as those are that are moved to their own names.
fn is_ours(name: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = name.strip_prefix(BESIDE).and_then(|it| it.split_once('-'));
    numbers.is_some_and(|(process, number)| is_number(process) && is_number(number))
}

/// The names of the files that this run is writing. A number of a process does not tell: in
/// a container every run may have the same.
fn own() -> MutexGuard<'static, BTreeSet<String>> {
    static OWN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    guard(&OWN)
}

/// What a mutex guards; names in a set are whole whoever failed while holding it.
fn guard(names: &Mutex<BTreeSet<String>>) -> MutexGuard<'_, BTreeSet<String>> {
    names.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An error without the name of the hidden file that it speaks of.
fn plain(error: io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::from(error.kind()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The disk is waited for in each folder that has a new name in it.
    #[test]
    fn every_folder_that_gets_another_is_waited_for() {
        let stage = tempfile::TempDir::new().expect("a temporary folder can be made");
        let out = OutputFolder::at(&stage.path().join("out"));
        let put = |name: &str| out.write_if_changed(name, b"tide").expect(name);
        let renewed = || guard(&out.renewed).iter().cloned().collect::<Vec<_>>();
        put("a/b/c/tide.md");
        assert_eq!(renewed(), ["", "a", "a/b", "a/b/c"]);
        out.finish().expect("the disk can be waited for");
        assert_eq!(renewed(), [""; 0]);
        put("a/b/d/tide.md");
        assert_eq!(renewed(), ["a/b", "a/b/d"]);
    }
}
