//! An interrupt stops a run between two memos: what is finished stays whole, and nothing
//! is half done.

#![cfg(unix)]

use crate::stage;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// How many memos there are: more than are done before the signal comes.
const MEMOS: usize = 400;

fn workspace() -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    let memo = "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\nsections:\n  \
                - body: { en: High water., fr: Haute mer. }\n";
    for number in 0..MEMOS {
        let path = stage.path().join(format!("memos/tide-{number:03}.yaml"));
        fs::write(path, memo).expect("a memo can be written");
    }
    stage
}

/// Starts a run, sends it a signal when the first document is there, and gives its exit
/// status and what it said.
fn stopped(root: &Path, signal: &str) -> (Option<i32>, String) {
    let mut run = stage::bimemo(root)
        .args(["render", "--format", "md", "--jobs", "1"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("bimemo runs");
    while stage::documents(&root.join("out")).is_empty() {
        assert!(
            run.try_wait().expect("it can be asked").is_none(),
            "it ended"
        );
        thread::sleep(Duration::from_millis(1));
    }
    let sent = Command::new("kill")
        .args([format!("-{signal}"), run.id().to_string()])
        .status();
    assert!(sent.expect("kill runs").success());
    let result = run.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&result.stderr).into_owned();
    (result.status.code(), said)
}

#[test]
fn what_is_finished_stays_and_the_rest_is_not_begun() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let stage = workspace();
        let (code, said) = stopped(stage.path(), signal);
        assert_eq!(code, Some(status), "{said}");
        assert!(said.contains("stopped by a signal"), "{said}");
        let files = stage::documents(&stage.path().join("out"));
        // Both languages of each memo that was begun.
        assert!(
            files.len() < 2 * MEMOS && files.len().is_multiple_of(2),
            "{}",
            files.len()
        );
        for file in files {
            let text = fs::read_to_string(stage.path().join("out").join(&file));
            let text = text.expect("it can be read");
            let whole = text.contains("High water.") || text.contains("Haute mer.");
            assert!(whole, "{}", file.display());
        }
    }
}
