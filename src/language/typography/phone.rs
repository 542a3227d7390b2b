//! `phone`: telephone numbers of the North American plan.

use super::block::{TextBlock, is_digit, is_space};
use super::rules::MendRule;
use crate::language::read::vanity;
use crate::language::write::{NO_BREAK_HYPHEN, NO_BREAK_SPACE};

/// `416-555-0123`, `(416) 555-0123`, `416 555-0123`, `416.555.0123` and the same
/// with a leading 1 become `416‑555‑0123`, which no line breaks (federal writing
/// guides: hyphens, no brackets). Numbers of seven digits look like others and stay.
pub(super) fn phone(block: &mut TextBlock) {
    let mut at = 0;
    while at < block.len() {
        at = match number(block, at) {
            Some(groups) => rewrite(block, at, &groups),
            None => spelt(block, at).unwrap_or(at + 1),
        };
    }
    extensions(block);
}

/// `1-800-O-Canada`, `1 800 O-Canada`: a number in letters keeps its marks, and no line
/// breaks in it; the position behind it.
fn spelt(block: &mut TextBlock, start: usize) -> Option<usize> {
    // The long-distance 1, or a toll-free code.
    let begins = |letter| matches!(letter, '1' | '8' | '+');
    if !block.matches(start, begins) || is_led(block, start) {
        return None;
    }
    let (length, _) = vanity(&block.text(start..(start + LONGEST).min(block.len())))?;
    let end = start + count(block, start, length);
    for at in start..end {
        if block.is(at, '-') {
            block.set(at, NO_BREAK_HYPHEN, MendRule::Phone);
        } else if block.is(at, ' ') {
            block.bind(at..at + 1, MendRule::Phone);
        }
    }
    Some(end)
}

/// The most characters that a number in letters is looked for in.
const LONGEST: usize = 40;

/// How many characters have so many bytes.
fn count(block: &TextBlock, start: usize, bytes: usize) -> usize {
    let mut left = bytes;
    block.run(start, |letter| {
        let more = left > 0;
        left = left.saturating_sub(letter.len_utf8());
        more
    }) - start
}

/// Whether what stands before a position makes its digits a part of something else.
fn is_led(block: &TextBlock, start: usize) -> bool {
    block.before(start).is_some_and(|letter| {
        letter.is_alphanumeric()
            || matches!(letter, '-' | '.' | '/' | '_' | ',' | '$' | NO_BREAK_HYPHEN)
    })
}

/// The groups of digits of the number that begins here.
fn number(block: &TextBlock, start: usize) -> Option<Vec<(usize, usize)>> {
    if !block.matches(start, |letter| is_digit(letter) || letter == '(') {
        return None;
    }
    if is_led(block, start) {
        return None;
    }
    let mut groups = Vec::new();
    let mut at = start;
    if block.is(at, '1') && block.matches(at + 1, is_separator) {
        groups.push((at, at + 1));
        at = separators(block, at + 1)?;
    }
    let bracket = block.is(at, '(');
    at += usize::from(bracket);
    for (index, size) in [3, 3, 4].into_iter().enumerate() {
        let end = block.run(at, is_digit);
        let plausible = index == 2 || block.matches(at, |letter| ('2'..='9').contains(&letter));
        if end - at != size || !plausible {
            return None;
        }
        groups.push((at, end));
        at = end;
        if index == 0 && bracket {
            if !block.is(at, ')') {
                return None;
            }
            at += 1;
        }
        if index < 2 {
            at = separators(block, at).or(if bracket && index == 0 {
                Some(at)
            } else {
                None
            })?;
        }
    }
    let followed = block.matches(at, |letter| letter.is_alphanumeric() || letter == '-')
        || block.matches(at, |letter| matches!(letter, '.' | ','))
            && block.matches(at + 1, is_digit);
    (!followed).then_some(groups)
}

/// Past one separator, which may be a hyphen, a period or a space.
fn separators(block: &TextBlock, at: usize) -> Option<usize> {
    block.matches(at, is_separator).then_some(at + 1)
}

fn is_separator(letter: char) -> bool {
    is_space(letter) || matches!(letter, '-' | '.' | '\u{2010}' | NO_BREAK_HYPHEN)
}

/// Sets the hyphens between the groups of the number that begins at `start`, and
/// takes the brackets of its area code out; gives the position behind it.
fn rewrite(block: &mut TextBlock, start: usize, groups: &[(usize, usize)]) -> usize {
    let (Some(&(first, _)), Some(&(last, end))) = (groups.first(), groups.last()) else {
        return start + 1;
    };
    let length = block.len();
    if (start..end).all(|at| block.is_free(at)) {
        let mut right = last;
        for &(start, end) in groups.iter().rev().skip(1) {
            block.set_gap(end..right, Some(NO_BREAK_HYPHEN), MendRule::Phone);
            right = start;
        }
        block.set_gap(start..first, None, MendRule::Phone);
    }
    (end + block.len()).saturating_sub(length)
}

/// `ext. 12`, `poste 12`: the word is bound to its digits.
fn extensions(block: &mut TextBlock) {
    for at in 0..block.len() {
        if !block.matches(at, |letter| matches!(letter, 'e' | 'p')) {
            continue;
        }
        for word in ["ext. ", "poste "] {
            let end = at + word.len();
            if block.starts_with(at, word)
                && block.matches(end, is_digit)
                && block
                    .before(at)
                    .is_none_or(|letter| !letter.is_alphanumeric())
            {
                block.set_gap(end - 1..end, Some(NO_BREAK_SPACE), MendRule::Phone);
            }
        }
    }
}
