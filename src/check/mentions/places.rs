//! Places in texts, by the table of places with their names in both languages.

use super::{Mention, mentions};
use crate::check::outline::ValuedText;
use crate::check::pairing::{Pair, TextMark};
use crate::check::passage::{Case, ReadPassage, Word};
use crate::lang::Lang;
use crate::language::lexicon::{self, PlaceId};
use std::ops::Range;

/// A place that a text names.
#[derive(Clone)]
pub(in crate::check) struct PlaceUse<'n, 'd> {
    /// The text.
    pub text: &'n ValuedText<'d>,
    /// The bytes of its name.
    pub range: Range<usize>,
    /// The places of that name.
    pub places: &'static [PlaceId],
}

impl<'n, 'd> PlaceUse<'n, 'd> {
    /// Where it stands.
    pub fn mark(&self) -> TextMark<'n, 'd> {
        TextMark::part(self.text, &self.range)
    }

    /// As it is written.
    pub fn written(&self) -> &str {
        self.text.passage.slice(&self.range)
    }

    /// Whether both name a place in common.
    pub fn is_same(&self, other: &PlaceUse<'_, '_>) -> bool {
        share(self.places, other.places)
    }
}

/// Whether two lists have a place in common.
pub(in crate::check) fn share(some: &[PlaceId], others: &[PlaceId]) -> bool {
    some.iter().any(|id| others.contains(id))
}

/// The places that the texts of a language name, in order.
pub(in crate::check) fn places<'n, 'd>(pair: &Pair<'n, 'd>, lang: Lang) -> Vec<PlaceUse<'n, 'd>> {
    let mut found = Vec::new();
    for text in pair.side(lang) {
        let words = &text.passage.words;
        let mut at = 0;
        while at < words.len() {
            let Some((length, places)) = at_word(&text.passage, at, lang) else {
                at += 1;
                continue;
            };
            let range = words[at].range.start..words[at + length - 1].range.end;
            if !is_of_name(&text.passage, at, length) {
                found.push(PlaceUse {
                    text,
                    range,
                    places,
                });
            }
            at += length;
        }
    }
    if found.is_empty() {
        return found;
    }
    let persons = persons(pair, lang);
    found.retain(|one| {
        !persons
            .iter()
            .any(|(text, range)| std::ptr::eq(*text, one.text) && range.contains(&one.range.start))
    });
    found
}

/// The longest name of a place that begins with a word: how many words it has.
fn at_word(
    passage: &ReadPassage<'_>,
    at: usize,
    lang: Lang,
) -> Option<(usize, &'static [PlaceId])> {
    let first = passage.words.get(at)?;
    if !first.running {
        return None;
    }
    let most = lexicon::longest_place_name(&first.folded, lang)? + 2;
    let rest = passage.words.get(at..)?;
    // The words that can belong to one name: nothing but ties between them.
    let mut tied = 1;
    while tied < most.min(rest.len()) && is_tied(passage, &rest[tied - 1], &rest[tied]) {
        tied += 1;
    }
    (1..=tied).rev().find_map(|length| {
        let words = rest.get(..length)?;
        let capital = words.iter().any(|word| word.case != Case::Lower)
            && words.last()?.case != Case::Lower
            || words.len() > 2 && words[0].case != Case::Lower
            // French adjectives are small: le Canada atlantique.
            || lang == Lang::Fr && words.len() > 1 && words[0].case != Case::Lower && !first.first;
        if !capital {
            return None;
        }
        let name = passage.slice(&(first.range.start..words.last()?.range.end));
        let places = lexicon::places_named(name, lang);
        (!places.is_empty()).then_some((length, places))
    })
}

fn is_tied(passage: &ReadPassage<'_>, one: &Word, two: &Word) -> bool {
    matches!(
        passage.slice(&(one.range.end..two.range.start)),
        " " | "\u{a0}" | "\u{202f}" | "-" | "\u{2011}" | "\u{2013}" | ". " | ".\u{a0}" | "'" | "’"
    )
}

/// Whether a hyphen ties the words to others, as in Radio-Canada: the name of something
/// else.
fn is_of_name(passage: &ReadPassage<'_>, at: usize, length: usize) -> bool {
    let is_hyphen = |between: Range<usize>| matches!(passage.slice(&between), "-" | "\u{2011}");
    let words = &passage.words;
    let before = at
        .checked_sub(1)
        .is_some_and(|before| is_hyphen(words[before].range.end..words[at].range.start));
    let after = words
        .get(at + length)
        .is_some_and(|after| is_hyphen(words[at + length - 1].range.end..after.range.start));
    before || after
}

/// Where persons' names stand that a place's name may be a part of: Charlotte Roy, Anne
/// Hamilton.
fn persons<'n, 'd>(pair: &Pair<'n, 'd>, lang: Lang) -> Vec<(&'n ValuedText<'d>, Range<usize>)> {
    let all = mentions(pair, lang);
    let is_given = |one: &Mention<'_, '_>| {
        !one.translated && lexicon::GIVEN_NAMES.has(one.folded()) && !one.is_initial()
    };
    let mut found = Vec::new();
    for one in &all {
        let before = one.before.filter(|tie| !tie.hyphen);
        let Some(first) = before.and_then(|tie| all.get(tie.at)) else {
            continue;
        };
        let range = first.word.range.start..one.word.range.end;
        let name = one.text.passage.slice(&range);
        let family = lexicon::SURNAMES.has(one.folded());
        let place = lexicon::begins_place(first.folded(), lang);
        if is_given(first) && (!place || family) && lexicon::places_named(name, lang).is_empty() {
            found.push((one.text, range));
        }
    }
    found
}

/// Whether a text has a place by an abbreviation of its name: N.S., ON.
pub(in crate::check) fn is_abbreviated(
    pair: &Pair<'_, '_>,
    lang: Lang,
    wanted: &[PlaceId],
) -> bool {
    pair.side(lang).iter().any(|text| {
        let chunks = text
            .passage
            .text
            .split([' ', '\u{a0}', '\n', '/', '(', ')']);
        chunks.into_iter().any(|chunk| {
            let chunk = chunk.trim_matches([',', ';', ':']);
            let bare = chunk.trim_end_matches('.');
            [chunk, bare]
                .iter()
                .any(|short| share(lexicon::places_abbreviated(short, lang), wanted))
        })
    })
}
