//! Lines that begin a block in another notation: boxes, headings, page breaks.

use super::lines::{excerpt, is_blank};
use super::report::{Report, WrittenText};
use crate::document::markdown::{Run, RunKind};
use std::ops::Range;

crate::diagnostic::codes! {
    FOREIGN_BLOCK = "W060", "foreign-block", Warning;
}

/// Words that stand alone in brackets where a table of contents is wanted.
const CONTENTS: [&str; 6] = [
    "[TOC]",
    "[toc]",
    "[[TOC]]",
    "[[_TOC_]]",
    "__TOC__",
    "[[toc]]",
];

/// Commands that begin a page, a line or a list elsewhere.
const COMMANDS: [&str; 10] = [
    "\\newpage",
    "\\pagebreak",
    "\\clearpage",
    "\\newline",
    "\\linebreak",
    "\\noindent",
    "\\bigskip",
    "\\begin",
    "\\end",
    "\\item",
];

/// How many words a heading has at most.
const HEADING: usize = 10;

/// Finds such lines.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for (_, run) in text.blocks() {
        // A box is told at its first line, not again where it ends.
        let mut boxed = false;
        for (at, line) in run.lines.iter().enumerate() {
            let words = text.slice(line);
            if words.is_empty() || !text.is_typed(line.start) {
                continue;
            }
            let fence = words.starts_with(":::");
            if fence && std::mem::replace(&mut boxed, fence) {
                report.claim(line.clone());
            } else if let Some((length, instead)) = block(words, run, at == 0) {
                let range = line.start..line.start + length;
                told(range, line, words, instead, report);
            }
        }
    }
}

fn told(range: Range<usize>, line: &Range<usize>, words: &str, instead: &str, report: &mut Report) {
    let mark = excerpt(words.get(..range.len()).unwrap_or(words));
    let wording = FOREIGN_BLOCK.say("printed", given!(mark, instead));
    report.add_whole(range, line.clone(), wording);
}

/// What a line begins: how many bytes of it say so, and what is to stand instead.
fn block(words: &str, run: &Run, first: bool) -> Option<(usize, &'static str)> {
    let name = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == ' ' || c == '{');
    if let Some(rest) = words.strip_prefix(":::") {
        let rest = rest.trim_start_matches(':');
        return (rest.is_empty() || name(rest)).then_some((words.len() - rest.len(), "box"));
    }
    for mark in ["!!! ", "??? ", ".. "] {
        let rest = words.strip_prefix(mark).filter(|_| first);
        let directive = |rest: &str| rest.split_once("::").is_some_and(|(name, _)| is_name(name));
        if rest.is_some_and(|rest| mark != ".. " || directive(rest)) {
            return Some((mark.trim_end().len(), "box"));
        }
    }
    if let Some(rest) = words.strip_prefix("[!") {
        let end = rest.find(']').filter(|end| is_name(&rest[..*end]))?;
        return Some((end + "[!]".len(), "alert"));
    }
    if CONTENTS.contains(&words) {
        return Some((words.len(), "contents"));
    }
    if let Some(command) = COMMANDS.iter().find(|command| begins_word(words, command)) {
        return Some((command.len(), "page"));
    }
    if words == "<<<" {
        return Some((words.len(), "page"));
    }
    if ["image::", "include::", "video::"]
        .iter()
        .any(|mark| words.starts_with(mark))
    {
        return Some((words.len(), "picture"));
    }
    (first && run.lines.len() == 1 && is_heading(words)).then_some(())?;
    let length = words.find(is_blank).unwrap_or(words.len());
    (run.kind != RunKind::Item).then_some((length, "heading"))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
}

fn begins_word(words: &str, word: &str) -> bool {
    words
        .strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether a line is a heading of AsciiDoc, MediaWiki (`== Words ==`), Textile or Jira
/// (`h2. Words`).
fn is_heading(words: &str) -> bool {
    let rest = words.trim_start_matches('=');
    let level = words.len() - rest.len();
    let titled = |rest: &str| {
        let title = rest.trim_start_matches(is_blank);
        title.len() < rest.len()
            && title.starts_with(char::is_uppercase)
            && title.split_whitespace().count() <= HEADING
    };
    let numbered = words
        .strip_prefix('h')
        .and_then(|rest| rest.strip_prefix(['1', '2', '3', '4', '5', '6']))
        .and_then(|rest| rest.strip_prefix('.'));
    ((2..=6).contains(&level) && titled(rest)) || numbered.is_some_and(titled)
}
