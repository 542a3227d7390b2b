//! `bimemo watch`: what a save affects is made again, and nothing else.

#![cfg(unix)]

use crate::live::{Live, until};
use crate::stage;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A notice of these words, in both languages, with what else stands in it.
fn notice(words: &str, more: &str) -> String {
    format!(
        "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Tides, fr: Marées }}\n{more}sections:\n  \
         - body: {{ en: {words}, fr: {words} }}\n"
    )
}

fn workspace() -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let root = stage.path();
    fs::create_dir_all(root.join("memos")).expect("a folder can be made");
    fs::create_dir_all(root.join("pictures")).expect("a folder can be made");
    let picture = "pictures/sea.svg";
    fs::write(root.join(picture), drawing("red")).expect("it is written");
    let shown = "[![The sea](../pictures/sea.svg)](https://example.org)";
    let by = "status: { state: superseded, date: 2026-05-02, by: one }\n";
    for (stem, text) in [
        ("one", notice("First.", "")),
        ("two", notice("Second.", by)),
        ("three", notice(&format!("'{shown}'"), "")),
    ] {
        fs::write(root.join(format!("memos/{stem}.yaml")), text).expect("it is written");
    }
    stage
}

fn drawing(colour: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\">\
         <rect width=\"8\" height=\"8\" fill=\"{colour}\"/></svg>\n"
    )
}

fn page(root: &Path, stem: &str) -> String {
    fs::read_to_string(root.join(format!("out/{stem}.en.html"))).unwrap_or_default()
}

/// Saves a file as many editors do: another one gets its name.
fn save(path: &Path, text: &str) {
    let other: PathBuf = path.with_file_name(".saving~");
    fs::write(&other, text).expect("it is written");
    fs::rename(&other, path).expect("it is renamed");
}

fn start(root: &Path) -> Live {
    let mut watch = Live::start(root, &["watch", "--format", "html"]);
    watch.wait_for("watching ");
    watch
}

#[test]
fn a_saved_memo_is_made_again_and_its_findings_are_told() {
    let stage = workspace();
    let root = stage.path();
    let mut watch = start(root);
    assert!(page(root, "two").contains("Second."));
    save(&root.join("memos/two.yaml"), &notice("Anew.", ""));
    watch.wait_for("saved memos/");
    watch.wait_for("1 memo, 2 files in out: 2 written");
    assert!(page(root, "two").contains("Anew."));
    // In place, as others do; and what is wrong is told.
    fs::write(root.join("memos/two.yaml"), "subject: [").expect("it is written");
    watch.wait_for("memos/two.yaml");
    watch.wait_for("1 memo not released");
    save(&root.join("memos/two.yaml"), &notice("Mended.", ""));
    watch.wait_for("2 written");
    assert!(page(root, "two").contains("Mended."));
    assert!(page(root, "one").contains("First."));
}

#[test]
fn what_a_memo_uses_makes_it_again() {
    let stage = workspace();
    let root = stage.path();
    let mut watch = start(root);
    let before = page(root, "three");
    save(&root.join("pictures/sea.svg"), &drawing("blue"));
    watch.wait_for("1 memo, 2 files in out: 2 written");
    assert_ne!(page(root, "three"), before);
    // The memo that another's status names.
    let renamed = notice("First.", "").replace("en: Tides", "en: Ebb and flow");
    save(&root.join("memos/one.yaml"), &renamed);
    watch.wait_for("2 memos, 4 files in out");
    assert!(page(root, "two").contains("Ebb and flow"));
    // What all of them share.
    fs::create_dir_all(root.join("locales/en")).expect("a folder can be made");
    until("all are made again", || {
        watch
            .said()
            .iter()
            .any(|line| line.contains("3 memos, 6 files"))
    });
    fs::write(
        root.join("bimemo.yaml"),
        "base-url: https://example.org/memos\n",
    )
    .expect("written");
    until("all are made again", || {
        page(root, "one").contains("https://example.org/memos/one.en.html")
    });
}

#[test]
fn new_memos_are_made_and_what_is_no_business_of_memos_makes_none() {
    let stage = workspace();
    let root = stage.path();
    let mut watch = start(root);
    fs::write(root.join("notes.txt"), "x").expect("it is written");
    fs::write(root.join("memos/.one.yaml.swp"), "x").expect("it is written");
    thread::sleep(Duration::from_millis(300));
    let saved = |said: &[String]| said.iter().filter(|line| line.starts_with("saved")).count();
    assert_eq!(saved(watch.said()), 0);
    // A burst is one change.
    for stem in ["a", "b", "c"] {
        save(
            &root.join(format!("memos/{stem}.yaml")),
            &notice("New.", ""),
        );
    }
    watch.wait_for("6 written");
    assert!(page(root, "c").contains("New."));
    assert!(stage::files(&root.join("out")).len() >= 12);
}

#[test]
fn a_signal_stops_it_with_its_status() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let stage = workspace();
        let (code, took) = start(stage.path()).stop(signal);
        assert_eq!(code, Some(status));
        assert!(took < Duration::from_secs(5), "{took:?}");
    }
}

#[test]
fn standard_streams_are_refused() {
    let stage = workspace();
    for arguments in [["watch", "-"], ["watch", "--stdout"], ["watch", "--check"]] {
        let run = stage::bimemo(stage.path()).args(arguments).output();
        let run = run.expect("bimemo runs");
        assert_eq!(run.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&run.stderr).contains("leave out --stdout, --check and -"));
    }
}
