//! In which of the two languages words are written.

use crate::check::outline::ValuedText;
use crate::check::passage::{Case, LinkUse, ReadPassage, Word};
use crate::lang::Lang;
use crate::language::lexicon;
use crate::source::unusual;
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
        lang.choose(self.en, self.fr)
    }
}

/// Whether words that stand in a text of a language are surely written in the other: they
/// have function words of that one and no word of their own, and are no title, whose words
/// begin with capitals.
pub(in crate::check) fn is_surely_other(words: &[&Word], own: Lang) -> bool {
    let lower = |matter: &[&&Word]| matter.iter().filter(|it| it.case == Case::Lower).count();
    Marks::of(words, own).is_some_and(|marks| {
        marks.tell(words.len(), 0) && lower(&marks.matter) * 2 >= marks.matter.len()
    })
}

/// Function words from which on one word of a text may be known of its own language alone:
/// one is written alike by chance.
const SPOKEN: usize = 2;

/// Words that tell the language from which on a heading is surely no name.
const HEADED: usize = 4;

/// The same of words that both languages say, where the first has its capital anyway, an
/// acronym is of no language, and a heading may begin all of its words with capitals.
pub(in crate::check) fn is_left_in_other(words: &[&Word], own: Lang, is_heading: bool) -> bool {
    let Some(marks) = Marks::of(words, own) else {
        return false;
    };
    let spoken = marks.function >= SPOKEN && marks.function + marks.matter_of_other > SPOKEN;
    let set = |case: Case| {
        let later = marks.matter.iter().filter(|word| !word.first);
        later.filter(|word| word.case == case).count()
    };
    let running = set(Case::Lower) * if spoken { 2 } else { 1 } >= set(Case::Title).max(1);
    let headed = is_heading && marks.function + marks.matter_of_other >= HEADED;
    marks.tell(words.len(), usize::from(spoken)) && (running || headed)
}

/// What words say of a language that is not their text's own, where they have function
/// words of it and none of their own.
struct Marks<'w> {
    /// Function words of it.
    function: usize,
    /// Other words of it.
    matter_of_other: usize,
    /// Other words of the text's own.
    matter_of_own: usize,
    /// All words that are no function words.
    matter: Vec<&'w &'w Word>,
}

impl<'w> Marks<'w> {
    fn of(words: &'w [&'w Word], own: Lang) -> Option<Marks<'w>> {
        let other = own.other();
        let evidence = Evidence::of(words);
        // Most texts have words of their own.
        if evidence.count(own) > 0 || evidence.count(other) == 0 {
            return None;
        }
        let is_matter = |word: &&&Word| !lexicon::is_function_word(&word.folded);
        let matter: Vec<&&Word> = words.iter().filter(is_matter).collect();
        let speaks = |word: &&&Word, lang: Lang| {
            let knows = |lang| !lexicon::concepts(&word.folded, lang).is_empty();
            let lower = word.case == Case::Lower;
            knows(lang) && !knows(lang.other())
                || lang == Lang::Fr && word.accented
                || lang == Lang::En && lower && lexicon::looks_english(&word.folded)
        };
        let says = |lang: Lang| matter.iter().filter(|word| speaks(word, lang)).count();
        Some(Marks {
            function: evidence.count(other),
            matter_of_other: says(other),
            matter_of_own: says(own),
            matter,
        })
    }

    /// Whether they tell the other language, where so many words may be of the text's own.
    fn tell(&self, words: usize, astray: usize) -> bool {
        let marks = self.function + self.matter_of_other;
        words >= FEWEST && self.matter_of_own <= astray && marks >= 2 && marks * 5 >= words * 2
    }
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

/// The bytes of a passage that may keep the language of what they name: quotations, and
/// the words of links to a page to which the other language's texts lead too.
pub(in crate::check) fn titles(
    passage: &ReadPassage<'_>,
    others: &[&ValuedText<'_>],
) -> Vec<Range<usize>> {
    let same_page = |link: &&LinkUse<'_>| {
        let mut links = others.iter().flat_map(|other| &other.passage.links);
        links.any(|other| other.href == link.href)
    };
    let links = passage.links.iter().filter(same_page);
    let mut titles = quotations(&passage.text);
    titles.extend(links.map(|link| link.range.clone()));
    titles
}

/// The bytes of a text that stand between quotation marks.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, letter) in unusual(text) {
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
