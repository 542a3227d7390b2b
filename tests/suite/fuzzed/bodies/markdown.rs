//! Markdown bodies: what documents print of them is the same in every format.

use super::memo::assert_released;
use super::room;
use crate::printed::{difference, words, words_of_pages};
use bimemo::document::Edition;
use bimemo::press::{Format, Press, Release, stops};
use bimemo::source::without_hidden;
use bimemo::workspace::Workspace;
use std::fmt::Write;

/// The input is a body in both languages.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let body = quoted(text);
    let memo = format!(
        "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Tides, fr: Marées }}\nsections:\n  \
         - body: {{ en: {body}, fr: {body} }}\n"
    );
    let mut files = room::beside();
    files.insert(room::MEMO.to_owned(), memo.into_bytes());
    let workspace = Workspace::of(files);
    let press = room::press();
    let in_print = room::is_one_of(4, data);
    let rendering = assert_released(&press, &workspace, in_print);
    if in_print && !stops(&rendering.findings, Release::Final) {
        assert_same_words(&press, &workspace);
    }
}

/// The three formats say the same in the same order.
fn assert_same_words(press: &Press, workspace: &Workspace) {
    let composition = press.compose(workspace, &room::memo(), Release::Final);
    for document in &composition.documents {
        let edition = Edition::Separate(document);
        let text = |format| {
            let files = press.set(workspace, &edition, format);
            let (_, bytes) = files.expect("what is released is set").swap_remove(0);
            String::from_utf8(bytes).expect("a document is UTF-8")
        };
        let pages = press.pages(workspace, &edition).expect("it is laid out");
        let html = words::of_page(&text(Format::Html));
        let print = words_of_pages(&pages);
        assert_same("page and pages", &html, &print);
        let markdown = words::of_markdown(&text(Format::Markdown));
        assert_same("Markdown and page", &markdown, &html);
    }
}

/// What nobody can see is found (W108), and in print it is left out.
fn assert_same(what: &str, one: &[String], other: &[String]) {
    let seen = |words: &[String]| {
        let words = words.iter().map(|word| without_hidden(word).into_owned());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    if let Some(difference) = difference(&seen(one), &seen(other)) {
        panic!("{what}:\n{difference}");
    }
}

/// A text as YAML writes it between double quotes.
pub fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            ' '..='~' => written.push(c),
            c if c.is_alphanumeric() => written.push(c),
            c => {
                let _ = write!(written, "\\U{:08x}", u32::from(c));
            }
        }
    }
    written.push('"');
    written
}
