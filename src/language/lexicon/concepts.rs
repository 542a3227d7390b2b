//! Words of both languages that mean the same: `pairs/concepts.tsv`.

use super::key::{bare, stem};
use crate::lang::Lang;
use crate::language::table::{Index, index};
#[cfg(test)]
use crate::language::table::{Table, table};

/// The meanings of words, by their stems.
static MEANINGS: [Index; 2] = [index!("concepts-en"), index!("concepts-fr")];

/// The words, without the endings of the plural.
static KNOWN: [Index; 2] = [index!("known-words-en"), index!("known-words-fr")];

/// The meanings that a folded word may have: numbers that are the same for words
/// of both languages that mean the same. Empty for a word that is not known.
pub fn concepts(folded: &str, lang: Lang) -> &'static [u16] {
    lang.of(&MEANINGS).get(stem(folded))
}

/// Whether a folded word is one of the list of meanings, to the letter but for an
/// ending of the plural.
pub fn known_word(folded: &str, lang: Lang) -> bool {
    lang.of(&KNOWN).has(bare(folded))
}

/// The words of one meaning, English and French.
#[cfg(test)]
pub(super) static CONCEPTS: Table<[Vec<String>; 2]> =
    table!("pairs/concepts.tsv", &["english", "french"], |row| Some([
        words(row.filled(0)?),
        words(row.filled(1)?),
    ]));

#[cfg(test)]
fn words(text: &str) -> Vec<String> {
    text.split([' ', '-']).map(super::fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::fold;
    use std::collections::BTreeMap;

    #[test]
    fn every_word_of_the_table_is_found() {
        let mut stems: [BTreeMap<String, Vec<u16>>; 2] = Default::default();
        for (number, pair) in (0..).zip(CONCEPTS.entries()) {
            for (stems, words) in stems.iter_mut().zip(pair) {
                for word in words {
                    assert!(!word.is_empty());
                    let numbers = stems.entry(stem(word).to_owned()).or_default();
                    numbers.push(number);
                    numbers.dedup();
                }
            }
        }
        for lang in Lang::ALL {
            let stems = lang.of(&stems);
            assert_eq!(lang.of(&MEANINGS).ends.len(), stems.len());
            for (stem, numbers) in stems {
                assert_eq!(lang.of(&MEANINGS).get(stem), numbers, "{stem}");
            }
            let words = CONCEPTS.entries().iter().flat_map(|pair| lang.of(pair));
            assert!(words.clone().all(|word| known_word(word, lang)));
            let bare: std::collections::BTreeSet<_> = words.map(|word| bare(word)).collect();
            assert_eq!(lang.of(&KNOWN).ends.len(), bare.len());
        }
    }

    #[test]
    fn words_of_one_meaning_share_a_concept() {
        for (en, fr) in [
            ("schools", "écoles"),
            ("week", "semaines"),
            ("Water", "eau"),
        ] {
            let (en, fr) = (fold(en), fold(fr));
            let french = concepts(&fr, Lang::Fr);
            assert!(
                concepts(&en, Lang::En).iter().any(|id| french.contains(id)),
                "{en} {fr}"
            );
        }
        assert!(concepts("semaine", Lang::En).is_empty());
    }
}
