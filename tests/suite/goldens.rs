//! The example memos in every language and format, as files that can be read in a
//! diff: `tests/golden/<stem>/<stem>.<lang>.{md,html,pdf.txt,fragment.html,json}`. The style sheet is the
//! same in all pages, and is the golden [`STYLE`]. `BLESS=1` writes them and removes
//! those that nothing uses.

use crate::pages_dump::dump;
use crate::stage;
use bimemo::document::Edition;
use bimemo::press::{Format, Press, Release, file_name};
use bimemo::workspace::Workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn golden() -> PathBuf {
    stage::repository().join("tests/golden")
}

/// The golden of the pages' style sheet, in the folder of goldens.
const STYLE: &str = "style.css";

/// A page with a line in the place of its style sheet, and that style sheet; a document
/// that is no page is as it was.
fn without_style(text: &str) -> (String, Option<&str>) {
    const START: &str = "<style>\n";
    let style = text.split_once(START).and_then(|(before, rest)| {
        let (style, after) = rest.split_once("</style>")?;
        Some((before, style, after))
    });
    match style {
        Some((before, style, after)) => {
            let line = format!("[tests/golden/{STYLE}]\n");
            (format!("{before}{START}{line}</style>{after}"), Some(style))
        }
        None => (text.to_owned(), None),
    }
}

/// Renders all example memos in some formats.
fn rendered(formats: &str) -> TempDir {
    let out = TempDir::new().expect("a temporary folder can be made");
    let result = stage::bimemo(stage::repository())
        .args(["render", "--quiet", "--format", formats, "--out"])
        .arg(out.path())
        .output()
        .expect("bimemo runs");
    let stderr = String::from_utf8_lossy(&result.stderr);
    assert!(
        result.status.success(),
        "the examples have faults:\n{stderr}"
    );
    out
}

/// The documents of a run: those beside the folders of copied pictures.
fn documents(out: &Path) -> Vec<String> {
    stage::documents(out)
        .iter()
        .filter(|file| file.components().count() == 1)
        .map(|file| file.to_string_lossy().into_owned())
        .collect()
}

/// Where the golden of a document lies, given the document's name.
fn place(document: &str) -> PathBuf {
    let stem = document.split('.').next().unwrap_or(document);
    golden().join(stem).join(document)
}

/// The text with embedded files given by their sizes.
fn without_data(text: &str) -> String {
    let mut parts = text.split(";base64,");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_data = |char: char| char.is_ascii_alphanumeric() || "+/=".contains(char);
        let rest = part.trim_start_matches(is_data);
        let length = part.len() - rest.len();
        out += &format!(";base64,[{length} characters]{rest}");
    }
    out
}

#[test]
fn the_examples_give_their_goldens() {
    let out = rendered("md,html,fragment,json");
    let names = documents(out.path());
    assert!(names.len() >= 4, "{names:?}");
    let mut differences = Vec::new();
    for name in &names {
        let text = fs::read_to_string(out.path().join(name)).expect("a document is text");
        let text = without_data(&text);
        let (text, style) = without_style(&text);
        let is_page = name.ends_with(".html") && !name.ends_with(".fragment.html");
        assert_eq!(style.is_some(), is_page, "{name}");
        differences.extend(stage::compare(&place(name), &text));
        differences.extend(style.and_then(|it| stage::compare(&golden().join(STYLE), it)));
    }
    stage::assert_none(&differences);
}

#[test]
fn the_examples_pages_give_their_goldens() {
    let workspace = Workspace::open(stage::repository()).expect("the repository is a workspace");
    let (press, faults) = Press::load(&workspace);
    assert!(faults.is_empty(), "{faults:?}");
    let memos = workspace
        .select(&[])
        .expect("the memos can be listed")
        .memos;
    let mut differences = Vec::new();
    for memo in memos {
        let composition = press.compose(&workspace, &memo, Release::Final);
        for document in &composition.documents {
            let pages = press
                .pages(&workspace, &Edition::Separate(document))
                .expect("it can be laid out");
            let name = file_name(&document.stem, document.lang, Format::Pdf);
            let path = place(&format!("{name}.txt"));
            differences.extend(stage::compare(&path, &dump(&pages)));
        }
    }
    stage::assert_none(&differences);
}

#[test]
fn every_golden_is_used() {
    let out = rendered("md,html,pdf,fragment,json");
    let used: BTreeSet<PathBuf> = documents(out.path())
        .iter()
        .map(|name| {
            let text = if name.ends_with(".pdf") { ".txt" } else { "" };
            place(&format!("{name}{text}"))
        })
        .map(|path| {
            path.strip_prefix(golden())
                .expect("it lies there")
                .to_owned()
        })
        .chain([PathBuf::from(STYLE)])
        .collect();
    for file in stage::files(&golden()) {
        if !used.contains(&file) && stage::blessing() {
            fs::remove_file(golden().join(&file)).expect("a golden can be removed");
        } else {
            assert!(
                used.contains(&file),
                "nothing uses tests/golden/{}",
                file.display()
            );
        }
    }
}

#[test]
fn embedded_files_are_given_by_their_sizes() {
    assert_eq!(
        without_data("<img src=\"data:image/png;base64,iVBO+/==\" alt=\"x\">"),
        "<img src=\"data:image/png;base64,[8 characters]\" alt=\"x\">"
    );
}
