//! Nothing enters the workspace and nothing leaves it: of every kind of file, a link to the
//! outside is refused before it is read, and named once.

#![cfg(unix)]

use crate::stage;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use tempfile::TempDir;

/// Words that stand outside and must stand nowhere else.
const SECRET: &str = "Larkspur ledger";

/// The outside of a workspace: a file for each kind, with the secret in it.
const OUTSIDE: [(&str, &str); 6] = [
    (
        "memo.yaml",
        "date: 2026-05-01\nsubject: { en: Larkspur ledger, fr: Larkspur ledger }\nsections: []\n",
    ),
    ("words.ftl", "kept = Larkspur ledger\n"),
    ("page.md", "Larkspur ledger\n"),
    ("look.yaml", "colours: { ink: \"Larkspur ledger\" }\n"),
    ("face.ttf", "Larkspur ledger"),
    (
        "drawing.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><title>Larkspur ledger</title><rect width=\"9\" height=\"9\"/></svg>",
    ),
];

/// Where a link may stand in a workspace, and which file of the outside it leads to.
const LINKS: [(&str, &str); 20] = [
    ("memos/b.yaml", "memo.yaml"),
    ("memos/shared", ""),
    ("memos/2026.05", ""),
    ("templates", ""),
    ("locales", ""),
    ("memos/a.en.ftl", "words.ftl"),
    ("memos/a.fr.ftl", "words.ftl"),
    ("memos/logo.svg", "drawing.svg"),
    ("memos/page.md", "page.md"),
    ("locales/en/own.ftl", "words.ftl"),
    ("locales/fr", ""),
    ("templates/memo.md", "page.md"),
    ("templates/parts/sections.md", "page.md"),
    ("templates/letterheads/harbour.yaml", "look.yaml"),
    ("templates/theme.yaml", "look.yaml"),
    ("templates/themes/dense.yaml", "look.yaml"),
    ("templates/fonts/NotoSans-Regular.ttf", "face.ttf"),
    ("templates/fonts", ""),
    ("directory.yaml", "look.yaml"),
    ("bimemo.yaml", "look.yaml"),
];

const MEMO: &str = "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\nsections:\n  - body:\n      \
                    en: |\n        See ![tides](logo.svg) and [the page](page.md).\n      \
                    fr: |\n        Voir ![marées](logo.svg) et [la page](page.md).\n";

/// A workspace with a memo, a picture and a page, and its outside.
fn stages() -> (TempDir, TempDir) {
    let (inside, outside) = (stage_of(&[]), stage_of(&OUTSIDE));
    write(inside.path(), "memos/a.yaml", MEMO);
    write(inside.path(), "memos/page.md", "Tides.\n");
    let (_, drawing) = OUTSIDE[5];
    write(
        inside.path(),
        "memos/logo.svg",
        &drawing.replace(SECRET, "Tides"),
    );
    (inside, outside)
}

fn stage_of(files: &[(&str, &str)]) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for (path, text) in files {
        write(stage.path(), path, text);
    }
    stage
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// What a command says, and its exit status.
fn run(root: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let result = stage::bimemo(root).args(arguments).output();
    let result = result.expect("bimemo runs");
    let said = [result.stdout, result.stderr].concat();
    (
        String::from_utf8_lossy(&said).into_owned(),
        result.status.code(),
    )
}

/// How often the outside's words stand in the files of a folder.
fn leaks(folder: &Path) -> usize {
    let files = stage::files(folder).into_iter();
    let bytes = files.filter_map(|file| fs::read(folder.join(file)).ok());
    bytes
        .filter(|bytes| String::from_utf8_lossy(bytes).contains(SECRET))
        .count()
}

#[test]
fn a_link_that_leads_out_is_refused_wherever_it_stands() {
    for (place, target) in LINKS {
        let (inside, outside) = stages();
        let link = inside.path().join(place);
        let _ = fs::remove_file(&link);
        let _ = fs::remove_dir_all(&link);
        fs::create_dir_all(link.parent().expect("it has a folder")).expect("it can be made");
        symlink(outside.path().join(target), &link).expect("a link can be made");
        let concise = ["--output-format", "concise", "--quiet"];
        for command in [["check"].as_slice(), &["render", "--out", "out"]] {
            let (said, status) = run(inside.path(), &[command, &concise].concat());
            assert_eq!(status, Some(1), "{place}: {said}");
            assert!(!said.contains(SECRET), "{place}: {said}");
            let told = said.lines().filter(|line| {
                line.contains("leads out") || line.contains("outside the workspace")
            });
            // A picture and a page are named where each language needs them.
            let most = if place.starts_with("memos/") { 2 } else { 1 };
            let count = told.filter(|line| line.contains(place)).count();
            assert!((1..=most).contains(&count), "{place}: {said}");
        }
        assert_eq!(leaks(&inside.path().join("out")), 0, "{place}");
        // Nothing is written there either.
        let before: Vec<Vec<u8>> = read_all(outside.path());
        run(inside.path(), &["fmt", "--quiet"]);
        assert_eq!(read_all(outside.path()), before, "{place}");
    }
}

