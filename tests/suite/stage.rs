//! Where the tests put things: fresh folders, the command, expected files.

use bimemo::language::write::CallOptions;
use similar::TextDiff;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The repository's folder.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The command, in a folder and in an environment that is the same everywhere.
pub fn bimemo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bimemo"));
    command.env_clear().current_dir(folder);
    command
}

/// A fresh folder with what a folder of the repository has in it; links stay links.
pub fn copy_of(folder: &Path) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for file in files(folder) {
        let to = stage.path().join(&file);
        fs::create_dir_all(to.parent().unwrap_or(stage.path())).expect("a folder can be made");
        let from = folder.join(&file);
        #[cfg(unix)]
        if let Ok(target) = fs::read_link(&from) {
            std::os::unix::fs::symlink(target, to).expect("a link can be made");
            continue;
        }
        fs::copy(from, to).expect("a file can be copied");
    }
    stage
}

/// The paths of all files below a folder, relative to it and sorted; none where it
/// is absent.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::new()];
    let mut files = Vec::new();
    while let Some(below) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&below)) else {
            continue;
        };
        for entry in entries {
            let entry = entry.expect("the entry can be read");
            let path = below.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The same of an output folder, without the list of them.
pub fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut files = files(folder);
    files.retain(|file| file != Path::new("manifest.json"));
    files
}

/// Whether expected files are to be written instead of compared (`BLESS=1`).
pub fn blessing() -> bool {
    std::env::var("BLESS").is_ok_and(|value| value == "1")
}

/// Compares a text with the expected file, or writes that file; gives the
/// difference, if there is one.
pub fn compare(expected: &Path, actual: &str) -> Option<String> {
    let old = fs::read_to_string(expected).unwrap_or_default();
    if old == actual {
        return None;
    }
    if blessing() {
        let folder = expected.parent().unwrap_or(repository());
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(expected, actual).expect("the expected file can be written");
        return None;
    }
    let name = expected.strip_prefix(repository()).unwrap_or(expected);
    let diff = TextDiff::from_lines(old.as_str(), actual);
    let shown = diff.unified_diff().context_radius(3).to_string();
    Some(format!("{}:\n{shown}", name.display()))
}

/// Fails with all differences and the way to accept them.
pub fn assert_none(differences: &[String]) {
    assert!(
        differences.is_empty(),
        "\n{}\nrun the test with BLESS=1 to accept what is there now",
        differences.join("\n")
    );
}

/// The options of a call, as a pattern would give them.
pub fn options<O: CallOptions>(pairs: &[(&str, &str)]) -> O {
    let mut options = O::default();
    for (name, value) in pairs {
        options.set(name, value).expect("an option");
    }
    assert_eq!(options.conflicts(), []);
    options
}
