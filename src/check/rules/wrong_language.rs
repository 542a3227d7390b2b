//! Texts in the wrong language.

use super::scope::{Foreign, Scope, Told};
use super::untranslated;
use crate::check::outline::Text;
use crate::check::pairing::{Comparison, Mark, language};
use crate::check::passage::{Case, Passage, Role, Word};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon;
use std::ops::Range;

crate::diagnostic::codes! {
    WRONG_LANGUAGE = "P071", "wrong-language", Error;
}

/// Words from which on a language can be told.
const ENOUGH: usize = 6;

/// Finds texts, and sentences in them, in the other language.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    out.extend_from_slice(&told(scope).0);
}

/// The findings, and all pairs that are not to be compared, those that were not
/// translated among them.
pub(super) fn told<'s>(scope: &'s Scope<'_, '_>) -> &'s Told<Foreign> {
    let known = &untranslated::told(scope).1;
    scope
        .wrong_language
        .get_or_init(|| find(scope.comparison, known))
}

fn find(comparison: &Comparison<'_, '_>, known: &Foreign) -> Told<Foreign> {
    let (mut out, mut foreign) = (Vec::new(), known.clone());
    for (at, pair) in comparison.pairs.iter().enumerate() {
        if known.contains(&at) {
            continue;
        }
        if pair.around.is_some_and(|around| foreign.contains(&around)) {
            foreign.insert(at);
            continue;
        }
        for lang in Lang::ALL {
            for text in pair.side(lang) {
                let Some((range, severity)) = foreign_part(&text.passage) else {
                    continue;
                };
                if severity == Severity::Error {
                    foreign.insert(at);
                }
                out.extend(finding(
                    comparison,
                    pair.first(lang.other()),
                    text,
                    &range,
                    severity,
                ));
            }
        }
    }
    (out, foreign)
}

fn finding(
    comparison: &Comparison<'_, '_>,
    partner: Option<&Text<'_>>,
    text: &Text<'_>,
    range: &Range<usize>,
    severity: Severity,
) -> Option<Diagnostic> {
    let lang = text.passage.lang;
    let mut finding = Diagnostic::new(
        &WRONG_LANGUAGE,
        comparison.place(&Mark::part(text, range)),
        format!(
            "the {} is written in {}",
            language(lang),
            language(lang.other())
        ),
    )
    .lang(lang)
    .hint(format!("write it in {}", language(lang)));
    finding.severity = severity;
    if let Some(span) = partner.and_then(|partner| comparison.place(&Mark::whole(partner))) {
        finding = finding.label(span, format!("the {}", language(lang.other())));
    }
    Some(finding)
}

/// The part of a passage that is in the other language, and how sure that is.
fn foreign_part(passage: &Passage<'_>) -> Option<(Range<usize>, Severity)> {
    if passage.role == Role::Code {
        return None;
    }
    let quoted = quotations(&passage.text);
    let words: Vec<&Word> = passage
        .words
        .iter()
        .filter(|word| {
            word.running
                && (word.case == Case::Lower || word.first)
                && !quoted.iter().any(|range| range.contains(&word.range.start))
        })
        .collect();
    let (own, other) = count(&words, passage.lang);
    if words.len() >= ENOUGH && other >= 3 && other > own * 2 {
        let severity = if own <= 1 {
            Severity::Error
        } else {
            Severity::Warning
        };
        return Some((0..passage.text.len(), severity));
    }
    sentences(&words).into_iter().find_map(|sentence| {
        let (own, other) = count(sentence, passage.lang);
        let (first, last) = (sentence.first()?, sentence.last()?);
        (sentence.len() >= ENOUGH && other >= 3 && own == 0)
            .then_some((first.range.start..last.range.end, Severity::Warning))
    })
}

/// How many of the words belong to a language, and how many to the other.
fn count(words: &[&Word], lang: Lang) -> (usize, usize) {
    words
        .iter()
        .filter_map(|word| lexicon::belongs_to(&word.folded))
        .fold((0, 0), |(own, other), of| {
            if of == lang {
                (own + 1, other)
            } else {
                (own, other + 1)
            }
        })
}

/// Splits words where a sentence begins.
fn sentences<'s, 'n>(words: &'s [&'n Word]) -> Vec<&'s [&'n Word]> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate() {
        if word.first && at > start {
            sentences.extend(words.get(start..at));
            start = at;
        }
    }
    sentences.extend(words.get(start..));
    sentences
}

/// The bytes between quotation marks.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, letter) in text.char_indices() {
        match (letter, open) {
            ('«' | '“', None) => open = Some(at),
            ('»' | '”', Some(start)) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    found
}
