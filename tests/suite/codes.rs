//! The table of codes: what is promised of every rule.

use crate::stage;
use bimemo::diagnostic::Code;
use bimemo::diagnostic::codes::{self, locale, parity, typography, writing, yaml};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The files of the table, each with the letter of its codes.
const FILES: [(char, &[&Code]); 5] = [
    ('Y', yaml::ALL),
    ('L', locale::ALL),
    ('P', parity::ALL),
    ('T', typography::ALL),
    ('W', writing::ALL),
];

#[test]
fn every_code_is_found_by_its_id_and_its_name() {
    for code in codes::all() {
        assert_eq!(
            codes::find(code.id),
            Some(code),
            "two rules are `{}`",
            code.id
        );
        assert_eq!(
            codes::find(code.name),
            Some(code),
            "two rules are `{}`",
            code.name
        );
        assert_eq!(codes::find(&code.id.to_lowercase()), Some(code));
    }
}

#[test]
fn ids_are_a_letter_and_three_digits_in_order() {
    for (letter, codes) in FILES {
        let ids: Vec<&str> = codes.iter().map(|code| code.id).collect();
        assert!(ids.is_sorted(), "out of order: {ids:?}");
        for id in ids {
            let digits = id.strip_prefix(letter).unwrap_or_default();
            let whole = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
            assert!(whole, "`{id}` is not `{letter}` and three digits");
        }
    }
}

#[test]
fn names_are_in_kebab_case() {
    for code in codes::all() {
        let words = code.name.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(words, "{}: `{}`", code.id, code.name);
    }
}

#[test]
fn every_code_has_a_manual_page() {
    for code in codes::all() {
        let page = code.explanation;
        assert!(
            page.starts_with(' '),
            "{}: the page begins with what it finds",
            code.id
        );
        let what = page.lines().next().unwrap_or_default();
        assert!(
            !what.trim().is_empty() && !what.trim().starts_with('#'),
            "{}",
            code.id
        );
        for heading in ["## Why it matters", "## Example"] {
            let found = page.lines().any(|line| line.trim() == heading);
            assert!(found, "{} {} lacks `{heading}`", code.id, code.name);
        }
    }
}

#[test]
fn every_code_has_a_fixture() {
    let tests = stage::repository().join("tests");
    let mut expected = String::new();
    gather(&tests.join("fixtures"), "expected", |_| true, &mut expected);
    // In a transcript a code counts where a finding printed it, not where a command
    // asks for its explanation.
    let found = |line: &str| line.contains('[') || line.contains("\"code\"");
    gather(
        &tests.join("transcripts"),
        "transcript",
        found,
        &mut expected,
    );
    let words: BTreeSet<&str> = expected
        .split(|char: char| !char.is_ascii_alphanumeric())
        .collect();
    let missing: Vec<String> = codes::all()
        .filter(|code| !words.contains(code.id))
        .map(|code| format!("{} {}", code.id, code.name))
        .collect();
    assert!(
        missing.is_empty(),
        "no fixture causes:\n{}",
        missing.join("\n")
    );
}

/// Gathers the lines of the files below a folder that say what is expected.
fn gather(folder: &Path, extension: &str, wanted: impl Fn(&str) -> bool, lines: &mut String) {
    for file in stage::files(folder) {
        if file.extension().is_some_and(|found| found == extension) {
            let text = fs::read_to_string(folder.join(file)).expect("the file can be read");
            for line in text.lines().filter(|line| wanted(line)) {
                lines.push_str(line);
                lines.push('\n');
            }
        }
    }
}
