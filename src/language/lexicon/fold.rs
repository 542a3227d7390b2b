//! Words without what inflections and accents change.

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
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
        'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
        'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => folded.push('o'),
        'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
        'ç' => folded.push('c'),
        'ñ' => folded.push('n'),
        'ÿ' | 'ý' => folded.push('y'),
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

/// Words with a capital at their beginning.
pub(crate) fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
