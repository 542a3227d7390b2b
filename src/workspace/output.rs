//! Writing: whole files or nothing, and only where bytes change.

use super::WorkspaceError;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a write came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// The file is new or has new bytes.
    Written,
    /// The file had these bytes already and was left alone.
    Unchanged,
}

/// Makes `path` a file with these bytes, and its folders where they are missing.
/// The bytes are written beside it and moved into place, so that no reader ever
/// sees half a file.
///
/// # Errors
/// Where a folder cannot be made or the file cannot be written.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<WriteOutcome, WorkspaceError> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(WriteOutcome::Unchanged);
    }
    let folder = folder_of(path);
    fs::create_dir_all(folder)
        .map_err(|error| WorkspaceError::new("make the folder", folder, error))?;
    put(path, bytes, None)?;
    Ok(WriteOutcome::Written)
}

/// Gives the file at `path`, which is there, these bytes where it has others. Who may
/// read it stays, and a link stays a link to the file that is written.
///
/// # Errors
/// Where the file is not there or cannot be written.
pub fn rewrite(path: &Path, bytes: &[u8]) -> Result<WriteOutcome, WorkspaceError> {
    let failed = |error| WorkspaceError::new("write", path, error);
    let real = path.canonicalize().map_err(failed)?;
    if fs::read(&real).map_err(failed)? == bytes {
        return Ok(WriteOutcome::Unchanged);
    }
    let permissions = fs::metadata(&real).map_err(failed)?.permissions();
    if permissions.readonly() {
        let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        return Err(failed(refused));
    }
    put(&real, bytes, Some(permissions))?;
    Ok(WriteOutcome::Written)
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Writes beside the file and moves into its place.
fn put(
    path: &Path,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> Result<(), WorkspaceError> {
    let failed = |error| WorkspaceError::new("write", path, plain(error));
    let mut file = beside(folder_of(path)).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    if let Some(permissions) = permissions {
        file.as_file()
            .set_permissions(permissions)
            .map_err(failed)?;
    }
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// An error without the name of the hidden file that it speaks of.
fn plain(error: std::io::Error) -> std::io::Error {
    match error.raw_os_error() {
        Some(code) => std::io::Error::from_raw_os_error(code),
        None => std::io::Error::from(error.kind()),
    }
}

/// A new file in `folder`, hidden until it is moved to its name.
fn beside(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bimemo-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What a file made in the ordinary way would get; the process's mask applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
