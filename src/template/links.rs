//! Links that templates have literally, held against the schemes that documents may carry.

use crate::diagnostic::Diagnostic;
use crate::document::codes::UNSAFE_LINK;
use crate::document::unsafe_scheme;
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// A finding for each link of a page's template, or of a part of one, that begins with a
/// scheme that no document may carry.
pub(super) fn find_unsafe(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    if !file.path().ends_with(".html") {
        return Vec::new();
    }
    let text = file.text();
    let found = links(text).filter_map(|range| {
        let scheme = unsafe_scheme(text.get(range.clone())?)?;
        let wording = UNSAFE_LINK.say("begins", given!(scheme));
        Some(Diagnostic::told(Span::new(file, range), wording))
    });
    found.collect()
}

/// Where the links of `a` lead, as far as that is written out: up to the first field.
fn links(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let tags = text.match_indices("<a");
    tags.filter_map(|(at, tag)| {
        let start = at + tag.len();
        let rest = text.get(start..)?;
        if !rest.starts_with(char::is_whitespace) || is_remark(text, at) {
            return None;
        }
        let inside = rest.get(..rest.find('>').unwrap_or(rest.len()))?;
        let value = start + value_of(inside, "href")?;
        let quote = text.get(value - 1..value)?.chars().next()?;
        let written = text.get(value..)?;
        let end = written.find([quote, '{']).unwrap_or(written.len());
        Some(value..value + end)
    })
}

/// Where the value of an attribute begins, behind its quotation mark.
fn value_of(tag: &str, name: &str) -> Option<usize> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag.get(..at)?;
        let rest = tag.get(at + name.len()..)?;
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let begins = before.ends_with(|c: char| c.is_whitespace() || c == ':');
        let quoted = value.starts_with(['"', '\'']);
        (begins && quoted).then(|| tag.len() - value.len() + 1)
    })
}

/// Whether a place stands in a comment of the template.
fn is_remark(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    match before.rfind("{#") {
        Some(start) => !before.get(start..).is_some_and(|it| it.contains("#}")),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let file = SourceFile::new("templates/a.html", text);
        let found = find_unsafe(&file).into_iter();
        found
            .map(|it| it.span.map_or(String::new(), |span| span.text().to_owned()))
            .collect()
    }

    #[test]
    fn links_to_what_runs_are_found_where_they_stand() {
        for (text, link) in [
            ("<p><a href=\"javascript:a()\">b</a></p>", "javascript:a()"),
            ("<a class='x'\n href = 'ftp://a.ca/{{ b }}'>", "ftp://a.ca/"),
            ("<a xlink:href=\"data:text/html,a\">", "data:text/html,a"),
            ("<a href=\" java\tscript:a\">", " java\tscript:a"),
            ("<a href=\"file:///a\">", "file:///a"),
        ] {
            assert_eq!(found(text), [link], "{text}");
        }
        for safe in [
            "<a href=\"https://a.ca\"><a href='mailto:a@b.ca'><a href=\"tel:+1\"><a href=\"#a:b\">",
            "<a href=\"{{ link.href }}\"><a href=\"#{{ id }}\"><a name=\"ftp:\"><a>",
            "{# <a href=\"ftp://a\"> #}<abbr title=\"ftp:\"><a href=\"a/b:c\"><a href=\"a.pdf\">",
            "<link href=\"data:image/png;base64,\"/><a data-href=\"ftp:\"",
        ] {
            assert_eq!(found(safe), [""; 0], "{safe}");
        }
    }
}
