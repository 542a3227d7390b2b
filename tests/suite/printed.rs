//! Memos in their three formats, and the words of each, through the library: what was
//! written is printed, in every format.

#[path = "data_words.rs"]
pub mod data_words;
#[path = "words.rs"]
pub mod words;

use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::document::Edition;
use bimemo::lang::Lang;
use bimemo::output::pdf::pages::{Child, Drawing, Mark, MarkRole, Pages, Tag};
use bimemo::press::{Composition, Format, Layout, Press, Release};
use bimemo::workspace::{MemoFile, Workspace};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A workspace in a fresh folder.
pub struct Room {
    folder: TempDir,
}

/// A document in its three formats.
pub struct Printed {
    pub markdown: String,
    pub html: String,
    pub pages: Pages,
    pub fragment: String,
    pub json: String,
}

impl Printed {
    /// Where what is for machines says something else than what people read. Side by side
    /// the data have the languages one after the other.
    pub fn differences(&self) -> Vec<String> {
        let page = words::of_page(&self.html);
        let read = words::of_page(&self.fragment);
        let told = |what: &str, it: String| format!("page, {what}:\n{it}");
        let mut found = Vec::new();
        found.extend(difference(&page, &read).map(|it| told("fragment in a browser", it)));
        let strict = words::of_markup(&self.fragment);
        found.extend(difference(&page, &strict).map(|it| told("fragment", it)));
        let (mut page, mut data) = (page, data_words::of_json(&self.json));
        if self.json.contains("\"documents\": [") {
            page.sort();
            data.sort();
        }
        found.extend(difference(&page, &data).map(|it| told("data", it)));
        found
    }
}

impl Room {
    pub fn new() -> Room {
        let folder = TempDir::new().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join("memos")).expect("a folder can be made");
        Room { folder }
    }

    /// Puts a file into it.
    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// Opens it.
    pub fn open(&self) -> Open {
        let workspace = Workspace::open(self.folder.path()).expect("the workspace opens");
        let (press, findings) = Press::load(&workspace);
        assert_eq!(findings, [], "the workspace has faults");
        Open { workspace, press }
    }
}

/// A workspace that is loaded.
pub struct Open {
    workspace: Workspace,
    press: Press,
}

impl Open {
    pub fn memos(&self) -> Vec<MemoFile> {
        let selection = self.workspace.select(&[]);
        selection.expect("the memos can be listed").memos
    }

    pub fn compose(&self, memo: &MemoFile) -> Composition {
        self.press.compose(&self.workspace, memo, Release::Final)
    }

    /// The document of a language, printed.
    pub fn print(&self, composition: &Composition, lang: Lang) -> Result<Printed, Vec<Diagnostic>> {
        let mut documents = composition.documents.iter();
        let document = documents
            .find(|document| document.lang == lang)
            .expect("the memo has the language");
        self.print_edition(&Edition::Separate(document))
    }

    /// Both languages side by side.
    pub fn print_parallel(&self, composition: &Composition) -> Result<Printed, Vec<Diagnostic>> {
        let editions = self.press.editions(composition, Layout::Parallel)?;
        self.print_edition(&editions[0])
    }

    fn print_edition(&self, edition: &Edition<'_>) -> Result<Printed, Vec<Diagnostic>> {
        let text = |format| {
            let files = self.press.set(&self.workspace, edition, format);
            files.map(first_text)
        };
        let pages = self.press.pages(&self.workspace, edition);
        Ok(Printed {
            markdown: text(Format::Markdown)?,
            html: text(Format::Html)?,
            pages: pages?,
            fragment: text(Format::Fragment)?,
            json: text(Format::Json)?,
        })
    }
}

fn first_text(files: Vec<(String, Vec<u8>)>) -> String {
    let (_, bytes) = files.into_iter().next().expect("there is a file");
    String::from_utf8(bytes).expect("the file is text")
}

/// Findings on a line each.
pub fn told(findings: &[Diagnostic]) -> String {
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| format!("{} {}", finding.code.id, finding.message))
        .collect();
    lines.join("\n")
}

/// The errors among findings.
pub fn errors(findings: &[Diagnostic]) -> Vec<&Diagnostic> {
    let errors = findings.iter();
    errors
        .filter(|finding| finding.severity == Severity::Error)
        .collect()
}

/// The words of pages in the order of structure: without labels, numbers of notes and
/// what stands on every page; notes where they are first referred to.
pub fn words_of_pages(pages: &Pages) -> Vec<String> {
    let mut marks: BTreeMap<usize, Vec<&Mark>> = BTreeMap::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        if let MarkRole::Content(element) = mark.role {
            marks.entry(element).or_default().push(mark);
        }
    }
    let mut text = String::new();
    element(pages, 0, &marks, &mut text);
    let words = text.split_whitespace();
    words.map(|word| word.replace('\u{AD}', "")).collect()
}

/// Marks that tell readers of the file where words from right to left end; nobody wrote
/// them.
const DIRECTION_MARKS: [char; 2] = ['\u{200E}', '\u{200F}'];

fn element(pages: &Pages, index: usize, marks: &BTreeMap<usize, Vec<&Mark>>, text: &mut String) {
    let element_of = &pages.structure[index];
    if element_of.tag == Tag::Reference {
        return;
    }
    let block = !matches!(
        element_of.tag,
        Tag::Span | Tag::Link | Tag::Code | Tag::Figure { .. }
    );
    if block {
        text.push(' ');
    }
    for child in &element_of.children {
        match child {
            Child::Element(child) => element(pages, *child, marks, text),
            Child::Marks => {
                for mark in marks.get(&index).into_iter().flatten() {
                    if let Drawing::Text(run) = &mark.drawing {
                        // What the markup does not have is a label, or the end of a line.
                        for glyph in &run.glyphs {
                            let shown = glyph.text.trim_start_matches(DIRECTION_MARKS);
                            if glyph.source.is_some() || shown.trim().is_empty() {
                                text.push_str(shown);
                            }
                        }
                    }
                }
            }
        }
    }
    if block {
        text.push(' ');
    }
}

/// Where two lists of words part.
pub fn difference(a: &[String], b: &[String]) -> Option<String> {
    if a == b {
        return None;
    }
    let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let near = |words: &[String]| {
        let end = (at + 8).min(words.len());
        words[at.saturating_sub(4).min(end)..end].join(" ")
    };
    Some(format!("  {}\n  {}", near(a), near(b)))
}
