//! The lines of a YAML file, told apart without parsing it: which begin an entry,
//! which are the inside of a longer text. Works on files that no parser reads.

use std::ops::Range;

/// A line that begins an entry; lines inside a longer text are not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct YamlLine<'t> {
    /// Where it begins in the file.
    pub(super) start: usize,
    /// The line without its break.
    pub(super) text: &'t str,
    /// Where the content begins, behind the indentation and the dashes of items.
    pub(super) content: usize,
    /// The key, if there is one.
    pub(super) key: Option<Range<usize>>,
    /// The value on this line, or the content where there is no key; without the
    /// spaces around it.
    pub(super) value: Range<usize>,
    /// Where the value is quoted: the byte behind its closing quotation mark, or
    /// none where that is missing.
    pub(super) quoted: Option<Option<usize>>,
    /// Whether it runs on a text that began, unquoted, on a line before.
    pub(super) continues: bool,
}

/// The lines of `text` that begin an entry.
pub(super) fn lines(text: &str) -> Lines<'_> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    Lines {
        text,
        at: start,
        plain: None,
    }
}

/// The lines of a text.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    /// The indentation above which lines run on a text that is not quoted.
    plain: Option<usize>,
}

impl<'t> Iterator for Lines<'t> {
    type Item = YamlLine<'t>;

    fn next(&mut self) -> Option<YamlLine<'t>> {
        loop {
            let start = self.at;
            let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
            let length = rest.find('\n').unwrap_or(rest.len());
            self.at = start + length + 1;
            let text = rest[..length].trim_end_matches('\r');
            let content = text.trim_start();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let indent = text.len() - text.trim_start_matches(' ').len();
            if self.plain.is_some_and(|parent| indent > parent) {
                let value = start + indent..(start + text.trim_end().len()).max(start + indent);
                return Some(YamlLine {
                    start,
                    text,
                    content: value.start,
                    key: None,
                    value,
                    quoted: None,
                    continues: true,
                });
            }
            let mut line = split(start, text);
            self.plain = None;
            self.skip_inside(&mut line);
            return Some(line);
        }
    }
}

impl Lines<'_> {
    /// Goes past the lines that a block scalar, a quoted scalar or a flow
    /// collection runs on over.
    fn skip_inside(&mut self, line: &mut YamlLine<'_>) {
        let value = &self.text[line.value.clone()];
        let parent = line.content - line.start;
        let parent = if line.key.is_some() {
            parent
        } else {
            parent.saturating_sub(1)
        };
        match value.bytes().next() {
            Some(b'|' | b'>') if is_block_header(value) => {
                while let Some((end, indent)) = self.next_line() {
                    if indent.is_some_and(|indent| indent <= parent) {
                        break;
                    }
                    self.at = end;
                }
            }
            Some(quote @ (b'"' | b'\'')) => {
                let limit = self.reach(parent);
                let inner = &self.text[line.value.start + 1..limit];
                let close = closing_quote(inner, quote).map(|at| line.value.start + 2 + at);
                line.quoted = Some(close);
                if let Some(close) = close {
                    self.go_past(close);
                }
            }
            Some(b'{' | b'[') => {
                let limit = self.reach(parent);
                let inner = &self.text[line.value.start..limit];
                if let Some(close) = closing_bracket(inner) {
                    self.go_past(line.value.start + close);
                }
            }
            None if self.has_text_below(line, parent) => self.plain = Some(parent),
            Some(b'#') | None => {}
            // A line alone may be a key that lacks its colon or its space.
            Some(_) if line.key.is_some() || line.text.trim_start().starts_with("- ") => {
                self.plain = Some(parent);
            }
            Some(_) => {}
        }
    }

    /// Whether words stand below a language's key that has nothing on its line.
    fn has_text_below(&self, line: &YamlLine<'_>, parent: usize) -> bool {
        let key = line.key.clone().map(|key| &self.text[key]);
        if !matches!(key, Some("en" | "fr")) {
            return false;
        }
        let below = self.text.get(self.at..).unwrap_or_default();
        let Some(first) = below.lines().find(|line| !line.trim().is_empty()) else {
            return false;
        };
        let content = first.trim_start_matches(' ');
        first.len() - content.len() > parent
            && key_length(content).is_none()
            && content.starts_with(char::is_alphanumeric)
    }

    fn go_past(&mut self, offset: usize) {
        while self.at <= offset && self.at < self.text.len() {
            match self.next_line() {
                Some((end, _)) => self.at = end,
                None => return,
            }
        }
    }

    /// The end of the lines from here that are indented deeper than `parent`.
    fn reach(&mut self, parent: usize) -> usize {
        let here = self.at;
        while let Some((end, indent)) = self.next_line() {
            if indent.is_some_and(|indent| indent <= parent) {
                break;
            }
            self.at = end;
        }
        let limit = self.at.min(self.text.len());
        self.at = here;
        limit
    }

    /// The end of the next line, break included, and its indentation, or none
    /// where it is blank.
    fn next_line(&self) -> Option<(usize, Option<usize>)> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let line = &rest[..length];
        let content = line.trim_start_matches(' ');
        let indent = (!content.trim().is_empty()).then_some(line.len() - content.len());
        Some((self.at + length, indent))
    }
}

