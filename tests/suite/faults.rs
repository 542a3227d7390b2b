//! Bad inputs, each with the findings that it must give beside it.
//!
//! `tests/fixtures/faults/<name>.yaml` is a memo, `tests/fixtures/faults/<name>/` a
//! whole workspace; `<name>.expected` is what `check --output-format concise` says
//! of it, and `BLESS=1` writes that.

use crate::stage;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn folder() -> PathBuf {
    stage::repository().join("tests/fixtures/faults")
}

/// The names of the cases: of files and folders, without their endings.
fn cases() -> BTreeSet<String> {
    names(|name| !name.ends_with(".expected"))
}

/// The names of what lies in the folder and is wanted, without their endings.
fn names(wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    fs::read_dir(folder())
        .expect("the folder can be read")
        .map(|entry| entry.expect("the entry can be read").file_name())
        .filter_map(|name| name.to_str().map(str::to_owned))
        .filter(|name| wanted(name))
        .filter_map(|name| name.split('.').next().map(str::to_owned))
        .collect()
}

/// The workspace of a case.
fn workspace(case: &str) -> TempDir {
    let whole = folder().join(case);
    if whole.is_dir() {
        return stage::copy_of(&whole);
    }
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memos = stage.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    let name = format!("{case}.yaml");
    fs::copy(folder().join(&name), memos.join(&name)).expect("the memo can be copied");
    stage
}

/// What `check` finds.
fn findings(root: &Path) -> String {
    let result = stage::bimemo(root)
        .args(["check", "--quiet", "--output-format", "concise"])
        .output()
        .expect("bimemo runs");
    let stderr = String::from_utf8_lossy(&result.stderr);
    assert_eq!(stderr, "", "{}", root.display());
    String::from_utf8_lossy(&result.stdout).into_owned()
}

#[test]
fn bad_inputs_give_the_findings_beside_them() {
    let differences: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let found = findings(workspace(case).path());
            let expected = folder().join(format!("{case}.expected"));
            match found.as_str() {
                "" => Some(format!("{case}: nothing is found")),
                found => stage::compare(&expected, found),
            }
        })
        .collect();
    stage::assert_none(&differences);
}

#[test]
fn every_expectation_has_its_input() {
    assert_eq!(names(|name| name.ends_with(".expected")), cases());
}

#[test]
fn settings_silence_a_logo_of_few_pixels() {
    let path = "templates/letterheads/rings.yaml";
    for (settings, said) in [
        ("severity: { coarse-logo: off }\n".to_owned(), ""),
        ("severity: { W118: error }\n".to_owned(), "error[W118]"),
        (
            format!("ignore: [{{ code: W118, path: {path}, reason: it is drawn anew }}]\n"),
            "",
        ),
        (
            "ignore: [{ code: W118, path: templates/letterheads/other.yaml, reason: it is drawn anew }]\n".to_owned(),
            "warning[P090]",
        ),
    ] {
        let stage = workspace("coarse-logo");
        fs::write(stage.path().join("bimemo.yaml"), &settings).expect("it can be written");
        let found = findings(stage.path());
        assert!(found.contains(said), "{settings}{found}");
        assert_eq!(found.is_empty(), said.is_empty(), "{settings}{found}");
    }
}
