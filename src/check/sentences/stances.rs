//! What sentences deny, oblige and allow, with the words that say so.

use super::Sentence;
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, Word};
use crate::check::values::ValueSort;
use crate::lang::Lang;
use crate::language::lexicon::{Grade, Stance, stands};
use std::borrow::Cow;
use std::ops::Range;

/// Words of a sentence that deny, oblige or allow.
#[derive(Clone, Debug)]
pub(in crate::check) struct Claim<'n, 'd> {
    /// What they say.
    pub stance: Stance,
    /// How surely.
    pub grade: Grade,
    /// The text they stand in.
    pub text: &'n ValuedText<'d>,
    /// Their bytes there.
    pub range: Range<usize>,
}

/// The claims of sentences, in their order.
pub(super) fn claims<'n, 'd>(sentences: &[Sentence<'n, 'd>]) -> Vec<Claim<'n, 'd>> {
    sentences.iter().flat_map(of_sentence).collect()
}

fn of_sentence<'n, 'd>(sentence: &Sentence<'n, 'd>) -> Vec<Claim<'n, 'd>> {
    let text = sentence.text;
    let (words, places) = read(sentence);
    let read: Vec<&str> = words.iter().map(Cow::as_ref).collect();
    let found = stands(&read, text.passage.lang).into_iter();
    found
        .filter_map(|stand| {
            let first = places.get(stand.words.start)?;
            let last = places.get(stand.words.end - 1)?;
            Some(Claim {
                stance: stand.stance,
                grade: stand.grade,
                text,
                range: first.start..last.end,
            })
        })
        .collect()
}

/// The words of a sentence as the tables have them, each with its bytes. Code, names
/// and "May" are empty words.
fn read<'n>(sentence: &Sentence<'n, '_>) -> (Vec<Cow<'n, str>>, Vec<Range<usize>>) {
    let passage = &sentence.text.passage;
    let before = |end: usize| passage.words.partition_point(|word| word.range.start < end);
    let own = before(sentence.range.start)..before(sentence.range.end);
    let own = passage.words.get(own).unwrap_or_default();
    let (mut words, mut places): (Vec<Cow<'_, str>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut last: Option<&Word> = None;
    for word in own {
        let join = last.and_then(|last| {
            let between = passage.slice(&(last.range.end..word.range.start));
            joined(last, between, word, passage.lang)
        });
        match (join, words.last_mut(), places.last_mut()) {
            (Some(both), Some(words), Some(place)) => {
                *words = Cow::Borrowed(both);
                place.end = word.range.end;
            }
            _ => {
                let is_read = is_read(sentence.text, word);
                words.push(Cow::Borrowed(if is_read { &word.folded } else { "" }));
                places.push(word.range.clone());
            }
        }
        last = Some(word);
    }
    (words, places)
}

/// What two words that an apostrophe or a hyphen ties say together.
fn joined(last: &Word, between: &str, word: &Word, lang: Lang) -> Option<&'static str> {
    match (lang, last.folded.as_str(), between, word.folded.as_str()) {
        (Lang::En, "can", "'" | "’", "t") => Some("cannot"),
        (Lang::En, verb, "'" | "’", "t") if verb.ends_with('n') => Some("not"),
        (Lang::Fr, "peut", "-" | "\u{2011}", "etre") => Some("peut-etre"),
        _ => None,
    }
}

fn is_read(text: &ValuedText<'_>, word: &Word) -> bool {
    let is_name = word.case == Case::Title && !word.first;
    let is_date = || {
        let mut dates = text
            .values
            .iter()
            .filter(|said| said.kind.sort() == ValueSort::Date);
        word.folded == "may" && dates.any(|date| date.range.contains(&word.range.start))
    };
    // "No. 9" numbers something.
    let is_number = || word.folded == "no" && text.passage.text[word.range.end..].starts_with('.');
    word.running && !is_name && !is_date() && !is_number()
}
