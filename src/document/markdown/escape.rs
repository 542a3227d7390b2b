//! Plain text as Markdown that shows it as it is, with as few backslashes as
//! that takes: the Markdown is read raw, too.

use crate::language::Piece;

/// What stands for a `<` that is no tag: readers less strict than CommonMark's take it
/// for one, and not all of them know a backslash before it.
pub(crate) const LESS_THAN: &str = "&lt;";

/// Whether a `<` before this character may be taken for the beginning of a tag.
pub(crate) fn begins_tag(next: char) -> bool {
    next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')
}

/// Escapes `text` for running text. `line_start` says that it begins a line, where
/// more characters have a meaning.
pub(crate) fn escape_text(text: &str, line_start: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        if c == '<' && next.is_none_or(begins_tag) {
            escaped.push_str(LESS_THAN);
            before = Some(c);
            continue;
        }
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' => true,
            '_' => !(is_word(before) && is_word(next)),
            '&' => begins_reference(next),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        // A line break would begin a new line, or a new paragraph.
        escaped.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
        before = Some(c);
    }
    if line_start {
        escape_line_start(&escaped)
    } else {
        escaped
    }
}

/// Escapes what a value prints, whatever stands before and after it. A backtick is
/// written by its number, since no backslash helps it behind another.
pub(crate) fn escape_value(text: &str) -> String {
    let parts: Vec<String> = text
        .split('`')
        .map(|part| escape_text(part, false))
        .collect();
    let mut escaped = parts.join("&#96;");
    // What follows might make an entity of it.
    if escaped.ends_with('&') {
        escaped.insert(escaped.len() - 1, '\\');
    }
    escaped
}

/// Writes blanks at the ends of a value by their numbers: Markdown would drop them, or
/// read the marks beside them in another way.
pub(crate) fn keep_blanks(markdown: &str) -> String {
    let blanks = |text: &str| "&#32;".repeat(text.chars().count());
    let rest = markdown.trim_start_matches([' ', '\t']);
    let words = rest.trim_end_matches([' ', '\t']);
    let start = &markdown[..markdown.len() - rest.len()];
    format!("{}{words}{}", blanks(start), blanks(&rest[words.len()..]))
}

/// Running text as Markdown that may stand alone on a line, or behind `##`.
pub(crate) fn escape_line(markdown: &str) -> String {
    let mut line = escape_line_start(markdown);
    // A heading would lose a `#` at its end.
    if line.ends_with('#') && !line.ends_with("\\#") {
        line.insert(line.len() - 1, '\\');
    }
    line
}

/// Puts a backslash where Markdown that is meant as running text would begin a
/// heading, a list, a quotation, code, a definition or a rule if it began a line.
pub(crate) fn escape_line_start(markdown: &str) -> String {
    match line_start_escape(markdown) {
        Some(at) => format!("{}\\{}", &markdown[..at], &markdown[at..]),
        None => markdown.to_owned(),
    }
}

/// Where the backslash goes that keeps Markdown from beginning a block, if it needs
/// one.
pub(crate) fn line_start_escape(markdown: &str) -> Option<usize> {
    let is_rule = |mark: char| {
        markdown.chars().all(|c| c == mark || c == ' ')
            && markdown.chars().filter(|c| *c == mark).count() >= 3
    };
    if is_rule('*')
        || is_rule('_')
        || begins_definition(markdown)
        || markdown.starts_with("~~~")
        || markdown.starts_with("```") && !markdown.trim_start_matches('`').contains('`')
    {
        return Some(0);
    }
    let digits = markdown.bytes().take_while(u8::is_ascii_digit).count();
    // "6." begins a list, "6.5" does not.
    let ends_marker = matches!(
        markdown.as_bytes().get(digits + 1),
        None | Some(b' ' | b'\t' | b'\n')
    );
    match markdown.as_bytes().get(digits) {
        Some(b'.' | b')') if (1..=9).contains(&digits) && ends_marker => Some(digits),
        Some(b'#' | b'+' | b'-' | b'>' | b'=') if digits == 0 => Some(0),
        // Readers that know definitions take it for the mark of one.
        Some(b':') if markdown[1..].starts_with([' ', '\t']) => Some(0),
        Some(b'*') if digits == 0 && matches!(markdown.as_bytes().get(1), None | Some(b' ')) => {
            Some(0)
        }
        _ => None,
    }
}

