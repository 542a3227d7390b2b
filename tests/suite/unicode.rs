//! Text as it comes from real machines: accents apart, characters that nobody can see,
//! words that are read from the right.

mod cases;
mod decomposed;
mod directions;
mod look_alikes;
mod unseen;

use crate::stage;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The folder of a test's inputs.
const FIXTURES: &str = "tests/fixtures/unicode";

/// A workspace with a fixture: a memo, or a whole one.
fn workspace(case: &str) -> TempDir {
    let folder = stage::repository().join(FIXTURES);
    let whole = folder.join(case);
    if whole.is_dir() {
        return stage::copy_of(&whole);
    }
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memo = format!("{case}.yaml");
    let text = fs::read(folder.join(&memo)).expect("the fixture can be read");
    write(&stage.path().join("memos").join(memo), &text);
    stage
}

/// Writes a file and the folders that it lies in.
fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

/// What a command says on standard output and standard error, and its status.
fn run(root: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let result = stage::bimemo(root)
        .args(arguments)
        .output()
        .expect("bimemo runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it says text");
    (
        text(result.stdout),
        text(result.stderr),
        result.status.code(),
    )
}

/// The findings of `check`, a line each: place, severity and code.
fn findings(root: &Path) -> Vec<String> {
    let (found, _, _) = run(root, &["check", "--quiet", "--output-format", "concise"]);
    found.lines().map(short).collect()
}

/// `memos/a.yaml:8:3: error[W107] …` without what follows the code.
fn short(line: &str) -> String {
    let end = line.find(']').map_or(line.len(), |at| at + 1);
    let line = line.get(..end).unwrap_or_default();
    line.strip_prefix("memos/").unwrap_or(line).to_owned()
}

/// A memo with these texts as its one body.
fn memo(en: &str, fr: &str) -> String {
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: Boathouse keys, fr: Clés du hangar }}\nsections:\n  - body:\n      \
         en: |\n        {}\n      fr: |\n        {}\n",
        en.replace('\n', "\n        "),
        fr.replace('\n', "\n        ")
    )
}
