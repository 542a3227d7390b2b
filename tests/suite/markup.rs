//! Markup that prints as itself: addresses that are links by themselves, and what `fmt`
//! makes of what was typed.

use crate::pages_dump::dump;
use crate::printed::words;
use crate::stage;
use bimemo::check::codes::is_of_markup;
use bimemo::document::Edition;
use bimemo::mend::{Restructured, restructure_source};
use bimemo::press::codes;
use bimemo::press::{Press, Release, load_menders};
use bimemo::source::SourceFile;
use bimemo::workspace::{SourceKind, Workspace};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ADDRESSES: &str = "\
kind: notice
date: 2026-05-04
subject: { en: Tides at www.example.ca, fr: Marées sur www.example.ca }
details:
  - label: { en: Questions, fr: Questions }
    value: keys@example.ca
facts:
  site: { en: https://example.ca/fact, fr: https://example.ca/fact }
sections:
  - body:
      en: |
        The tide table is at https://example.ca/en/tides. Write to keys@example.ca; see { $site }.[^1]

        [^1]: Or (https://example.ca/en/note).
      fr: |
        L'horaire des marées : https://example.ca/fr/marees. Écrivez à keys@example.ca; voir { $site }.[^1]

        [^1]: Ou (https://example.ca/fr/note).
";

/// A workspace with one memo.
fn workspace(memo: &str) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    fs::write(stage.path().join("memos/keys.yaml"), memo).expect("the memo can be written");
    stage
}

fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let result = stage::bimemo(root)
        .args(arguments)
        .output()
        .expect("bimemo runs");
    let said = String::from_utf8_lossy(&result.stderr).into_owned();
    (result.status.code(), said)
}

fn link(href: &str, words: &str) -> String {
    format!("<a href=\"{href}\">{words}</a>")
}

#[test]
fn bare_addresses_are_links_in_every_format_and_layout() {
    let stage = workspace(ADDRESSES);
    let root = stage.path();
    let (status, findings) = run(root, &["check", "--deny-warnings"]);
    assert_eq!(status, Some(0), "{findings}");
    for layout in ["separate", "parallel"] {
        let arguments = ["render", "--format", "md,html", "--layout", layout];
        assert_eq!(run(root, &arguments).0, Some(0));
    }
    let read = |name: &str| fs::read_to_string(root.join("out").join(name)).expect("it is there");
    let shared = [
        link("https://www.example.ca", "www.example.ca"),
        link("mailto:keys@example.ca", "keys@example.ca"),
        link("https://example.ca/fact", "https://example.ca/fact"),
    ];
    for (page, own) in [
        (
            "keys.en.html",
            ["https://example.ca/en/tides", "https://example.ca/en/note"],
        ),
        (
            "keys.fr.html",
            ["https://example.ca/fr/marees", "https://example.ca/fr/note"],
        ),
        (
            "keys.en-fr.html",
            ["https://example.ca/en/tides", "https://example.ca/fr/note"],
        ),
    ] {
        let html = read(page);
        for wanted in shared.iter().cloned().chain(own.map(|it| link(it, it))) {
            assert!(html.contains(&wanted), "{page}: {wanted}");
        }
        // The period stands behind the link.
        assert!(
            html.contains(&format!("{}.", link(own[0], own[0]))),
            "{page}"
        );
    }
    // The Markdown keeps the form in which forges find them.
    let markdown = read("keys.fr.md");
    assert!(
        markdown.contains(
            "marées\u{a0}: https://example.ca/fr/marees. Écrivez à keys@example.ca; voir"
        ),
        "{markdown}"
    );
}

#[test]
fn bare_addresses_are_links_on_pages() {
    let stage = workspace(ADDRESSES);
    let workspace = Workspace::open(stage.path()).expect("it is a workspace");
    let (press, faults) = Press::load(&workspace);
    assert!(faults.is_empty());
    let selection = workspace.select(&[]).expect("the memos can be found");
    for memo in &selection.memos {
        let composition = press.compose(&workspace, memo, Release::Final);
        for document in &composition.documents {
            let pages = press.pages(&workspace, &Edition::Separate(document));
            let pages = dump(&pages.unwrap_or_else(|faults| panic!("{faults:?}")));
            for wanted in [
                "mailto:keys@example.ca",
                "https://www.example.ca",
                "https://example.ca/fact",
            ] {
                assert!(pages.contains(wanted), "{}: {wanted}", document.lang);
            }
        }
    }
}

/// The memos that show a rule of this family each.
fn typed() -> Vec<(String, String)> {
    let folder = stage::repository().join("tests/fixtures/faults");
    let names = codes::all()
        .filter(|code| is_of_markup(code))
        .map(|code| format!("{}.yaml", code.name));
    names
        .filter_map(|name| {
            let text = fs::read_to_string(folder.join(&name)).ok()?;
            Some((name, text))
        })
        .collect()
}

fn restructured(name: &str, text: &str) -> Restructured {
    let repository = Workspace::open(stage::repository()).expect("the workspace opens");
    let (menders, _) = load_menders(&repository);
    let file = SourceFile::new(name, text);
    restructure_source(&file, SourceKind::Memo, &menders.settings, codes::table())
        .unwrap_or_else(|findings| panic!("{name}: {findings:?}"))
}

/// The letters and digits of the pages of a memo, in their order.
fn letters(memo: &str) -> Vec<String> {
    let stage = workspace(memo);
    let arguments = ["render", "--draft", "--quiet", "--format", "html"];
    run(stage.path(), &arguments);
    let out = stage.path().join("out");
    let read = |name: &std::path::PathBuf| {
        let page = fs::read_to_string(out.join(name)).expect("the page can be read");
        let words = words::of_page(&page).concat();
        words.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    stage::documents(&out).iter().map(read).collect()
}

/// Whether `short` is `long` with something left out.
fn is_part(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|wanted| rest.any(|c| c == wanted))
}

#[test]
fn a_structural_mend_is_named_and_leaves_the_words() {
    let mut mended = BTreeSet::new();
    for (name, text) in typed() {
        let new = restructured(&name, &text);
        assert_eq!(new.changes.is_empty(), new.text == text, "{name}");
        if new.changes.is_empty() {
            continue;
        }
        mended.extend(new.changes.iter().map(|change| change.code.id));
        // Every change begins at a line that differs, or behind which one is put in.
        let (old, after): (Vec<&str>, Vec<&str>) =
            (text.lines().collect(), new.text.lines().collect());
        let put_in = after.len() > old.len();
        for change in &new.changes {
            let line = change.span.start().line;
            let same = old.get(line - 1).is_some_and(|line| after.contains(line));
            assert!(put_in || !same, "{name}:{line}");
        }
        // What an address printed is where the link leads then.
        for (before, after) in letters(&text).iter().zip(letters(&new.text)) {
            assert!(
                !after.is_empty() && is_part(&after, before),
                "{name}: {before} {after}"
            );
        }
        let again = restructured(&name, &new.text);
        assert_eq!(again.changes, [], "{name}");
    }
    let wanted = BTreeSet::from(["W045", "W047", "W048", "W052", "W053", "W057"]);
    assert_eq!(mended, wanted);
}

#[test]
fn nothing_in_the_examples_and_the_corpus_prints_as_itself() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for folder in ["memos", "tests/corpus/blind", "tests/corpus/tuned"] {
        let from = stage::repository().join(folder);
        for file in stage::files(&from) {
            let to = stage.path().join("memos").join(folder).join(&file);
            fs::create_dir_all(to.parent().expect("it has a folder")).expect("it can be made");
            fs::copy(from.join(&file), to).expect("the file can be copied");
        }
    }
    let result = stage::bimemo(stage.path())
        .args(["check", "--quiet", "--output-format", "concise"])
        .output()
        .expect("bimemo runs");
    let said = String::from_utf8_lossy(&result.stdout);
    let told: Vec<&str> = said
        .lines()
        .filter(|line| {
            let markup = codes::all().filter(|code| is_of_markup(code));
            let mut codes = markup.map(|code| code.id).chain(["P072"]);
            codes.any(|id| line.contains(&format!("[{id}]")))
        })
        .collect();
    // One memo of the blind corpus has letters before lines, which do run together.
    let place = "memos/tests/corpus/blind/search-and-rescue-exercise.yaml";
    let places: Vec<&str> = told
        .iter()
        .filter_map(|line| line.split_once(": warning[W046]").map(|(place, _)| place))
        .collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert_eq!(places, [format!("{place}:37:12"), format!("{place}:44:12")]);
}

#[test]
fn what_is_silenced_is_not_mended() {
    let typed = "\
kind: notice
date: 2026-05-04
subject: { en: Keys, fr: Clés }
sections:
  - body:
      en: |
        • a key
        • a card
      fr: |
        • une clé
        • une carte
";
    assert_eq!(restructured("memos/keys.yaml", typed).changes.len(), 2);
    let silenced = format!(
        "{typed}ignore:\n  - {{ code: typed-bullet, at: \"sections[0]\", reason: as it was sent }}\n"
    );
    assert_eq!(restructured("memos/keys.yaml", &silenced).changes, []);
}
