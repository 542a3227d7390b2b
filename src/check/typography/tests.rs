//! Every mark of a typewriter that a document still has is told, at its place.

use crate::check::typography::marks::{STRAIGHT_MARK, UNBALANCED_QUOTES};
use crate::check::{Context, check_documents};
use crate::diagnostic::Diagnostic;
use crate::document::tests::Stage;
use crate::document::{Block, BlockKind, Inline};
use crate::lang::Lang;
use crate::language::typography::is_straight;
use crate::source::SourceFile;

/// What the generated texts are put together from.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "\"", "\"", "'", "'", "´", "`", "“", "”", "«", "»", "‘", "’", " ", " ", " ", " ", " ",
    "mot", "plan", "a", "s", "l", "6", "12", "1990s", "2026", "(", ")", ". ", ",", ":", "--",
    "*x*", "**y**", "[^1]", "é", "-", "?", "…", "=", "n", "98", "$", "%", "\\\"", "&quot;",
];

struct Texts(u64);

impl Texts {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn text(&mut self) -> String {
        let count = 1 + self.below(14);
        let parts = (0..count).map(|_| PARTS[self.below(PARTS.len())]);
        format!("x {} x", parts.collect::<String>())
    }
}

fn memo(words: &str) -> String {
    let text = words.replace('\n', "\n        ");
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick }}\nrecipients: [{{ en: All, fr: Tous }}]\nsubject: {{ en: Keys, fr: Clés }}\nsections:\n  - body:\n      en: |\n        {text}\n      fr: |\n        {text}\n"
    )
}

/// The straight marks of running text.
fn straight(inlines: &[Inline], marks: &mut Vec<char>) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => marks.extend(text.chars().filter(|c| is_straight(*c))),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Deleted(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Link { inlines: inner, .. } => straight(inner, marks),
            _ => {}
        }
    }
}

fn in_blocks(blocks: &[Block]) -> Vec<char> {
    let mut marks = Vec::new();
    for block in blocks {
        if let BlockKind::Paragraph(inlines) = &block.kind {
            straight(inlines, &mut marks);
        }
    }
    marks
}

fn findings(stage: &Stage, yaml: &str, lang: Lang) -> (Vec<char>, Vec<Diagnostic>) {
    let (document, _) = stage.build(&SourceFile::new("memos/test.yaml", yaml), lang, false);
    let context = Context {
        memo: None,
        settings: None,
        places: &stage.places,
        known: &[],
    };
    let found = check_documents(&[&document], &context).findings;
    let bodies = document
        .sections
        .iter()
        .map(|section| in_blocks(&section.body.blocks));
    let notes = document
        .notes
        .iter()
        .map(|note| in_blocks(&note.body.blocks));
    (bodies.chain(notes).flatten().collect(), found)
}

/// The mark of a typewriter that a finding tells, which stands where it points.
fn mark_told(finding: &Diagnostic) -> Option<char> {
    if ![&UNBALANCED_QUOTES, &STRAIGHT_MARK].contains(&finding.code) {
        return None;
    }
    let mark = finding.message.split("mark ").nth(1)?.chars().next()?;
    let place = finding.span.as_ref()?.text();
    let there = place.ends_with(mark) || place == "&quot;" && mark == '"';
    assert!(
        there || !is_straight(mark),
        "{place} {:?} {}",
        finding.span,
        finding.span.as_ref().unwrap().file().text()
    );
    is_straight(mark).then_some(mark)
}

#[test]
fn every_straight_mark_that_is_left_has_a_finding() {
    let stage = Stage::new(&[]);
    let mut texts = Texts(0xC0FFEE);
    let mut left = 0;
    for _ in 0..120 {
        let paragraphs: Vec<String> = (0..12).map(|_| texts.text()).collect();
        let yaml = memo(&format!("{}\n\n[^1]: x", paragraphs.join("\n\n")));
        for lang in Lang::ALL {
            let (mut marks, found) = findings(&stage, &yaml, lang);
            let mut told: Vec<char> = found.iter().filter_map(mark_told).collect();
            marks.sort_unstable();
            told.sort_unstable();
            assert_eq!(told, marks, "{lang:?} {yaml} {found:?}");
            left += marks.len();
        }
    }
    assert!(left > 1_000, "{left}");
}
