//! Same input, same bytes: in every process, in every folder, at any `--jobs`.

use crate::stage;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The files that a run writes of all memos, with their bytes.
fn rendered(root: &Path, jobs: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    rendered_memos(root, jobs, &[])
}

/// The same of some memos alone.
fn rendered_memos(root: &Path, jobs: &str, memos: &[PathBuf]) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = TempDir::new().expect("a temporary folder can be made");
    let result = stage::bimemo(out.path())
        .args([
            "render",
            "--quiet",
            "--format",
            "md,html,pdf,fragment,json",
            "--jobs",
            jobs,
            "--out",
            "here",
            "--root",
        ])
        .arg(root)
        .args(memos)
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
    assert_eq!(first.len(), 21, "{:?}", first.keys());
}

/// What is kept from one document for the next (words that are shaped, pictures, tables of
/// the deflater) changes no byte of any.
#[test]
fn a_memo_has_the_same_bytes_alone_and_after_thirty_others() {
    let repository = stage::repository();
    let root = TempDir::new().expect("a temporary folder can be made");
    for file in ["bimemo.yaml", "directory.yaml"] {
        fs::copy(repository.join(file), root.path().join(file)).expect("the file can be copied");
    }
    for folder in ["locales", "templates", "memos"] {
        for file in stage::files(&repository.join(folder)) {
            let to = root.path().join(folder).join(&file);
            fs::create_dir_all(to.parent().expect("it is in a folder")).expect("it can be made");
            fs::copy(repository.join(folder).join(&file), to).expect("the file can be copied");
        }
    }
    let corpus = repository.join("tests/corpus/blind");
    let others = stage::files(&corpus).into_iter();
    let is_memo = |file: &PathBuf| file.extension().is_some_and(|end| end == "yaml");
    let others: Vec<PathBuf> = others.filter(is_memo).take(30).collect();
    assert_eq!(others.len(), 30);
    for other in &others {
        // Before all others in the order of names.
        let name = format!("a-{}", other.display());
        let to = root.path().join("memos").join(name);
        fs::copy(corpus.join(other), to).expect("the memo can be copied");
    }
    for jobs in ["1", "3"] {
        let together = rendered(root.path(), jobs);
        for stem in ["renewal-update", "trail-signs"] {
            let memo = root.path().join("memos").join(format!("{stem}.yaml"));
            let alone = rendered_memos(root.path(), "1", &[memo]);
            assert!(alone.len() >= 6, "{:?}", alone.keys());
            let mut alone = alone;
            // The list of what lies in the folder is longer.
            alone.remove(Path::new("manifest.json"));
            let among: BTreeMap<PathBuf, Vec<u8>> = alone
                .keys()
                .filter_map(|file| Some((file.clone(), together.get(file)?.clone())))
                .collect();
            assert_eq!(
                different(&alone, &among),
                Vec::<PathBuf>::new(),
                "{stem}, --jobs {jobs}"
            );
        }
    }
}
