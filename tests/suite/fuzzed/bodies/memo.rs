//! A memo's YAML: whatever it is, its faults stand in it; what `check` lets pass is
//! rendered, and only that; what `fmt` makes of it is the same memo.

use super::inert::assert_inert;
use super::placed::{assert_errors_placed, assert_placed, errors};
use super::room;
use bimemo::output::pdf::pages::Pages;
use bimemo::press::{Format, Layout, Options, Press, Release, Rendering, stops};
use bimemo::workspace::{SourceKind, Workspace};

/// Composes, checks, renders and mends the memo that the input is.
pub fn run(data: &[u8]) {
    let mut files = room::beside();
    files.insert(room::MEMO.to_owned(), data.to_vec());
    let workspace = Workspace::of(files);
    let press = room::press();
    let rendering = assert_released(&press, &workspace, room::is_one_of(4, data));
    assert_mended(&press, &workspace, &rendering);
}

/// Whether a memo is released is told alike by all who ask, and what is released can be
/// read; in print, too, where that is asked for, which takes most of the time.
pub fn assert_released(press: &Press, workspace: &Workspace, in_print: bool) -> Rendering {
    let memo = room::memo();
    let examined = press.examine(workspace, &memo).diagnostics;
    assert_errors_placed(&examined);
    let mut options = Options::default();
    options.formats.retain(|it| in_print || *it != Format::Pdf);
    let rendering = press.render(workspace, &memo, &options);
    assert_errors_placed(&rendering.findings);
    let (checked, rendered) = (errors(&examined), errors(&rendering.findings));
    if in_print {
        assert_eq!(checked, rendered, "check and render do not find the same");
    }
    let unknown = rendered.iter().find(|it| !checked.contains(it));
    assert_eq!(unknown, None, "the check does not find it");
    if checked.is_empty() {
        assert!(!rendering.files.is_empty(), "nothing was rendered");
    }
    for (name, bytes) in &rendering.files {
        assert_readable(name, bytes);
    }
    let draft = Options {
        layout: Layout::Parallel,
        release: Release::Draft,
        ..room::only(Format::Markdown)
    };
    assert_placed(&press.render(workspace, &memo, &draft).findings);
    rendering
}

/// Text is text, and a PDF opens.
fn assert_readable(name: &str, bytes: &[u8]) {
    if name.ends_with(".pdf") {
        assert_opens(bytes, None);
    } else if name.ends_with(".html") || (name.ends_with(".md") && !name.contains('/')) {
        let text = std::str::from_utf8(bytes).expect("a document is UTF-8");
        assert!(text.ends_with('\n'), "{name} does not end in a line break");
        let odd = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(!text.contains(odd), "{name} has control characters");
    }
}

/// Another reader of PDF files takes it, finds the pages that were laid out, and nothing
/// that does anything.
pub fn assert_opens(bytes: &[u8], pages: Option<&Pages>) {
    assert!(bytes.starts_with(b"%PDF-"), "it is no PDF");
    let read = lopdf::Document::load_mem(bytes).expect("the PDF opens");
    let count = read.get_pages().len();
    assert!(count > 0, "the PDF has no pages");
    assert_inert(&read);
    if let Some(pages) = pages {
        assert_eq!(count, pages.pages.len());
    }
}

/// `fmt` leaves the memo what it is: mended twice it is as mended once, and its documents
/// are the same.
fn assert_mended(press: &Press, workspace: &Workspace, rendering: &Rendering) {
    let Ok(file) = workspace.read_memo(&room::memo()) else {
        return;
    };
    let menders = room::menders();
    room::assert_restructures(&file, SourceKind::Memo, &menders);
    let Some(text) = room::assert_mends(&file, SourceKind::Memo, &menders) else {
        return;
    };
    if text == file.written() || stops(&rendering.findings, Release::Final) {
        return;
    }
    let mut files = room::beside();
    files.insert(room::MEMO.to_owned(), text.clone().into_bytes());
    let options = room::only(Format::Markdown);
    let again = press.render(&Workspace::of(files), &room::memo(), &options);
    let is_markdown = |(name, _): &&(String, Vec<u8>)| name.ends_with(".md");
    let before = rendering.files.iter().filter(is_markdown);
    for ((name, one), (_, other)) in before.zip(again.files.iter().filter(is_markdown)) {
        assert_eq!(
            String::from_utf8_lossy(one),
            String::from_utf8_lossy(other),
            "{name} is another one when the memo is mended to\n{text}"
        );
    }
    let now = errors(&again.findings);
    assert!(now.is_empty(), "mended, the memo has errors: {now:?}");
}
