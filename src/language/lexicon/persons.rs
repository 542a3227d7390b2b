//! Words by which the name of a person is known: given names, family names, and what
//! stands before them.

use crate::lang::Lang;
use std::collections::HashSet;
use std::sync::OnceLock;

const GIVEN: &str = include_str!("../names/given_names.txt");
const SURNAMES: &str = include_str!("../names/surnames.txt");
const HONORIFICS: &str = include_str!("../names/honorifics.txt");
const TRANSLATED: &str = include_str!("../names/translated_persons.txt");

/// Words between a person's names that are written in lower case: Jean de la Salle.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ter",
    "van", "von", "y",
];

type Words = HashSet<&'static str>;

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

fn words(list: &'static str) -> Words {
    lines(list).flat_map(str::split_whitespace).collect()
}

/// Whether a folded word is a given name.
pub fn is_given_name(folded: &str) -> bool {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| words(GIVEN)).contains(folded)
}

/// Whether a folded word is a family name, and no word of English or French.
pub fn is_surname(folded: &str) -> bool {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| words(SURNAMES)).contains(folded)
}

/// Whether a folded word stands before the name of a person: Mr., la ministre.
pub fn is_honorific(folded: &str, lang: Lang) -> bool {
    static WORDS: OnceLock<[Words; 2]> = OnceLock::new();
    let [en, fr] = WORDS.get_or_init(|| {
        let sides = || lines(HONORIFICS).filter_map(|line| line.split_once('='));
        [
            sides().flat_map(|(en, _)| en.split_whitespace()).collect(),
            sides().flat_map(|(_, fr)| fr.split_whitespace()).collect(),
        ]
    });
    match lang {
        Lang::En => en.contains(folded),
        Lang::Fr => fr.contains(folded),
    }
}

/// Whether the name behind a folded word is translated: Queen Elizabeth, la reine
/// Élisabeth.
pub fn is_before_translated_name(folded: &str) -> bool {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| words(TRANSLATED)).contains(folded)
}

/// Whether a word in lower case may stand between the names of a person.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons_are_known() {
        assert!(is_given_name("gloria") && is_given_name("wei") && !is_given_name("canada"));
        assert!(is_surname("tremblay") && is_surname("lee") && !is_surname("ministre"));
        assert!(is_honorific("mme", Lang::Fr) && !is_honorific("mme", Lang::En));
        assert!(is_before_translated_name("reine") && is_particle("de"));
    }

    #[test]
    fn the_lists_are_folded_and_sorted() {
        for list in [GIVEN, SURNAMES] {
            let all: Vec<&str> = lines(list).flat_map(str::split_whitespace).collect();
            assert!(all.is_sorted());
            assert!(all.iter().all(|word| *word == super::super::fold(word)));
        }
    }
}
