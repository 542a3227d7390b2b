//! A folder on the disk, out of which no path leads: what stands behind a link to the
//! outside is refused by the system when it is opened, not looked at before.

use super::files::{FolderListing, Unreadable, UnreadableCause};
use super::{FileSystem, WorkspaceError};
use crate::source::composed;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, OpenOptions};
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
            Err(error) => Err(WorkspaceError::new("read the folder", &root, error)),
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

    /// The link over which a path leads out: itself, or a folder that it stands in.
    fn way_out<'p>(&self, path: &'p str) -> &'p str {
        let ends = path.match_indices('/').map(|(at, _)| at);
        ends.filter_map(|end| path.get(..end))
            .find(|outer| self.leads_outside(outer))
            .unwrap_or(path)
    }

    /// Whether a path is that of a folder.
    pub fn is_folder(&self, path: &str) -> bool {
        path.is_empty() || self.dir.is_dir(self.as_named(path))
    }
}

impl FileSystem for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(path) = normalize(path).filter(|path| !path.is_empty()) else {
            return Ok(None);
        };
        read_file(&self.dir, &self.as_named(&path)).map_err(|cause| Unreadable {
            path: match cause {
                UnreadableCause::Outside => self.way_out(&path).to_owned(),
                _ => path.clone(),
            },
            cause,
        })
    }

    fn walk(&self, folder: &str) -> FolderListing {
        let mut walk = Walk {
            folder: self,
            seen: Vec::new(),
            listing: FolderListing::default(),
        };
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            if let Err(error) = walk.list(&folder, &mut folders) {
                walk.refuse(&folder, cause_of(error));
            }
        }
        walk.listing
    }

    fn has(&self, path: &str) -> bool {
        normalize(path).is_some_and(|path| self.dir.is_file(self.as_named(&path)))
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

/// A walk through folders.
struct Walk<'a> {
    folder: &'a Folder,
    /// The folders that it has been in, as they are called without links.
    seen: Vec<PathBuf>,
    listing: FolderListing,
}

impl Walk<'_> {
    /// Lists what is in a folder, those in it to `folders`.
    fn list(&mut self, folder: &str, folders: &mut Vec<String>) -> io::Result<()> {
        let dir = &self.folder.dir;
        let named = match self.folder.as_named(folder) {
            root if root.is_empty() => ".".to_owned(),
            named => named,
        };
        let real = match dir.canonicalize(&named) {
            Err(error) if is_absent(&error) => return Ok(()),
            real => real?,
        };
        // A link that leads back to a folder above would never end.
        if self.seen.contains(&real) {
            return Ok(());
        }
        self.seen.push(real);
        let entries = match dir.read_dir(&named) {
            Err(error) if is_absent(&error) => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
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
            let mut kind = entry.file_type()?;
            if kind.is_symlink() {
                let target = dir.metadata(Path::new(&named).join(entry.file_name()));
                match target {
                    Ok(target) => kind = target.file_type(),
                    Err(error) if is_absent(&error) => {
                        self.refuse(&path, UnreadableCause::Nowhere);
                        continue;
                    }
                    Err(error) => {
                        self.refuse(&path, cause_of(error));
                        continue;
                    }
                }
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                self.listing.files.push(path);
            } else {
                self.refuse(&path, UnreadableCause::Special);
            }
        }
        Ok(())
    }

    fn refuse(&mut self, path: &str, cause: UnreadableCause) {
        let path = path.to_owned();
        self.listing.unreadable.push(Unreadable { path, cause });
    }
}

/// The bytes of a file; none where there is none. What is looked at is what was opened, so
/// that nothing can take its place between; a pipe is not waited for.
pub(super) fn read_file(dir: &Dir, path: &str) -> Result<Option<Vec<u8>>, UnreadableCause> {
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
    let read = |mut file: File| {
        let kind = file.metadata()?.file_type();
        let mut bytes = Vec::new();
        if kind.is_file() {
            file.read_to_end(&mut bytes)?;
        }
        Ok((kind, bytes))
    };
    match opened.and_then(read) {
        Ok((kind, bytes)) if kind.is_file() => Ok(Some(bytes)),
        Ok((kind, _)) if kind.is_dir() => Ok(None),
        Ok(_) => Err(UnreadableCause::Special),
        Err(error) if is_absent(&error) => match dir.symlink_metadata(path) {
            Ok(link) if link.is_symlink() => Err(UnreadableCause::Nowhere),
            _ => Ok(None),
        },
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
