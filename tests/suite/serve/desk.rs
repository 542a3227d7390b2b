//! What those see who write memos.

use super::{Served, served};
use crate::live::until;
use scraper::{Html, Selector};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::time::{Duration, Instant};

/// The texts of all elements that a selector chooses.
fn all(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    let found = page.select(&selector);
    let text = |it: scraper::ElementRef<'_>| it.text().collect::<String>().trim().to_owned();
    found.map(text).collect()
}

fn values(page: &str, selector: &str, name: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    let found = page.select(&selector);
    found
        .filter_map(|it| it.value().attr(name).map(str::to_owned))
        .collect()
}

/// Waits until every memo was looked at.
fn looked(served: &Served) {
    until("all are looked at", || {
        let health = served.get("/health").json();
        health["looked_at"] == health["memos"]
    });
}

#[test]
fn the_desk_lists_memos_with_dates_states_and_counts() {
    let (_stage, served) = served();
    looked(&served);
    let page = served.get("/").text();
    assert_eq!(all(&page, ".memos h2 a").len(), 5);
    assert!(all(&page, ".memos .path").contains(&"memos/été #1.yaml".to_owned()));
    assert!(all(&page, "time").contains(&"2026-05-01".to_owned()));
    let states = all(&page, ".memos .states");
    assert!(
        states
            .iter()
            .any(|it| it.contains("Not released") && it.contains("1 error"))
    );
    assert!(states.iter().any(|it| it.starts_with("Released")));
    assert_eq!(values(&page, "html", "lang"), ["en-CA"]);
    // By the browser's language, and by the switch.
    let french = served
        .ask("GET", "/", &[("Accept-Language", "fr-CA")])
        .text();
    assert_eq!(values(&french, "html", "lang"), ["fr-CA"]);
    assert!(
        all(&french, ".memos .states")
            .iter()
            .any(|it| it.contains("Non diffusable"))
    );
    assert_eq!(
        values(&french, "header a[hreflang=en]", "href"),
        ["/?lang=en"]
    );
    let switched = served
        .ask("GET", "/?lang=en", &[("Accept-Language", "fr")])
        .text();
    assert_eq!(all(&switched, "h1"), ["Memos"]);
    let links = values(&switched, ".memos a", "href");
    assert!(links.iter().all(|it| it.ends_with("?lang=en")), "{links:?}");
    // Words of a subject or a path choose.
    let some = served.get("/?q=%C3%A9t%C3%A9").text();
    assert_eq!(all(&some, ".memos h2 a").len(), 1);
    assert!(
        served
            .get("/?q=%3Cscript%3E")
            .text()
            .contains("value=\"&lt;script&gt;\"")
    );
}

#[test]
fn a_memo_has_its_pictures_its_findings_and_its_source() {
    let (_stage, served) = served();
    let page = served.get("/desk/memo/memos/broken.yaml").text();
    let frames = values(&page, "iframe", "src");
    assert_eq!(
        values(&page, "iframe", "sandbox"),
        ["allow-same-origin"; 2].map(String::from)[..frames.len()]
    );
    // The finding stands in the list, and at its line.
    let found = all(&page, "#findings .finding");
    assert!(found[0].contains("Y"), "{found:?}");
    let at = all(&page, "#L3 .finding");
    assert_eq!(at.len(), 1, "{page}");
    assert_eq!(values(&page, "#findings a", "href"), ["#L3"]);
    let sound = served
        .get("/desk/memo/memos/%C3%A9t%C3%A9%20%231.yaml")
        .text();
    let frames = values(&sound, "iframe", "src");
    assert_eq!(frames.len(), 2, "{sound}");
    for frame in frames {
        let picture = served.get(&frame);
        assert_eq!(picture.status, 200, "{frame}");
        let policy = picture.header("content-security-policy");
        assert!(policy.contains("sandbox allow-same-origin;"), "{policy}");
        assert!(!policy.contains("allow-scripts"), "{policy}");
    }
    for (link, kind) in [("Markdown", "text/plain"), ("PDF", "application/pdf")] {
        let links: Vec<String> = values(&sound, ".pair nav a", "href");
        let names = all(&sound, ".pair nav a");
        let at = names.iter().position(|name| name == link).expect(link);
        let answer = served.get(&links[at]);
        assert!(answer.header("content-type").starts_with(kind), "{link}");
    }
    let text = all(&sound, ".source code").join("\n");
    assert!(text.contains("kind: notice"), "{text}");
    assert_eq!(served.get("/desk/memo/memos/none.yaml").status, 404);
    assert_eq!(served.get("/desk/memo/secret.txt").status, 404);
    assert_eq!(served.get("/desk/file/secret.txt").status, 404);
    assert_eq!(served.get("/desk/file/../secret.txt").status, 400);
}

