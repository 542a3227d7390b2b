//! Words by which a language is known.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, table, tables};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub(super) static FUNCTION_WORDS: [Lookup<()>; 2] =
    tables!("function-words.tsv", &["word"], Row::listed, Lookup::new);

/// Words of running text that carry no matter, besides those of each language.
pub(super) static LIGHT: Lookup<()> =
    Lookup::new(table!("pairs/light-words.tsv", &["word"], Row::listed));

pub(super) static SPELLINGS: Table<Spelling> =
    table!("en/spellings.tsv", &["place", "letters"], read_spelling);

/// Letters by which a word is known to be English.
#[derive(Debug)]
pub(super) struct Spelling {
    letters: &'static str,
    at_end: bool,
}

fn read_spelling(row: &Row) -> Option<Spelling> {
    let at_end = match row.cell(0) {
        "part" => false,
        "end" => true,
        _ => return None,
    };
    let letters = row.filled(1)?;
    Some(Spelling { letters, at_end })
}

/// The language that a word of the lists belongs to, if it is one alone.
fn find(folded: &str) -> Option<Option<Lang>> {
    static WORDS: OnceLock<(FxHashMap<String, Option<Lang>>, usize)> = OnceLock::new();
    let (words, longest) = WORDS.get_or_init(|| {
        let light = LIGHT.entries().iter().map(|entry| (entry, None));
        let own = Lang::ALL.into_iter().flat_map(|lang| {
            let entries = lang.of(&FUNCTION_WORDS).entries().iter();
            entries.map(move |entry| (entry, Some(lang)))
        });
        let all = light.chain(own);
        let words: FxHashMap<_, _> = all
            .flat_map(|((words, ()), lang)| words.iter().map(move |word| (fold(word), lang)))
            .collect();
        let longest = words.keys().map(String::len).max().unwrap_or_default();
        (words, longest)
    });
    // Most words of a text are longer than the longest of them.
    (folded.len() <= *longest)
        .then(|| words.get(folded).copied())
        .flatten()
}

/// The language that a folded word of running text belongs to, where it is one
/// alone.
pub fn belongs_to(folded: &str) -> Option<Lang> {
    find(folded).flatten()
}

/// Whether a folded word carries no matter in either language.
pub fn is_function_word(folded: &str) -> bool {
    find(folded).is_some()
}

/// Whether a word in lower case is spelt as French never spells its own words.
pub fn looks_english(word: &str) -> bool {
    let is_spelt = |spelling: &Spelling| match spelling.at_end {
        true => word.ends_with(spelling.letters),
        false => {
            let letters = spelling.letters.as_bytes();
            word.as_bytes()
                .windows(letters.len())
                .any(|it| it == letters)
        }
    };
    word.is_ascii() && word.len() >= 4 && SPELLINGS.entries().iter().any(is_spelt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_disjoint() {
        for lang in Lang::ALL {
            let words = lang.of(&FUNCTION_WORDS).entries().iter();
            let words: Vec<String> = words.map(|(words, ())| fold(words[0])).collect();
            assert!(words.is_sorted());
            assert!(words.iter().all(|word| belongs_to(word) == Some(lang)));
        }
        assert!(
            LIGHT
                .entries()
                .iter()
                .all(|(words, ())| belongs_to(words[0]).is_none())
        );
    }

    #[test]
    fn words_belong_to_one_language() {
        assert_eq!(belongs_to("the"), Some(Lang::En));
        assert_eq!(belongs_to("les"), Some(Lang::Fr));
        assert_eq!(belongs_to("on"), None);
        assert!(looks_english("wharf") && looks_english("testing"));
        assert!(!looks_english("budget") && !looks_english("rapport"));
    }
}
