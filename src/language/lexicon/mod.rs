//! What the check must know of the two languages' words: which words mean the
//! same, which belong to one language alone, which are titles, and what a
//! forgotten note to the translator looks like.
//!
//! None of it judges a translation: it pairs blocks, tells the languages apart
//! and compares ranks and genders.

mod addresses;
mod cognates;
mod function_words;
mod leftover;
mod leftover_words;
mod mailboxes;
mod names;
mod stance;
mod titles;

pub use addresses::language_of;
pub use cognates::is_cognate;
pub use function_words::{ELISIONS, belongs_to, is_function_word, looks_english};
pub use leftover::{Leftover, leftovers};
pub use mailboxes::{Hosts, Mailboxes, Surroundings, compare_mailboxes, is_slip, same_meaning};
pub use names::{
    is_month_or_day, is_month_or_day_of, is_no_value, numbers_a_part, says_below, says_no_value,
    short_organization, vague_link,
};
pub use stance::{Stance, may_take, takes_surely};
pub use titles::{GenderedTitle, MINISTERS, Rank, RankUse, gendered_titles, ranks};

use crate::lang::Lang;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Pairs of words that mean the same; see the file.
const CONCEPTS: &str = include_str!("concepts.txt");

/// How many letters tell a word from others: inflections differ behind them.
const STEM_LETTERS: usize = 5;

/// Without accents and in lower case: `École` is `ecole`, `œuvre` is `oeuvre`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            letter
                .to_lowercase()
                .for_each(|letter| push_unaccented(&mut folded, letter));
        }
    }
    folded
}

fn push_unaccented(folded: &mut String, letter: char) {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' => folded.push('a'),
        'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
        'î' | 'ï' | 'í' => folded.push('i'),
        'ô' | 'ö' | 'ó' => folded.push('o'),
        'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
        'ç' => folded.push('c'),
        'ñ' => folded.push('n'),
        'ÿ' => folded.push('y'),
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        other => folded.push(other),
    }
}

/// The part of a folded word that its inflections share.
pub fn stem(folded: &str) -> &str {
    let word = match folded.strip_suffix(['s', 'x']) {
        Some(shorter) if shorter.len() >= 3 => shorter,
        _ => folded,
    };
    match word.char_indices().nth(STEM_LETTERS) {
        Some((end, _)) => word.get(..end).unwrap_or(word),
        None => word,
    }
}

/// The meanings that a folded word may have: numbers that are the same for words
/// of both languages that mean the same. Empty for a word that is not known.
pub fn concepts(folded: &str, lang: Lang) -> &'static [u16] {
    static TABLES: OnceLock<[HashMap<String, Vec<u16>>; 2]> = OnceLock::new();
    let [en, fr] = TABLES.get_or_init(read_concepts);
    let table = match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    table.get(stem(folded)).map_or(&[], Vec::as_slice)
}

/// Whether a folded word is one of the list of meanings, to the letter but for an
/// ending of the plural.
pub fn known_word(folded: &str, lang: Lang) -> bool {
    static WORDS: OnceLock<[HashSet<String>; 2]> = OnceLock::new();
    let [en, fr] = WORDS.get_or_init(|| {
        let mut words = [HashSet::new(), HashSet::new()];
        let lines = CONCEPTS.lines().filter(|line| !line.starts_with('#'));
        for (en, fr) in lines.filter_map(|line| line.split_once('=')) {
            for (known, side) in words.iter_mut().zip([en, fr]) {
                let side = side.split([' ', '-']);
                known.extend(side.map(|word| singular(&fold(word)).to_owned()));
            }
        }
        words
    });
    let words = match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    words.contains(singular(folded))
}

/// A word without an ending of the plural.
fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'x']).unwrap_or(word)
}

fn read_concepts() -> [HashMap<String, Vec<u16>>; 2] {
    let mut tables = [HashMap::new(), HashMap::new()];
    let lines = CONCEPTS
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    for (number, line) in (0u16..).zip(lines) {
        let Some((en, fr)) = line.split_once('=') else {
            continue;
        };
        for (table, words) in tables.iter_mut().zip([en, fr]) {
            for word in words.split([' ', '-']).filter(|word| !word.is_empty()) {
                let entry: &mut Vec<u16> = table.entry(stem(&fold(word)).to_owned()).or_default();
                if !entry.contains(&number) {
                    entry.push(number);
                }
            }
        }
    }
    tables
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

    #[test]
    fn stems_stop_on_characters() {
        assert_eq!(stem("reglements"), "regle");
        assert_eq!(stem("mois"), "moi");
        assert_eq!(stem("as"), "as");
        assert_eq!(fold("ÉCOLE Œuvre"), "ecole oeuvre");
    }
}