/// Whether a value is `|` or `>` with its indicators and perhaps a comment.
pub(super) fn is_block_header(value: &str) -> bool {
    let rest =
        value[1..].trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    rest.trim().is_empty() || rest.starts_with(' ') && rest.trim_start().starts_with('#')
}

fn split<'t>(start: usize, text: &'t str) -> YamlLine<'t> {
    let mut content = text.len() - text.trim_start().len();
    while text[content..].starts_with("- ") {
        let after = &text[content + 1..];
        content = text.len() - after.trim_start().len();
    }
    let rest = &text[content..];
    let key_length = key_length(rest);
    let value_start = match key_length {
        Some(length) => content + length + 1,
        None => content,
    };
    let value = &text[value_start..];
    let lead = value.len() - value.trim_start().len();
    let value_start = start + value_start + lead;
    YamlLine {
        start,
        text,
        content: start + content,
        key: key_length.map(|length| {
            let key = rest[..length].trim_end().len();
            start + content..start + content + key
        }),
        value: value_start..value_start + value.trim().len(),
        quoted: None,
        continues: false,
    }
}

/// Where the colon behind a key stands, if the content begins with a key.
fn key_length(content: &str) -> Option<usize> {
    if content.starts_with(['{', '[', '#', '|', '>']) {
        return None;
    }
    let skip = match content.bytes().next() {
        Some(quote @ (b'"' | b'\'')) => closing_quote(&content[1..], quote)? + 2,
        _ => 0,
    };
    let colon = content[skip..]
        .match_indices(':')
        .map(|(at, _)| skip + at)
        .find(|&at| matches!(content.as_bytes().get(at + 1), None | Some(b' ' | b'\t')))?;
    (!content[skip..colon].contains(" #")).then_some(colon)
}

/// Where the quotation mark that closes stands in the text behind the opening one.
pub(super) fn closing_quote(text: &str, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if quote == b'"' && byte == b'\\' {
            at += 2;
        } else if byte == quote {
            if quote == b'\'' && bytes.get(at + 1) == Some(&quote) {
                at += 2;
            } else {
                return Some(at);
            }
        } else {
            at += 1;
        }
    }
    None
}

/// Where the bracket that closes the first one stands.
pub(super) fn closing_bracket(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            b'"' | b'\'' if matches!(before, Some(b' ' | b',' | b'[' | b'{' | b':')) => {
                at += 1 + closing_quote(&text[at + 1..], byte)?;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(&str, &str)> {
        lines(text)
            .map(|line| {
                (
                    line.key.map_or("", |key| &text[key]),
                    &text[line.value.clone()],
                )
            })
            .collect()
    }

    #[test]
    fn the_inside_of_longer_texts_is_skipped() {
        let text =
            "a: |\n  x: y\n\n  z\nb: \"one\n  c: two\"\nd: {\n  e: f }\n- - g: h\n- 'i: j'\n";
        assert_eq!(
            values(text),
            [
                ("a", "|"),
                ("b", "\"one"),
                ("d", "{"),
                ("g", "h"),
                ("", "'i: j'")
            ]
        );
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_entry() {
        let text = "a: \"one\nb: two\n";
        assert_eq!(values(text), [("a", "\"one"), ("b", "two")]);
        assert_eq!(lines(text).next().map(|line| line.quoted), Some(Some(None)));
    }
}
