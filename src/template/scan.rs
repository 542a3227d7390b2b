//! The filter `safe`, found in a template's text before it is ever filled.

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

/// What stands between `{{ }}` and `{% %}`, outside comments and raw text.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let close = match rest.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => {
                at = rest.find("#}").map_or(text.len(), |end| start + end + 2);
                continue;
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        let end = end_of_tag(text, start + 2, close);
        let inside = start + 2..end;
        at = end + 2;
        let words = text.get(inside.clone()).unwrap_or_default();
        if close == "%}" && words.trim_matches(['-', ' ']) == "raw" {
            let rest = text.get(at..).unwrap_or_default();
            at = rest.find("endraw").map_or(text.len(), |end| at + end);
            continue;
        }
        tags.push(inside);
    }
    tags
}

/// Where a tag ends; strings in it do not end it.
fn end_of_tag(text: &str, from: usize, close: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.get(from..).unwrap_or_default().char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if text
                .get(from + at..)
                .is_some_and(|rest| rest.starts_with(close)) =>
            {
                return from + at;
            }
            None => {}
        }
    }
    text.len()
}

/// Where `| safe` or `filter safe` stands in a tag.
fn uses(text: &str, tag: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut quote = None;
    let mut word: Option<usize> = None;
    let inside = text.get(tag.clone()).unwrap_or_default();
    for (at, c) in inside.char_indices().chain([(inside.len(), ' ')]) {
        if let Some(open) = quote {
            if c == open {
                quote = None;
            }
            continue;
        }
        if c.is_alphanumeric() || c == '_' {
            word.get_or_insert(at);
            continue;
        }
        if let Some(start) = word.take() {
            let name = inside.get(start..at).unwrap_or_default();
            if name == "safe" && (before == "|" || before == "filter") {
                found.push(tag.start + start..tag.start + at);
            }
            name.clone_into(&mut before);
        }
        if matches!(c, '"' | '\'' | '`') {
            quote = Some(c);
            before.clear();
        } else if !c.is_whitespace() {
            before = c.to_string();
        }
    }
    found
}
