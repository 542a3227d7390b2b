//! No input makes the command panic.

use crate::stage;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::thread;

/// Why a run is not as it should be; nothing where it is.
fn fault(what: &str, result: &Output) -> Option<String> {
    let stderr = String::from_utf8_lossy(&result.stderr);
    let status = result.status.code();
    let known = matches!(status, Some(0..=2));
    // A memo that it fails on is a finding.
    let failed = String::from_utf8_lossy(&result.stdout).contains("W081");
    (!known || failed || stderr.contains("panicked") || stderr.contains("W081"))
        .then(|| format!("{what}: {status:?}\n{stderr}"))
}

/// The files of the tests that are short enough to be read one by one.
fn inputs() -> Vec<PathBuf> {
    let tests = stage::repository().join("tests");
    let mut inputs = Vec::new();
    for folder in ["fixtures", "corpus"] {
        let folder = tests.join(folder);
        inputs.extend(
            stage::files(&folder)
                .into_iter()
                .map(|file| folder.join(file)),
        );
    }
    inputs
}

fn check(root: &Path, arguments: &[&str]) -> Output {
    stage::bimemo(root)
        .arg("check")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("bimemo runs")
}

/// Every file, as it is, as a memo with all others, pictures and templates too; and every
/// eighth by itself.
#[test]
fn no_file_of_the_tests_makes_it_panic() {
    let mut inputs = inputs();
    assert!(inputs.len() > 20, "the files were not found");
    let whole = tempfile::TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(whole.path().join("memos")).expect("a folder can be made");
    for (at, input) in inputs.iter().enumerate() {
        let memo = whole.path().join(format!("memos/input-{at}.yaml"));
        fs::copy(input, memo).expect("a file can be copied");
    }
    let result = check(whole.path(), &["--output-format", "json"]);
    let mut faults: Vec<String> = fault("all of them", &result).into_iter().collect();
    let alone = |input: &PathBuf| {
        let root = tempfile::TempDir::new().expect("a temporary folder can be made");
        fs::copy(input, root.path().join("input.yaml")).expect("a file can be copied");
        let result = check(root.path(), &["input.yaml"]);
        fault(&input.display().to_string(), &result)
    };
    inputs = inputs.into_iter().step_by(8).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let parts = inputs.chunks(inputs.len().div_ceil(threads));
        let running: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().filter_map(alone).collect::<Vec<_>>()))
            .collect();
        for part in running {
            faults.extend(part.join().expect("the thread ends"));
        }
    });
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Every file that is a YAML file, cut off at places all over it.
#[test]
fn no_file_cut_off_makes_it_panic() {
    let root = tempfile::TempDir::new().expect("a temporary folder can be made");
    let memos = root.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    let yaml = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
    };
    let mut count = 0;
    for (at, input) in inputs().into_iter().filter(yaml).enumerate() {
        let bytes = fs::read(input).expect("the file can be read");
        for part in 1..8 {
            let cut = &bytes[..bytes.len() * part / 8];
            fs::write(memos.join(format!("cut-{at}-{part}.yaml")), cut).expect("it can be written");
            count += 1;
        }
    }
    assert!(count > 100, "the files were not found");
    let result = check(root.path(), &[]);
    assert_eq!(fault("files cut off", &result), None);
}

/// Notes, each of which calls the next.
fn chain(count: usize, word: &str) -> String {
    let mut lines = vec![format!("        {word}[^1].\n")];
    for note in 1..=count {
        let call = if note < count {
            format!("[^{}]", note + 1)
        } else {
            String::new()
        };
        lines.push(format!("        [^{note}]: {word}{call}.\n"));
    }
    lines.join("\n")
}

/// The memo of a long chain of notes is refused at the first that is too deep, and the
/// others are made.
#[test]
fn a_chain_of_notes_ends_no_run() {
    let root = tempfile::TempDir::new().expect("a temporary folder can be made");
    let memos = root.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for count in [1, 20, 21, 500, 5000] {
        let memo = format!(
            "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Tides, fr: Marées }}\nsections:\n  \
             - body:\n      en: |\n{}      fr: |\n{}",
            chain(count, "Tide"),
            chain(count, "Marée")
        );
        fs::write(memos.join(format!("chain-{count}.yaml")), memo).expect("it can be written");
    }
    let checked = check(root.path(), &["--output-format", "concise"]);
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert_eq!(fault("chains", &checked), None);
    for (count, told) in [(1, 0), (20, 0), (21, 2), (500, 2), (5000, 2)] {
        let path = format!("memos/chain-{count}.yaml:");
        let lines: Vec<&str> = said.lines().filter(|line| line.contains(&path)).collect();
        assert_eq!(lines.len(), told, "{lines:?}");
        assert!(
            lines.iter().all(|line| line.contains("error[W018]")),
            "{lines:?}"
        );
    }
    let rendered = stage::bimemo(root.path())
        .args(["render", "--format", "pdf"])
        .output()
        .expect("bimemo runs");
    assert_eq!(rendered.status.code(), Some(1));
    assert_eq!(stage::documents(&root.path().join("out")).len(), 4);
}
