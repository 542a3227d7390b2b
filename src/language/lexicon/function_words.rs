//! Words by which a language is known.

use crate::lang::Lang;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Words of running English that French does not have.
const ENGLISH: &[&str] = &[
    "about", "after", "all", "also", "and", "any", "are", "at", "be", "because", "been", "before",
    "being", "between", "both", "by", "can", "cannot", "could", "did", "do", "does", "during",
    "each", "every", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in",
    "into", "is", "it", "its", "may", "more", "must", "my", "new", "not", "of", "only", "other",
    "our", "out", "over", "shall", "she", "should", "since", "some", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "under",
    "until", "up", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will",
    "with", "within", "without", "would", "you", "your",
];

/// Words of running French that English does not have.
const FRENCH: &[&str] = &[
    "afin",
    "ainsi",
    "alors",
    "apres",
    "au",
    "aucun",
    "aucune",
    "aussi",
    "autre",
    "autres",
    "aux",
    "avant",
    "avec",
    "avoir",
    "ayant",
    "ces",
    "cet",
    "cette",
    "ceux",
    "chaque",
    "chez",
    "comme",
    "dans",
    "de",
    "depuis",
    "des",
    "deux",
    "doit",
    "doivent",
    "donc",
    "dont",
    "du",
    "elle",
    "elles",
    "en",
    "entre",
    "est",
    "et",
    "ete",
    "etre",
    "eux",
    "faire",
    "fait",
    "il",
    "ils",
    "je",
    "la",
    "le",
    "les",
    "leur",
    "leurs",
    "lors",
    "mais",
    "meme",
    "mes",
    "nos",
    "notre",
    "nous",
    "ont",
    "ou",
    "par",
    "pas",
    "pendant",
    "peut",
    "peuvent",
    "plusieurs",
    "pour",
    "puis",
    "quand",
    "que",
    "quel",
    "quelle",
    "qui",
    "sa",
    "sans",
    "se",
    "selon",
    "sera",
    "seront",
    "ses",
    "si",
    "soit",
    "sont",
    "sous",
    "sur",
    "tous",
    "tout",
    "toute",
    "toutes",
    "tres",
    "une",
    "vers",
    "veuillez",
    "vos",
    "votre",
    "vous",
];

/// Words of running text that carry no matter, besides the two lists above.
const LIGHT: &[&str] = &[
    "a", "an", "as", "on", "or", "so", "no", "ne", "un", "ce", "y", "d", "l", "qu", "n", "s", "j",
    "m", "c", "t", "me", "te", "i", "plus", "son", "ton", "mon", "eu", "us", "but",
];

/// What stands before an apostrophe in French: `l'`, `qu'`, `jusqu'`.
pub const ELISIONS: &[&str] = &[
    "l", "d", "qu", "n", "s", "j", "m", "c", "t", "jusqu", "lorsqu", "puisqu", "quelqu",
];

/// The words of the lists, each with the language that it belongs to, if it is one alone.
fn words() -> &'static HashMap<&'static str, Option<Lang>> {
    static WORDS: OnceLock<HashMap<&str, Option<Lang>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let english = ENGLISH.iter().map(|word| (*word, Some(Lang::En)));
        let french = FRENCH.iter().map(|word| (*word, Some(Lang::Fr)));
        let light = LIGHT.iter().map(|word| (*word, None));
        light.chain(english).chain(french).collect()
    })
}

/// The length of the longest of them: most words are longer.
const LONGEST: usize = "plusieurs".len();

fn find(folded: &str) -> Option<Option<Lang>> {
    (folded.len() <= LONGEST)
        .then(|| words().get(folded).copied())
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
    const PARTS: &[&str] = &[
        "w", "k", "sh", "th", "oo", "ee", "ght", "ough", "ea", "ow", "ay", "oy",
    ];
    const ENDS: &[&str] = &[
        "ing", "ly", "ty", "ry", "ny", "cy", "gy", "ed", "ness", "ful", "ship", "er's", "ck", "ll",
        "ss", "ff",
    ];
    word.is_ascii()
        && word.len() >= 4
        && (ENDS.iter().any(|end| word.ends_with(end))
            || PARTS.iter().any(|part| word.contains(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_disjoint() {
        assert!(ENGLISH.is_sorted());
        assert!(FRENCH.is_sorted());
        assert!(ENGLISH.iter().all(|word| !FRENCH.contains(word)));
        for (words, lang) in [(ENGLISH, Lang::En), (FRENCH, Lang::Fr)] {
            assert!(words.iter().all(|word| belongs_to(word) == Some(lang)));
        }
        assert!(words().keys().all(|word| word.len() <= LONGEST));
        assert!(LIGHT.iter().all(|word| is_function_word(word)));
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
