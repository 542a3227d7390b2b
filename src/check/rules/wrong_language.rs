//! Texts in the wrong language.

use super::scope::{Foreign, OtherTongue, Same, Scope, Told};
use super::untranslated;
use crate::check::pairing::{Comparison, TextMark};
use crate::check::passage::{Case, ReadPassage, Role, Word};
use crate::check::tongue::{Evidence, is_surely_other, titles, words_in};
use crate::check::works::is_reference;
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

/// The findings, and the pairs in which a side is not in its language, those that were not
/// translated among them.
pub(super) fn told<'s>(scope: &'s Scope<'_, '_>) -> &'s Told<OtherTongue> {
    let known = &untranslated::told(scope).1;
    scope
        .wrong_language
        .get_or_init(|| find(scope.comparison, known))
}

fn find(comparison: &Comparison<'_, '_>, known: &Same) -> Told<OtherTongue> {
    let sure = known
        .iter()
        .filter(|(_, severity)| **severity == Severity::Error);
    let mut other = OtherTongue {
        sure: sure.map(|(at, _)| *at).collect(),
        all: known.keys().copied().collect(),
    };
    let mut out = Vec::new();
    if let Some(finding) = exchanged(comparison) {
        let all: Foreign = (0..comparison.pairs.len()).collect();
        return (
            vec![finding],
            OtherTongue {
                sure: all.clone(),
                all,
            },
        );
    }
    for (at, pair) in comparison.pairs.iter().enumerate() {
        if known.contains_key(&at) {
            continue;
        }
        if pair
            .around
            .is_some_and(|around| other.sure.contains(&around))
        {
            other.sure.insert(at);
            other.all.insert(at);
            continue;
        }
        for lang in Lang::ALL {
            for text in pair.side(lang) {
                if is_reference(text) {
                    other.all.insert(at);
                    continue;
                }
                let titles = titles(&text.passage, pair.side(lang.other()));
                let Some((range, severity)) = foreign_part(&text.passage, &titles) else {
                    continue;
                };
                if severity == Severity::Error {
                    other.sure.insert(at);
                    other.all.insert(at);
                }
                let image = pair.around.and_then(|around| {
                    let around = comparison.pairs.get(around)?;
                    let mut images = around.side(lang).iter().flat_map(|it| &it.passage.images);
                    images.find(|image| image.alt == text.passage.text)
                });
                let place = match image {
                    Some(image) => Some(comparison.finder.of_origin(image.origin)),
                    None => comparison.place(&TextMark::part(text, &range)),
                };
                let other = lang.other();
                let what = if image.is_some() { "picture" } else { "text" };
                let wording = WRONG_LANGUAGE.say("text", given!(lang, what, other));
                let label = wording.part("partner");
                let mut finding = Diagnostic::told(place, wording).lang(lang);
                finding.severity = severity;
                let partner = pair.first(lang.other()).map(TextMark::whole);
                if let Some(span) = partner.and_then(|partner| comparison.place(&partner)) {
                    finding = finding.label(span, label);
                }
                out.push(finding);
            }
        }
    }
    (out, other)
}

/// The finding that each language holds the other's words all through the memo, which is
/// told once.
fn exchanged(comparison: &Comparison<'_, '_>) -> Option<Diagnostic> {
    let mut first = None;
    for pair in &comparison.pairs {
        let words = |lang| -> Vec<&Word> {
            let texts = pair.side(lang).iter();
            let words = texts.flat_map(|text| &text.passage.words);
            words.filter(|word| word.running).collect()
        };
        let [en, fr] = Lang::ALL.map(|lang| Evidence::of(&words(lang)));
        // One text in its own language, and they are not exchanged.
        if en.en > en.fr || fr.fr > fr.en {
            return None;
        }
        if en.fr >= 2 && en.en == 0 && fr.en >= 2 && fr.fr == 0 {
            first = first.or(Some(pair.wholes()?));
        }
    }
    let [en, fr] = first?;
    let wording = WRONG_LANGUAGE.say("exchanged", &[]);
    Some(comparison.finding(wording, &en, &fr))
}

/// The part of a passage that is in the other language, and how sure that is, where the
/// words of titles are not read.
fn foreign_part(
    passage: &ReadPassage<'_>,
    titles: &[Range<usize>],
) -> Option<(Range<usize>, Severity)> {
    if passage.role == Role::Code || shows_the_way(passage) {
        return None;
    }
    let words: Vec<&Word> = passage
        .words
        .iter()
        .filter(|word| {
            word.running
                && (word.case == Case::Lower || word.first)
                && !titles.iter().any(|range| range.contains(&word.range.start))
        })
        .collect();
    let (own, other) = count(&words, passage.lang);
    if is_surely_other(&untitled(passage, titles), passage.lang) {
        return Some((0..passage.text.len(), Severity::Error));
    }
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
    let evidence = Evidence::of(words);
    (evidence.count(lang), evidence.count(lang.other()))
}

/// Whether a link leads to the document's other language, and so is written for its
/// readers.
fn shows_the_way(passage: &ReadPassage<'_>) -> bool {
    let other = passage.lang.other();
    let names = |word: &&Word| lexicon::names_language(&word.folded) == Some(other);
    let mut links = passage.links.iter();
    links.any(|link| words_in(passage, &link.range).iter().any(names))
}

/// The running words of a passage outside of titles; none where words are marked with
/// emphasis, as other titles are.
fn untitled<'p>(passage: &'p ReadPassage<'_>, titles: &[Range<usize>]) -> Vec<&'p Word> {
    if !passage.emphasis.is_empty() {
        return Vec::new();
    }
    let words = words_in(passage, &(0..passage.text.len())).into_iter();
    words
        .filter(|word| !titles.iter().any(|range| range.contains(&word.range.start)))
        .collect()
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
