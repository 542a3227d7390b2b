//! Markdown in what facts print, which is text as it stands.

use crate::check::context::Context;
use crate::check::outline::parts::Outline;
use crate::diagnostic::Diagnostic;
use crate::document::markdown::{Form, Reading, Sort, read_markdown};
use crate::locale::Formatted;
use crate::memo::{Fact, TextValue};
use std::ops::Range;

crate::diagnostic::codes! {
    MARKUP_IN_FACT = "W064", "markup-in-fact", Warning;
}

/// Finds marks in named Texts that would be marks in a body.
pub(super) fn check(outline: &Outline<'_>, context: &Context<'_>) -> Vec<Diagnostic> {
    let lang = outline.document.lang;
    let Some(memo) = context.memo else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for fact in &memo.facts {
        let Fact::Text(text) = &fact.value else {
            continue;
        };
        let TextValue::Bilingual(words) = &text.value else {
            continue;
        };
        let Some((range, mark)) = words[lang].as_deref().and_then(marked) else {
            continue;
        };
        let place = text.place.key(lang.code());
        let span = context.places.span_in(&memo.file, &place, range);
        let wording = MARKUP_IN_FACT.say("marks", given!(fact = fact.name, mark));
        findings.push(Diagnostic::told(span, wording).lang(lang));
    }
    findings
}

/// The first marks in words that are Markdown elsewhere, and what they mark.
fn marked(words: &str) -> Option<(Range<usize>, &'static str)> {
    let formatted = Formatted {
        text: words.to_owned(),
        ..Formatted::default()
    };
    let reading = read_markdown(&formatted, Form::Line);
    let run = reading.runs.first()?;
    let at = run.range.clone().find(|at| is_mark(&reading, *at))?;
    let mark = match words.as_bytes().get(at) {
        Some(b'[') => "link",
        Some(b'<') => "tag",
        Some(b'`') => "code",
        _ => "stress",
    };
    Some((at..run.range.end, mark))
}

fn is_mark(reading: &Reading, at: usize) -> bool {
    let byte = reading.text.as_bytes().get(at);
    let mark = matches!(byte, Some(b'*' | b'_' | b'[' | b'<' | b'~'));
    mark && reading.sort(at) == Sort::Mark || byte == Some(&b'`') && reading.sort(at) == Sort::Code
}
