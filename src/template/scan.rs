//! The filter `safe`, found in a template's text before it is ever filled.

use super::counted::tokens::{TagToken, quoted, tokens};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};
use crate::template::codes::TEMPLATE_SAFE;
use std::ops::Range;
use std::sync::Arc;

/// A finding for each use of `safe`.
pub(super) fn find_safe(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let text = file.text();
    tags(text)
        .into_iter()
        .flat_map(|tag| uses(text, tag))
        .map(|range| Diagnostic::told(Span::new(file, range), TEMPLATE_SAFE.say("safe", &[])))
        .collect()
}

/// What stands between `{{ }}` and `{% %}`, outside comments and raw text, as Tera's lexer
/// has it.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let behind = rest.get(2..).unwrap_or_default();
        let close = match rest.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => {
                let end = behind.find("#}").map(|end| start + 2 + end + 2);
                at = end.unwrap_or(text.len());
                continue;
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        if close == "%}"
            && let Some(raw) = named_tag(behind, "raw")
        {
            at = start + 2 + raw + end_of_raw(behind.get(raw..).unwrap_or_default());
            continue;
        }
        let end = end_of_tag(text, start + 2, close);
        tags.push(start + 2..end);
        at = end + 2;
    }
    tags
}

/// How long a tag of one word is, from behind its `{%` to its end.
fn named_tag(text: &str, name: &str) -> Option<usize> {
    let blank = |c: char| c.is_ascii_whitespace();
    let rest = text.strip_prefix('-').unwrap_or(text);
    let rest = rest.trim_start_matches(blank).strip_prefix(name)?;
    let rest = rest.trim_start_matches(blank);
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix("%}")?;
    Some(text.len() - rest.len())
}

/// How long raw text is, with the tag that ends it.
fn end_of_raw(text: &str) -> usize {
    let mut opens = text.match_indices("{%");
    let end = opens.find_map(|(at, _)| {
        let behind = at + 2;
        named_tag(text.get(behind..)?, "endraw").map(|length| behind + length)
    });
    end.unwrap_or(text.len())
}

/// Where a tag ends; texts in it do not end it.
fn end_of_tag(text: &str, from: usize, close: &str) -> usize {
    let mut at = from;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else {
            break;
        };
        if rest.starts_with(close) {
            return at;
        }
        at += match first {
            '"' | '\'' | '`' => quoted(rest, first),
            _ => first.len_utf8(),
        };
    }
    text.len()
}

/// Where `| safe` or `filter safe` stands in a tag.
fn uses(text: &str, tag: Range<usize>) -> Vec<Range<usize>> {
    let inside = text.get(tag.clone()).unwrap_or_default();
    let found = tokens(inside);
    let word = |at: usize| {
        let token = found.get(at).filter(|(kind, _)| *kind != TagToken::Literal);
        token.and_then(|(_, range)| inside.get(range.clone()))
    };
    let is_use = |at: &usize| {
        let before = at.checked_sub(1).and_then(word);
        word(*at) == Some("safe") && matches!(before, Some("|" | "filter"))
    };
    let uses = (0..found.len()).filter(is_use);
    uses.map(|at| tag.start + found[at].1.start..tag.start + found[at].1.end)
        .collect()
}
