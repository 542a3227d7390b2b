//! Characters that no font has, found while the memo's line is still known.

use crate::diagnostic::{Diagnostic, Wording};
use crate::document::{Document, Origin, Visitor};
use crate::lang::Lang;
use crate::output::pdf::codes::MISSING_CHARACTER;
use crate::output::pdf::font::FontSet;
use crate::source::Span;

crate::diagnostic::phrases! {
    WORDS = "words";
}

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
    lang: Lang,
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
            let finding = Diagnostic::told(span, wording(characters));
            self.findings.push(finding.lang(self.lang));
        }
    }
}

/// What is missing: the characters, with the codes of the first few.
fn wording(characters: &str) -> Wording {
    const SHOWN: usize = 20;
    const CODES: usize = 4;
    let mut letters: Vec<char> = Vec::new();
    for letter in characters.chars().filter(|c| !c.is_whitespace()) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let codes = letters.iter().take(CODES);
    let codes: Vec<String> = codes
        .map(|it| format!("U+{:04X}", u32::from(*it)))
        .collect();
    let shown: String = characters.chars().take(SHOWN).collect();
    WORDS.say(
        &MISSING_CHARACTER,
        "missing",
        given!(
            count = letters.len(),
            cut = (shown.len() < characters.len()),
            shown,
            more = (letters.len() > CODES),
            codes = codes.join(", ")
        ),
    )
}
