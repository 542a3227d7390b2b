//! The table of codes: what is promised of every rule.

use crate::stage;
use bimemo::check::codes::is_of_markup;
use bimemo::diagnostic::Code;
use bimemo::press::codes::{self, INTERNAL_FAULT};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// What codes are about, by the letter that they begin with.
const SECTIONS: [(char, &str); 6] = [
    ('Y', "YAML and the memo format"),
    ('L', "Fluent resources and patterns"),
    ('P', "English–French parity"),
    ('T', "Typography"),
    ('W', MARKUP),
    ('W', "Documents, templates, themes, fonts and files"),
];
const MARKUP: &str = "Markup that prints as itself";

/// The codes of a section, in the order of the table.
fn codes_of((letter, about): (char, &str)) -> Vec<&'static Code> {
    let belongs = |code: &&Code| {
        code.id.starts_with(letter) && (letter != 'W' || is_of_markup(code) == (about == MARKUP))
    };
    codes::all().filter(belongs).collect()
}

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
    let all: usize = SECTIONS.iter().map(|it| codes_of(*it).len()).sum();
    assert_eq!(all, codes::all().count(), "a letter that no section has");
    for (letter, about) in SECTIONS {
        let ids: Vec<&str> = codes_of((letter, about))
            .iter()
            .map(|code| code.id)
            .collect();
        assert!(ids.is_sorted(), "out of order: {ids:?}");
        for id in ids {
            let digits = id.strip_prefix(letter).unwrap_or_default();
            let whole = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
            assert!(whole, "`{id}` is not `{letter}` and three digits");
        }
    }
}

#[test]
fn retired_codes_are_never_used_again() {
    for retired in codes::RETIRED {
        assert_eq!(codes::find(retired.id), None, "{} is retired", retired.id);
        assert_eq!(codes::find(retired.name), None, "{}", retired.name);
        let found = codes::find_retired(&retired.id.to_lowercase());
        assert_eq!(found.map(|code| code.name), Some(retired.name));
        assert!(retired.page.en.lines().count() > 1, "{}", retired.id);
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
        let page = code.page();
        let what = page.lines().next().unwrap_or_default();
        assert!(
            !what.trim().is_empty() && !what.trim().starts_with('#'),
            "{}",
            code.id
        );
        let mut headings = page.lines().filter(|line| line.starts_with("## "));
        for heading in ["## Why it matters", "## Example", "## How to silence it"] {
            let found = headings.next();
            assert_eq!(found, Some(heading), "{} {}", code.id, code.name);
        }
        assert_eq!(headings.next(), None, "{} {}", code.id, code.name);
    }
}

/// `docs/rules.md`: the manual pages that `explain` prints, as one document.
#[test]
fn the_rule_pages_are_the_manual_pages() {
    let mut page = String::from(
        "# Rules\n\n\
         Every rule of `bimemo check`, `bimemo locale check` and `bimemo render`, with the \
         page that `bimemo explain CODE` prints; a test writes this document from them. \
         Codes last for ever. How findings are silenced and severities changed is in \
         [memo-format.md](memo-format.md#findings-that-are-meant-to-be).\n",
    );
    for (letter, about) in SECTIONS {
        let codes = codes_of((letter, about));
        let _ = write!(
            page,
            "\n## {letter}: {about}\n\n| code | name | severity |\n|---|---|---|\n"
        );
        for code in &codes {
            let (id, name) = (code.id, code.name);
            let severity = code.severity.name();
            let link = format!("{id}-{name}").to_lowercase();
            let _ = writeln!(page, "| [{id}](#{link}) | `{name}` | {severity} |");
        }
        for code in codes {
            let severity = code.severity.name();
            let _ = write!(page, "\n### {} {}\n\n*{severity}*\n\n", code.id, code.name);
            page += &below(&code.page(), "##");
        }
    }
    page += "\n## Retired\n\nThese codes are used no more, nor ever again for anything else.\n";
    for retired in codes::RETIRED {
        let _ = write!(
            page,
            "\n### {} {}\n\n{}",
            retired.id, retired.name, retired.page.en
        );
    }
    let path = stage::repository().join("docs/rules.md");
    stage::assert_none(&Vec::from_iter(stage::compare(&path, &page)));
}

/// A page with its headings so much deeper; a `#` in a code block is none.
fn below(page: &str, deeper: &str) -> String {
    let mut code = false;
    page.lines()
        .map(|line| {
            code ^= line.starts_with("```");
            match line {
                heading if heading.starts_with("## ") && !code => format!("{deeper}{heading}\n"),
                line => format!("{line}\n"),
            }
        })
        .collect()
}

#[test]
fn every_code_has_a_fixture() {
    let tests = stage::repository().join("tests");
    let mut expected = String::new();
    for extension in ["expected", "findings"] {
        gather(&tests.join("fixtures"), extension, |_| true, &mut expected);
    }
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
    // No input that is known makes the program fail; a test of the jobs has one that does.
    let missing: Vec<String> = codes::all()
        .filter(|code| !words.contains(code.id) && *code != &INTERNAL_FAULT)
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
