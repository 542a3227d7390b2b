//! Words of a text, folded.

use super::key::{fold, unaccented};
use smol_str::SmolStr;

/// The same of one word of a text, which takes no room of its own where it is as short as
/// nearly all words are.
pub(crate) fn fold_word(word: &str) -> SmolStr {
    match word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        true => SmolStr::new(word),
        false => fold(word).into(),
    }
}

/// Whether a letter is another with an accent, in either case.
pub(crate) fn is_accented(letter: char, plain: char) -> bool {
    let mut lower = letter.to_lowercase();
    let (Some(letter), None) = (lower.next(), lower.next()) else {
        return false;
    };
    unaccented(letter) == plain.to_ascii_lowercase()
}

/// Words with a capital at their beginning.
pub(crate) fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
