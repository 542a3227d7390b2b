//! Traps of YAML, found in the lines of a file whether or not it can be parsed.

use super::layout::{MendedText, STAND_IN};
use super::scan::{self, YamlLine};
use crate::diagnostic::{Diagnostic, Wording};
use crate::memo::codes::{
    BRACE_AT_START, COLON_IN_TEXT, COMMENT_IN_TEXT, INDICATOR_AT_START, SEVERAL_DOCUMENTS,
    UNCLOSED_QUOTATION,
};
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// The traps in `file`, as it is read, in the order of the file.
pub(super) fn find(file: &Arc<SourceFile>, mended: &MendedText) -> Vec<Diagnostic> {
    let mut traps = Traps {
        file,
        mended,
        text: &mended.text,
        found: Vec::new(),
    };
    traps.documents();
    for line in scan::lines(&mended.text) {
        traps.line(&line);
    }
    traps.found
}

struct Traps<'f> {
    file: &'f Arc<SourceFile>,
    mended: &'f MendedText,
    text: &'f str,
    found: Vec<Diagnostic>,
}

impl Traps<'_> {
    fn add(&mut self, at: Range<usize>, wording: Wording) {
        let span = Span::new(self.file, self.mended.range(at));
        self.found.push(Diagnostic::told(span, wording));
    }

    /// A second `---` begins a second document, which would not be read.
    fn documents(&mut self) {
        let mut content = false;
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let line = line.trim_start_matches('\u{feff}').trim_end();
            let marker = line == "---" || line.starts_with("--- ");
            if marker && content {
                return self.add(start..start + 3, SEVERAL_DOCUMENTS.say("second", &[]));
            }
            content |= marker || !line.is_empty() && !line.starts_with(['#', '%']);
        }
    }

    fn line(&mut self, line: &YamlLine<'_>) {
        if line.continues {
            self.comment(line, &self.text[line.value.clone()]);
            return;
        }
        let value = &self.text[line.value.clone()];
        match value.chars().next() {
            Some('"' | '\'') => self.quoted(line, value),
            Some('{' | '[') => self.bracket(line, value),
            Some(first) if "*&!%@`".contains(first) => self.indicator(line, value, first),
            Some('|' | '>') if !scan::is_block_header(value) => self.block_header(line),
            Some('|' | '>') | None => {}
            Some('#') => self.comment(line, value),
            Some(_) => self.plain(line, value),
        }
    }

    fn quoted(&mut self, line: &YamlLine<'_>, value: &str) {
        let Some(close) = line.quoted else { return };
        let start = line.value.start;
        let Some(close) = close else {
            let wording = UNCLOSED_QUOTATION.say("open", given!(mark = &value[..1]));
            return self.add(start..start + 1, wording);
        };
        let line_end = self.text[close..]
            .find('\n')
            .map_or(self.text.len(), |at| close + at);
        let rest = &self.text[close..line_end];
        let after = rest.trim();
        if !after.is_empty() && !after.starts_with(['#', ':']) {
            let at = close + (rest.len() - rest.trim_start().len());
            self.add(at..at + after.len(), UNCLOSED_QUOTATION.say("more", &[]));
        }
    }

    fn bracket(&mut self, line: &YamlLine<'_>, value: &str) {
        let pattern = value.starts_with('{')
            && {
                let inner = value[1..].trim_start();
                inner.starts_with(['$', '"'])
                    || inner.starts_with('-')
                    || inner.find('(').is_some_and(|at| {
                        at > 0 && inner[..at].bytes().all(|byte| byte.is_ascii_uppercase())
                    })
            }
            && !value[1..]
                .trim_start()
                .trim_start_matches('"')
                .contains("\":");
        let after =
            scan::closing_bracket(value).map_or("", |close| value[close + 1..].trim_start());
        let goes_on = !after.is_empty() && !after.starts_with(['#', ',', '}', ']', ':']);
        if pattern || goes_on {
            let start = line.value.start;
            let (bracket, quoted) = (&value[..1], quoted(value));
            let wording = BRACE_AT_START.say("text", given!(bracket, quoted));
            self.add(start..start + 1, wording);
        }
    }

    fn indicator(&mut self, line: &YamlLine<'_>, value: &str, first: char) {
        let name = value[1..]
            .split([' ', '\t', ','])
            .next()
            .unwrap_or_default();
        let known = match first {
            '*' => !name.is_empty() && value.len() == 1 + name.len() && self.has_anchor(name),
            '&' => {
                let rest = value[1 + name.len()..].trim_start();
                rest.is_empty()
                    || rest.starts_with(['{', '[', '"', '\''])
                    || !name.is_empty() && self.text.contains(&format!("*{name}"))
            }
            // What is passed over is told already.
            '!' => name.starts_with('!') || value == STAND_IN,
            _ => false,
        };
        if !known {
            let start = line.value.start;
            let quoted = quoted(value);
            let wording = INDICATOR_AT_START.say("start", given!(sign = first, quoted));
            self.add(start..start + 1, wording);
        }
    }

    fn has_anchor(&self, name: &str) -> bool {
        self.text.contains(&format!("&{name}"))
    }

    fn block_header(&mut self, line: &YamlLine<'_>) {
        let start = line.value.start;
        let wording = INDICATOR_AT_START.say("header", given!(sign = &self.text[start..=start]));
        self.add(start..start + 1, wording);
    }

    fn plain(&mut self, line: &YamlLine<'_>, value: &str) {
        if line.key.is_some() {
            let text = value.find(" #").map_or(value, |at| &value[..at]);
            let colon = text
                .match_indices(':')
                .map(|(at, _)| at)
                .find(|&at| matches!(text.as_bytes().get(at + 1), None | Some(b' ' | b'\t')));
            if let Some(at) = colon {
                let at = line.value.start + at;
                let wording = COLON_IN_TEXT.say("inside", given!(quoted = quoted(value)));
                return self.add(at..at + 1, wording);
            }
            if value.starts_with("- ") || value == "-" {
                let start = line.value.start;
                return self.add(start..start + 1, INDICATOR_AT_START.say("list", &[]));
            }
        }
        self.comment(line, value);
    }

    /// A `#` in a text that is not quoted ends the text. Behind anything but a
    /// text in one language, `# ` with a space is taken as a comment that is meant.
    fn comment(&mut self, line: &YamlLine<'_>, value: &str) {
        let hash = if value.starts_with('#') {
            Some(0)
        } else {
            value.find(" #").map(|at| at + 1)
        };
        let Some(at) = hash else { return };
        let is_text = line
            .key
            .clone()
            .is_some_and(|key| matches!(&self.text[key], "en" | "fr"));
        let glued = value[at + 1..]
            .chars()
            .next()
            .is_some_and(char::is_alphanumeric);
        if glued || is_text && at > 0 {
            let wording = COMMENT_IN_TEXT.say("comment", given!(quoted = quoted(value)));
            self.add(line.value.start + at..line.value.end, wording);
        }
    }
}

/// The text in double quotation marks, as YAML reads it.
pub(super) fn quoted(text: &str) -> String {
    let text = shortened(text);
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// The text, cut off where it is long.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    format!("{}…", cut.trim_end())
}
