//! `<br>` in messages: each parts two lines, and two of them two blocks, as breaks of lines
//! do in the other language.

use crate::document::markdown::is_break;
use crate::locale::Formatted;
use std::ops::Range;

/// Whether a text has such a break.
pub(super) fn has(text: &str) -> bool {
    !found(text).is_empty()
}

/// The text with a break of a line, behind blanks, in the place of each `<br>`: it has as
/// many bytes as before.
pub(super) fn lines(formatted: &Formatted) -> Option<Formatted> {
    let found = found(&formatted.text);
    if found.is_empty() {
        return None;
    }
    let mut lines = formatted.clone();
    for range in found {
        let blanks = " ".repeat(range.len() - 1);
        lines.text.replace_range(range, &format!("{blanks}\n"));
    }
    Some(lines)
}

fn found(text: &str) -> Vec<Range<usize>> {
    // Code is printed as it stands.
    if !text.contains('<') || text.contains('`') {
        return Vec::new();
    }
    let starts = text.match_indices('<').map(|(at, _)| at);
    let tag = |at: usize| Some(at..at + text.get(at..)?.find('>')? + 1);
    let tags = starts.filter_map(tag);
    tags.filter(|tag| is_break(text.get(tag.clone()).unwrap_or_default()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_become_lines() {
        let formatted = Formatted {
            text: "a<br>b<BR /><br/>c".to_owned(),
            ..Formatted::default()
        };
        let lines = lines(&formatted).map(|it| it.text);
        assert_eq!(lines.as_deref(), Some("a   \nb     \n    \nc"));
        assert!(!has("`<br>` < b"));
    }
}
