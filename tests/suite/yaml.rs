//! Compares what readers of YAML find in a file with `tests/fixtures/yaml/<name>.findings`;
//! `BLESS=1` writes that anew. The file lies beside it, or is the memo of that name in
//! `tests/fixtures/faults/`, of which `check` is asked, too.

use crate::stage;
use bimemo::diagnostic::Diagnostic;
use bimemo::memo::{codes as own, parse_directory, parse_letterhead, parse_memo, parse_settings};
use bimemo::press::codes;
use bimemo::source::SourceFile;
use std::fmt::Write as _;
use std::path::PathBuf;

fn folder() -> PathBuf {
    stage::repository().join("tests/fixtures/yaml")
}

/// The fixtures' names and texts.
fn fixtures() -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the fixtures are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|it| it == "findings"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path.file_stem().and_then(|stem| stem.to_str());
            let name = name.expect("a name").to_owned();
            let own = folder().join(format!("{name}.yaml"));
            let shared = folder().join(format!("../faults/{name}.yaml"));
            let file = if own.exists() { own } else { shared };
            (
                name,
                std::fs::read_to_string(file).expect("a readable file"),
            )
        })
        .collect()
}

fn findings(name: &str, text: &str) -> Vec<Diagnostic> {
    let file = SourceFile::new(format!("{name}.yaml"), text);
    match name.split_once('.') {
        Some((_, "settings")) => parse_settings(&file, codes::table()).1,
        Some((_, "directory")) => parse_directory(&file).1,
        Some((_, "letterhead")) => parse_letterhead(&file).1,
        _ => parse_memo(&file, name, codes::table()).1,
    }
}

fn listing(findings: &[Diagnostic]) -> String {
    let mut listing = String::new();
    for finding in findings {
        let place = finding.span.as_ref().map_or_else(String::new, |span| {
            let (start, end) = (span.start(), span.end());
            format!(
                " {}:{}-{}:{}",
                start.line, start.column, end.line, end.column
            )
        });
        writeln!(
            listing,
            "{} {}{place} {}",
            finding.code.id,
            finding.severity.name(),
            finding.message
        )
        .expect("a String takes all");
    }
    listing
}

#[test]
fn fixtures_give_the_findings_beside_them() {
    let bless = std::env::var_os("BLESS").is_some();
    for (name, text) in fixtures() {
        let found = listing(&findings(&name, &text));
        let path = folder().join(format!("{name}.findings"));
        if bless {
            std::fs::write(&path, &found).expect("a writable file");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(found, expected, "in {name}.yaml");
    }
}

/// The rules that need more than one file, or settings; their fixtures are in
/// `tests/fixtures/faults/`.
const ELSEWHERE: [&str; 3] = ["key-as-text", "invalid-limit", "deep-section"];

#[test]
fn every_code_has_a_fixture_that_gives_it() {
    let fixtures = fixtures();
    for code in own::ALL {
        if ELSEWHERE.contains(&code.name) {
            continue;
        }
        let (name, text) = fixtures
            .iter()
            .find(|(name, _)| name.split('.').next() == Some(code.name))
            .unwrap_or_else(|| panic!("{} {} has no fixture", code.id, code.name));
        assert!(
            findings(name, text)
                .iter()
                .any(|finding| std::ptr::eq(finding.code, *code)),
            "{name}.yaml does not give {}",
            code.id
        );
    }
}

#[test]
fn every_finding_has_a_place_and_a_hint() {
    for (name, text) in fixtures() {
        for finding in findings(&name, &text) {
            assert!(finding.span.is_some(), "{name}: {finding:?}");
            assert!(!finding.hints.is_empty(), "{name}: {finding:?}");
        }
    }
}
