//! One text that is translated in two ways, and two texts that have one translation.

use super::scope::{Pair, Part, Scope};
use super::words::words;
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;
use crate::language::lexicon::{is_function_word, stem};
use std::collections::{BTreeMap, BTreeSet};

crate::diagnostic::codes! {
    TRANSLATED_IN_TWO_WAYS = "L081", "translated-in-two-ways", Note comment;
    SHARED_TRANSLATION = "L082", "shared-translation", Note comment;
}

/// Words from which on two texts have no one translation by chance.
const LONG: usize = 3;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for (pair, first) in twins(scope, Lang::En) {
        let wording = TRANSLATED_IN_TWO_WAYS.say(
            "differ",
            given!(id = pair.en.name(), first = first.en.name()),
        );
        out.push(finding(wording, pair, first));
    }
    for (pair, first) in twins(scope, Lang::Fr) {
        // "Close" and "Dismiss" are « Fermer », and "Download" is "Download now"; a
        // longer text that stands twice was copied.
        let length = pair.fr.texts().map(|text| words(text).len()).max();
        if length >= Some(LONG) && !share_a_word(pair.en, first.en) {
            let wording = SHARED_TRANSLATION
                .say("same", given!(id = pair.en.name(), first = first.en.name()));
            out.push(finding(wording, pair, first));
        }
    }
}

/// Pairs whose text in one language is that of an earlier pair, with that pair, while
/// their texts in the other language differ. Terms and texts without words are left out.
fn twins<'s, 'a>(scope: &'s Scope<'_, 'a>, lang: Lang) -> Vec<(Pair<'s, 'a>, Pair<'s, 'a>)> {
    let mut seen: BTreeMap<Vec<String>, Pair<'s, 'a>> = BTreeMap::new();
    let mut twins = Vec::new();
    for pair in scope.pairs() {
        if pair.en.entry.is_term || pair.en.is_wordless() || pair.fr.is_wordless() {
            continue;
        }
        let first = *seen.entry(pair.side(lang).shapes()).or_insert(pair);
        let other = lang.other();
        let [own, others] = [pair, first].map(|pair| said(pair.side(other)));
        if own != others {
            twins.push((pair, first));
        }
    }
    twins
}

/// What a part says, whatever its marks and capitals.
fn said(part: &Part<'_>) -> Vec<String> {
    let letters = |text: String| -> String {
        let kept = text.chars().filter(|letter| !is_mark(*letter));
        kept.flat_map(char::to_lowercase).collect()
    };
    part.shapes().into_iter().map(letters).collect()
}

fn is_mark(letter: char) -> bool {
    letter.is_whitespace() || letter.is_ascii_punctuation() || "…’“”«»–—".contains(letter)
}

fn finding(wording: Wording, pair: Pair<'_, '_>, first: Pair<'_, '_>) -> Diagnostic {
    let labels = ["first-fr", "en", "first-en"].map(|name| wording.part(name));
    let places = [first.fr, pair.en, first.en].map(Part::span);
    let finding = pair.fr.finding(pair.fr.span(), wording);
    let labels = places.into_iter().zip(labels);
    labels.fold(finding, |finding, (span, label)| finding.label(span, label))
}

fn share_a_word(part: &Part<'_>, other: &Part<'_>) -> bool {
    let stems = |part: &Part<'_>| -> BTreeSet<String> {
        let words = part.texts().flat_map(words);
        words
            .filter(|word| !is_function_word(&word.folded))
            .map(|word| stem(&word.folded).to_owned())
            .collect()
    };
    !stems(part).is_disjoint(&stems(other))
}
