//! A folder on the disk, out of which no path leads: what stands behind a link to the
//! outside is refused by the system when it is opened, not looked at before.

use super::error::Access;
use super::files::{FolderListing, Unreadable, UnreadableCause};
use super::names::is_misnamed;
use super::{FileSystem, WorkspaceError};
use crate::source::composed;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, DirEntry, File, OpenOptions};
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder on the disk, whose files a workspace reads.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// Its absolute path.
    root: PathBuf,
    dir: Arc<Dir>,
}

impl Folder {
    /// The folder at an absolute path.
    pub fn open(root: PathBuf) -> Result<Folder, WorkspaceError> {
        let dir = Dir::open_ambient_dir(&root, ambient_authority());
        let dir = dir.and_then(|dir| dir.entries().map(|_| dir));
        match dir {
            Ok(dir) => Ok(Folder {
                root,
                dir: Arc::new(dir),
            }),
            Err(error) => Err(WorkspaceError::new(Access::ReadFolder, &root, error)),
        }
    }

    /// The open folder.
    pub fn dir(&self) -> &Dir {
        &self.dir
    }

    /// A path as the disk has it: a name with accents may stand there in its composed form
    /// or in another (Macs write them apart). Where there is nothing of the name, the path.
    pub fn as_named(&self, path: &str) -> String {
        if path.is_ascii() || self.dir.symlink_metadata(path).is_ok() {
            return path.to_owned();
        }
        self.as_listed(path).unwrap_or_else(|| path.to_owned())
    }

    /// A path as its folders list its names, which are the same once they are composed;
    /// none where there is no such file.
    pub fn as_listed(&self, path: &str) -> Option<String> {
        let mut found = String::new();
        for name in path.split('/') {
            let folder = if found.is_empty() { "." } else { &found };
            let entries = self.dir.read_dir(folder).ok()?.flatten();
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

    /// Whether a path is that of a folder.
    pub fn is_folder(&self, path: &str) -> bool {
        path.is_empty() || self.dir.is_dir(self.as_named(path))
    }
}

impl FileSystem for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        self.read_at_most(path, u64::MAX)
    }

    fn read_at_most(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(path) = normalize(path).filter(|path| !path.is_empty()) else {
            return Ok(None);
        };
        match read_file(&self.dir, &self.as_named(&path), most) {
            Ok(None) => self.absent(&path).map_or(Ok(None), Err),
            read => read.map_err(|cause| self.unreadable(&path, cause)),
        }
    }

    fn walk(&self, folder: &str) -> FolderListing {
        let mut walk = Walk {
            folder: self,
            seen: Vec::new(),
            open: vec![folder.to_owned()],
            linked: Vec::new(),
            listing: FolderListing::default(),
        };
        // What stands behind a link is known by its own name where it has one.
        while let Some(folder) = walk.open.pop().or_else(|| walk.linked.pop()) {
            if let Err(error) = walk.list(&folder) {
                let unreadable = self.unreadable(&folder, cause_of(error));
                walk.listing.unreadable.push(Unreadable {
                    may_be_folder: true,
                    ..unreadable
                });
            }
        }
        walk.listing
    }

    fn has(&self, path: &str) -> bool {
        let Some(path) = normalize(path) else {
            return false;
        };
        let named = self.as_named(&path);
        self.dir.symlink_metadata(&named).is_ok() && !self.dir.is_dir(&named)
    }

    fn leads_outside(&self, path: &str) -> bool {
        let Some(path) = normalize(path) else {
            return true;
        };
        let looked_at = self.dir.metadata(self.as_named(&path));
        looked_at.is_err_and(|error| is_escape(&error))
    }

    fn root(&self) -> Option<&Path> {
        Some(&self.root)
    }
}

impl Folder {
    /// What keeps a path from being read, named by the folder around it where that is at
    /// fault.
    fn unreadable(&self, path: &str, cause: UnreadableCause) -> Unreadable {
        let is_closed = |outer: &str| match &cause {
            UnreadableCause::Outside => self.leads_outside(outer),
            UnreadableCause::Refused(_) => self.dir.open_dir(self.as_named(outer)).is_err(),
            _ => false,
        };
        let around = outer_folders(path).find(|outer| is_closed(outer));
        Unreadable {
            may_be_folder: around.is_some(),
            path: around.unwrap_or(path).to_owned(),
            cause,
        }
    }

    /// What stands in the way of a path that seems to be absent: a link to nothing or
    /// something that is no folder on its way, or a folder at its end.
    fn absent(&self, path: &str) -> Option<Unreadable> {
        for part in outer_folders(path).chain([path]) {
            let named = self.as_named(part);
            let is_last = part.len() == path.len();
            let cause = match self.dir.metadata(&named) {
                Ok(found) if found.is_dir() => {
                    if !is_last {
                        continue;
                    }
                    UnreadableCause::Folder
                }
                // A file where a folder should be has nothing in it.
                Ok(found) if found.is_file() => return None,
                Ok(_) => UnreadableCause::Special,
                Err(_) => {
                    let link = self.dir.symlink_metadata(&named);
                    if !link.is_ok_and(|link| link.is_symlink()) {
                        return None;
                    }
                    UnreadableCause::Nowhere
                }
            };
            return Some(Unreadable {
                path: part.to_owned(),
                may_be_folder: !is_last,
                cause,
            });
        }
        None
    }
}

/// The folders that a path stands in, the outermost first.
fn outer_folders(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices('/').map(|(at, _)| at);
    ends.filter_map(|end| path.get(..end))
}

