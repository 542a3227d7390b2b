//! Words of both languages that mean the same: `pairs/concepts.tsv`.

use super::{fold, stem};
use crate::lang::Lang;
use crate::language::table::{Table, table};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// The folded words of one meaning, English and French.
pub(super) static CONCEPTS: Table<[Vec<String>; 2]> =
    table!("pairs/concepts.tsv", &["english", "french"], |row| Some([
        words(row.filled(0)?),
        words(row.filled(1)?),
    ]));

fn words(text: &str) -> Vec<String> {
    let words = text.split([' ', '-']).filter(|word| !word.is_empty());
    words.map(fold).collect()
}

type Meanings = FxHashMap<String, Vec<u16>>;

/// The meanings that a folded word may have: numbers that are the same for words
/// of both languages that mean the same. Empty for a word that is not known.
pub fn concepts(folded: &str, lang: Lang) -> &'static [u16] {
    static MEANINGS: OnceLock<[Meanings; 2]> = OnceLock::new();
    let meanings = MEANINGS.get_or_init(read_concepts);
    lang.of(meanings)
        .get(stem(folded))
        .map_or(&[], Vec::as_slice)
}

/// Whether a folded word is one of the list of meanings, to the letter but for an
/// ending of the plural.
pub fn known_word(folded: &str, lang: Lang) -> bool {
    static KNOWN: OnceLock<[FxHashSet<String>; 2]> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let all = CONCEPTS.entries().iter();
            all.flat_map(|pair| lang.of(pair).iter().map(|word| bare(word).to_owned()))
                .collect()
        })
    });
    lang.of(known).contains(bare(folded))
}

/// Without the ending of the plural.
fn bare(word: &str) -> &str {
    word.strip_suffix(['s', 'x']).unwrap_or(word)
}

fn read_concepts() -> [Meanings; 2] {
    let mut meanings = [Meanings::default(), Meanings::default()];
    for (number, pair) in (0u16..).zip(CONCEPTS.entries()) {
        for (meanings, words) in meanings.iter_mut().zip(pair) {
            for word in words {
                let entry = meanings.entry(stem(word).to_owned()).or_default();
                if !entry.contains(&number) {
                    entry.push(number);
                }
            }
        }
    }
    meanings
}

#[cfg(test)]
mod tests {
    use super::*;

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
