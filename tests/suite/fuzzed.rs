//! What fuzzing found, and the inputs that it starts from, with what must hold of them
//! (tests/fuzz/README.md).

pub mod bodies;

use crate::stage;
use std::fs;
use std::panic;

/// Every input of the corpora does what its target wants, and there are some of each.
fn replay(target: &str) {
    let folder = stage::repository().join("tests/fuzz/corpus").join(target);
    let inputs = stage::files(&folder);
    assert!(inputs.len() >= 10, "{target}: the inputs were not found");
    let mut failed = Vec::new();
    for input in inputs {
        let data = fs::read(folder.join(&input)).expect("the input can be read");
        let done = panic::catch_unwind(|| bodies::run(target, &data));
        if done.is_err() {
            failed.push(input);
        }
    }
    assert!(failed.is_empty(), "{target} fails on {failed:?}");
}

#[test]
fn memos_that_were_made_up_are_read() {
    replay("memo");
}

#[test]
fn fluent_files_that_were_made_up_are_read() {
    replay("ftl");
}

#[test]
fn bodies_that_were_made_up_are_printed() {
    replay("markdown");
}

#[test]
fn print_markup_that_was_made_up_is_laid_out() {
    replay("print");
}

#[test]
fn themes_that_were_made_up_are_read() {
    replay("theme");
}

#[test]
fn drawings_and_fonts_that_were_made_up_are_read() {
    replay("drawing");
}

#[test]
fn settings_that_were_made_up_are_read() {
    replay("settings");
}

/// Each target is replayed above and has a row in the table of what was done.
#[test]
fn every_target_is_told_of() {
    let readme = stage::repository().join("tests/fuzz/README.md");
    let readme = fs::read_to_string(readme).expect("the page can be read");
    for (target, _) in bodies::TARGETS {
        let row = format!("| `{target}` |");
        assert!(readme.contains(&row), "{target} is not in the table");
    }
    let corpora = stage::repository().join("tests/fuzz/corpus");
    let folders = fs::read_dir(corpora).expect("the corpora can be listed");
    assert_eq!(folders.count(), bodies::TARGETS.len());
}
