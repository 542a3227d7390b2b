//! Inputs that came out wrong once, each with what is right.

use super::{FIXTURES, findings, memo, run, workspace};
use crate::stage;
use std::fs;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// The places and codes that `check` finds in each case, and nothing else.
const FOUND: [(&str, &[&str]); 12] = [
    ("decomposed-date", &[]),
    ("decomposed-file-name", &[]),
    ("vertical-tab", &["7:26: error[W107]", "8:26: error[W107]"]),
    (
        "vertical-tab-raw",
        &["8:23: error[W107]", "10:23: error[W107]"],
    ),
    (
        "vertical-tab-subject",
        &["4:26: error[W107]", "4:44: error[W107]"],
    ),
    (
        "vertical-tab-ftl",
        &[
            "locales/en/dock.ftl:1:27: error[W107]",
            "locales/fr/dock.ftl:1:32: error[W107]",
        ],
    ),
    (
        "line-separator",
        &["8:32: error[W107]", "10:33: error[W107]"],
    ),
    (
        "zero-width-space",
        &["8:17: warning[W108]", "10:23: warning[W108]"],
    ),
    (
        "soft-hyphen-subject",
        &["4:21: warning[W108]", "4:51: warning[W108]"],
    ),
    (
        "soft-hyphen-compare",
        &["8:38: warning[W108]", "8:56: warning[W108]"],
    ),
    (
        "missing-glyph",
        &["8:20: error[W105]", "10:38: error[W105]"],
    ),
    (
        "escaped",
        &[
            "4:23: error[W107]",
            "10:46: error[W107]",
            "12:45: error[W107]",
        ],
    ),
];

#[test]
fn cases_give_their_findings_and_no_others() {
    for (case, wanted) in FOUND {
        let found = findings(workspace(case).path());
        let wanted: Vec<String> = wanted
            .iter()
            .map(|place| {
                if place.starts_with("locales/") {
                    (*place).to_owned()
                } else {
                    format!("{case}.yaml:{place}")
                }
            })
            .collect();
        assert_eq!(found, wanted, "{case}");
    }
    let folder = stage::repository().join(FIXTURES);
    let cases = fs::read_dir(folder)
        .expect("the folder can be read")
        .count();
    assert_eq!(cases, FOUND.len(), "a fixture is not used");
}

/// The text of an output.
fn output(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join("out").join(name)).expect("the output can be read")
}