#[test]
fn a_draft_is_shown_at_the_desk_alone() {
    let (stage, served) = served();
    let draft = "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\n\
                 sections:\n  - body: { en: Only English so far. }\n";
    fs::write(stage.path().join("memos/draft.yaml"), draft).expect("it is written");
    until("it is there", || served.get("/memos/draft").status == 409);
    let picture = served.get("/desk/preview/memos/draft.yaml/draft.en.html");
    assert_eq!(picture.status, 200);
    assert!(picture.text().contains("Only English so far."));
    // What cannot even be a draft has no picture.
    let nothing = served.ask(
        "GET",
        "/desk/preview/memos/broken.yaml/broken.fr.html",
        &[("Accept-Language", "fr")],
    );
    assert_eq!(nothing.status, 409);
    let policy = nothing.header("content-security-policy");
    assert!(
        policy.starts_with("sandbox") && policy.ends_with("frame-ancestors 'self'"),
        "{policy}"
    );
    assert!(
        nothing.text().contains("Il n’y a rien à afficher"),
        "{}",
        nothing.text()
    );
}

#[test]
fn all_findings_of_the_workspace_are_on_one_page() {
    let (stage, served) = served();
    let words = stage.path().join("locales/fr");
    fs::create_dir_all(&words).expect("a folder can be made");
    fs::write(words.join("own.ftl"), "label-to = À {\n").expect("it is written");
    until("the messages are looked at", || {
        let page = served.get("/desk/findings").text();
        let files = all(&page, "h2");
        files.contains(&"memos/broken.yaml".to_owned())
            && files.contains(&"locales/fr/own.ftl".to_owned())
    });
    let page = served.get("/desk/findings").text();
    let links = values(&page, ".findings a", "href");
    assert!(
        links.contains(&"/desk/memo/memos/broken.yaml#L3".to_owned()),
        "{links:?}"
    );
    let file = served.get("/desk/file/locales/fr/own.ftl").text();
    assert!(!all(&file, ".source .finding").is_empty(), "{file}");
}

#[test]
fn a_save_is_told_to_who_listens_at_once() {
    let (stage, served) = served();
    looked(&served);
    let mut stream = served.connect();
    let request = format!(
        "GET /desk/events HTTP/1.1\r\nHost: {}\r\n\r\n",
        served.address
    );
    stream.write_all(request.as_bytes()).expect("it is sent");
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    assert!(
        lines
            .by_ref()
            .any(|line| line.contains("text/event-stream"))
    );
    assert!(lines.by_ref().any(|line| line.starts_with("retry:")));
    let memo = stage.path().join("memos/tides.yaml");
    let text = fs::read_to_string(&memo).expect("it can be read");
    let begun = Instant::now();
    fs::write(&memo, text.replace("noon", "two")).expect("it is written");
    assert!(lines.by_ref().any(|line| line == "event: saved"));
    let told = lines.by_ref().find(|line| line.starts_with("data:"));
    assert_eq!(
        told.as_deref(),
        Some("data: {\"all\":false,\"memos\":[\"memos/tides.yaml\"]}")
    );
    let picture = served
        .get("/desk/preview/memos/tides.yaml/tides.en.html")
        .text();
    assert!(picture.contains("High water comes at two."), "{picture}");
    // Loaded machines are slow; how fast it is tests/conformance/serve measures.
    assert!(begun.elapsed() < Duration::from_secs(20));
    assert!(lines.any(|line| line == "event: looked"));
}

#[test]
fn pages_of_the_desk_run_nothing_but_its_own_script() {
    let (_stage, served) = served();
    for path in ["/", "/desk/findings", "/desk/memo/memos/tides.yaml"] {
        let answer = served.get(path);
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'"),
            "{policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
        assert_eq!(answer.header("cache-control"), "no-store");
        // Or a browser would send `Origin: null` with its forms.
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        let page = answer.text();
        assert_eq!(values(&page, "script", "src"), ["/desk/desk.js"]);
        let page = Html::parse_document(&page);
        for selector in ["[style]", "style", "[onclick]", "[onload]"] {
            let selector = Selector::parse(selector).expect("a selector");
            assert_eq!(page.select(&selector).count(), 0, "{path}");
        }
    }
    for asset in ["/desk/desk.js", "/desk/desk.css"] {
        let answer = served.get(asset);
        let tag = answer.header("etag");
        assert_eq!(
            served.ask("GET", asset, &[("If-None-Match", &tag)]).status,
            304
        );
    }
}

#[test]
fn listeners_are_counted() {
    let (_stage, served) = served();
    let request = format!(
        "GET /desk/events HTTP/1.1\r\nHost: {}\r\n\r\n",
        served.address
    );
    let mut all = Vec::new();
    for _ in 0..32 {
        let mut stream = served.connect();
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut line = String::new();
        let mut reader = BufReader::new(stream);
        reader.read_line(&mut line).expect("it is answered");
        assert!(line.contains("200"), "{line}");
        all.push(reader);
    }
    assert_eq!(served.get("/desk/events").status, 503);
    drop(all);
    // Those who are gone make room, once it is known.
    until("there is room", || {
        let mut stream = served.connect();
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut line = String::new();
        let _ = BufReader::new(stream).read_line(&mut line);
        line.contains("200")
    });
}