/// A walk through folders.
struct Walk<'a> {
    folder: &'a Folder,
    /// The folders that it has been in, as they are called without links.
    seen: Vec<PathBuf>,
    /// The folders that it will be in, and those that are reached over links.
    open: Vec<String>,
    linked: Vec<String>,
    listing: FolderListing,
}

impl Walk<'_> {
    /// Lists what is in a folder.
    fn list(&mut self, folder: &str) -> io::Result<()> {
        let dir = &self.folder.dir;
        let named = match self.folder.as_named(folder) {
            root if root.is_empty() => ".".to_owned(),
            named => named,
        };
        let real = match dir.canonicalize(&named) {
            Err(error) if is_absent(&error) => {
                self.tell_absent(folder);
                return Ok(());
            }
            real => real?,
        };
        // A link that leads back to a folder above would never end.
        if self.seen.contains(&real) {
            return Ok(());
        }
        self.seen.push(real);
        let entries = match dir.read_dir(&named) {
            Err(error) if is_absent(&error) => {
                self.tell_absent(folder);
                return Ok(());
            }
            entries => entries?,
        };
        let entries = entries.collect::<io::Result<Vec<DirEntry>>>()?;
        let mut names: Vec<(OsString, DirEntry)> =
            entries.into_iter().map(|it| (it.file_name(), it)).collect();
        // The same in every file system.
        names.sort_by(|(one, _), (other, _)| other.cmp(one));
        for (name, entry) in &names {
            self.entry(folder, &named, name, entry);
        }
        Ok(())
    }

    /// Tells a folder that is not there from one that something stands in the place of.
    fn tell_absent(&mut self, folder: &str) {
        let found = self.folder.absent(folder);
        let found = found.filter(|it| !matches!(it.cause, UnreadableCause::Folder));
        self.listing.unreadable.extend(found.map(|it| Unreadable {
            may_be_folder: true,
            ..it
        }));
    }

    fn entry(&mut self, folder: &str, named: &str, name: &OsStr, entry: &DirEntry) {
        // Of a name that is not UTF-8, U+FFFD says so.
        let lossy = name.to_string_lossy();
        if lossy.starts_with('.') {
            return;
        }
        let path = if folder.is_empty() {
            lossy.into_owned()
        } else {
            format!("{folder}/{lossy}")
        };
        let mut kind = match entry.file_type() {
            Ok(kind) => kind,
            // It was taken away meanwhile.
            Err(error) if is_absent(&error) => return,
            Err(error) => return self.refuse(&path, true, cause_of(error)),
        };
        let is_link = kind.is_symlink();
        if is_link {
            let place = Path::new(named).join(name);
            match self.folder.dir.metadata(&place) {
                Ok(target) => kind = target.file_type(),
                Err(error) if is_absent(&error) => {
                    return self.refuse(&path, true, UnreadableCause::Nowhere);
                }
                Err(error) => {
                    // Nothing is read there: whether memos would stand in it is all that
                    // is asked.
                    let target = self.folder.root.join(place);
                    let may_be_folder = !target.metadata().is_ok_and(|it| it.is_file());
                    return self.refuse(&path, may_be_folder, cause_of(error));
                }
            }
        }
        if is_misnamed(&path) {
            self.refuse(&path, kind.is_dir(), UnreadableCause::Misnamed);
        } else if kind.is_dir() {
            let to = if is_link {
                &mut self.linked
            } else {
                &mut self.open
            };
            to.push(path);
        } else if kind.is_file() {
            self.listing.files.push(path);
        } else {
            self.refuse(&path, false, UnreadableCause::Special);
        }
    }

    fn refuse(&mut self, path: &str, may_be_folder: bool, cause: UnreadableCause) {
        self.listing.unreadable.push(Unreadable {
            path: path.to_owned(),
            may_be_folder,
            cause,
        });
    }
}

/// The bytes of a file, `most` of them; none where there is none. What is looked at is what was opened, so
/// that nothing can take its place between; a pipe is not waited for.
pub(super) fn read_file(
    dir: &Dir,
    path: &str,
    most: u64,
) -> Result<Option<Vec<u8>>, UnreadableCause> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use cap_std::fs::OpenOptionsExt;
        use rustix::fs::OFlags;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let opened = dir.open_with(path, &options);
    let read = |file: File| {
        let kind = file.metadata()?.file_type();
        let mut bytes = Vec::new();
        if kind.is_file() {
            // One more tells a file that is larger, and that grows while it is read.
            file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        }
        Ok((kind, bytes))
    };
    match opened.and_then(read) {
        Ok((kind, bytes)) if kind.is_file() && bytes.len() as u64 > most => {
            Err(UnreadableCause::TooLarge(most))
        }
        Ok((kind, bytes)) if kind.is_file() => Ok(Some(bytes)),
        Ok((kind, _)) if kind.is_dir() => Ok(None),
        Ok(_) => Err(UnreadableCause::Special),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(cause_of(error)),
    }
}

/// Why the system did not open something. A socket and a device without a driver cannot be
/// opened at all.
pub(super) fn cause_of(error: io::Error) -> UnreadableCause {
    if is_escape(&error) {
        UnreadableCause::Outside
    } else if is_no_device(&error) {
        UnreadableCause::Special
    } else {
        UnreadableCause::Refused(error)
    }
}

/// Whether a path led out of its folder: cap-std says so itself, without a number of the
/// system's.
fn is_escape(error: &io::Error) -> bool {
    error.kind() == ErrorKind::PermissionDenied && error.raw_os_error().is_none()
}

#[cfg(unix)]
fn is_no_device(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
}

#[cfg(not(unix))]
fn is_no_device(_: &io::Error) -> bool {
    false
}

pub(super) fn is_absent(error: &io::Error) -> bool {
    use ErrorKind::{IsADirectory, NotADirectory, NotFound};
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
