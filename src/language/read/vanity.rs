//! Telephone numbers in which letters stand for digits: 1-800-O-Canada, 1 800 O-Canada.

use crate::memo::telephone::spelt_digits;

/// The area codes whose calls cost nothing; in running text only behind them letters are
/// taken for a number (Canadian Numbering Administrator, toll-free codes).
const TOLL_FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// The bytes of the number that a text begins with, and its digits without the
/// long-distance 1. Behind a space the letters must show that they belong to it: 1 800
/// visitors are no number.
pub(crate) fn vanity(text: &str) -> Option<(usize, String)> {
    let (rest, long_distance) = match text.strip_prefix("+1").or_else(|| text.strip_prefix('1')) {
        Some(rest) => (skip_mark(rest)?.0, true),
        None => (text, false),
    };
    let bare = rest.strip_prefix('(').unwrap_or(rest);
    let area = bare.get(..3).filter(|area| TOLL_FREE.contains(area))?;
    let behind = bare.get(area.len()..)?;
    let behind = if bare.len() < rest.len() {
        behind.strip_prefix(')')?
    } else {
        behind
    };
    let (word, spaced) = skip_mark(behind)?;
    let length = word
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || is_hyphen(letter)))
        .unwrap_or(word.len());
    let goes_on = word[length..].starts_with(char::is_alphanumeric);
    let letters = word[..length].trim_end_matches(is_hyphen);
    if goes_on || spaced && !(long_distance && is_marked(letters)) {
        return None;
    }
    let length = text.len() - word.len() + letters.len();
    let digits = spelt_digits(&format!("{area}{letters}").replace('\u{2010}', "-"))?;
    Some((length, digits))
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// What stands behind a hyphen, a point or a space, and whether it was a space.
fn skip_mark(text: &str) -> Option<(&str, bool)> {
    let mark = text.chars().next()?;
    let spaced = matches!(mark, ' ' | '\u{a0}' | '\u{202f}');
    let known = spaced || is_hyphen(mark) || mark == '.';
    known.then(|| (&text[mark.len_utf8()..], spaced))
}

/// Whether letters show that they stand for digits: they are capitals, have digits among
/// them, or are parts that begin with capitals, the first of one letter or two.
fn is_marked(letters: &str) -> bool {
    let capitals = !letters.contains(|letter: char| letter.is_ascii_lowercase());
    let digits = letters.contains(|letter: char| letter.is_ascii_digit());
    let mut parts = letters.split(is_hyphen).peekable();
    let short = parts.peek().is_some_and(|first| first.len() <= 2);
    let begin = parts.all(|part| part.starts_with(|letter: char| letter.is_ascii_uppercase()));
    capitals || digits || short && begin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_behind_a_toll_free_code_are_a_number() {
        for (text, length) in [
            ("1-800-O-Canada", 14),
            ("1 800 O-Canada (gratuit)", 14),
            ("1\u{a0}800\u{a0}O\u{2011}Canada", 18),
            ("1\u{2011}800\u{2011}O\u{2011}Canada.", 20),
            ("1-866-BATEAUX, du lundi", 13),
            ("1 (800) O-CANADA", 16),
            ("800-O-CANADA", 12),
            ("1 877 267-BOAT", 14),
            ("1-800-O-Harbour-", 15),
        ] {
            let found = vanity(text);
            assert_eq!(found.map(|(length, _)| length), Some(length), "{text}");
        }
    }

    #[test]
    fn counts_of_things_are_none() {
        for text in [
            "1 800 visiteurs",
            "1 800 Franco-Ontariens",
            "1 800 T-shirts",
            "1 888 Canadiens",
            "800 O-Canada",
            "1-800-555-0199",
            "1 800 555-0199",
            "1-800-BOAT",
            "1 416 O-Canada",
            "1-800-O-Canadaé",
        ] {
            assert_eq!(vanity(text), None, "{text}");
        }
    }
}
