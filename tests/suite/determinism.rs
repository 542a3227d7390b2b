//! Same input, same bytes: in every process, in every folder, at any `--jobs`.

use crate::stage;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The files that a run writes, with their bytes.
fn rendered(root: &Path, jobs: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = TempDir::new().expect("a temporary folder can be made");
    let result = stage::bimemo(out.path())
        .args([
            "render", "--quiet", "--jobs", jobs, "--out", "here", "--root",
        ])
        .arg(root)
        .output()
        .expect("bimemo runs");
    let stderr = String::from_utf8_lossy(&result.stderr);
    assert!(result.status.success(), "{stderr}");
    let folder = out.path().join("here");
    stage::files(&folder)
        .into_iter()
        .map(|file| {
            let bytes = fs::read(folder.join(&file)).expect("the file can be read");
            (file, bytes)
        })
        .collect()
}

/// The files that differ between two runs.
fn different(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<PathBuf> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<PathBuf> = names
        .filter(|name| one.get(*name) != other.get(*name))
        .cloned()
        .collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn the_same_memos_give_the_same_bytes() {
    let first = rendered(stage::repository(), "1");
    assert!(first.len() >= 6, "{:?}", first.keys());
    for jobs in ["1", "2", "8"] {
        let again = rendered(stage::repository(), jobs);
        assert_eq!(
            different(&first, &again),
            Vec::<PathBuf>::new(),
            "--jobs {jobs}"
        );
    }
}

#[test]
fn the_same_memos_give_the_same_bytes_in_another_folder() {
    let workspace = stage::repository().join("tests/fixtures/workspaces/spring");
    let (one, other) = (stage::copy_of(&workspace), stage::copy_of(&workspace));
    let (first, second) = (rendered(one.path(), "1"), rendered(other.path(), "2"));
    assert_eq!(different(&first, &second), Vec::<PathBuf>::new());
    assert_eq!(first.len(), 12, "{:?}", first.keys());
}
