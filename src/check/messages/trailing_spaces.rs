//! Spaces at the end of a line.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

crate::diagnostic::codes! {
    TRAILING_SPACE = "L045", "trailing-space", Note comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources() {
        let found = ends(source.file.text());
        let Some(first) = found.first() else {
            continue;
        };
        let wording = TRAILING_SPACE.say("ends", given!(more = (found.len() - 1)));
        out.push(Diagnostic::told(source.span(first.clone()), wording).lang(source.lang));
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
