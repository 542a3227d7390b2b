//! Letters that are taken for others, wherever they stand: every kind of file is looked at,
//! each mistake is told once, and what nobody has to mend is left alone.

use super::{findings, write};
use crate::stage;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const MEMO: &str = "date: 2026-05-04
sender: { name: Odile Fenwick, gender: feminine }
recipients: [{ en: All staff, fr: Tout le personnel }]
subject: { en: Boathouse keys, fr: Clés du hangar }
sections: [{ body: { en: It is open., fr: Il est ouvert. } }]
";

/// The findings of look-alikes in a workspace with a memo and these files.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let stage = TempDir::new().expect("a temporary folder can be made");
    write(&stage.path().join("memos/keys.yaml"), MEMO);
    for (path, text) in files {
        write(&stage.path().join(path), text);
    }
    let all = findings(stage.path()).into_iter();
    all.filter(|it| it.contains("W132") || it.contains("W133"))
        .collect()
}

#[test]
fn every_kind_of_file_is_looked_at() {
    for (path, text, wanted) in [
        (
            "directory.yaml",
            "people:\n  r\u{43E}y: { name: Jean Roy }\n",
            &["directory.yaml:2:3: warning[W133]"][..],
        ),
        (
            "directory.yaml",
            "people:\n  roy: { name: Jean Roy, email: roy@harb\u{43E}ur.ca }\n",
            &["directory.yaml:2:37: error[W132]"],
        ),
        (
            "locales/en/dock.ftl",
            "dock = The d\u{43E}ck\n",
            &["locales/en/dock.ftl:1:12: warning[W133]"],
        ),
        (
            "memos/keys.fr.ftl",
            "quai = Voir <https://c\u{430}nada.ca>\n",
            &["keys.fr.ftl:1:22: error[W132]"],
        ),
        (
            "templates/parts/own.html",
            "<p>C\u{430}nada</p>\n",
            &["templates/parts/own.html:1:4: warning[W133]"],
        ),
        (
            "bimemo.yaml",
            "# For the b\u{43E}ats\nfacts: {}\n",
            &["bimemo.yaml:1:11: warning[W133]"],
        ),
        (
            "memos/b\u{43E}ats.yaml",
            MEMO,
            &["b\u{43E}ats.yaml:1:1: warning[W133]"],
        ),
    ] {
        assert_eq!(found(&[(path, text)]), wanted, "{path}");
    }
}

/// The words of the project's own memos and of its corpus, and what stands beside them.
#[test]
fn what_is_written_here_is_right() {
    let root = stage::repository();
    let mut texts = 0;
    for folder in [
        "memos",
        "locales",
        "templates",
        "docs",
        "tests/corpus",
        "tests/golden",
    ] {
        look_into(&root.join(folder), &mut texts);
    }
    assert!(texts > 100, "{texts} files");
}

fn look_into(folder: &Path, texts: &mut usize) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            look_into(&path, texts);
        } else if let Ok(text) = fs::read_to_string(&path) {
            // Pages that explain look-alikes show some.
            let mut pages = ["docs/rules.md", "docs/memo-format.md"].into_iter();
            let explains = pages.any(|page| path.ends_with(page));
            let found = bimemo::source::look_alikes(&text);
            assert!(
                explains || found.is_empty(),
                "{}: {found:?}",
                path.display()
            );
            *texts += 1;
        }
    }
}
