//! Tests of layout over whole documents.

use super::{Pictures, check_layout, layout_pages};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::output::pdf::font::tests::fonts;
use crate::output::pdf::image::Picture;
use crate::output::pdf::markup::PrintMarkup;
use crate::output::pdf::pages::{Metadata, Pages};
use crate::output::theme::Theme;
use std::sync::{Arc, OnceLock};

mod blocks;
mod checker;
mod columns;
mod faults;
mod fixtures;
mod forms;
mod heads;
mod page_ends;
mod pagination;
mod random;
mod running;
mod structure;
mod tables;

pub(crate) use checker::check;

/// The pictures of the sample documents, decoded once.
pub(super) fn pictures() -> &'static Pictures {
    static PICTURES: OnceLock<Pictures> = OnceLock::new();
    PICTURES.get_or_init(|| {
        let file = include_bytes!("../../../../tests/fixtures/print/crest.png");
        let picture = Arc::new(Picture::decode(file, "harbour.png").unwrap());
        ["letterheads/harbour.png", "chart.png"]
            .into_iter()
            .map(|name| (name.to_owned(), Arc::clone(&picture)))
            .collect()
    })
}

pub(super) fn metadata() -> Metadata {
    Metadata {
        title: "Memo".to_owned(),
        author: "M. Okafor".to_owned(),
        subject: "Test".to_owned(),
        keywords: Vec::new(),
        lang: Some(Lang::En),
        date: "2026-04-01".to_owned(),
        modified: None,
    }
}

/// The pages of markup in the built-in theme.
pub(super) fn laid_out(text: &str) -> Result<Pages, Vec<Diagnostic>> {
    let (theme, fonts) = fonts();
    lay_out_in(text, theme, fonts)
}

pub(super) fn lay_out_in(
    text: &str,
    theme: &Theme,
    fonts: &crate::output::pdf::font::FontSet,
) -> Result<Pages, Vec<Diagnostic>> {
    let markup = PrintMarkup {
        template: "templates/memo.pdf.html",
        text,
        written: &|_| None,
        leads: &|_| true,
    };
    let laid_out = layout_pages(markup, theme, fonts, pictures(), metadata());
    // Whatever is laid out here, its check finds the same without pages.
    let found = check_layout(markup, theme, fonts, pictures(), metadata());
    let told = match &laid_out {
        Ok(pages) => &pages.warnings,
        Err(findings) => findings,
    };
    assert_eq!(told, &found, "{text}");
    laid_out
}

/// A line of text on a page: what stands on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextLine {
    pub page: usize,
    pub y: f32,
    /// The left edge of the first run.
    pub x: f32,
    pub text: String,
}

/// The lines of the flow and of footnotes, page by page from the top.
pub(super) fn text_lines(pages: &Pages) -> Vec<TextLine> {
    use crate::output::pdf::pages::{Drawing, MarkRole};
    let mut lines: Vec<TextLine> = Vec::new();
    for (page, marks) in pages.pages.iter().enumerate() {
        for mark in &marks.marks {
            let (MarkRole::Content(_), Drawing::Text(run)) = (mark.role, &mark.drawing) else {
                continue;
            };
            let text: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
            let (x, y) = run.origin;
            match lines.last_mut() {
                Some(line) if line.page == page && (line.y - y).abs() < 4.5 => {
                    line.text.push_str(&text)
                }
                _ => lines.push(TextLine { page, y, x, text }),
            }
        }
    }
    lines
}

/// A document of these blocks.
pub(super) fn document(blocks: &str) -> String {
    format!("<div class=\"document\" lang=\"en-CA\">{blocks}</div>")
}

/// Lays out a document of these blocks, and has it checked.
pub(super) fn checked(blocks: &str) -> Pages {
    let text = document(blocks);
    let (theme, fonts) = fonts();
    let pages = laid_out(&text).unwrap_or_else(|findings| panic!("{findings:#?}"));
    assert_eq!(
        check(&text, &pages, theme, fonts),
        Vec::<String>::new(),
        "{text}"
    );
    pages
}

/// Paragraphs of one line each: `Line 1.` and so on.
pub(super) fn filler(count: usize) -> String {
    (1..=count)
        .map(|number| format!("<p>Line {number}.</p>"))
        .collect()
}

/// A paragraph of about `words` words.
pub(super) fn prose(words: usize) -> String {
    let source = "the ministry renews the agreements of service delivery and informs all organizations about the transition in good time so that nobody is left without support";
    let text: Vec<&str> = source.split(' ').cycle().take(words).collect();
    text.join(" ")
}
