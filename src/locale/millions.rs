//! French *de* between the millions that the program prints and the noun that they count:
//! `{ SPELLOUT($n) } demandes` is *deux millions de demandes*.
//!
//! *Million*, *milliard* and those above are nouns (Guide du rédacteur, 2.2.5): what they
//! count has *de* before it. Nobody can write that beside a number which may be another one
//! tomorrow, so the program does. A number in digits alone takes none.

use super::formatted::{Formatted, PrintedValue, token_index};
use crate::lang::Lang;
use crate::language::lexicon::{UNCOUNTED_WORDS, scales};
use crate::language::words::Hand;
use crate::language::write::de;

/// Puts *de* or *d’* where it lacks in a French text.
pub(super) fn bind(formatted: &mut Formatted) {
    if !formatted.values.iter().any(ends_in_millions) {
        return;
    }
    let tokens = formatted.text.char_indices();
    let found: Vec<(usize, usize, &str)> = tokens
        .filter_map(|(at, letter)| {
            let value = formatted.values.get(token_index(letter)?)?;
            let end = at + letter.len_utf8();
            if !ends_in_millions(value) {
                return None;
            }
            let (gap, de) = missing(formatted.text.get(end..)?, &formatted.values)?;
            Some((at, end + gap, de))
        })
        .collect();
    for (token, at, de) in found.into_iter().rev() {
        formatted.put_in(at, de, token);
    }
}

/// Whether a format printed it, and ended in the name or the letter of a great number.
fn ends_in_millions(value: &PrintedValue) -> bool {
    let Some(last) = value.pieces.last() else {
        return false;
    };
    if last.hand != Hand::Format || last.superscript {
        return false;
    }
    let Some((before, word)) = last.text.rsplit_once(char::is_whitespace) else {
        return false;
    };
    let figure = before.ends_with(|letter: char| letter.is_ascii_digit());
    scales(Lang::Fr).iter().any(|scale| {
        word == scale.one || word == scale.several || figure && scale.letter == Some(word)
    })
}

/// What lacks before the noun with which the text behind a number begins, and how many
/// bytes of the text stand before it.
fn missing(rest: &str, values: &[PrintedValue]) -> Option<(usize, &'static str)> {
    let is_mark = |letter: char| matches!(letter, '*' | '_' | '~');
    let behind_marks = rest.trim_start_matches(is_mark);
    let marked = behind_marks.trim_start_matches(char::is_whitespace);
    let gap = behind_marks.len() - marked.len();
    let spaces = behind_marks.get(..gap)?;
    if gap == 0 || spaces.matches('\n').count() > 1 {
        return None;
    }
    let words = marked.trim_start_matches(|letter: char| is_mark(letter) || letter == '[');
    let first = words.chars().next()?;
    let de = match token_index(first).and_then(|index| values.get(index)) {
        Some(value) if value.pieces.first()?.hand == Hand::Author => counted(&value.to_plain()),
        Some(_) => None,
        None => counted(words),
    };
    Some((rest.len() - marked.len(), de?))
}

/// *De* or *d’*, where a noun that is counted, or an adjective before one, begins a text: a
/// plural, or the letters of an abbreviation.
fn counted(text: &str) -> Option<&'static str> {
    let of_word = |letter: char| letter.is_alphabetic() || matches!(letter, '-' | '’' | '\'');
    let end = text.find(|letter| !of_word(letter)).unwrap_or(text.len());
    let word = text.get(..end)?;
    let plural = word.ends_with(['s', 'x'])
        && !word.contains(['’', '\''])
        && !UNCOUNTED_WORDS.has(&word.to_lowercase());
    let letters = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    (plural || letters).then(|| de(word, None))
}
