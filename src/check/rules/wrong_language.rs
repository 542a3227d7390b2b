//! Texts in the wrong language.

use super::scope::{Foreign, Scope, Told};
use super::untranslated;
use crate::check::outline::ValuedText;
use crate::check::pairing::{Comparison, TextMark, language};
use crate::check::passage::{Case, LinkUse, ReadPassage, Role, Word};
use crate::check::tongue::{Evidence, is_surely_other, quotations, words_in};
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
    if let Some(finding) = exchanged(comparison) {
        return (vec![finding], (0..comparison.pairs.len()).collect());
    }
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
                let titles = titles(&text.passage, pair.side(lang.other()));
                let Some((range, severity)) = foreign_part(&text.passage, &titles) else {
                    continue;
                };
                if severity == Severity::Error {
                    foreign.insert(at);
                }
                let partner = pair.first(lang.other());
                let mut finding = finding(comparison, partner, text, &range, severity);
                if let Some(image) = pair.around.and_then(|around| {
                    let around = comparison.pairs.get(around)?;
                    let mut images = around.side(lang).iter().flat_map(|it| &it.passage.images);
                    images.find(|image| image.alt == text.passage.text)
                }) {
                    finding.span = Some(comparison.finder.of_origin(image.origin));
                    finding.message = format!(
                        "the {} alternative text is written in {}",
                        language(lang),
                        language(lang.other())
                    );
                }
                out.push(finding);
            }
        }
    }
    (out, foreign)
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
        let (en, fr) = (
            Evidence::of(&words(Lang::En)),
            Evidence::of(&words(Lang::Fr)),
        );
        // One text in its own language, and they are not exchanged.
        if en.en > en.fr || fr.fr > fr.en {
            return None;
        }
        if en.fr >= 2 && en.en == 0 && fr.en >= 2 && fr.fr == 0 {
            first = first.or(Some((pair.first(Lang::En)?, pair.first(Lang::Fr)?)));
        }
    }
    let (en, fr) = first?;
    let finding = comparison.finding(
        &WRONG_LANGUAGE,
        &TextMark::whole(en),
        &TextMark::whole(fr),
        "the English of this memo is written in French, and the French in English".into(),
        ("the English".into(), "the French".into()),
    );
    Some(finding.hint("exchange `en:` and `fr:`"))
}

fn finding(
    comparison: &Comparison<'_, '_>,
    partner: Option<&ValuedText<'_>>,
    text: &ValuedText<'_>,
    range: &Range<usize>,
    severity: Severity,
) -> Diagnostic {
    let lang = text.passage.lang;
    let mut finding = Diagnostic::new(
        &WRONG_LANGUAGE,
        comparison.place(&TextMark::part(text, range)),
        format!(
            "the {} is written in {}",
            language(lang),
            language(lang.other())
        ),
    )
    .lang(lang)
    .hint(format!("write it in {}", language(lang)));
    finding.severity = severity;
    if let Some(span) = partner.and_then(|partner| comparison.place(&TextMark::whole(partner))) {
        finding = finding.label(span, format!("the {}", language(lang.other())));
    }
    finding
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

/// The bytes that may keep the language of what they name: quotations, and the words of
/// links to a page to which the other language leads too.
fn titles(passage: &ReadPassage<'_>, others: &[&ValuedText<'_>]) -> Vec<Range<usize>> {
    let same_page = |link: &&LinkUse<'_>| {
        let mut links = others.iter().flat_map(|other| &other.passage.links);
        links.any(|other| other.href == link.href)
    };
    let links = passage.links.iter().filter(same_page);
    let mut titles = quotations(&passage.text);
    titles.extend(links.map(|link| link.range.clone()));
    titles
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
