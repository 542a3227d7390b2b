//! `bimemo serve`, asked over real sockets: what pipelines get, and what nobody gets.

#![cfg(unix)]

mod client;
mod desk;
mod documents;
mod orders;
mod refusals;

use crate::stage;
use client::Served;
use std::fs;
use tempfile::TempDir;

/// A workspace with a sound memo, one that exists in one language, one with errors and one
/// with a picture.
fn workspace() -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let root = stage.path();
    fs::create_dir_all(root.join("memos/images")).expect("a folder can be made");
    let notice = |more: &str, en: &str, fr: &str| {
        format!(
            "kind: notice\ndate: 2026-05-01\n{more}subject: {{ en: Tides, fr: Marées }}\n\
             sections:\n  - body: {{ en: '{en}', fr: '{fr}' }}\n"
        )
    };
    let words = ("High water comes at noon.", "La haute mer vient à midi.");
    let one = "kind: notice\ndate: 2026-05-01\nlanguages: [fr]\nsubject: { fr: Marées }\n\
               sections:\n  - body: { fr: La haute mer vient à midi. }\n";
    let picture = (
        "![The sea](images/sea.svg) shows it.",
        "![La mer](images/sea.svg) le montre.",
    );
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\">\
                   <rect width=\"8\" height=\"8\" fill=\"navy\"/></svg>\n";
    for (path, text) in [
        ("memos/tides.yaml", notice("", words.0, words.1)),
        ("memos/été #1.yaml", notice("", words.0, words.1)),
        ("memos/marées.yaml", one.to_owned()),
        (
            "memos/broken.yaml",
            notice("unknown: key\n", words.0, words.1),
        ),
        ("memos/shown.yaml", notice("", picture.0, picture.1)),
        ("memos/images/sea.svg", drawing.to_owned()),
        ("secret.txt", "secret".to_owned()),
    ] {
        fs::write(root.join(path), text).expect("it is written");
    }
    stage
}

fn served() -> (TempDir, Served) {
    let stage = workspace();
    let served = Served::start(stage.path(), &[]);
    (stage, served)
}

#[test]
fn it_says_where_it_listens_and_stops_when_it_is_told() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let (_stage, served) = served();
        // One who listens does not keep it from ending, nor one who says nothing.
        let idle = served.connect();
        assert_eq!(served.get("/health").json()["status"], "ok");
        let (code, took) = served.live.stop(signal);
        assert_eq!(code, Some(status));
        assert!(took.as_secs() < 5, "{took:?}");
        drop(idle);
    }
}

#[test]
fn an_address_that_is_taken_is_told() {
    let (stage, served) = served();
    let port = served.address.rsplit(':').next().expect("a port");
    let run = stage::bimemo(stage.path())
        .args(["serve", "--port", port])
        .output();
    let run = run.expect("bimemo runs");
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("cannot listen at 127.0.0.1:"), "{said}");
}

#[test]
fn an_address_that_others_reach_has_a_warning() {
    let stage = workspace();
    let mut open = Served::start(stage.path(), &["--host", "0.0.0.0", "--quiet"]);
    open.live.wait_for("warning: whoever reaches 0.0.0.0:");
    let port = open.address.rsplit(':').next().expect("a port").to_owned();
    let health = |host: &str| open.ask("GET", "/health", &[("Host", host)]).status;
    assert_eq!(health(&format!("127.0.0.1:{port}")), 200);
    assert_eq!(health(&format!("evil.example:{port}")), 421);
}