/// Whether Markdown begins with a label and a colon, as the definitions of links and
/// notes do.
fn begins_definition(markdown: &str) -> bool {
    let mut rest = markdown.strip_prefix('[').unwrap_or_default().chars();
    loop {
        match rest.next() {
            Some('\\') => {
                rest.next();
            }
            Some(']') => return rest.next() == Some(':'),
            Some('[') | None => return false,
            Some(_) => {}
        }
    }
}

/// A code span that shows `text`, with so many backticks around it at least: those that
/// it had, so that none in the words before it ends it.
pub(crate) fn code_span(text: &str, least: usize) -> String {
    let runs = || text.split(|c| c != '`').map(str::len);
    let taken = runs().any(|run| run == least);
    let longest = runs().max().unwrap_or_default();
    let length = if taken { longest + 1 } else { least };
    let fence = "`".repeat(length.max(1));
    let edge = |c: Option<char>| c == Some('`');
    let all_space = text.chars().all(|c| c == ' ');
    let padded = edge(text.chars().next())
        || edge(text.chars().last())
        || (text.starts_with(' ') && text.ends_with(' ') && !all_space);
    let space = if padded { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A link's destination in round brackets.
pub(crate) fn destination(url: &str) -> String {
    rewritten(url, |c, _| match c {
        '(' => Some("%28"),
        ')' => Some("%29"),
        '\\' => Some("%5C"),
        '<' => Some("%3C"),
        '>' => Some("%3E"),
        ' ' => Some("%20"),
        _ => None,
    })
}

/// A text with what is to stand in the place of some characters, each of which is told
/// with what follows it.
pub(super) fn rewritten(
    text: &str,
    instead: impl Fn(char, &str) -> Option<&'static str>,
) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match instead(c, &text[at + c.len_utf8()..]) {
            Some(other) => written.push_str(other),
            None => written.push(c),
        }
    }
    written
}

/// Whether a backslash stands before a byte that is none itself.
pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes % 2 == 1
}

/// A link's title with the quotation marks around it, behind a space; nothing where
/// there is none.
pub(crate) fn title(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    let written = rewritten(title, |c, rest| match c {
        '\\' => Some("\\\\"),
        '"' => Some("\\\""),
        '<' if rest.starts_with(begins_tag) => Some(LESS_THAN),
        '&' if begins_reference(rest.chars().next()) => Some("&amp;"),
        '\n' | '\r' => Some(" "),
        _ => None,
    });
    format!(" \"{written}\"")
}

/// Whether a `&` before this character may begin an entity.
fn begins_reference(next: Option<char>) -> bool {
    next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic())
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Pieces as Markdown, raised ones in `<sup>`.
pub(super) fn raised(pieces: &[Piece], escape: impl Fn(&str) -> String) -> String {
    let write = |piece: &Piece| match piece.superscript {
        true => format!("<sup>{}</sup>", escape(&piece.text)),
        false => escape(&piece.text),
    };
    pieces.iter().map(write).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    fn shown(markdown: &str) -> String {
        let mut text = String::new();
        for event in Parser::new(markdown) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{markdown:?} gives {other:?}"),
            }
        }
        text
    }

    #[test]
    fn text_shows_as_it_is() {
        for text in [
            "*a* _b_ `c` [d](e) <f> &amp; \\ ~~g~~",
            "1. a",
            "12) a",
            "- a",
            "+ a",
            "# a",
            "> a",
            "a_b_c and $1,250.00",
            "===",
            "* a",
            "R&D & co",
        ] {
            assert_eq!(shown(&escape_text(text, true)), text);
        }
    }

    #[test]
    fn ordinary_values_stay_readable() {
        for text in [
            "April 30, 2026",
            "1\u{a0}250\u{a0}000,00\u{a0}$",
            "416-555-0123",
            "6.5%",
        ] {
            assert_eq!(escape_text(text, true), text);
        }
        assert_eq!(escape_text("-5", false), "-5");
    }

    #[test]
    fn code_spans_hold_backticks() {
        for text in ["a", "a`b", "`", "``a", " a "] {
            let markdown = code_span(text, 1);
            let code: Vec<_> = Parser::new(&markdown)
                .filter_map(|event| match event {
                    Event::Code(code) => Some(code.into_string()),
                    _ => None,
                })
                .collect();
            assert_eq!(code, [text]);
        }
    }
}
