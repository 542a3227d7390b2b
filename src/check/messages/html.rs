//! HTML in messages, read as what it does: `<br>` parts lines, `<p>` and `<li>` are blocks,
//! and of the attributes of a tag only those count that a reader is given.

use crate::document::markdown::is_break;
use crate::locale::Formatted;
use std::ops::Range;

/// Elements that part what stands before them from what stands behind.
const BLOCKS: [&str; 15] = [
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ol",
    "p",
    "section",
    "ul",
];

/// Attributes that say something to a reader, or lead somewhere.
const SAID: [&str; 7] = [
    "alt",
    "aria-label",
    "href",
    "label",
    "placeholder",
    "src",
    "title",
];

/// Whether an element is one of blocks.
pub(super) fn is_block(name: &str) -> bool {
    name == "li" || BLOCKS.contains(&name)
}

/// What is written in the place of the bytes of a text.
type Change = (Range<usize>, &'static str);

/// Whether a text has blocks or lines of HTML.
pub(super) fn has_lines(text: &str) -> bool {
    changes(text).iter().any(|(_, mark)| !mark.is_empty())
}

/// The text with blanks and marks of Markdown in the place of its HTML: as many bytes as
/// before.
pub(super) fn without_html(formatted: &Formatted) -> Option<Formatted> {
    let changes = changes(&formatted.text);
    if changes.is_empty() {
        return None;
    }
    let mut read = formatted.clone();
    for (range, mark) in changes {
        let blanks = " ".repeat(range.len() - mark.len());
        read.text.replace_range(range, &format!("{blanks}{mark}"));
    }
    Some(read)
}

fn changes(text: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    // Code is printed as it stands.
    if text.contains('`') {
        return changes;
    }
    for (at, _) in text.match_indices('<') {
        let Some(tag) = text.get(at..).and_then(tag) else {
            continue;
        };
        let range = at..at + tag.len();
        let inside = tag.trim_matches(['<', '>', '/']);
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        if is_break(tag) {
            changes.push((range, "\n"));
        } else if name == "li" && !tag.starts_with("</") {
            changes.push((range, "\n- "));
        } else if is_block(&name) {
            changes.push((range, "\n\n"));
        } else {
            let own = attributes(tag).into_iter();
            changes.extend(own.map(|it| (at + it.start..at + it.end, "")));
        }
    }
    changes
}

/// The tag that a text begins with.
fn tag(text: &str) -> Option<&str> {
    let tag = text.get(..=text.find('>')?)?;
    let name = tag.trim_start_matches(['<', '/']);
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !tag[1..].contains('<');
    // What a placeable prints there may be anything.
    (is_tag && tag.is_ascii()).then_some(tag)
}

/// The attributes of a tag that say nothing to a reader: ` class="wide"`.
fn attributes(tag: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = tag[at..].find("=\"").map(|open| at + open) {
        let Some(close) = tag[open + 2..].find('"').map(|close| open + 2 + close) else {
            break;
        };
        let start = tag[..open].rfind(' ').unwrap_or(open);
        if !SAID.contains(&tag[start..open].trim()) {
            found.push(start..close + 1);
        }
        at = close + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let formatted = Formatted {
            text: text.to_owned(),
            ..Formatted::default()
        };
        without_html(&formatted).map(|it| it.text)
    }

    #[test]
    fn breaks_and_blocks_are_lines() {
        for (text, expected) in [
            ("a<br>b<BR /><br/>c", "a   \nb     \n    \nc"),
            ("<ul><li>a</li></ul>", "  \n\n \n- a   \n\n   \n\n"),
            ("<p class=\"mb-2.5\">a</p>", "                \n\na  \n\n"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read("`<br>` < b"), None);
        assert_eq!(read("<b>a</b> <you> a<b"), None);
    }

    #[test]
    fn attributes_that_say_nothing_go() {
        let read = read("<a href=\"/b\" class=\"x 2\" title=\"c\">d</a>");
        assert_eq!(
            read.as_deref(),
            Some("<a href=\"/b\"             title=\"c\">d</a>")
        );
    }
}
