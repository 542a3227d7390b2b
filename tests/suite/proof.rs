//! `check` finds what `render` finds: its proof goes without lines and pages, and without
//! what earlier documents left behind, and must lose nothing.

use crate::stage;
use bimemo::diagnostic::Diagnostic;
use bimemo::document::Edition;
use bimemo::press::{Composition, Format, Press, Release, put_in_order, stops};
use bimemo::workspace::Workspace;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What the proof finds, and what setting every document in every format does.
fn both_ways(
    press: &Press,
    workspace: &Workspace,
    composition: &Composition,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let proof = press.proof(workspace, composition);
    let mut set = Vec::new();
    for document in &composition.documents {
        let edition = Edition::Separate(document);
        for format in [Format::Markdown, Format::Html] {
            let files = press.set(workspace, &edition, format);
            set.extend(faults(files));
        }
        // No kind needs a template for fragments that are not asked for.
        let fragment = faults(press.set(workspace, &edition, Format::Fragment)).into_iter();
        set.extend(fragment.filter(|it| it.code.id != "W034"));
        match press.pages(workspace, &edition) {
            Ok(pages) => set.extend(pages.warnings),
            pages => set.extend(faults(pages)),
        }
    }
    // What has no place only follows from the memo's own faults.
    if stops(&composition.diagnostics, Release::Final) {
        set.retain(|it| it.span.is_some());
    }
    (proof, set)
}

fn faults<T>(set: Result<T, Vec<Diagnostic>>) -> Vec<Diagnostic> {
    set.err().unwrap_or_default()
}

/// Findings as they are told: in order, and each once, however many formats have it.
fn once(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    put_in_order(&mut findings);
    findings
}

/// Compares both ways for every memo of a workspace; gives how many memos and findings
/// there were.
fn compare(root: &Path) -> (usize, usize) {
    let workspace = Workspace::open(root).expect("the workspace can be opened");
    let selection = workspace.select(&[]).expect("its memos can be found");
    let (press, _) = Press::load(&workspace);
    let mut findings = 0;
    for memo in &selection.memos {
        for release in [Release::Final, Release::Draft] {
            let composition = press.compose(&workspace, memo, release);
            let (proof, set) = both_ways(&press, &workspace, &composition);
            let (proof, set) = (once(proof), once(set));
            assert_eq!(proof, set, "{} in {}", memo.stem, root.display());
            findings += proof.len();
        }
    }
    (selection.memos.len(), findings)
}

/// The folders in which whole workspaces lie side by side.
const WORKSPACES: [&str; 2] = ["tests/fixtures/faults", "tests/fixtures/workspaces"];
/// The folders in which memos lie without a workspace.
const LOOSE: [&str; 5] = [
    "tests/fixtures/faults",
    "tests/fixtures/memos",
    "tests/fixtures/parity",
    "tests/corpus/blind",
    "tests/corpus/tuned",
];

fn folders(folder: &str) -> Vec<PathBuf> {
    let folder = stage::repository().join(folder);
    fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.is_dir())
        .collect()
}

/// A workspace of the memos that lie in a folder or below it.
fn loose(folder: &str) -> TempDir {
    let folder = stage::repository().join(folder);
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memos = stage.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for (number, file) in stage::files(&folder).iter().enumerate() {
        if file.extension().is_some_and(|it| it == "yaml") {
            let name = format!("memo-{number}.yaml");
            fs::copy(folder.join(file), memos.join(name)).expect("the memo can be copied");
        }
    }
    stage
}

#[test]
fn the_proof_of_whole_workspaces_finds_what_setting_finds() {
    let (memos, _) = compare(stage::repository());
    assert!(memos >= 6, "{memos}");
    let mut findings = 0;
    for workspace in WORKSPACES.into_iter().flat_map(folders) {
        findings += compare(&workspace).1;
    }
    assert!(findings >= 10, "{findings}");
}

#[test]
fn the_proof_of_loose_memos_finds_what_setting_finds() {
    let mut all = 0;
    for folder in LOOSE {
        let (memos, _) = compare(loose(folder).path());
        all += memos;
    }
    assert!(all >= 100, "{all}");
}

/// A memo with a table of `columns` columns, whose words have `letters` letters, wide ones
/// and narrow ones; the last column has numbers and the words of its head.
fn memo_with_table(columns: usize, letters: usize) -> String {
    let word: String = "Mwillmœ@Ab".chars().cycle().take(letters).collect();
    let figures: String = "1234567890".chars().cycle().take(letters).collect();
    let cells = |last: &str| {
        let first = vec![word.as_str(); columns - 1].join(" | ");
        format!("        | {first} | {last} |\n")
    };
    let rule = format!("        {}---: |\n", "| --- ".repeat(columns - 1) + "| ");
    let body = [
        cells(&word),
        rule,
        cells(&format!("{figures}.5")),
        cells("0.123456 m"),
    ]
    .concat();
    format!(
        "date: 2026-05-01\nsender: {{ name: Ada Marsh, title: {{ en: Clerk }} }}\n\
         recipients: [{{ name: Ben Shore, title: {{ en: Clerk }} }}]\nsubject: {{ en: Words }}\n\
         sections:\n  - body:\n      en: |\n{body}"
    )
}

#[test]
fn tables_that_are_not_set_surely_fit() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memos = stage.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for columns in [2, 3, 5, 8, 13] {
        for letters in (1..=50).step_by(7) {
            let memo = memo_with_table(columns, letters);
            let name = format!("table-{columns}-{letters}.yaml");
            fs::write(memos.join(name), memo).expect("the memo can be written");
        }
    }
    let (memos, findings) = compare(stage.path());
    assert_eq!(memos, 40);
    assert!(findings > 0, "none is too wide");
}

/// Sections in one another, with emphasis in one another in the last.
fn nested(sections: usize, emphases: usize) -> String {
    let word = format!("{}x{}", "*a **b ".repeat(emphases), "** *".repeat(emphases));
    let open = "[{ heading: { en: H }, sections: ".repeat(sections);
    format!(
        "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Words }}\nlanguages: [en]\n\
         sections: {open}[{{ body: {{ en: \"{word}\" }} }}]{}\n",
        "}]".repeat(sections)
    )
}

#[test]
fn what_nests_is_found_as_it_is_set() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memos = stage.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for (sections, emphases) in [(1, 1), (7, 3), (8, 5), (9, 1), (20, 22), (30, 1), (60, 1)] {
        let name = format!("nested-{sections}-{emphases}.yaml");
        fs::write(memos.join(name), nested(sections, emphases)).expect("it can be written");
    }
    // Cells with lists, and wide signs.
    for (columns, cell) in [
        (24, "a<br>- b"),
        (22, "a<br>- [ ] b"),
        (14, "\u{2E3B}\u{2E3B}"),
    ] {
        let row = format!("        | {} |\n", vec![cell; columns].join(" | "));
        let rule = format!("        {}|\n", "| --- ".repeat(columns));
        let memo = format!(
            "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Words }}\nlanguages: [en]\n\
             sections:\n  - body:\n      en: |\n{row}{rule}{row}"
        );
        fs::write(memos.join(format!("cells-{columns}.yaml")), memo).expect("it can be written");
    }
    let (memos, findings) = compare(stage.path());
    assert_eq!(memos, 10);
    assert!(findings > 0);
}
