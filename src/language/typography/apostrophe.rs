//! `apostrophe`: `'` in and behind words is an apostrophe, `’`, in both languages.

use super::block::{TextBlock, is_boundary, is_digit};
use super::marks::{MarkSide, is_mark, right_of};
use super::pairs;
use super::rules::MendRule;
use crate::lang::Lang;

/// What is written for an apostrophe, `’` itself among it.
pub(super) const fn may_be_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '´' | '`' | '′')
}

/// Apostrophes become `’`: in a word (`don't`, `l'an`, `It´s`), behind one that is
/// elided (`l'« effet »`) or plural (`partners'`), behind a bracket or a point
/// (`(HA)'s`, `Ph.D.'s`), and before the digits of a year (`'90s`). What pairs as
/// quotation marks is none.
pub(super) fn apostrophe(block: &mut TextBlock) {
    let found = pairs::find(block).apostrophes;
    for at in found {
        block.set(at, '’', MendRule::Apostrophe);
    }
}

/// Whether the mark at a position is an apostrophe whatever stands elsewhere.
pub(super) fn is_apostrophe(block: &TextBlock, at: usize) -> bool {
    let Some(mark) = block.get(at).filter(|letter| may_be_apostrophe(*letter)) else {
        return false;
    };
    let (before, after) = (block.before(at), block.get(at + 1));
    let word_before = before.is_some_and(char::is_alphabetic);
    let behind_word = before.is_some_and(char::is_alphanumeric) && !is_times(block, at);
    if behind_word && after.is_some_and(char::is_alphabetic)
        || word_before && after.is_some_and(is_digit)
    {
        return true;
    }
    if matches!(mark, '`' | '′') {
        return false;
    }
    is_suffix(block, at + 1) && follows_words(block, at)
        || matches!(mark, '\'' | '’' | '´') && word_before && is_elided(block, at)
        || matches!(mark, '\'' | '’') && begins_short_form(block, at)
}

/// The x of `6'x4'`.
fn is_times(block: &TextBlock, at: usize) -> bool {
    block.before(at).is_some_and(is_digit)
        && block.is(at + 1, 'x')
        && block.matches(at + 2, is_digit)
}

/// Whether the ending of a possessive or of a contraction stands here: `'s`, `'ll`.
pub(super) fn is_suffix(block: &TextBlock, at: usize) -> bool {
    let end = block.run(at, char::is_alphanumeric);
    let ending = block.text(at..end);
    matches!(
        ending.as_str(),
        "s" | "S" | "d" | "ll" | "ve" | "re" | "m" | "t"
    )
}

/// Whether words end before a mark, though no letter does: with a bracket, a point, a
/// quotation mark.
fn follows_words(block: &TextBlock, at: usize) -> bool {
    let end = block.run_back(at, is_mark);
    block.before(end).is_some_and(|letter| {
        !letter.is_whitespace()
            && !matches!(
                letter,
                '(' | '[' | '{' | '/' | '-' | '–' | '—' | '=' | '|' | '…'
            )
    })
}

/// Whether what follows the mark goes on with its word: a quotation or a bracket that
/// opens, a sign of money.
fn is_elided(block: &TextBlock, at: usize) -> bool {
    let next = at + 1;
    if block.matches(next, |letter| matches!(letter, '«' | '“' | '‘')) {
        return true;
    }
    let end = block.run(next, is_mark);
    matches!(
        right_of(block, end),
        MarkSide::Word | MarkSide::Opening | MarkSide::Object
    )
}

/// `'n'`, `'tis`, `'twas`, `'em`, `'til`; the decades: `'90s`.
fn begins_short_form(block: &TextBlock, at: usize) -> bool {
    let is_quote = |at: usize| block.matches(at, |letter| matches!(letter, '\'' | '’'));
    let begins = |at: usize| {
        block.before(at).is_none_or(|letter| {
            letter.is_whitespace() || is_mark(letter) || matches!(letter, '(' | '[' | '—')
        })
    };
    // Both marks of 'n'.
    let around_n = |first: usize| {
        is_quote(first)
            && block.is(first + 1, 'n')
            && is_quote(first + 2)
            && begins(first)
            && is_boundary(block.get(first + 3))
    };
    if around_n(at) || at.checked_sub(2).is_some_and(around_n) {
        return true;
    }
    let end = block.run(at + 1, char::is_alphanumeric);
    let word = block.text(at + 1..end);
    let figures = word.bytes().filter(u8::is_ascii_digit).count();
    let decade = word.len() == 3 && figures == 2 && word.ends_with('s');
    let short = matches!(
        word.to_ascii_lowercase().as_str(),
        "tis" | "twas" | "em" | "til"
    );
    begins(at) && (decade || block.style.lang == Lang::En && short)
}

/// Whether a mark that no quotation mark closes begins a short form after all: `'98`,
/// `'cause`.
pub(super) fn may_begin_short_form(block: &TextBlock, at: usize) -> bool {
    let end = block.run(at + 1, char::is_alphanumeric);
    let word = block.text(at + 1..end).to_lowercase();
    let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let short = matches!(word.as_str(), "n" | "cause" | "round" | "bout");
    year || block.style.lang == Lang::En && short
}
