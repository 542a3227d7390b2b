//! In which of the two languages words are written.

use crate::check::outline::ValuedText;
use crate::check::passage::{Case, LinkUse, ReadPassage, Role, Word};
use crate::check::values::number;
use crate::lang::Lang;
use crate::language::lexicon;
use crate::language::read::Value;
use crate::memo::fact::Decimal;
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
    let marks = Marks::of(words, own);
    marks.tell(words.len(), 0) && lower(&marks.matter) * 2 >= marks.matter.len()
}

/// Function words from which on one word of a text may be known of its own language alone:
/// one is written alike by chance.
const SPOKEN: usize = 2;

/// Words that tell the language from which on a heading is surely no name.
const HEADED: usize = 4;

/// The same of words that both languages say, where the first has its capital anyway, an
/// acronym is of no language, and a heading may begin all of its words with capitals.
pub(in crate::check) fn is_left_in_other(words: &[&Word], own: Lang, is_heading: bool) -> bool {
    let marks = Marks::of(words, own);
    let spoken = marks.function >= SPOKEN && marks.function + marks.matter_of_other > SPOKEN;
    let set = |case: Case| {
        let later = marks.matter.iter().filter(|word| !word.first);
        later.filter(|word| word.case == case).count()
    };
    let running = set(Case::Lower) * if spoken { 2 } else { 1 } >= set(Case::Title).max(1);
    let headed = is_heading && marks.function + marks.matter_of_other >= HEADED;
    marks.tell(words.len(), usize::from(spoken)) && (running || headed)
}

/// What words say of a language that is not their text's own.
struct Marks<'w> {
    /// Function words of it.
    function: usize,
    /// Function words of the text's own.
    function_of_own: usize,
    /// Other words of it.
    matter_of_other: usize,
    /// Other words of the text's own.
    matter_of_own: usize,
    /// All words that are no function words.
    matter: Vec<&'w &'w Word>,
}

impl<'w> Marks<'w> {
    fn of(words: &'w [&'w Word], own: Lang) -> Marks<'w> {
        let other = own.other();
        let evidence = Evidence::of(words);
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
        Marks {
            function: evidence.count(other),
            function_of_own: evidence.count(own),
            matter_of_other: says(other),
            matter_of_own: says(own),
            matter,
        }
    }

    /// Whether they tell the other language, where so many words may be of the text's own.
    fn tell(&self, words: usize, astray: usize) -> bool {
        let marks = self.function + self.matter_of_other;
        words >= FEWEST
            && self.function_of_own == 0
            && self.matter_of_own <= astray
            && self.function >= 1
            && marks >= 2
            && marks * 5 >= words * 2
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

/// Parts from which on a text can name a work: who, what, and when or where.
const PARTS: usize = 3;

/// Whether a text is a reference to a work, whose title stays in its language: its parts
/// are one who wrote it, the title, and a year, or at the end a date or an address.
pub(in crate::check) fn is_reference(text: &ValuedText<'_>) -> bool {
    let passage = &text.passage;
    if passage.role != Role::Text {
        return false;
    }
    let closes = |letter: char| letter.is_whitespace() || matches!(letter, '.' | ')' | ']' | '>');
    let end = passage.text.trim_end_matches(closes).len();
    let is_page = |link: &LinkUse<'_>| !link.href.starts_with("mailto:");
    let linked = passage
        .links
        .iter()
        .any(|link| link.range.end >= end && is_page(link));
    let dated = text.values.iter().any(|said| {
        said.range.end >= end
            && match &said.kind.value {
                Value::Url(_) | Value::Code(_) => true,
                Value::Date { year, .. } => year.is_some(),
                value => number(value).is_some_and(is_year),
            }
    });
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, letter) in passage.text.char_indices() {
        let next = passage.text[at + letter.len_utf8()..].chars().next();
        let parts_here = matches!(letter, '.' | ',' | ':' | '(' | ';' | ')')
            && next.is_none_or(|next| letter == '(' || !next.is_alphanumeric());
        if parts_here {
            let part = passage.text[start..at].trim();
            parts.extend((!part.is_empty()).then_some(start..at));
            start = at + letter.len_utf8();
        }
    }
    parts.push(start..passage.text.len());
    let year = |part: &Range<usize>| {
        let year = passage.slice(part).trim().parse::<i64>();
        year.is_ok_and(|year| is_year(year.into()))
    };
    let short = |part: &Range<usize>| passage.slice(part).trim().len() <= INITIALS;
    // "Chapman, A. D.", "Ribeiro (2022)", or the name of a body.
    let names = |part: &Range<usize>, next: Option<&Range<usize>>| {
        let words = words_in(passage, part);
        let is_matter = |word: &&&Word| !lexicon::is_function_word(&word.folded);
        let matter: Vec<&&Word> = words.iter().filter(is_matter).collect();
        // The acronym of a body stands behind its name in a sentence about it.
        let defined = next.is_some_and(|next| {
            let next = passage.slice(next).trim();
            next.len() > 1 && next.chars().all(char::is_uppercase)
        });
        let enough = match matter.len() {
            0 => false,
            1 => next.is_some_and(|next| short(next) || year(next)),
            _ => !defined,
        };
        enough && matter.iter().all(|word| word.case != Case::Lower)
    };
    // "Main source:" may stand before.
    let label = parts
        .first()
        .is_some_and(|part| passage.text[part.end..].starts_with(':'));
    let who = parts.get(usize::from(label)..).unwrap_or_default();
    let names_somebody = parts.first().is_some_and(|part| names(part, parts.get(1)))
        || who.first().is_some_and(|part| names(part, who.get(1)));
    let dated = dated || who.iter().skip(1).any(year);
    (linked || dated) && names_somebody && parts.len() >= PARTS
}

/// Bytes of the initials of a name at most.
const INITIALS: usize = 3;

fn is_year(value: Decimal) -> bool {
    let year = value.to_integer();
    year.is_some_and(|year| (1800..2100).contains(&year))
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
