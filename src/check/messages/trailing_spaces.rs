//! Spaces at the end of a line.

use super::codes::TRAILING_SPACE;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        let found = ends(source.file.text());
        let Some(first) = found.first() else {
            continue;
        };
        let more = match found.len() - 1 {
            0 => String::new(),
            1 => ", and of one more".to_owned(),
            more => format!(", and of {more} more"),
        };
        let message = format!("a space stands at the end of this line{more}");
        out.push(
            Diagnostic::new(&TRAILING_SPACE, source.span(first.clone()), message)
                .lang(source.lang)
                .hint("take it out; where a space is meant, write `{ \" \" }`"),
        );
    }
}

/// The spaces at the ends of lines. A line of blanks says nothing, and a comment is not
/// printed.
fn ends(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from = start;
        start += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        let inside = line.trim_end_matches(' ');
        if inside.len() < line.len() && !inside.is_empty() && !line.starts_with('#') {
            found.push(from + inside.len()..from + line.len());
        }
    }
    found
}
