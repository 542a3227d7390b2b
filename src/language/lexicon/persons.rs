//! Words by which the name of a person is known: given names, family names, and what
//! stands before them.

use crate::lang::Lang;
use crate::language::table::{Lookup, Row, lookups, table};

const COLUMNS: &[&str] = &["words"];

pub(super) static GIVEN: Lookup<()> =
    Lookup::new(table!("pairs/given-names.tsv", COLUMNS, Row::all_listed));

pub(super) static SURNAMES: Lookup<()> =
    Lookup::new(table!("pairs/surnames.tsv", COLUMNS, Row::all_listed));

pub(super) static HONORIFICS: [Lookup<()>; 2] =
    lookups!("honorifics.tsv", COLUMNS, Row::all_listed);

pub(super) static TRANSLATED: Lookup<()> = Lookup::new(table!(
    "pairs/translated-persons.tsv",
    COLUMNS,
    Row::all_listed
));

pub(super) static PARTICLES: Lookup<()> =
    Lookup::to_the_letter(table!("pairs/particles.tsv", COLUMNS, Row::all_listed));

/// Whether a folded word is a given name.
pub fn is_given_name(folded: &str) -> bool {
    GIVEN.has(folded)
}

/// Whether a folded word is a family name, and no word of English or French.
pub fn is_surname(folded: &str) -> bool {
    SURNAMES.has(folded)
}

/// Whether a folded word stands before the name of a person: Mr., la ministre.
pub fn is_honorific(folded: &str, lang: Lang) -> bool {
    lang.of(&HONORIFICS).has(folded)
}

/// Whether the name behind a folded word is translated: Queen Elizabeth, la reine
/// Élisabeth.
pub fn is_before_translated_name(folded: &str) -> bool {
    TRANSLATED.has(folded)
}

/// Whether a word in lower case may stand between the names of a person.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.has(word)
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
        for list in [&GIVEN, &SURNAMES] {
            let all: Vec<&str> = list.entries().iter().flat_map(|it| it.0.clone()).collect();
            assert!(all.is_sorted());
            assert!(all.iter().all(|word| *word == super::super::fold(word)));
        }
    }
}
