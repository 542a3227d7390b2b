//! By what words are looked up: without what inflections and accents change. `build.rs`
//! writes the indexes of the tables by the same.

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

fn push_unaccented(folded: &mut String, letter: char) {
    match letter {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        other => folded.push(unaccented(other)),
    }
}

/// A small letter without its accent.
pub fn unaccented(letter: char) -> char {
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

/// A name as the table looks it up: folded, its words parted by one space each. Hyphens
/// part words, full stops count for nothing, and apostrophes are straight.
pub fn place_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in fold(name).chars() {
        match letter {
            '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{A0}' | '\u{202F}' | ' ' => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            '.' => {}
            '’' => key.push('\''),
            other => key.push(other),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// A folded word without the ending of the plural.
pub fn bare(folded: &str) -> &str {
    folded.strip_suffix(['s', 'x']).unwrap_or(folded)
}
