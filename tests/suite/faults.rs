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

/// What `render` finds, in a workspace where each memo has but warnings.
fn render_findings(root: &Path, formats: &[&str]) -> String {
    let mut command = stage::bimemo(root);
    command.args(["render", "--quiet", "--output-format", "concise"]);
    for format in formats {
        command.args(["--format", format]);
    }
    let result = command.output().expect("bimemo runs");
    [result.stdout, result.stderr]
        .map(|told| String::from_utf8_lossy(&told).into_owned())
        .concat()
}

/// Adds exceptions to the one memo of a workspace.
fn except(root: &Path, memo: &str, exceptions: &str) {
    let path = root.join("memos").join(memo);
    let mut text = fs::read_to_string(&path).expect("the memo can be read");
    text += &format!("ignore: [{exceptions}]\n");
    fs::write(path, text).expect("the memo can be written");
}

#[test]
fn a_memo_silences_what_print_finds_in_it() {
    for (case, exception) in [
        ("too-wide-table", "{ code: W117, reason: it is shown }"),
        (
            "too-wide-table",
            "{ code: too-wide-table, at: \"sections[0]\", reason: it is shown }",
        ),
        ("coarse-logo", "{ code: W118, reason: it is drawn anew }"),
    ] {
        let stage = workspace(case);
        let memo = format!("{case}.yaml");
        for format in ["pdf", "html"] {
            let told = render_findings(stage.path(), &[format]);
            assert_eq!(told.contains(case), format == "pdf", "{told}");
        }
        except(stage.path(), &memo, exception);
        // Neither the finding nor one for a needless exception, whatever is written; the
        // exception comes before what the settings make of the rule.
        for severity in ["", "severity: { W117: error, W118: error }\n"] {
            fs::write(stage.path().join("bimemo.yaml"), severity).expect("it can be written");
            assert_eq!(findings(stage.path()), "", "{exception}");
            for formats in [&["pdf"][..], &["html"], &["pdf", "html", "md"]] {
                let told = render_findings(stage.path(), formats);
                assert!(!told.contains("W11") && !told.contains("P09"), "{told}");
            }
        }
    }
}

#[test]
fn an_exception_for_print_that_nothing_needs_is_told_where_print_is_looked_at() {
    let needless = "{ code: W118, reason: it is drawn anew }, { code: W117, at: subject, reason: it is shown }";
    let stage = workspace("too-wide-table");
    except(stage.path(), "too-wide-table.yaml", needless);
    let found = findings(stage.path());
    assert_eq!(found.matches("warning[P090]").count(), 2, "{found}");
    assert_eq!(found.matches("warning[W117]").count(), 2, "{found}");
    // A page in a browser needs no exception for print, and nobody looked.
    let told = render_findings(stage.path(), &["html"]);
    assert!(!told.contains("P090") && !told.contains("W117"), "{told}");
    // Nor can it be said of a memo that cannot be built.
    let path = stage.path().join("memos/too-wide-table.yaml");
    let text = fs::read_to_string(&path).expect("the memo can be read");
    let broken = text.replace("Boathouse keys", "Boathouse { $keys }");
    fs::write(path, broken).expect("the memo can be written");
    let found = findings(stage.path());
    assert!(found.contains("error["), "{found}");
    assert!(!found.contains("P090"), "{found}");
}

#[test]
fn settings_give_what_print_finds_its_severity() {
    let stage = workspace("too-wide-table");
    for (severity, said) in [
        ("error", "error[W117]"),
        ("note", "note[W117]"),
        ("off", ""),
    ] {
        let settings = format!("severity: {{ too-wide-table: {severity} }}\n");
        fs::write(stage.path().join("bimemo.yaml"), settings).expect("it can be written");
        let found = findings(stage.path());
        let told = render_findings(stage.path(), &["pdf"]);
        for told in [found, told] {
            assert!(told.contains(said), "{told}");
            assert_eq!(told.contains("W117"), !said.is_empty(), "{told}");
        }
    }
}
