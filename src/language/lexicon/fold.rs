//! Words without what inflections and accents change.

use smol_str::SmolStr;

/// How many letters tell a word from others: inflections differ behind them.
const STEM_LETTERS: usize = 5;

/// Without accents and in lower case: `École` is `ecole`, `œuvre` is `oeuvre`.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
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

fn push_unaccented(folded: &mut String, letter: char) {
    match letter {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        other => folded.push(unaccented(other)),
    }
}

/// A small letter without its accent.
fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' | 'ì' => 'i',
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ÿ' | 'ý' => 'y',
        other => other,
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

/// Words with a capital at their beginning.
pub(crate) fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
