//! Characters that no font has, found while the memo's line is still known.

use crate::diagnostic::Diagnostic;
use crate::document::{Block, BlockKind, Document, Inline, Origin, Phrase, Section};
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
    for phrase in phrases(document) {
        search.inlines(&phrase.inlines);
    }
    for section in document.sections.iter().chain(&document.appendices) {
        search.section(section);
    }
    for note in &document.notes {
        search.blocks(&note.body.blocks);
    }
    search.findings
}

/// The phrases outside the body, in the order of reading.
fn phrases(document: &Document) -> impl Iterator<Item = &Phrase> {
    let letterhead = document.letterhead.iter().flat_map(|letterhead| {
        letterhead.columns.iter().flat_map(|column| {
            column
                .organization
                .iter()
                .chain(&column.office)
                .chain(&column.lines)
        })
    });
    let fields = document
        .header
        .iter()
        .chain(&document.footer)
        .flat_map(|field| std::iter::once(&field.label).chain(&field.values));
    let signature = document.signature.iter().flat_map(|signature| {
        let lines = signature
            .signatories
            .iter()
            .chain(&signature.on_behalf_of)
            .flatten();
        signature.original.iter().chain(lines)
    });
    letterhead
        .chain(&document.classification)
        .chain(&document.marks)
        .chain(std::iter::once(&document.title))
        .chain(fields)
        .chain(&document.salutation)
        .chain(&document.closing)
        .chain(signature)
        .chain(document.words.iter().map(|(_, phrase)| phrase))
}

struct Search<'a> {
    fonts: &'a FontSet,
    span: &'a dyn Fn(&Origin) -> Span,
    lang: crate::lang::Lang,
    findings: Vec<Diagnostic>,
}

impl Search<'_> {
    fn section(&mut self, section: &Section) {
        if let Some(heading) = &section.heading {
            self.inlines(&heading.inlines);
        }
        self.blocks(&section.body.blocks);
        for inner in &section.sections {
            self.section(inner);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) => self.inlines(inlines),
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Table { header, rows, .. } => {
                    for cell in header.iter().chain(rows.iter().flatten()) {
                        self.inlines(&cell.inlines);
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks),
                BlockKind::Code { text, .. } => self.text(text, &block.origin),
                BlockKind::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, origin, .. } | Inline::Code { text, origin } => {
                    self.text(text, origin);
                }
                Inline::Emphasis(inlines)
                | Inline::Strong(inlines)
                | Inline::Deleted(inlines)
                | Inline::Superscript(inlines)
                | Inline::Subscript(inlines)
                | Inline::Link { inlines, .. }
                | Inline::Foreign(_, inlines) => self.inlines(inlines),
                Inline::Image { .. }
                | Inline::Break
                | Inline::NoteReference(_)
                | Inline::PageNumber
                | Inline::PageCount
                | Inline::Gap(_) => {}
            }
        }
    }

    fn text(&mut self, text: &str, origin: &Origin) {
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
