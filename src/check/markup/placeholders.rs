//! What was left standing for words that are to come.

use crate::check::Context;
use crate::check::outline_parts::Outline;
use crate::check::place::Finder;
use crate::diagnostic::codes::parity::LEFTOVER;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::locale::lexicon::{Leftover, leftovers};
use crate::memo::{Fact, TextValue};
use crate::source::Span;

/// Finds what was left over in a document, and in the words of the memo's facts.
pub(super) fn check(
    outline: &Outline<'_>,
    context: &Context<'_>,
    finder: Finder<'_>,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for text in outline.texts() {
        let leaf = &text.leaf;
        for left in leftovers(&leaf.text) {
            let span = finder.of_range(leaf, &left.range);
            let escaped = span.as_ref().is_some_and(is_escaped);
            if left.is_lost || leaf.is_plain(&left.range) && !escaped {
                findings.push(finding(&left, span, leaf.lang));
            }
        }
    }
    findings.extend(in_facts(outline.document.lang, context));
    findings
}

/// Whether a backslash says that a bracket is meant.
fn is_escaped(span: &Span) -> bool {
    let before = span.file().text().get(..span.range().start);
    before.is_some_and(|before| before.ends_with('\\'))
}

fn finding(left: &Leftover, span: Option<Span>, lang: Lang) -> Diagnostic {
    let mut finding = Diagnostic::new(
        &LEFTOVER,
        span,
        format!("{} was left in the text", left.kind),
    )
    .lang(lang)
    .hint("write what belongs here, or take it out");
    if !left.sure {
        finding.severity = Severity::Warning;
    }
    finding
}

/// The leftovers in named Texts, at the facts themselves.
fn in_facts(lang: Lang, context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(memo) = context.memo else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for fact in &memo.facts {
        let Fact::Text(text) = &fact.value else {
            continue;
        };
        let (words, place) = match &text.value {
            TextValue::Bilingual { en, fr } => {
                let words = match lang {
                    Lang::En => en,
                    Lang::Fr => fr,
                };
                (words.as_deref(), text.place.key(lang.code()))
            }
            TextValue::Shared(words) => (Some(words.as_str()), text.place.clone()),
            TextValue::Message { .. } => (None, text.place.clone()),
        };
        for left in words.map(leftovers).unwrap_or_default() {
            // What is a placeable there is read as one.
            if words.is_some_and(|words| words[left.range.clone()].starts_with('{')) {
                continue;
            }
            let span = context
                .places
                .span_in(&memo.file, &place, left.range.clone());
            findings.push(finding(&left, Some(span), lang));
        }
    }
    findings
}
