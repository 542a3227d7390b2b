//! Where what only saves time is kept, and what the program that keeps it is.

use super::content_hash::ContentHash;
use std::env;
use std::path::{Path, PathBuf};

/// The folder in which the program keeps what only saves time: in `XDG_CACHE_HOME`, or what the
/// platform has in its place. None where nobody says where that is.
pub fn cache_folder() -> Option<PathBuf> {
    let named = |name: &str| {
        let path = PathBuf::from(env::var_os(name)?);
        path.is_absolute().then_some(path)
    };
    let usual = || {
        if cfg!(windows) {
            return named("LOCALAPPDATA");
        }
        let caches = match cfg!(target_os = "macos") {
            true => "Library/Caches",
            false => ".cache",
        };
        Some(named("HOME")?.join(caches))
    };
    Some(named("XDG_CACHE_HOME").or_else(usual)?.join("bimemo"))
}

/// What tells this program from another of its version: how its file looks.
pub fn identity() -> Option<ContentHash> {
    let found = env::current_exe().and_then(std::fs::metadata).ok()?;
    let changed = found.modified().ok()?;
    let told = format!("{} {changed:?}", found.len());
    Some(ContentHash::of(told.as_bytes()))
}

/// The path by which a folder is known wherever the command is started.
pub fn known_by(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.canonicalize().unwrap_or(absolute)
}
