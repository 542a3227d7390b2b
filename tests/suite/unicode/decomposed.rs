//! The composed and the decomposed form of one text are one text: the same documents,
//! byte for byte, and the same findings at the same characters.

use super::write;
use crate::stage;
use bimemo::diagnostic::Diagnostic;
use bimemo::document::Edition;
use bimemo::press::{Format, Press, Release};
use bimemo::source::{Position, SourceFile, Span};
use bimemo::workspace::Workspace;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

fn apart(text: &str) -> String {
    text.nfd().collect()
}

/// A workspace with these folders' files, their texts and names composed or apart.
fn workspace(folders: &[(&str, &str)], is_apart: bool) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for (from, to) in folders {
        let from = stage::repository().join(from);
        let files = if from.is_dir() {
            stage::files(&from)
        } else {
            vec![Path::new("").to_owned()]
        };
        for file in files {
            let is_one = file.as_os_str().is_empty();
            let path = if is_one {
                from.clone()
            } else {
                from.join(&file)
            };
            let bytes = fs::read(path).expect("the file can be read");
            let name = Path::new(to).join(&file).to_string_lossy().into_owned();
            let name = name.trim_end_matches('/');
            let text = String::from_utf8(bytes.clone()).ok();
            match text.filter(|_| is_apart && !name.ends_with(".svg")) {
                Some(text) => write(&stage.path().join(apart(name)), apart(&text)),
                None => write(&stage.path().join(name), bytes),
            }
        }
    }
    stage
}

/// What each memo comes to: its documents by their names, and its findings.
fn outcome(root: &Path, formats: &[Format]) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let workspace = Workspace::open(root).expect("the workspace can be opened");
    let selection = workspace.select(&[]).expect("its memos can be found");
    let (press, mut findings) = Press::load(&workspace);
    let mut files = BTreeMap::new();
    for memo in &selection.memos {
        let composition = press.compose(&workspace, memo, Release::Draft);
        for document in &composition.documents {
            for &format in formats {
                match press.set(&workspace, &Edition::Separate(document), format) {
                    Ok(set) => files.extend(set),
                    Err(faults) => findings.extend(faults),
                }
            }
        }
        findings.extend(composition.diagnostics);
    }
    let locales = press.check_locales(&workspace, &selection.memos);
    findings.extend(locales.diagnostics);
    (files, findings)
}

/// A finding with its places as they are in the file with accents apart.
fn told(finding: &Diagnostic, composed: bool) -> String {
    let place = |span: &Span| {
        let file = span.file();
        let at = |position: Position| {
            let line = file.line(position.line);
            let before: String = line.chars().take(position.column - 1).collect();
            let column = if composed {
                before.nfd().count() + 1
            } else {
                position.column
            };
            format!("{}:{column}", position.line)
        };
        let path = apart(file.path());
        format!("{path}:{}-{}", at(span.start()), at(span.end()))
    };
    let own = finding.span.as_ref().map(place);
    let labels: Vec<String> = finding
        .labels
        .iter()
        .map(|label| format!("{} {}", place(&label.span), label.message))
        .collect();
    let whole = format!(
        "{own:?} {} {:?} {} {labels:?} {:?}",
        finding.code.id, finding.severity, finding.message, finding.hints
    );
    whole.nfd().collect()
}

fn compare(folders: &[(&str, &str)], formats: &[Format], least: (usize, usize)) {
    let (one, other) = (workspace(folders, false), workspace(folders, true));
    let (files, findings) = outcome(one.path(), formats);
    let (others, other_findings) = outcome(other.path(), formats);
    let names: Vec<&String> = files.keys().collect();
    assert_eq!(names, others.keys().collect::<Vec<_>>());
    for (name, bytes) in &files {
        assert!(others[name] == *bytes, "{name} differs");
        assert!(name.nfc().eq(name.chars()), "{name} is composed");
    }
    let wanted: Vec<String> = findings.iter().map(|it| told(it, true)).collect();
    let found: Vec<String> = other_findings.iter().map(|it| told(it, false)).collect();
    for (found, wanted) in found.iter().zip(&wanted) {
        assert_eq!(found, wanted);
    }
    assert_eq!(found.len(), wanted.len());
    assert!(
        files.len() >= least.0 && found.len() >= least.1,
        "{} files, {} findings",
        files.len(),
        found.len()
    );
}

#[test]
fn the_examples_with_their_messages_and_templates() {
    let folders = [
        ("memos", "memos"),
        ("locales", "locales"),
        ("templates", "templates"),
        ("bimemo.yaml", "bimemo.yaml"),
        ("directory.yaml", "directory.yaml"),
    ];
    compare(&folders, &Format::ALL, (6, 0));
}

#[test]
fn the_blind_corpus() {
    compare(
        &[("tests/corpus/blind", "memos")],
        &[Format::Markdown],
        (150, 20),
    );
}

#[test]
fn the_tuned_corpus() {
    compare(
        &[("tests/corpus/tuned", "memos")],
        &[Format::Markdown],
        (140, 20),
    );
}

#[test]
fn what_is_faulty_and_what_is_checked() {
    for folder in ["tests/fixtures/faults", "tests/fixtures/parity"] {
        let folders = [(folder, "memos")];
        compare(&folders, &[Format::Markdown], (10, 40));
    }
    let faults = stage::repository().join("tests/fixtures/faults");
    for entry in fs::read_dir(faults).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let folder = path.strip_prefix(stage::repository()).unwrap_or(&path);
        // What is no text, or is at fault for what it is written as, is another matter.
        let name = folder.to_string_lossy().into_owned();
        if path.is_dir() {
            compare(&[(&name, ".")], &[], (0, 0));
        }
    }
}

/// Texts of letters with and without accents, of marks alone and in any order, among
/// everything that YAML, Fluent and Markdown take for their own.
#[test]
fn any_text() {
    let parts = [
        "é",
        "à",
        "ç",
        "œ",
        "É",
        "ǖ",
        "ệ",
        "ḏ",
        "q\u{303}",
        "한",
        "Å",
        "a",
        "b",
        " ",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "`",
        "[",
        "](a)",
        "\"",
        "'",
        "{ $x }",
        "{ \"é\" }",
        "5 ",
        "$",
        "# ",
        "- ",
        "1. ",
        "<b>",
        "&eacute;",
        "e&#x301;",
        "|",
        ": ",
        "à\u{301}\u{323}",
        "\\",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % limit as u64).unwrap_or_default()
    };
    let stage = TempDir::new().expect("a temporary folder can be made");
    for at in 0..60 {
        let text = |below: &mut dyn FnMut(usize) -> usize| {
            let words: String = (0..4 + below(24))
                .map(|_| parts[below(parts.len())])
                .collect();
            format!("x {words}")
        };
        let (en, fr) = (text(&mut below), text(&mut below));
        let memo = super::memo(&en, &fr);
        let composed: String = memo.nfc().collect();
        let sources = stage.path().join(format!("{at:03}.yaml"));
        write(&sources, composed);
    }
    let from = stage.path().to_string_lossy().into_owned();
    compare(&[(&from, "memos")], &Format::ALL, (200, 20));
}

#[test]
fn a_place_is_told_as_the_file_has_it() {
    let file = SourceFile::new("a.yaml", apart("été à l’été"));
    let at = file.text().rfind("été").unwrap_or_default();
    let span = Span::new(&file, at..at + "été".len());
    assert_eq!(span.start().column, "été à l’".nfd().count() + 1);
}
