//! The words of a passage.

use super::ReadPassage;
use crate::language::lexicon;
use smol_str::SmolStr;
use std::ops::Range;

/// A word of a passage: letters only, without what a hyphen or an apostrophe ties to it.
#[derive(Clone, Debug)]
pub(in crate::check) struct Word {
    /// The bytes of the passage's text.
    pub range: Range<usize>,
    /// Without accents, in lower case.
    pub folded: SmolStr,
    /// How it is written.
    pub case: Case,
    /// Whether it is running text of the document's language: no fact, no code, no
    /// address, not marked as foreign.
    pub running: bool,
    /// Whether a sentence begins with it.
    pub first: bool,
    /// Whether it has a letter with an accent.
    pub accented: bool,
}

/// How a word uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Case {
    /// No capital at the beginning.
    Lower,
    /// A capital at the beginning.
    Title,
    /// Two capitals or more and no small letter but a plural s.
    Upper,
}

/// Splits the words of a passage.
pub(super) fn split_words(passage: &ReadPassage<'_>) -> Vec<Word> {
    let text = passage.text.as_str();
    // A word and the blank behind it take six bytes and more on average.
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut first = true;
    let mut chunk_end = 0;
    let mut opaque = false;
    let tags = tags(text);
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if start >= chunk_end {
            let rest = &text[start..];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            chunk_end = start + length.max(letter.len_utf8());
            opaque = is_address(&rest[..length]);
        }
        if !letter.is_alphabetic() {
            first = ends_sentence(letter) || (first && !letter.is_alphanumeric());
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some(&(at, next)) = letters.peek() {
            if !next.is_alphanumeric() && next != '\u{301}' {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        let range = start..end;
        let word = &text[range.clone()];
        let folded = lexicon::fold_word(word);
        words.push(Word {
            // m³ and μW have a sign, no accent.
            accented: !word.is_ascii() && folded.is_ascii(),
            folded,
            case: case_of(word),
            running: !opaque && passage.is_plain(&range) && !is_in(&tags, start),
            first,
            range,
        });
        first = false;
    }
    words
}

/// Whether one of the ranges, which stand apart and in order, holds a byte.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let behind = ranges.partition_point(|range| range.end <= at);
    ranges.get(behind).is_some_and(|range| range.contains(&at))
}

/// Tags that are printed as they stand, whose names are no words.
fn tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest
            .find(['<', '>'])
            .filter(|end| rest[*end..].starts_with('>'));
        if let Some(end) = end
            && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        {
            tags.push(at..at + end + 2);
        }
    }
    tags
}

fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | ':' | '\n' | '•' | '«' | '“' | '"')
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Case::Lower;
    }
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let small = word.chars().filter(|letter| letter.is_lowercase()).count();
    if capitals >= 2 && (small == 0 || (small == 1 && word.ends_with('s'))) {
        Case::Upper
    } else if word.chars().next().is_some_and(char::is_uppercase) {
        Case::Title
    } else {
        Case::Lower
    }
}

/// Whether characters without white space are an address, a path, a file's name or a
/// computer's name for something, with its underscores.
fn is_address(chunk: &str) -> bool {
    // Nearly all chunks are words.
    let is_sign = |byte| matches!(byte, b'/' | b'_' | b'@' | b'.' | b':');
    if !chunk.bytes().any(is_sign) {
        return false;
    }
    if chunk.starts_with('/') && chunk.len() > 1 || chunk.contains('_') {
        return true;
    }
    if !chunk.contains(['@', '.', ':']) {
        return false;
    }
    let chunk = chunk.trim_matches(|letter: char| ".,;:()[]«»“”\"'’".contains(letter));
    chunk.contains('@')
        || chunk.contains("://")
        || chunk.starts_with("www.")
        || chunk.rsplit_once('.').is_some_and(|(before, after)| {
            before.len() >= 2
                && before
                    .chars()
                    .next_back()
                    .is_some_and(char::is_alphanumeric)
                && (2..=5).contains(&after.split('/').next().unwrap_or(after).len())
                && after
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "/-_".contains(c))
                && after.starts_with(|c: char| c.is_ascii_lowercase())
        })
}