fn read_all(folder: &Path) -> Vec<Vec<u8>> {
    let files = stage::files(folder).into_iter();
    files
        .map(|file| fs::read(folder.join(file)).expect("it can be read"))
        .collect()
}

#[test]
fn what_cannot_be_read_hides_nothing_else() {
    let (inside, _) = stages();
    write(inside.path(), "memos/c.yaml", "date: 2026-13-01\n");
    write(inside.path(), "memos/D.YAML", MEMO);
    symlink("gone.yaml", inside.path().join("memos/e.yaml")).expect("a link can be made");
    let (said, status) = run(
        inside.path(),
        &["check", "--output-format", "concise", "--quiet"],
    );
    assert_eq!(status, Some(1), "{said}");
    for told in [
        "memos/c.yaml:1:7: error[",
        "memos/D.YAML:1:1: error[W303]",
        "memos/e.yaml:1:1: error[W304]",
    ] {
        assert_eq!(said.matches(told).count(), 1, "{told}: {said}");
    }
    let (said, status) = run(inside.path(), &["render", "--format", "md"]);
    assert_eq!(status, Some(1), "{said}");
    let written = stage::files(&inside.path().join("out"));
    let a_memo = |path: &&std::path::PathBuf| path.to_string_lossy().starts_with("a.");
    assert_eq!(written.iter().filter(a_memo).count(), 2, "{said}");
}

#[test]
fn what_stands_in_the_place_of_a_folder_is_told() {
    for place in [
        "templates",
        "locales",
        "locales/fr",
        "memos/v1.2",
        "templates/fonts",
    ] {
        for (what, told) in [
            ("link", "leads to nothing"),
            ("pipe", "neither a file nor a folder"),
        ] {
            let (inside, _) = stages();
            let path = inside.path().join(place);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
            if what == "link" {
                symlink("nowhere", &path).expect("a link can be made");
            } else if place.starts_with("memos/") {
                // A pipe beside memos may be whatever it likes.
                continue;
            } else {
                let made = std::process::Command::new("mkfifo").arg(&path).status();
                assert!(made.expect("mkfifo runs").success());
            }
            let arguments = ["check", "--output-format", "concise", "--quiet"];
            let (said, status) = run(inside.path(), &arguments);
            assert_eq!(status, Some(1), "{place} {what}: {said}");
            let told = said.lines().filter(|line| line.contains(told));
            let own = format!("{place}:1:1: error[W304]");
            assert_eq!(
                told.filter(|line| line.starts_with(&own)).count(),
                1,
                "{said}"
            );
        }
    }
}

#[test]
fn names_and_folders_where_files_should_be_are_told() {
    use std::os::unix::ffi::OsStrExt;
    let (inside, _) = stages();
    let odd = |folder: &str, name: &[u8]| {
        let path = inside
            .path()
            .join(folder)
            .join(std::ffi::OsStr::from_bytes(name));
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, MEMO).expect("a file can be written");
    };
    odd("memos", b"d\xff/x.yaml");
    odd("locales/en", b"w\xff.ftl");
    odd("locales/fr", b"a\\b.ftl");
    fs::create_dir(inside.path().join("bimemo.yaml")).expect("a folder can be made");
    let (said, status) = run(
        inside.path(),
        &["check", "--output-format", "concise", "--quiet"],
    );
    assert_eq!(status, Some(1), "{said}");
    for (path, code) in [
        ("memos/d\u{fffd}:", "W303"),
        ("locales/en/w\u{fffd}.ftl:", "W303"),
        ("locales/fr/a\\b.ftl:", "W303"),
        ("bimemo.yaml:", "W304"),
    ] {
        let told = said.lines().filter(|line| line.starts_with(path));
        assert_eq!(
            told.filter(|line| line.contains(code)).count(),
            1,
            "{path} {said}"
        );
    }
    // The settings have a say in the check of locales.
    let (said, status) = run(
        inside.path(),
        &["locale", "check", "--output-format", "concise"],
    );
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("bimemo.yaml:1:1: error[W304]"), "{said}");
}

#[test]
fn what_cannot_be_written_hides_nothing() {
    let (inside, outside) = stages();
    write(inside.path(), "memos/z.yaml", "date: 2026-13-01\n");
    fs::create_dir(inside.path().join("out")).expect("a folder can be made");
    symlink(outside.path(), inside.path().join("out/a")).expect("a link can be made");
    let (said, status) = run(inside.path(), &["render", "--output-format", "concise"]);
    assert_eq!(status, Some(2), "{said}");
    assert!(said.contains("memos/z.yaml:1:7: error["), "{said}");
    assert!(said.contains("through links"), "{said}");
    assert_eq!(stage::files(outside.path()).len(), OUTSIDE.len());
}
