use super::Account;
use crate::diagnostic::Diagnostic;
use crate::output::pdf::font::tests::fonts;
use crate::output::pdf::layout::layout_pages;
use crate::output::pdf::layout::tests::{document, laid_out, metadata, pictures};
use crate::output::pdf::markup::{Element, PrintMarkup, read_markup};
use crate::output::pdf::pages::{Drawing, Pages};
use crate::source::{SourceFile, Span};

/// Every kind of place in which words can stand.
const BLOCKS: &str = "<header class=\"running\"><p>Later heads</p></header>\
    <footer class=\"running\"><p>Foot <span class=\"page-number\"></span></p></footer>\
    <header class=\"banner\"><p>Banner<a class=\"note-reference\" href=\"#note-3\">3</a></p></header>\
    <h2>Heading</h2><p>One <em>two</em> three<a class=\"note-reference\" href=\"#note-1\">1</a> résu\u{AD}mé</p>\
    <dl class=\"header\"><dt>Label:</dt><dd>Value</dd></dl>\
    <ol><li class=\"task done\">item<ul><li><p>inner</p></li></ul></li></ol>\
    <table><thead><tr><th>head</th><td></td></tr></thead><tbody><tr><td>cell</td><td>$4</td></tr></tbody></table>\
    <blockquote>quoted</blockquote><pre><code>code  x\n</code></pre>\
    <div class=\"pair\"><div class=\"column\"><p>left</p></div><div class=\"column\" lang=\"fr\">droite</div></div>\
    <div class=\"note\" id=\"note-1\"><p>First<a class=\"note-reference\" href=\"#note-2\">2</a>.</p></div>\
    <div class=\"note\" id=\"note-2\"><p>Second.</p></div>\
    <div class=\"note\" id=\"note-3\"><p>Third.</p></div>";

fn root_of(text: &str) -> Element {
    let (theme, _) = fonts();
    let markup = PrintMarkup {
        template: "test",
        text,
        written: &|_| None,
        leads: &|_| true,
    };
    read_markup(markup, theme).unwrap()
}

/// The runs of glyphs of all pages.
fn runs(pages: &Pages) -> usize {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    marks
        .filter(|mark| matches!(mark.drawing, Drawing::Text(_)))
        .count()
}

#[test]
fn no_glyph_of_the_markup_goes_unmissed() {
    let text = document(BLOCKS);
    let root = root_of(&text);
    let account = Account::of(&root);
    let pages = laid_out(&text).unwrap();
    assert_eq!(account.unprinted(&pages.pages), Vec::new() as Vec<&_>);
    let mut missed = 0;
    for gone in 0..runs(&pages) {
        let mut pages = pages.clone();
        let marks = pages.pages.iter_mut().flat_map(|page| &mut page.marks);
        let mut texts = marks.filter_map(|mark| match &mut mark.drawing {
            Drawing::Text(run) => Some(run),
            _ => None,
        });
        let run = texts.nth(gone).unwrap();
        let glyphs = std::mem::take(&mut run.glyphs);
        let lost = account.unprinted(&pages.pages);
        // Labels are the theme's, and a number of a page is its own.
        let ours = glyphs
            .iter()
            .any(|glyph| glyph.source.is_some() && !glyph.text.trim().is_empty());
        assert_eq!(!lost.is_empty(), ours, "{glyphs:?}: {lost:?}");
        missed += lost.len();
    }
    assert!(missed > 20, "{missed}");
}

#[test]
fn a_head_of_later_pages_is_missed_where_there_are_some() {
    let text = document(
        "<header class=\"running\"><p>Later</p></header><p>a</p><p class=\"appendix\">b</p>",
    );
    let root = root_of(&text);
    let account = Account::of(&root);
    let pages = laid_out(&text).unwrap();
    assert_eq!(pages.pages.len(), 2);
    assert_eq!(account.unprinted(&pages.pages), Vec::new() as Vec<&_>);
    assert_eq!(account.unprinted(&pages.pages[..1])[0].words, "b");
    let mut headless = pages.pages.clone();
    headless[1].marks.retain(|mark| {
        !matches!(
            mark.role,
            crate::output::pdf::pages::MarkRole::Running { .. }
        )
    });
    assert_eq!(account.unprinted(&headless)[0].words, "Later");
}

/// What is found of markup, words being written at the beginning of a file.
fn found(text: &str) -> Vec<Diagnostic> {
    let (theme, fonts) = fonts();
    let memo = SourceFile::new("memos/a.yaml", "Lost words\n");
    let written = |words: &str| Some(Span::new(&memo, 0..memo.text().find(words)? + words.len()));
    let markup = PrintMarkup {
        template: "templates/memo.pdf.html",
        text,
        written: &written,
        leads: &|_| true,
    };
    let pages = layout_pages(markup, theme, fonts, pictures(), metadata());
    pages.err().unwrap_or_default()
}

#[test]
fn words_that_no_element_sets_are_found_with_their_place() {
    let text = document(
        "<p>a</p>\n<div class=\"columns\">Lost  words\n<div class=\"column\">b</div></div>",
    );
    // The check without pages finds the same.
    assert_eq!(laid_out(&text).unwrap_err().len(), 1);
    let found = found(&text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].code.id, "W044");
    assert_eq!(
        found[0].message,
        "`templates/memo.pdf.html` prints words that are set on no page, at line 2, column 22 of its markup: `Lost words`"
    );
    let span = found[0].span.as_ref().unwrap();
    assert_eq!(
        (span.file().path(), span.text()),
        ("memos/a.yaml", "Lost words")
    );
}

#[test]
fn a_note_that_nothing_refers_to_is_one_finding() {
    let found = found(&document(
        "<p>a</p><div class=\"note\" id=\"note-1\"><p>b</p></div>",
    ));
    let codes: Vec<_> = found.iter().map(|finding| finding.code.id).collect();
    assert_eq!(codes, ["W103"]);
}
