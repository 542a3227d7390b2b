//! Who may start the editor: the desk on this machine, and nobody else.

use super::{Served, workspace};
use crate::live::until;
use scraper::{Html, Selector};
use std::fs;

/// The fields of the first form at the desk that opens something.
fn form(served: &Served) -> Vec<(String, String)> {
    let page = served.get("/desk/memo/memos/broken.yaml").text();
    let page = Html::parse_document(&page);
    let fields = Selector::parse("#findings form input").expect("a selector");
    let value = |it: scraper::ElementRef<'_>, name| it.value().attr(name).unwrap_or("").to_owned();
    page.select(&fields)
        .map(|it| (value(it, "name"), value(it, "value")))
        .collect()
}

fn body(form: &[(String, String)]) -> String {
    let pairs: Vec<String> = form
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("&")
}

const EDITOR: [&str; 2] = ["--editor", "touch '{file}.opened at {line}'"];

#[test]
fn the_editor_opens_where_the_finding_is() {
    let stage = workspace();
    let served = Served::start(stage.path(), &EDITOR);
    let form = body(&form(&served));
    let origin = format!("http://{}", served.address);
    let from_desk = [
        ("Origin", origin.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    let answer = served.ask_with("POST", "/desk/editor", &from_desk, &form);
    assert_eq!(answer.status, 204, "{}", answer.text());
    let opened = stage.path().join("memos/broken.yaml.opened at 3");
    until("the editor opens it", || opened.exists());
}

#[test]
fn nobody_else_starts_it() {
    let stage = workspace();
    let served = Served::start(
        stage.path(),
        &[&EDITOR[..], &["--allow-host", "memos.example"]].concat(),
    );
    let fields = form(&served);
    let form = body(&fields);
    let origin = format!("http://{}", served.address);
    let same = ("Origin", origin.as_str());
    let status = |headers: &[(&str, &str)], form: &str| {
        served
            .ask_with("POST", "/desk/editor", headers, form)
            .status
    };
    assert_eq!(status(&[], &form), 403);
    for headers in [
        [("Origin", "http://evil.example"), ("X", "")],
        [("Origin", "null"), ("X", "")],
        [same, ("Sec-Fetch-Site", "cross-site")],
        [
            ("Origin", "http://evil.example"),
            ("Sec-Fetch-Site", "same-origin"),
        ],
        [("Sec-Fetch-Site", "none"), ("X", "")],
        [same, ("X-Forwarded-For", "127.0.0.1")],
        [same, ("Forwarded", "for=127.0.0.1")],
        [
            ("Host", "memos.example"),
            ("Origin", "http://memos.example"),
        ],
    ] {
        assert_eq!(status(&headers, &form), 403, "{headers:?}");
    }
    let with = |name: &str, value: &str| {
        let mut fields = fields.clone();
        for (own, field) in &mut fields {
            if own == name {
                value.clone_into(field);
            }
        }
        body(&fields)
    };
    assert_eq!(status(&[same], &with("token", "")), 403);
    assert_eq!(status(&[same], &with("token", &"0".repeat(32))), 403);
    for file in [
        "secret.txt",
        "../x",
        "memos/../secret.txt",
        "/etc/passwd",
        "",
        "memos",
    ] {
        assert_eq!(status(&[same], &with("file", file)), 404, "{file}");
    }
    let long = format!("{form}&more={}", "a".repeat(9 << 10));
    assert_eq!(status(&[same], &long), 413);
    assert_eq!(served.get("/desk/editor").status, 405);
    assert_eq!(served.get("/desk/editor").header("allow"), "POST");
    // Nothing was opened, and who comes by a proxy is not given the secret.
    let page = served.ask(
        "GET",
        "/desk/memo/memos/broken.yaml",
        &[("Host", "memos.example")],
    );
    assert!(page.status == 200 && !page.text().contains("/desk/editor"));
    let names = fs::read_dir(stage.path().join("memos")).expect("it can be read");
    let opened = names
        .flatten()
        .filter(|it| it.file_name().to_string_lossy().contains("opened"));
    assert_eq!(opened.count(), 0);
}

#[test]
fn the_secret_is_of_one_start_and_of_no_server_without_an_editor() {
    let stage = workspace();
    let tokens: Vec<String> = (0..2)
        .map(|_| {
            let served = Served::start(stage.path(), &EDITOR);
            let form = form(&served);
            let token = form.into_iter().find(|(name, _)| name == "token");
            token.expect("a secret").1
        })
        .collect();
    assert!(
        tokens[0].len() == 32 && tokens[0] != tokens[1],
        "{tokens:?}"
    );
    let served = Served::start(stage.path(), &[]);
    assert_eq!(form(&served), []);
    let origin = format!("http://{}", served.address);
    let answer = served.ask_with("POST", "/desk/editor", &[("Origin", &origin)], "a=b");
    assert_eq!(answer.status, 404);
}
