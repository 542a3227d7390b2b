//! Terms and official names of the workspace's glossary.

use super::scope::Scope;
use crate::check::outline::ValuedText;
use crate::check::outline::parts::Outline;
use crate::check::pairing::{Comparison, TextMark};
use crate::check::passage::{ReadPassage, Word};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon;
use crate::memo::settings::{GlossaryEntry, GlossaryKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

crate::diagnostic::codes! {
    GLOSSARY_MISMATCH = "P052", "glossary-mismatch", Warning;
}

/// Finds terms without their translation, and forbidden words.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    let Some(settings) = comparison.settings else {
        return;
    };
    if settings.glossary.is_empty() {
        return;
    }
    let stems = Stems {
        en: stems_of(comparison.en),
        fr: stems_of(comparison.fr),
    };
    for entry in &settings.glossary {
        if entry.kind != GlossaryKind::Acronym {
            check_entry(scope, entry, &stems, out);
        }
        check_forbidden(comparison, entry, &stems, out);
    }
}

/// The stems of all words of both documents: most terms of a glossary stand in neither.
struct Stems<'c> {
    en: FxHashSet<&'c str>,
    fr: FxHashSet<&'c str>,
}

fn stems_of<'c>(outline: &'c Outline<'_>) -> FxHashSet<&'c str> {
    let texts = outline.texts().into_iter();
    texts
        .flat_map(|text| &text.passage.words)
        .map(|word| lexicon::stem(&word.folded))
        .collect()
}

impl Stems<'_> {
    /// Whether the document of a language may have the term: a word is found by its stem.
    fn may_have(&self, term: &Term, lang: Lang) -> bool {
        let stems = lang.choose(&self.en, &self.fr);
        let mut words = term.words.iter();
        words.all(|(word, _)| stems.contains(lexicon::stem(word)))
    }
}

fn check_entry(
    scope: &Scope<'_, '_>,
    entry: &GlossaryEntry,
    stems: &Stems<'_>,
    out: &mut Vec<Diagnostic>,
) {
    let comparison = scope.comparison;
    let source = comparison.source;
    let (term, translation) = source.choose((&entry.en, &entry.fr), (&entry.fr, &entry.en));
    let term = Term {
        as_written: entry.kind == GlossaryKind::Name,
        ..Term::new(term)
    };
    if !stems.may_have(&term, source) {
        return;
    }
    let translation_words = Term::new(translation);
    for (_, pair) in scope.own_pairs() {
        let found = pair.side(source).iter().find_map(|text| {
            term.find(&text.passage)
                .into_iter()
                .next()
                .map(|range| (*text, range))
        });
        let Some((text, range)) = found else { continue };
        let translated = pair
            .side(source.other())
            .iter()
            .any(|text| !translation_words.find(&text.passage).is_empty());
        let Some(other) = pair.first(source.other()) else {
            continue;
        };
        if translated {
            continue;
        }
        let wording = GLOSSARY_MISMATCH.say(
            "lacks",
            given!(
                written = text.passage.slice(&range),
                source,
                translation,
                later = source.other()
            ),
        );
        let (mark, whole) = (TextMark::part(text, &range), TextMark::whole(other));
        out.push(comparison.one_sided(wording, source, &mark, &whole));
    }
}

fn check_forbidden(
    comparison: &Comparison<'_, '_>,
    entry: &GlossaryEntry,
    stems: &Stems<'_>,
    out: &mut Vec<Diagnostic>,
) {
    let sides = [
        (comparison.en, &entry.forbidden_en, &entry.en),
        (comparison.fr, &entry.forbidden_fr, &entry.fr),
    ];
    for (outline, forbidden, wanted) in sides {
        for word in forbidden {
            let term = Term::new(&word.value);
            if !stems.may_have(&term, outline.document.lang) {
                continue;
            }
            let wanted_words = Term::new(wanted);
            for text in outline.texts() {
                // Words inside the term that is wanted are not the forbidden ones.
                let right = wanted_words.find(&text.passage);
                let inside = |range: &Range<usize>| {
                    right
                        .iter()
                        .any(|it| it.start <= range.start && range.end <= it.end)
                };
                for range in term
                    .find(&text.passage)
                    .iter()
                    .filter(|range| !inside(range))
                {
                    out.push(forbidden_finding(comparison, text, range, wanted));
                }
            }
        }
    }
}

fn forbidden_finding(
    comparison: &Comparison<'_, '_>,
    text: &ValuedText<'_>,
    range: &Range<usize>,
    wanted: &str,
) -> Diagnostic {
    let written = text.passage.slice(range);
    let wording = GLOSSARY_MISMATCH.say("forbidden", given!(written, wanted));
    let place = comparison.place(&TextMark::part(text, range));
    Diagnostic::told(place, wording).lang(text.passage.lang)
}

/// The words of a term.
struct Term {
    /// Each folded, and as it is written.
    words: Vec<(String, String)>,
    /// Whether a text has the term only where it has it to the letter: a branch is no
    /// Branch, and Communities are no Communications.
    as_written: bool,
}

impl Term {
    /// A term that a text may inflect.
    fn new(term: &str) -> Term {
        let words = term
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        Term {
            words: words
                .map(|word| (lexicon::fold(word), word.to_owned()))
                .collect(),
            as_written: false,
        }
    }

    /// Where a passage has the term, in any inflection that keeps its words' stems.
    fn find(&self, passage: &ReadPassage<'_>) -> Vec<Range<usize>> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let is = |word: &Word, (folded, written): &(String, String)| match self.as_written {
            true => passage.slice(&word.range) == written,
            false => {
                word.folded == *folded
                    || (folded.len() >= 4
                        && word.folded.len().abs_diff(folded.len()) <= 3
                        && lexicon::stem(&word.folded) == lexicon::stem(folded))
            }
        };
        let matches = |window: &[Word]| {
            let mut both = window.iter().zip(&self.words);
            both.all(|(word, wanted)| is(word, wanted))
        };
        passage
            .words
            .windows(self.words.len())
            .filter(|window| matches(window))
            .filter_map(|window| Some(window.first()?.range.start..window.last()?.range.end))
            .collect()
    }
}
