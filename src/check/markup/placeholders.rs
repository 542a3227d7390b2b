//! What was left standing for words that are to come.

use crate::check::context::Context;
use crate::check::outline::parts::Outline;
use crate::check::place::Finder;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{Leftover, leftovers};
use crate::memo::fact::NamedFact;
use crate::memo::{Fact, TextValue};
use crate::source::{SourceFile, Span};
use std::sync::Arc;

crate::diagnostic::codes! {
    LEFTOVER = "P072", "leftover", Error;
}

/// The words that fill the places of whole pages.
const LATIN: &str = "lorem ipsum";

/// Finds what was left over in a document, and in the words of named Texts.
pub(super) fn check(outline: &Outline<'_>, context: &Context<'_>) -> Vec<Diagnostic> {
    let finder = Finder {
        places: context.places,
    };
    let mut findings = Vec::new();
    // The first text that fills a place, and at how many more it stands: one page to write.
    let mut filler: Option<(usize, Leftover, Option<Span>, usize)> = None;
    for text in outline.texts() {
        let passage = &text.passage;
        for left in leftovers(&passage.text) {
            let span = finder.of_range(passage, &left.range);
            let escaped = span.as_ref().is_some_and(is_escaped);
            let lost_in_code = left.is_lost && !passage.touches_fact(&left.range);
            if lost_in_code || passage.is_plain(&left.range) && !escaped {
                let is_latin =
                    left.fills() && passage.slice(&left.range).eq_ignore_ascii_case(LATIN);
                match &mut filler {
                    Some((.., more)) if is_latin => *more += 1,
                    None if is_latin => filler = Some((findings.len(), left, span, 0)),
                    _ => findings.push(finding(&left, span, passage.lang, 0)),
                }
            }
        }
    }
    let lang = outline.document.lang;
    if let Some((at, left, span, more)) = filler {
        findings.insert(at, finding(&left, span, lang, more));
    }
    if let Some(memo) = context.memo {
        for fact in &memo.facts {
            findings.extend(in_fact(fact, &memo.file, lang, context));
        }
    }
    if let Some(settings) = context.settings {
        for fact in settings.facts.iter().filter(|it| prints(outline, &it.name)) {
            findings.extend(in_fact(fact, &settings.file, lang, context));
        }
    }
    findings
}

/// Whether a document prints a fact.
fn prints(outline: &Outline<'_>, name: &String) -> bool {
    let mut pieces = outline
        .texts()
        .into_iter()
        .flat_map(|text| &text.passage.pieces);
    pieces.any(|piece| piece.facts.contains(name))
}

/// Whether a backslash says that a bracket is meant.
fn is_escaped(span: &Span) -> bool {
    let before = span.file().text().get(..span.range().start);
    before.is_some_and(|before| before.ends_with('\\'))
}

fn finding(left: &Leftover, span: Option<Span>, lang: Lang, more: usize) -> Diagnostic {
    let wording = LEFTOVER.say("left", given!(kind = left.kind, more));
    Diagnostic::told(span, wording)
        .lang(lang)
        .unless_sure(left.sure)
}

/// The leftovers in a named Text, at the fact itself.
fn in_fact(
    fact: &NamedFact,
    file: &Arc<SourceFile>,
    lang: Lang,
    context: &Context<'_>,
) -> Vec<Diagnostic> {
    let Fact::Text(text) = &fact.value else {
        return Vec::new();
    };
    let (words, place) = match &text.value {
        TextValue::Bilingual(words) => (words[lang].as_deref(), text.place.key(lang.code())),
        TextValue::Shared(words) => (Some(words.as_str()), text.place.clone()),
        TextValue::Message { .. } => (None, text.place.clone()),
    };
    let words = words.unwrap_or_default();
    leftovers(words)
        .into_iter()
        // What is a placeable there is read as one.
        .filter(|left| !words[left.range.clone()].starts_with('{'))
        .map(|left| {
            let span = context.places.span_in(file, &place, left.range.clone());
            finding(&left, Some(span), lang, 0)
        })
        .collect()
}
