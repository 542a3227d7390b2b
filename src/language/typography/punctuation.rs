//! `colon-space` and `punctuation-space`: what stands before `:` `;` `!` `?`.

use super::block::{TextBlock, is_space};
use super::fragment::{CALL, OBJECT};
use super::rules::MendRule;
use crate::language::lexicon::{WordRole, fold, plays};
use crate::language::write::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE};

/// A no-break space before a French colon, none before an English one. A colon
/// inside a time or a ratio (`10:30`) is none.
pub(super) fn colon_space(block: &mut TextBlock) {
    let space = block.style.is_french().then_some(NO_BREAK_SPACE);
    before(block, MendRule::ColonSpace, &[':'], space);
}

/// Nothing before `;` `!` `?` in English and in Canadian French (OQLF allows a thin
/// space; the house style has none), U+202F in French of France.
pub(super) fn punctuation_space(block: &mut TextBlock) {
    let space = block.style.is_narrow().then_some(NARROW_NO_BREAK_SPACE);
    before(block, MendRule::PunctuationSpace, &[';', '!', '?'], space);
}

/// Sets what stands before marks that end a word.
fn before(block: &mut TextBlock, rule: MendRule, marks: &[char], space: Option<char>) {
    for at in (0..block.len()).rev() {
        if block.matches(at, |letter| marks.contains(&letter)) && ends_a_phrase(block, at) {
            let start = block.run_back(at, is_space);
            let word = block.before(start).is_some_and(|letter| {
                !letter.is_whitespace()
                    && !matches!(
                        letter,
                        ':' | ';' | '!' | '?' | '(' | '[' | '«' | '“' | '‘' | '|' | '-'
                    )
            });
            let free = block.is_free(at) || start < at;
            // A note's call that begins a paragraph would define the note: `[^1]:`.
            let defines = start == 1 && block.is(0, CALL) && block.is(at, ':');
            let drive = block.is(at, ':') && names_a_drive(block, at);
            if word && free && !defines && !drive {
                block.set_gap(start..at, space, rule);
            }
        }
    }
}

/// Whether a colon belongs to the letter before it, as in the names of drives: `(G:, H:)`,
/// *les lecteurs G: et H:*, *le lecteur réseau H:*. A colon that announces something does not stand right before a
/// bracket that closes.
fn names_a_drive(block: &TextBlock, at: usize) -> bool {
    let Some(letter) = at.checked_sub(1) else {
        return false;
    };
    let opens = |it: char| it.is_whitespace() || matches!(it, '(' | '/');
    let named = block.matches(letter, |it| it.is_ascii_uppercase())
        && block.before(letter).is_none_or(opens);
    named
        && (block.matches(at + 1, |it| matches!(it, ')' | ']' | '.'))
            || follows_drive(block, letter))
}

/// Whether a letter stands behind a word for drives, with its kind or without, or behind
/// another drive's name.
fn follows_drive(block: &TextBlock, letter: usize) -> bool {
    let word = |end: usize| {
        let end = block.run_back(end, is_space);
        let start = block.run_back(end, char::is_alphabetic);
        (start, block.text(start..end))
    };
    let (start, text) = word(letter);
    let is_drive = |text: &str| plays(&fold(text), WordRole::Drive);
    let of_a_kind = plays(&fold(&text), WordRole::DriveKind);
    if is_drive(&text) || of_a_kind && is_drive(&word(start).1) {
        return true;
    }
    let joined = block.run_back(start, is_space);
    matches!(text.as_str(), "et" | "ou")
        && joined
            .checked_sub(1)
            .is_some_and(|colon| block.is(colon, ':') && names_a_drive(block, colon))
}

/// Whether a space, the end or closing marks follow.
fn ends_a_phrase(block: &TextBlock, at: usize) -> bool {
    block.get(at + 1).is_none_or(|letter| {
        letter.is_whitespace()
            || matches!(
                letter,
                '!' | '?' | ')' | ']' | '»' | '”' | '’' | '"' | '…' | '.' | OBJECT | CALL
            )
    })
}
