//! What sentences deny, oblige and allow, with the words that say so.

use super::Sentence;
use crate::check::outline::ValuedText;
use crate::check::pairing::similarity::keys_of_word;
use crate::check::passage::{Case, Word};
use crate::check::values::ValueSort;
use crate::lang::Lang;
use crate::language::lexicon::{
    Grade, PAUSE, Stance, Stand, WordRole, fold, is_function_word, is_guessed, plays, stands,
};
use std::borrow::Cow;
use std::ops::Range;

/// Words of a sentence that deny, oblige or allow.
#[derive(Clone, Debug)]
pub(in crate::check) struct Claim<'n, 'd> {
    /// What they say.
    pub stance: Stance,
    /// How surely.
    pub grade: Grade,
    /// Whether it is a guess: it answers, and needs no answer.
    pub guessed: bool,
    /// Whether what it denies is negative itself, "not unusual": the other language may say
    /// it without either.
    pub doubled: bool,
    /// The text they stand in.
    pub text: &'n ValuedText<'d>,
    /// Their bytes there.
    pub range: Range<usize>,
    /// What they mean besides: what the tables say, and what the pairing of texts goes by.
    pub senses: Vec<u64>,
    /// How many bytes of its bead's language stand before them.
    pub place: usize,
}

/// The claims of sentences, in their order.
pub(super) fn claims<'n, 'd>(sentences: &[Sentence<'n, 'd>]) -> Vec<Claim<'n, 'd>> {
    let mut before = 0;
    let mut claims = Vec::new();
    for sentence in sentences {
        claims.extend(of_sentence(sentence, before));
        before += sentence.range.len() + 1;
    }
    claims
}

fn of_sentence<'n, 'd>(sentence: &Sentence<'n, 'd>, before: usize) -> Vec<Claim<'n, 'd>> {
    let text = sentence.text;
    let (words, places) = read(sentence);
    let read: Vec<&str> = words.iter().map(Cow::as_ref).collect();
    let found = stands(&read, text.passage.lang);
    let is_doubled = |stand: &Stand| {
        const NEAR: usize = 1;
        let near = stand.words.end..=stand.words.end + NEAR;
        let negative = |it: &&Stand| it.stance == Stance::Negation && it.grade == Grade::Weak;
        let mut negative = found.iter().filter(negative);
        negative.any(|it| near.contains(&it.words.start))
    };
    found
        .iter()
        .filter_map(|stand| {
            let first = places.get(stand.words.start)?;
            let last = places.get(stand.words.end - 1)?;
            let range = first.start..last.end;
            Some(Claim {
                stance: stand.stance,
                grade: stand.grade,
                guessed: is_guessed(&read, &stand.words),
                doubled: is_doubled(stand),
                text,
                senses: senses(text, &range, stand.senses),
                place: before + range.start - sentence.range.start,
                range,
            })
        })
        .collect()
}

fn senses(text: &ValuedText<'_>, range: &Range<usize>, told: &[u16]) -> Vec<u64> {
    let passage = &text.passage;
    let words = passage.words.iter();
    let words = words.filter(|word| range.contains(&word.range.start));
    let keys = words.flat_map(|word| keys_of_word(word, passage.lang));
    told.iter()
        .map(|sense| u64::from(*sense))
        .chain(keys)
        .collect()
}

impl Claim<'_, '_> {
    /// Whether it is a word in which a denial may hide.
    pub fn is_hint(&self) -> bool {
        let written = self.text.passage.slice(&self.range);
        self.stance == Stance::Negation
            && self.grade == Grade::Hint
            && !written.contains(char::is_whitespace)
    }

    /// Whether it says the denial of another one before it once more: in the next of
    /// several verbs, "n'approuve pas, ne garantit pas", or beside its subject, "aucun …
    /// n'est jamais".
    pub fn repeats(&self, before: &Claim<'_, '_>) -> bool {
        let passage = &self.text.passage;
        if before.stance != Stance::Negation
            || !std::ptr::eq(before.text, self.text)
            || before.range.end > self.range.start
        {
            return false;
        }
        let between = passage.slice(&(before.range.end..self.range.start));
        let between = between.trim_end();
        let word = between
            .rsplit(|letter: char| !letter.is_alphabetic())
            .next();
        let denial = fold(passage.slice(&before.range));
        let mut denial = denial.split(|letter: char| !letter.is_alphabetic());
        let of_subject = denial
            .next()
            .is_some_and(|subject| plays(subject, WordRole::DeniesBefore));
        // "Ne … ni ne …" joins with the word that denies.
        let joins = word.is_some_and(|word| plays(word, WordRole::Joining))
            || (between.is_empty() && denial.next_back() == Some("ni"));
        before.grade == Grade::Sure && (joins || between.ends_with(','))
            || of_subject && !between.contains([',', ';', ':', '.'])
    }

    /// Whether it stands in words that the other language has to the letter: a quotation,
    /// or the title of what was not translated.
    pub fn is_quoted(&self, others: &[Sentence<'_, '_>]) -> bool {
        /// As many words of one language do not stand in the other by chance.
        const WORDS: usize = 3;
        let passage = &self.text.passage;
        let words = &passage.words;
        let first = words.partition_point(|word| word.range.start < self.range.start);
        let end = words.partition_point(|word| word.range.start < self.range.end);
        let others: Vec<String> = others.iter().map(|it| it.slice().to_lowercase()).collect();
        let more = WORDS.saturating_sub(end - first).max(1);
        (0..=more).any(|before| {
            let start = first.checked_sub(before).and_then(|at| words.get(at));
            let last = (end + more)
                .checked_sub(before + 1)
                .and_then(|at| words.get(at));
            start.zip(last).is_some_and(|(start, last)| {
                let around = start.range.start..last.range.end;
                let written = passage.slice(&around).to_lowercase();
                others.iter().any(|other| other.contains(&written))
            })
        })
    }
}

/// The words of a sentence as the tables have them, each with its bytes. Code, names
/// and "May" are empty words.
fn read<'n>(sentence: &Sentence<'n, '_>) -> (Vec<Cow<'n, str>>, Vec<Range<usize>>) {
    let passage = &sentence.text.passage;
    let before = |end: usize| passage.words.partition_point(|word| word.range.start < end);
    let own = before(sentence.range.start)..before(sentence.range.end);
    let own = passage.words.get(own).unwrap_or_default();
    let mut words: Vec<Cow<'_, str>> = Vec::with_capacity(own.len());
    let mut places: Vec<Range<usize>> = Vec::with_capacity(own.len());
    let mut last: Option<&Word> = None;
    for word in own {
        let between = last.map(|last| last.range.end..word.range.start);
        let between = between.map_or("", |between| passage.slice(&between));
        let join = last.and_then(|last| joined(last, between, word, passage.lang));
        if between.contains([':', ';']) {
            words.push(Cow::Borrowed(PAUSE));
            places.push(word.range.start..word.range.start);
        }
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
        // "Never-ending" and "no-cost" deny as "non" does, within a word.
        (Lang::En, "never" | "no" | "not", "-" | "\u{2011}", other) if other != "one" => {
            Some("non")
        }
        (Lang::Fr, "peut", "-" | "\u{2011}", "etre") => Some("peut-etre"),
        _ => None,
    }
}

fn is_read(text: &ValuedText<'_>, word: &Word) -> bool {
    // Headings write small words with a capital too; "May" is none of them.
    let is_small = || word.folded != "may" && is_function_word(&word.folded);
    let is_name = word.case == Case::Title && !word.first && !is_small();
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
