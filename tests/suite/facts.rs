//! What is true of the facts of every example and fixture: both languages print the
//! same ones in each section, and nothing of how they are written is left over.

use crate::stage;
use bimemo::document::{Document, Inline, Section, Visitor};
use bimemo::press::{Press, Release};
use bimemo::workspace::Workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Folders that are workspaces, or hold memos.
fn workspaces() -> Vec<PathBuf> {
    let root = stage::repository().to_owned();
    let fixtures = root.join("tests/fixtures/workspaces");
    let mut workspaces = vec![root.clone()];
    for entry in fs::read_dir(fixtures).expect("the folder can be read") {
        workspaces.push(entry.expect("the entry can be read").path());
    }
    workspaces.sort();
    workspaces
}

/// Folders of memos outside of workspaces.
const MEMOS: [&str; 3] = [
    "tests/corpus/tuned",
    "tests/corpus/blind",
    "tests/fixtures/memos",
];

/// A workspace with the memos of a folder.
fn workspace_of(folder: &str) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memos = stage.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    let folder = stage::repository().join(folder);
    for file in stage::files(&folder) {
        let to = memos.join(file.file_name().expect("a name"));
        fs::copy(folder.join(&file), to).expect("a file can be copied");
    }
    stage
}

fn documents(root: &Path) -> Vec<Vec<Document>> {
    let workspace = Workspace::open(root).expect("the workspace can be opened");
    let (press, _) = Press::load(&workspace);
    let selection = workspace.select(&[]).expect("the memos can be listed");
    let compose = |memo| press.compose(&workspace, memo, Release::Draft);
    let memos = selection.memos.iter().map(compose);
    memos.map(|composition| composition.documents).collect()
}

/// The facts of a section, without those of the sections in it.
fn facts_of(section: &Section) -> BTreeSet<String> {
    let mut facts = Facts::default();
    facts.phrases(&section.heading);
    facts.blocks(&section.body.blocks);
    facts.0
}

/// Gathers facts.
#[derive(Default)]
struct Facts(BTreeSet<String>);

impl<'d> Visitor<'d> for Facts {
    fn inline(&mut self, inline: &'d Inline) {
        if let Inline::Text { facts, .. } = inline {
            self.0.extend(facts.iter().cloned());
        }
        self.inlines(inline.wrapped());
    }
}

/// Compares sections in pairs; gives how many facts they print.
fn compare(stem: &str, en: &[Section], fr: &[Section]) -> usize {
    assert_eq!(en.len(), fr.len(), "{stem}");
    let pairs = en.iter().zip(fr);
    pairs
        .map(|(en, fr)| {
            let facts = facts_of(en);
            assert_eq!(facts, facts_of(fr), "{stem}: {}", en.place);
            facts.len() + compare(stem, &en.sections, &fr.sections)
        })
        .sum()
}

#[test]
fn both_languages_print_the_same_facts_in_each_section() {
    let mut printed = 0;
    for documents in documents(stage::repository()) {
        let [en, fr] = documents.as_slice() else {
            panic!("an example has two documents");
        };
        let of_memo = compare(&en.stem, &en.sections, &fr.sections)
            + compare(&en.stem, &en.appendices, &fr.appendices);
        assert!(of_memo > 0, "{} has no facts", en.stem);
        printed += of_memo;
    }
    assert!(printed > 80, "{printed}");
}

/// What belongs to the way in which facts are written, and must not be printed.
fn leftover(text: &str) -> Option<String> {
    let private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{2068}' | '\u{2069}');
    if let Some(c) = text.chars().find(|c| private(*c)) {
        return Some(format!("U+{:04X}", u32::from(c)));
    }
    let calls = bimemo::locale::functions();
    let calls = calls.iter().map(|function| format!("{}(", function.name));
    let written = ["{$", "{ $", "{ -", "{ \""].map(str::to_owned);
    written
        .into_iter()
        .chain(calls)
        .find(|mark| text.contains(mark))
}

#[test]
fn nothing_of_a_fact_is_left_over() {
    let staged: Vec<TempDir> = MEMOS.iter().map(|folder| workspace_of(folder)).collect();
    let mut roots = workspaces();
    roots.extend(staged.iter().map(|stage| stage.path().to_owned()));
    let mut texts = 0;
    for root in roots {
        let out = TempDir::new().expect("a temporary folder can be made");
        // Fixtures may have faults: what is written is what counts.
        let result = stage::bimemo(&root)
            .args([
                "render", "--draft", "--quiet", "--format", "md,html", "--out",
            ])
            .arg(out.path())
            .output()
            .expect("bimemo runs");
        assert_ne!(result.status.code(), Some(2), "{}", root.display());
        for file in stage::documents(out.path()) {
            let Ok(text) = fs::read_to_string(out.path().join(&file)) else {
                continue;
            };
            texts += 1;
            // The style sheet has braces of its own; only its text counts.
            let found = leftover(&text);
            assert_eq!(found, None, "{}", file.display());
        }
    }
    // The pages of the examples, as the goldens hold them.
    let golden = stage::repository().join("tests/golden");
    for file in stage::files(&golden) {
        let text = fs::read_to_string(golden.join(&file)).expect("a golden is text");
        assert_eq!(leftover(&text), None, "{}", file.display());
        texts += 1;
    }
    assert!(texts > 100, "{texts}");
}

#[test]
fn leftovers_are_found() {
    for text in [
        "{$x}",
        "{ $x }",
        "NUMBER($x)",
        "\u{2068}9\u{2069}",
        "\u{e000}",
    ] {
        assert!(leftover(text).is_some(), "{text}");
    }
    assert_eq!(leftover("a { b } (c) $5 number(1)"), None);
}
