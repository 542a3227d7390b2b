//! `bimemo fmt` on every memo that there is: typographic mends leave documents as they
//! are and change nothing but typography. Structural mends are in `markup.rs`.

use crate::stage;
use bimemo::lang::Lang;
use bimemo::mend::{apply, mend_source};
use bimemo::press::{codes, load_menders};
use bimemo::source::SourceFile;
use bimemo::workspace::{SourceKind, Workspace};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a source says, however its quotation marks, spaces, telephone numbers and
/// raised letters are set.
fn plain(text: &str) -> String {
    let text = text
        .replace("<sup>", "")
        .replace("</sup>", "")
        .replace("''", "'")
        .replace("...", "…")
        .replace("--", "—");
    text.chars()
        .filter(|c| {
            !matches!(
                c,
                ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\\' | '-' | '‑' | '−' | '(' | ')'
            )
        })
        .map(|c| match c {
            '“' | '”' | '«' | '»' | '″' => '"',
            '‘' | '’' | '′' => '\'',
            '–' => '—',
            c => c,
        })
        .collect()
}

/// The YAML and `.ftl` files of a folder of the repository, with what they are.
fn sources(folder: &str) -> Vec<(PathBuf, SourceKind)> {
    let root = stage::repository().join(folder);
    stage::files(&root)
        .into_iter()
        .filter_map(|file| {
            let path = root.join(&file);
            let name = path.to_string_lossy().into_owned();
            let lang = Lang::ALL.into_iter().find(|lang| {
                name.ends_with(&format!(".{lang}.ftl"))
                    || name.contains(&format!("locales/{lang}/"))
            });
            let kind = match path.extension()?.to_str()? {
                "yaml" => SourceKind::Memo,
                "ftl" => SourceKind::Locale(lang?),
                _ => return None,
            };
            Some((path, kind))
        })
        .collect()
}

#[test]
fn nothing_but_typography_changes_and_only_once() {
    let (menders, faults) =
        load_menders(&Workspace::open(stage::repository()).expect("the workspace opens"));
    assert!(faults.is_empty());
    let folders = ["memos", "locales", "tests/corpus", "tests/fixtures/memos"];
    let all: Vec<_> = folders.into_iter().flat_map(sources).collect();
    assert!(all.len() > 50, "the sources were not found");
    let mut mends = 0;
    for (path, kind) in all {
        let name = path.to_string_lossy();
        let text = fs::read_to_string(&path).expect("the source can be read");
        let mended = mend_source(
            &SourceFile::new(&*name, text.as_str()),
            kind,
            &menders.languages,
            codes::table(),
        )
        .unwrap_or_else(|findings| panic!("{name}: {findings:?}"));
        mends += mended.edits.len();
        assert_eq!(apply(&text, &mended.edits), mended.text, "{name}");
        assert_eq!(text.lines().count(), mended.text.lines().count(), "{name}");
        for (before, after) in text.lines().zip(mended.text.lines()) {
            assert_eq!(plain(before), plain(after), "{name}");
        }
        let again = mend_source(
            &SourceFile::new(&*name, mended.text.as_str()),
            kind,
            &menders.languages,
            codes::table(),
        )
        .unwrap_or_else(|findings| panic!("{name}: {findings:?}"));
        assert_eq!(again.edits, [], "{name}");
    }
    assert!(mends > 1000, "{mends} mends");
}

/// Every file of the tests as every kind of source, whole and cut off.
#[test]
fn no_source_makes_it_panic_and_mending_twice_is_mending_once() {
    let workspace = Workspace::open(stage::repository()).expect("the workspace opens");
    let (menders, _) = load_menders(&workspace);
    let kinds = [
        SourceKind::Memo,
        SourceKind::Letterhead,
        SourceKind::Directory,
        SourceKind::Locale(Lang::En),
        SourceKind::Locale(Lang::Fr),
    ];
    let folder = stage::repository().join("tests/fixtures");
    let files = stage::files(&folder);
    assert!(files.len() > 20, "the files were not found");
    for file in files {
        let bytes = fs::read(folder.join(&file)).expect("the file can be read");
        let text = String::from_utf8_lossy(&bytes);
        for part in 1..=4 {
            let cut = text.floor_char_boundary(text.len() * part / 4);
            for kind in kinds {
                let source = SourceFile::new("source", &text[..cut]);
                let Ok(mended) = mend_source(&source, kind, &menders.languages, codes::table())
                else {
                    continue;
                };
                let again = mend_source(
                    &SourceFile::new("source", mended.text),
                    kind,
                    &menders.languages,
                    codes::table(),
                );
                let edits = again.map(|again| again.edits);
                assert_eq!(
                    edits,
                    Ok(Vec::new()),
                    "{} {kind:?} {part}/4",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn documents_are_the_same_before_and_after() {
    let repository = stage::repository();
    let workspaces = repository.join("tests/fixtures/workspaces");
    // The memos of the repository, with the words of the program as their own.
    let own = TempDir::new().expect("a temporary folder can be made");
    for folder in ["memos", "locales"] {
        copy(&repository.join(folder), &own.path().join(folder));
    }
    for folder in ["blind", "tuned"] {
        let corpus = repository.join("tests/corpus").join(folder);
        copy(&corpus, &own.path().join("memos").join(folder));
    }
    let stages = [
        own,
        stage::copy_of(&workspaces.join("spring")),
        stage::copy_of(&workspaces.join("bulletin")),
    ];
    for stage in stages {
        let before = render(stage.path(), "before");
        assert!(before > 0, "nothing was rendered");
        let status = run(stage.path(), &["fmt"]);
        assert_eq!(status, Some(0), "{}", stage.path().display());
        assert_eq!(run(stage.path(), &["fmt", "--check"]), Some(0));
        assert_eq!(render(stage.path(), "after"), before);
        let (old, new) = (stage.path().join("before"), stage.path().join("after"));
        let differences: Vec<String> = stage::documents(&old)
            .iter()
            .filter(|file| fs::read(old.join(file)).ok() != fs::read(new.join(file)).ok())
            .map(|file| file.display().to_string())
            .collect();
        assert_eq!(differences, Vec::<String>::new());
    }
}

fn copy(from: &Path, to: &Path) {
    for file in stage::files(from) {
        let to = to.join(&file);
        fs::create_dir_all(to.parent().unwrap_or(Path::new("."))).expect("a folder can be made");
        fs::copy(from.join(&file), to).expect("a file can be copied");
    }
}

/// Renders every memo; gives how many files there are then.
fn render(root: &Path, out: &str) -> usize {
    run(
        root,
        &["render", "--draft", "--format", "md,html", "--out", out],
    );
    stage::documents(&root.join(out)).len()
}

fn run(root: &Path, arguments: &[&str]) -> Option<i32> {
    let result = stage::bimemo(root)
        .args(arguments)
        .output()
        .expect("bimemo runs");
    result.status.code()
}
