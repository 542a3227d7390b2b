//! The lines of running text as rules look at them.

use super::report::WrittenText;
use crate::document::markdown::{Run, RunKind, Sort};
use std::ops::Range;

impl<'a> WrittenText<'a> {
    /// The runs in which lines could begin a list or a table.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, &'a Run)> {
        let runs = &self.reading.runs;
        let may = |run: &&Run| run.kind != RunKind::Cell;
        runs.iter().enumerate().filter(move |(_, run)| may(run))
    }

    /// The run before one in its container, where it is its neighbour and a paragraph.
    pub fn neighbour(&self, at: usize) -> Option<&'a Run> {
        let run = self.reading.runs.get(at)?;
        let before = self.reading.runs.get(at.checked_sub(1)?)?;
        let (container, part) = before.place;
        let follows = run.place == (container, part + 1);
        (follows && before.kind == RunKind::Paragraph).then_some(before)
    }

    /// The characters of these bytes.
    pub fn slice(&self, range: &Range<usize>) -> &'a str {
        self.reading.text.get(range.clone()).unwrap_or_default()
    }

    /// Whether the character at this byte is printed as it stands.
    pub fn is_typed(&self, at: usize) -> bool {
        self.reading.sort(at) == Sort::Typed
    }

    /// The character before a byte; none at the beginning of the text.
    pub fn before(&self, at: usize) -> Option<char> {
        self.slice(&(0..at)).chars().next_back()
    }

    /// The character at a byte.
    pub fn after(&self, at: usize) -> Option<char> {
        self.slice(&(at..self.reading.text.len())).chars().next()
    }

    /// The blanks before a byte on its line.
    pub fn blanks_before(&self, at: usize) -> Range<usize> {
        let before = self.slice(&(0..at));
        before.trim_end_matches([' ', '\t']).len()..at
    }
}

/// The blanks at the beginning of a text, in bytes: spaces of every kind and tabs.
pub(super) fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_blank).len()
}

/// Whether a character is a space of any kind or a tab.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r'
}

/// Whether a character is white space, or there is none.
pub(super) fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Whether characters have the form of an address: of a page, a mailbox, a place in the
/// document or a file.
pub(super) fn is_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = |prefix: &&str| lower.starts_with(*prefix);
    let known = [
        "http://", "https://", "mailto:", "tel:", "www.", "./", "../",
    ];
    let named = |name: &str| {
        name.split(['?', '#']).next().is_some_and(|name| {
            name.rsplit_once('.').is_some_and(|(stem, last)| {
                stem.chars().next_back().is_some_and(char::is_alphanumeric)
                    && (2..=5).contains(&last.len())
                    && last.chars().all(|c| c.is_ascii_alphanumeric())
                    && last.starts_with(|c: char| c.is_ascii_lowercase())
            })
        })
    };
    !text.is_empty()
        && !text.contains(char::is_whitespace)
        && (known.iter().any(begins)
            || text.strip_prefix('#').is_some_and(|id| {
                id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.len() > 1
            })
            || text.contains('@')
            || lower.split('/').next().is_some_and(named)
            || lower.rsplit('/').next().is_some_and(named))
}

/// A few words to quote a text by.
pub(super) fn excerpt(text: &str) -> String {
    const MOST: usize = 40;
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(&text).trim_end()),
        None => text,
    }
}
