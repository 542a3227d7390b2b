//! In which of the two languages words are written.

use crate::check::passage::{Case, ReadPassage, Word};
use crate::lang::Lang;
use crate::language::lexicon;
use std::ops::Range;

/// Words from which on a language can be told at all: two may be a name.
const FEWEST: usize = 3;

/// What words say of their language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::check) struct Evidence {
    /// How many are words of English alone.
    pub en: usize,
    /// How many are words of French alone.
    pub fr: usize,
}

impl Evidence {
    /// Counts the function words, which running text always has.
    pub fn of(words: &[&Word]) -> Evidence {
        let mut evidence = Evidence::default();
        for word in words {
            match lexicon::belongs_to(&word.folded) {
                Some(Lang::En) => evidence.en += 1,
                Some(Lang::Fr) => evidence.fr += 1,
                None => {}
            }
        }
        evidence
    }

    /// How many are words of a language alone.
    pub fn count(self, lang: Lang) -> usize {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

/// Whether words that stand in a text of a language are surely written in the other: they
/// have function words of that one and no word of their own, and are no title, whose words
/// begin with capitals.
pub(in crate::check) fn is_surely_other(words: &[&Word], own: Lang) -> bool {
    let other = own.other();
    let evidence = Evidence::of(words);
    let is_matter = |word: &&&Word| !lexicon::is_function_word(&word.folded);
    let matter: Vec<&&Word> = words.iter().filter(is_matter).collect();
    let lower = |word: &&&&Word| word.case == Case::Lower;
    let speaks = |word: &&&Word, lang: Lang| {
        let knows = |lang| !lexicon::concepts(&word.folded, lang).is_empty();
        knows(lang) && !knows(lang.other())
            || lang == Lang::Fr && word.accented
            || lang == Lang::En && word.case == Case::Lower && lexicon::looks_english(&word.folded)
    };
    let says = |lang: Lang| matter.iter().filter(|word| speaks(word, lang)).count();
    let marks = evidence.count(other) + says(other);
    words.len() >= FEWEST
        && evidence.count(own) == 0
        && says(own) == 0
        && evidence.count(other) >= 1
        && marks >= 2
        && marks * 5 >= words.len() * 2
        && matter.iter().filter(lower).count() * 2 >= matter.len()
}

/// The words of a part of a passage that are running text.
pub(in crate::check) fn words_in<'p>(
    passage: &'p ReadPassage<'_>,
    range: &Range<usize>,
) -> Vec<&'p Word> {
    let inside = |word: &&Word| range.start <= word.range.start && word.range.end <= range.end;
    let words = passage.words.iter();
    words.filter(|word| word.running && inside(word)).collect()
}

/// The bytes of a text that stand between quotation marks.
pub(in crate::check) fn quotations(text: &str) -> Vec<Range<usize>> {
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
