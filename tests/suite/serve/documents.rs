//! What pipelines get.

use super::{Served, served};
use crate::stage;
use flate2::read::GzDecoder;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

const EN_HTML: &str = "/memos/tides.en.html";

/// What `Accept` and `Accept-Language` say, and which document that is; none where nothing
/// fits.
const NEGOTIATION: &[(Option<&str>, Option<&str>, Option<&str>)] = &[
    (None, None, Some("en.html")),
    (Some("*/*"), Some("*"), Some("en.html")),
    (Some("text/html"), Some("fr"), Some("fr.html")),
    (
        Some("application/pdf"),
        Some("fr-CA, en;q=0.5"),
        Some("fr.pdf"),
    ),
    (Some("text/markdown, text/html;q=0.9"), None, Some("en.md")),
    (
        Some("text/html;q=0.5, application/pdf;q=0.6"),
        None,
        Some("en.pdf"),
    ),
    (Some("text/*, text/html;q=0"), Some("fr-FR"), Some("fr.md")),
    (Some("text/html"), Some("de, fr;q=0.1"), Some("fr.html")),
    (Some("text/html"), Some("de"), None),
    (Some("image/png"), None, None),
    (Some("text/html;q=0"), None, None),
    (Some("*/*;q=0"), None, None),
    (
        Some("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        Some("en-CA,en;q=0.9,fr;q=0.8"),
        Some("en.html"),
    ),
];

#[test]
fn the_document_that_fits_best_is_given() {
    let (_stage, served) = served();
    for (types, languages, expected) in NEGOTIATION {
        let types = types.map(|value| ("Accept", value));
        let languages = languages.map(|value| ("Accept-Language", value));
        let headers: Vec<_> = types.into_iter().chain(languages).collect();
        let answer = served.ask("GET", "/memos/tides", &headers);
        let Some(expected) = expected else {
            assert_eq!(answer.status, 406, "{headers:?}");
            assert!(
                answer.text().contains("/memos/tides.fr.pdf"),
                "{}",
                answer.text()
            );
            continue;
        };
        assert_eq!(answer.status, 200, "{headers:?}");
        let own = format!("/memos/tides.{expected}");
        assert_eq!(answer.header("content-location"), own, "{headers:?}");
        let vary = answer.header("vary");
        assert!(vary.contains("Accept, Accept-Language"), "{vary}");
        let direct = served.get(&own);
        assert_eq!(direct.body, answer.body);
        assert_eq!(direct.header("etag"), answer.header("etag"));
        assert_eq!(&direct.header("content-language")[..2], &expected[..2]);
    }
    // A memo in one language has no other.
    let alone = served.ask("GET", "/memos/mar%C3%A9es", &[("Accept-Language", "en")]);
    assert_eq!(alone.status, 406);
    let alone = served.get("/memos/mar%C3%A9es");
    assert_eq!(
        alone.header("content-location"),
        "/memos/mar%C3%A9es.fr.html"
    );
    assert_eq!(served.get("/memos/mar%C3%A9es.en.html").status, 404);
}

#[test]
fn documents_are_the_bytes_that_render_writes() {
    let (stage, served) = served();
    let run = stage::bimemo(stage.path())
        .args(["render", "--quiet"])
        .output();
    assert_eq!(run.expect("bimemo runs").status.code(), Some(1));
    let out = stage.path().join("out");
    let mut types = BTreeSet::new();
    for file in stage::files(&out) {
        let name = file
            .to_string_lossy()
            .replace('é', "%C3%A9")
            .replace(' ', "%20");
        let name = name.replace('#', "%23");
        let path = match name.as_str() {
            "manifest.json" => "/manifest.json".to_owned(),
            name if name.starts_with('.') => continue,
            name => format!("/memos/{name}"),
        };
        let answer = served.get(&path);
        assert_eq!(answer.status, 200, "{name}");
        let bytes = fs::read(out.join(&file)).expect("it can be read");
        assert!(answer.body == bytes, "{name}");
        types.insert(answer.header("content-type"));
    }
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    assert_eq!(
        types,
        [
            "application/json",
            "application/pdf",
            "image/svg+xml",
            "text/html; charset=utf-8",
            "text/markdown; charset=utf-8"
        ]
    );
}

#[test]
fn fragments_and_data_are_given_too() {
    let (stage, served) = served();
    for (format, name) in [
        ("fragment", "tides.en.fragment.html"),
        ("json", "tides.fr.json"),
    ] {
        let run = stage::bimemo(stage.path())
            .args(["render", "--quiet", "--format", format, "memos/tides.yaml"])
            .output();
        assert_eq!(run.expect("bimemo runs").status.code(), Some(0));
        let bytes = fs::read(stage.path().join("out").join(name)).expect("it is written");
        let answer = served.get(&format!("/memos/{name}"));
        assert!(answer.status == 200 && answer.body == bytes, "{name}");
    }
    let data = served.ask("GET", "/memos/tides", &[("Accept", "application/json")]);
    assert_eq!(data.header("content-location"), "/memos/tides.en.json");
}

#[test]
fn the_manifest_follows_what_is_saved() {
    let (stage, served) = served();
    let first = served.get("/manifest.json");
    let listed = first.json();
    assert_eq!(listed["not_released"][0]["id"], "broken");
    assert_eq!(listed["documents"].as_array().map(Vec::len), Some(21));
    let tag = first.header("etag");
    let same = served.ask("GET", "/manifest.json", &[("If-None-Match", &tag)]);
    assert_eq!(same.status, 304);
    fs::remove_file(stage.path().join("memos/broken.yaml")).expect("it is removed");
    crate::live::until("it is gone from the manifest", || {
        served.get("/manifest.json").json()["not_released"] == serde_json::json!([])
    });
}

#[test]
fn what_a_client_has_is_not_sent_again() {
    let (stage, served) = served();
    let first = served.get(EN_HTML);
    let tag = first.header("etag");
    assert!(tag.len() == 66 && tag.starts_with('"'), "{tag}");
    let other = format!("\"x\", W/{tag}");
    for known in [tag.as_str(), "*", other.as_str()] {
        let answer = served.ask("GET", EN_HTML, &[("If-None-Match", known)]);
        assert_eq!((answer.status, answer.body.len()), (304, 0), "{known}");
        assert_eq!(answer.header("etag"), tag);
        assert_eq!(answer.header("vary"), first.header("vary"));
    }
    let changed = served.ask("GET", EN_HTML, &[("If-None-Match", "\"x\"")]);
    assert_eq!(changed.status, 200);
    let weak = format!("W/{tag}");
    assert_eq!(
        served.ask("GET", EN_HTML, &[("If-Match", &weak)]).status,
        412
    );
    assert_eq!(
        served.ask("GET", EN_HTML, &[("If-Match", &tag)]).status,
        200
    );
    // Compressed bytes have a tag of their own.
    let gzip = served.ask("GET", EN_HTML, &[("Accept-Encoding", "gzip, br")]);
    assert_eq!(gzip.header("content-encoding"), "gzip");
    assert_ne!(gzip.header("etag"), tag);
    let both = [("Accept-Encoding", "gzip"), ("If-None-Match", tag.as_str())];
    assert_eq!(served.ask("GET", EN_HTML, &both).status, 200);
    let mut plain = Vec::new();
    let read = GzDecoder::new(gzip.body.as_slice()).read_to_end(&mut plain);
    assert!(read.is_ok() && plain == first.body);
    for none in ["gzip;q=0", "br", "identity, gzip;q=0.5"] {
        let answer = served.ask("GET", EN_HTML, &[("Accept-Encoding", none)]);
        assert_eq!(answer.header("content-encoding"), "", "{none}");
    }
    // A save makes another tag.
    let memo = stage.path().join("memos/tides.yaml");
    let text = fs::read_to_string(&memo).expect("it can be read");
    fs::write(
        &memo,
        text.replace("noon", "one o’clock").replace("midi", "13 h"),
    )
    .expect("it is written");
    crate::live::until("the page changes", || {
        served.get(EN_HTML).header("etag") != tag
    });
    assert!(served.get(EN_HTML).text().contains("one o’clock"));
}

fn range(served: &Served, range: &str, more: &[(&str, &str)]) -> super::client::Answer {
    let headers = [&[("Range", range)], more].concat();
    served.ask("GET", "/memos/tides.en.pdf", &headers)
}

#[test]
fn a_part_is_given_where_one_is_asked_for() {
    let (_stage, served) = served();
    let whole = served.get("/memos/tides.en.pdf");
    let (length, tag) = (whole.body.len(), whole.header("etag"));
    assert_eq!(whole.header("accept-ranges"), "bytes");
    let last = length - 1;
    for (asked, first, end) in [
        ("bytes=0-7".to_owned(), 0, 7),
        ("bytes=5-".to_owned(), 5, last),
        ("bytes=-10".to_owned(), length - 10, last),
        (format!("bytes=-{}", length + 10), 0, last),
        (format!("bytes={last}-{}", length + 10), last, last),
        ("bytes=0-99999999999999999999999999".to_owned(), 0, last),
    ] {
        let answer = range(&served, &asked, &[("Accept-Encoding", "gzip")]);
        assert_eq!(answer.status, 206, "{asked}");
        assert_eq!(answer.body, whole.body[first..=end], "{asked}");
        let expected = format!("bytes {first}-{end}/{length}");
        assert_eq!(answer.header("content-range"), expected);
        assert_eq!(answer.header("etag"), tag);
    }
    for beyond in [format!("bytes={length}-"), "bytes=-0".to_owned()] {
        let answer = range(&served, &beyond, &[]);
        assert_eq!(answer.status, 416, "{beyond}");
        assert_eq!(answer.header("content-range"), format!("bytes */{length}"));
    }
    // Several parts, and what is no range, are passed over.
    for other in [
        "bytes=0-1,4-5",
        "bytes=7-2",
        "bytes=x-",
        "lines=1-2",
        "bytes=1",
        "bytes=-",
    ] {
        assert_eq!(range(&served, other, &[]).status, 200, "{other}");
    }
    let same = [("If-Range", tag.as_str())];
    assert_eq!(range(&served, "bytes=0-7", &same).status, 206);
    for old in ["\"x\"", "Sat, 28 Nov 2026 11:03:39 GMT"] {
        assert_eq!(
            range(&served, "bytes=0-7", &[("If-Range", old)]).status,
            200
        );
    }
}

#[test]
fn a_head_is_that_of_the_response_and_no_more() {
    let (_stage, served) = served();
    for path in [
        "/memos/tides.en.pdf",
        "/memos/tides",
        "/memos/broken",
        "/none",
        "/health",
    ] {
        let (whole, head) = (served.get(path), served.ask("HEAD", path, &[]));
        assert_eq!(head.body, b"", "{path}");
        assert_eq!(head.status, whole.status);
        let told = |answer: &super::client::Answer| {
            let mut headers = answer.headers.clone();
            headers.retain(|(name, _)| name != "date");
            headers.sort();
            headers
        };
        assert_eq!(told(&head), told(&whole), "{path}");
        assert_eq!(whole.header("content-length"), whole.body.len().to_string());
    }
}

#[test]
fn a_memo_that_is_not_released_has_findings_and_no_documents() {
    let (stage, served) = served();
    for path in [
        "/memos/broken",
        "/memos/broken.fr.pdf",
        "/memos/broken/a.png",
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 409, "{path}");
        assert_eq!(answer.header("content-type"), "application/json");
        let told = answer.json();
        assert_eq!(told["id"], "broken");
        assert_eq!(told["released"], false);
        let finding = &told["findings"][0];
        assert_eq!(finding["file"], "memos/broken.yaml");
        assert_eq!(
            (&finding["line"], &finding["severity"]),
            (&3.into(), &"error".into())
        );
    }
    let text = served.ask("GET", "/memos/broken", &[("Accept", "text/plain")]);
    assert_eq!(text.status, 409);
    assert!(
        text.text().contains("memos/broken.yaml:3:1: error[Y"),
        "{}",
        text.text()
    );
    // What all memos share stops them all.
    fs::write(stage.path().join("bimemo.yaml"), "nonsense: [").expect("it is written");
    crate::live::until("all are stopped", || served.get(EN_HTML).status == 409);
    fs::remove_file(stage.path().join("bimemo.yaml")).expect("it is removed");
    crate::live::until("none is", || served.get(EN_HTML).status == 200);
}

#[test]
fn two_memos_of_one_id_have_no_documents() {
    let (stage, served) = served();
    let memos = stage.path().join("memos");
    fs::create_dir(memos.join("2026")).expect("a folder can be made");
    fs::copy(memos.join("tides.yaml"), memos.join("2026/tides.yaml")).expect("it is copied");
    crate::live::until("they clash", || served.get(EN_HTML).status == 409);
    fs::remove_dir_all(memos.join("2026")).expect("it is removed");
    crate::live::until("they do not", || served.get(EN_HTML).status == 200);
}

#[test]
fn pages_of_the_workspace_reach_nothing_of_the_desk() {
    let (_stage, served) = served();
    for path in [EN_HTML, "/memos/tides.en.md", "/memos/shown/sea.svg"] {
        let answer = served.get(path);
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("sandbox "), "{path}: {policy}");
        assert!(!policy.contains("allow-same-origin"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    }
}
