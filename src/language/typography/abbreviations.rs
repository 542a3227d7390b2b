//! `abbreviation-space` and `reference-space`: words that cling to what follows.

use super::block::{TextBlock, is_boundary, is_digit};
use super::rules::MendRule;
use super::signs;
use crate::lang::Lang;
use crate::language::lexicon::{ClingingKind, abbreviated_pairs, clings_as};
use crate::language::write::NO_BREAK_SPACE;

/// Whether two words are such an abbreviation when they stand together (`p.ex.`): a dot
/// alone makes no name of a file of them.
pub(super) fn is_pair(word: &str) -> bool {
    abbreviated_pairs(Lang::Fr).any(|(first, second)| {
        word.strip_prefix(first)
            .is_some_and(|rest| rest == second.trim_end_matches('.'))
    })
}

/// Whether a word with its period is an abbreviation that goes on: "Dr.", "art.", "p. ex.",
/// an initial. One that stands before numbers ("no.") is one only where a number follows.
pub fn goes_on(word: &str, before_number: bool, lang: Lang) -> bool {
    let word = word.trim_start_matches(['(', '[', '«', '“', '‘', '\u{a0}', '*']);
    let word = word.rsplit(['’', '\'']).next().unwrap_or(word);
    let initial = {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    // "Art. 15" at the beginning as well.
    let before = |word: &str| clings_as(word, ClingingKind::BeforeNumber, lang);
    word.ends_with('.')
        && (initial
            || clings_as(word, ClingingKind::Other, lang)
            || clings_as(word, ClingingKind::Title, lang)
            || before_number && (before(word) || before(&word.to_lowercase())))
}

/// Titles are bound to the name, `p. ex.` and `c. c.` to themselves, `art.` and the
/// like to their number.
pub(super) fn abbreviation_space(block: &mut TextBlock) {
    let lang = block.style.lang;
    for gap in block.gaps().iter().rev().cloned() {
        let (at, next) = (gap.start, gap.end);
        // A capital, a figure, or the rest of `p. ex.` follows.
        let clings = block.matches(next, |letter| letter.is_uppercase() || is_digit(letter))
            || block.starts_with(next, "ex.")
            || block.is(next + 1, '.');
        if !clings {
            continue;
        }
        let word = block.text(block.run_back(at, |letter| !letter.is_whitespace())..at);
        let word = word.trim_start_matches(['(', '[', '«', '“', '‘']);
        let after_elision = word.rsplit(['’', '\'']).next().unwrap_or(word);
        let title = block.matches(next, char::is_uppercase)
            && clings_as(after_elision, ClingingKind::Title, lang);
        let number = block.matches(next, is_digit)
            && clings_as(after_elision, ClingingKind::BeforeNumber, lang);
        let pair = word.ends_with('.')
            && abbreviated_pairs(lang)
                .any(|(first, second)| first == word && block.starts_with(next, second));
        if title || number || pair {
            block.bind(gap, MendRule::AbbreviationSpace);
        }
    }
    if block.has_any(signs::PERIOD) {
        part_pairs(block);
    }
}

/// Parts what was written together: `p.ex.`, `c.c.`
fn part_pairs(block: &mut TextBlock) {
    let pairs = abbreviated_pairs(block.style.lang);
    for at in (1..block.len()).rev() {
        // The first of both ends with its period.
        if block.before(at) != Some('.') {
            continue;
        }
        let begins = |start: usize| {
            block
                .before(start)
                .is_none_or(|letter| !letter.is_alphanumeric() && letter != '.')
        };
        let is_pair = pairs.clone().any(|(first, second)| {
            let start = at.checked_sub(first.len());
            let end = at + second.len();
            start.is_some_and(|start| block.starts_with(start, first) && begins(start))
                && block.starts_with(at, second)
                && is_boundary(block.get(end))
        });
        if is_pair {
            block.insert(at, NO_BREAK_SPACE, MendRule::AbbreviationSpace);
        }
    }
}

/// `page 5`, `Phase 1`, `annexe A`.
pub(super) fn reference_space(block: &mut TextBlock) {
    for gap in block.gaps().iter().rev().cloned() {
        let clings = |letter: char| letter.is_ascii_uppercase() || is_digit(letter);
        if !block.matches(gap.end, clings) {
            continue;
        }
        let word = block.text(block.run_back(gap.start, char::is_alphabetic)..gap.start);
        let end = block.run(gap.end, char::is_alphanumeric);
        let name = block.text(gap.end..end);
        let is_letter = name.len() == 1 && name.chars().all(|letter| letter.is_ascii_uppercase());
        if clings_as(&word, ClingingKind::Reference, Lang::Fr)
            && (name.starts_with(is_digit) || is_letter)
        {
            block.bind(gap, MendRule::ReferenceSpace);
        }
    }
}
