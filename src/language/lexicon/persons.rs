//! Words by which the name of a person is known: given names, family names, and what
//! stands before them.

use crate::lang::Lang;
use crate::language::table::{Index, Lookup, Row, index, table, tables};

const COLUMNS: &[&str] = &["words"];

/// Given names, folded.
pub(crate) static GIVEN_NAMES: Index = index!("given-names");

/// Family names, folded, that are no words of English or French.
pub(crate) static SURNAMES: Index = index!("surnames");

pub(super) static HONORIFICS: [Lookup<()>; 2] =
    tables!("honorifics.tsv", COLUMNS, Row::all_listed, Lookup::new);

/// Folded words behind which the name of a person is translated: Queen Elizabeth, la reine
/// Élisabeth.
pub(crate) static BEFORE_TRANSLATED: Lookup<()> = Lookup::new(table!(
    "pairs/translated-persons.tsv",
    COLUMNS,
    Row::all_listed
));

/// Words in lower case that may stand between the names of a person.
pub(crate) static PARTICLES: Lookup<()> =
    Lookup::to_the_letter(table!("pairs/particles.tsv", COLUMNS, Row::all_listed));

/// Whether a folded word stands before the name of a person: Mr., la ministre.
pub fn is_honorific(folded: &str, lang: Lang) -> bool {
    lang.of(&HONORIFICS).has(folded)
}

/// The tables of the indexes.
#[cfg(test)]
pub(super) static TABLES: [Lookup<()>; 2] = [
    Lookup::new(table!("pairs/given-names.tsv", COLUMNS, Row::all_listed)),
    Lookup::new(table!("pairs/surnames.tsv", COLUMNS, Row::all_listed)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons_are_known() {
        assert!(GIVEN_NAMES.has("gloria") && GIVEN_NAMES.has("wei") && !GIVEN_NAMES.has("canada"));
        assert!(SURNAMES.has("tremblay") && SURNAMES.has("lee") && !SURNAMES.has("ministre"));
        assert!(is_honorific("mme", Lang::Fr) && !is_honorific("mme", Lang::En));
        assert!(BEFORE_TRANSLATED.has("reine") && PARTICLES.has("de"));
    }

    #[test]
    fn the_lists_are_folded_and_sorted() {
        for (list, index) in TABLES.iter().zip([&GIVEN_NAMES, &SURNAMES]) {
            let all: Vec<&str> = list.entries().iter().flat_map(|it| it.0.clone()).collect();
            assert!(all.is_sorted());
            assert!(all.iter().all(|word| index.has(word)));
            assert_eq!(index.ends.len(), all.len());
            assert!(all.iter().all(|word| *word == super::super::fold(word)));
        }
    }
}