#[test]
fn accents_are_printed_composed_and_columns_count_what_stands_in_the_file() {
    let stage = workspace("decomposed-date");
    let path = stage.path().join("memos/decomposed-date.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let (_, said, status) = run(stage.path(), &["render", "--quiet"]);
    assert_eq!((said.as_str(), status), ("", Some(0)));
    for name in ["decomposed-date.fr.md", "decomposed-date.fr.html"] {
        let text = output(stage.path(), name);
        assert!(text.contains("5\u{a0}février\u{a0}2027") || text.contains("5\u{a0}février 2027"));
        assert!(text.nfc().eq(text.chars()), "{name}");
    }
    fs::write(&path, text.replace("vrier 2027.", "vrier 2027 { $x }.")).unwrap();
    // At `$x`; "e" and its accent are two characters of the file.
    assert_eq!(
        findings(stage.path()),
        ["decomposed-date.yaml:10:45: error[L020]"]
    );
}

#[test]
fn a_file_is_found_whichever_form_its_name_has() {
    let composed = "images/été.png";
    let apart: String = composed.nfd().collect();
    for (on_disk, named) in [(&*apart, composed), (composed, &*apart), (&*apart, &*apart)] {
        let stage = workspace("decomposed-file-name");
        let memos = stage.path().join("memos");
        fs::rename(memos.join(&apart), memos.join("images/x")).unwrap();
        fs::rename(memos.join("images/x"), memos.join(on_disk)).unwrap();
        let memo = memos.join("decomposed-file-name.yaml");
        let text = fs::read_to_string(&memo).unwrap();
        fs::write(&memo, text.replace(composed, named)).unwrap();
        let (_, said, status) = run(stage.path(), &["render", "--quiet"]);
        assert_eq!(
            (said.as_str(), status),
            ("", Some(0)),
            "{on_disk:?} {named:?}"
        );
        let copies = stage::files(&stage.path().join("out/decomposed-file-name"));
        assert_eq!(copies, [Path::new("été.png")]);
        let html = output(stage.path(), "decomposed-file-name.en.html");
        assert!(html.contains("data:image/png;base64,"));
    }
}

#[test]
fn ids_are_composed_and_two_that_are_the_same_clash() {
    let stage = workspace("decomposed-date");
    let memos = stage.path().join("memos");
    let apart: String = "clés été".nfd().collect();
    fs::rename(
        memos.join("decomposed-date.yaml"),
        memos.join(format!("{apart}.yaml")),
    )
    .unwrap();
    // The name may be given in the other form, too.
    let (_, said, status) = run(stage.path(), &["render", "--quiet", "memos/clés été.yaml"]);
    assert_eq!((said.as_str(), status), ("", Some(0)));
    let written = stage::documents(&stage.path().join("out"));
    assert!(written.contains(&"clés été.fr.pdf".into()), "{written:?}");
    assert_eq!(written.len(), 6);
    let html = output(stage.path(), "clés été.fr.html");
    assert!(html.nfc().eq(html.chars()));

    fs::create_dir(memos.join("2026")).unwrap();
    fs::copy(
        memos.join(format!("{apart}.yaml")),
        memos.join("2026/clés été.yaml"),
    )
    .unwrap();
    let (found, _, status) = run(stage.path(), &["check", "--output-format", "json"]);
    assert_eq!(status, Some(1));
    assert_eq!(found.matches("duplicate-stem").count(), 2, "{found}");
    fs::rename(
        memos.join("2026/clés été.yaml"),
        memos.join("clés été.yaml"),
    )
    .unwrap();
    let (found, _, _) = run(stage.path(), &["check", "--output-format", "json"]);
    assert_eq!(
        found.matches("accents are characters of their own").count(),
        2
    );
}

#[test]
fn nothing_that_cannot_be_seen_is_printed() {
    for case in [
        "soft-hyphen-subject",
        "soft-hyphen-compare",
        "zero-width-space",
    ] {
        let stage = workspace(case);
        let (_, _, status) = run(stage.path(), &["render", "--quiet"]);
        assert_eq!(status, Some(0), "{case}");
        for lang in ["en", "fr"] {
            for ending in ["md", "html"] {
                let text = output(stage.path(), &format!("{case}.{lang}.{ending}"));
                assert!(
                    !text.contains(['\u{ad}', '\u{200b}']),
                    "{case}.{lang}.{ending}"
                );
            }
            let pdf = stage.path().join(format!("out/{case}.{lang}.pdf"));
            let pdf = fs::read(pdf).unwrap();
            let title = if lang == "en" {
                "Boathouse keys"
            } else {
                "Clés du hangar"
            };
            let xmp = String::from_utf8_lossy(&pdf);
            assert!(xmp.contains(title), "{case}.{lang}: the title is whole");
        }
    }
}

#[test]
fn fmt_writes_what_is_read() {
    for case in ["zero-width-space", "soft-hyphen-compare", "decomposed-date"] {
        let stage = workspace(case);
        let name = format!("memos/{case}.yaml");
        let (_, _, status) = run(stage.path(), &["fmt", "--check", "--quiet"]);
        assert_eq!(status, Some(1), "{case}");
        run(stage.path(), &["render", "--quiet", "--out", "before"]);
        let (_, _, status) = run(stage.path(), &["fmt", "--quiet"]);
        assert_eq!(status, Some(0), "{case}");
        let text = fs::read_to_string(stage.path().join(name)).unwrap();
        assert!(text.nfc().eq(text.chars()) && !text.contains(['\u{ad}', '\u{200b}']));
        assert_eq!(findings(stage.path()), [""; 0], "{case}");
        run(stage.path(), &["render", "--quiet", "--out", "after"]);
        for file in stage::documents(&stage.path().join("before")) {
            let read = |folder: &str| fs::read(stage.path().join(folder).join(&file)).unwrap();
            assert_eq!(read("before"), read("after"), "{}", file.display());
        }
    }
    let stage = workspace("vertical-tab-raw");
    let (_, _, status) = run(stage.path(), &["fmt", "--quiet"]);
    assert_eq!(
        status,
        Some(1),
        "what may be a new line or a space is not mended"
    );
}

#[test]
fn characters_without_a_font_stop_a_pdf_and_nothing_else() {
    let stage = workspace("missing-glyph");
    let (_, said, status) = run(
        stage.path(),
        &["render", "--quiet", "--output-format", "concise"],
    );
    assert_eq!(status, Some(1));
    assert_eq!(said.matches("error[W105]").count(), 2, "{said}");
    assert!(said.contains("`桟橋` (U+685F, U+6A4B)"), "{said}");
    assert_eq!(stage::documents(&stage.path().join("out")).len(), 0);
    let (_, said, status) = run(
        stage.path(),
        &[
            "render",
            "--quiet",
            "--output-format",
            "concise",
            "--format",
            "html,md",
        ],
    );
    assert_eq!(status, Some(0));
    assert_eq!(said.matches("warning[W105]").count(), 2, "{said}");
    assert_eq!(stage::documents(&stage.path().join("out")).len(), 4);
}

#[test]
fn what_was_lost_is_told_wherever_it_stands() {
    let stage = workspace("decomposed-date");
    for sign in ['\u{FFFD}', '\u{FFFC}'] {
        let body = |words: &str| {
            format!("{words} `a{sign}b` {{ $port }}, *c{sign}d*.\n\n```\ne{sign}f\n```")
        };
        let facts = format!("facts:\n  port: {{ en: Har{sign}bour, fr: Ha{sign}vre }}\nsections:");
        let text = memo(&body("The code"), &body("Le code")).replace("sections:", &facts);
        fs::write(stage.path().join("memos/decomposed-date.yaml"), text).unwrap();
        let told = |place: &&str| format!("decomposed-date.yaml:{place}: error[P072]");
        let wanted = [
            "6:18", "6:31", "10:20", "10:37", "13:10", "16:19", "16:36", "19:10",
        ];
        let wanted: Vec<String> = wanted.iter().map(told).collect();
        assert_eq!(findings(stage.path()), wanted, "{sign:?}");
    }
}
