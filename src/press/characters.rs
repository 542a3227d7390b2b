//! Characters that no font has, found while the memo's line is still known.

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Origin, Visitor};
use crate::output::pdf::codes::MISSING_CHARACTER;
use crate::output::pdf::font::FontSet;
use crate::source::Span;

/// The findings for characters of a document that no font of the theme has.
pub(super) fn missing_characters(
    document: &Document,
    fonts: &FontSet,
    span: &dyn Fn(&Origin) -> Span,
) -> Vec<Diagnostic> {
    let mut search = Search {
        fonts,
        span,
        lang: document.lang,
        findings: Vec::new(),
    };
    search.document(document);
    search.findings
}

struct Search<'a> {
    fonts: &'a FontSet,
    span: &'a dyn Fn(&Origin) -> Span,
    lang: crate::lang::Lang,
    findings: Vec<Diagnostic>,
}

impl<'d> Visitor<'d> for Search<'_> {
    fn text(&mut self, text: &'d str, origin: &'d Origin) {
        let mut told: Vec<&str> = Vec::new();
        for run in self.fonts.missing_runs(text) {
            let characters = &text[run];
            if told.contains(&characters) {
                continue;
            }
            told.push(characters);
            let whole = (self.span)(origin);
            let span = match whole.text().find(characters) {
                Some(at) => {
                    let start = whole.range().start + at;
                    Span::new(whole.file(), start..start + characters.len())
                }
                None => whole,
            };
            self.findings.push(
                Diagnostic::new(&MISSING_CHARACTER, span, message(characters))
                    .lang(self.lang)
                    .hint("write it otherwise, or add a font that has it to `fallback` in templates/theme.yaml"),
            );
        }
    }
}

/// What is missing: the characters, with the codes of the first few.
fn message(characters: &str) -> String {
    const SHOWN: usize = 20;
    const CODES: usize = 4;
    let mut letters: Vec<char> = Vec::new();
    for letter in characters.chars().filter(|c| !c.is_whitespace()) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let codes: Vec<String> = letters
        .iter()
        .take(CODES)
        .map(|letter| format!("U+{:04X}", u32::from(*letter)))
        .collect();
    let more = if letters.len() > CODES { ", …" } else { "" };
    let shown: String = characters.chars().take(SHOWN).collect();
    let cut = if shown.len() < characters.len() {
        "…"
    } else {
        ""
    };
    let noun = if letters.len() == 1 {
        "character"
    } else {
        "characters"
    };
    format!(
        "no font has the {noun} `{shown}{cut}` ({}{more})",
        codes.join(", ")
    )
}
