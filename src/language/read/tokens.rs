//! The tokens of a text: words, numbers with their grouping undone, signs, and
//! what is known at once by its letters (addresses, postal codes, phones).

use super::{Value, address, vanity};
use crate::lang::Lang;
use crate::language::lexicon::{denominator, fold_word, number_part};
use smol_str::SmolStr;
use std::ops::Range;

/// A token.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether a number may begin with it, in digits or in words.
    pub counts: bool,
}

/// The kinds of tokens.
#[derive(Clone, Debug)]
pub(super) enum TokenKind {
    /// A word without accents in lower case, and whether it begins with a capital.
    Word(SmolStr, bool),
    /// A number.
    Number(Digits),
    /// Any other character.
    Sign(char),
    /// A value that is known at once.
    Known(Value),
}

/// A number in digits.
#[derive(Clone, Debug)]
pub(super) struct Digits {
    /// With a point and without grouping.
    pub text: String,
    /// Whether it is written as the other language writes it.
    pub foreign_mark: bool,
    /// Whether its digits are grouped, or it has a fraction.
    pub formatted: bool,
}

impl Digits {
    /// The number, where it is a whole one that fits.
    pub fn whole(&self) -> Option<u32> {
        self.text.parse().ok()
    }
}

/// The spaces that can stand between groups of digits. English has them in numbers of
/// standards: EN 301 549.
pub(super) fn is_group_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Splits a text into tokens.
pub(super) fn tokens(text: &str, lang: Lang) -> Vec<Token> {
    // A word and the blank behind it take six bytes and more on average.
    let mut tokens = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    let mut spaced = true;
    let mut chunk_start = true;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..];
        if letter.is_whitespace() {
            (spaced, chunk_start) = (true, true);
            at += letter.len_utf8();
            continue;
        }
        // The 2 of 4.2.1 has no fraction.
        let in_section = matches!(
            tokens.as_slice(),
            [
                ..,
                Token {
                    kind: TokenKind::Number(_),
                    ..
                },
                Token {
                    kind: TokenKind::Sign('.'),
                    spaced: false,
                    ..
                }
            ]
        ) && !spaced;
        let opens = matches!(
            letter,
            '(' | '«' | '“' | '"' | '[' | '<' | '/' | ',' | ';' | ':'
        );
        let (length, kind) = if (chunk_start || at == 0) && !is_mere_word(rest) {
            known(rest, lang).unwrap_or_else(|| plain(rest, letter, lang, in_section))
        } else {
            plain(rest, letter, lang, in_section)
        };
        tokens.push(Token {
            range: at..at + length,
            counts: counts(&kind, lang),
            kind,
            spaced,
        });
        at += length;
        spaced = false;
        chunk_start = opens || matches!(letter, '’' | '\'');
    }
    tokens
}

/// Whether a number may begin with a token: digits, the words of a number ("two", "a
/// hundred") and those of its parts ("half a million").
fn counts(kind: &TokenKind, lang: Lang) -> bool {
    match kind {
        TokenKind::Number(_) => true,
        TokenKind::Word(word, _) => {
            word == "a" || number_part(word, lang).is_some() || denominator(word, lang).is_some()
        }
        _ => false,
    }
}

/// Whether a text begins with small letters up to a blank: most words, which are neither
/// addresses nor numbers nor codes.
fn is_mere_word(rest: &str) -> bool {
    let end = rest.bytes().position(|byte| !byte.is_ascii_lowercase());
    end.is_none_or(|end| end > 0 && rest.as_bytes()[end] == b' ')
}

/// What is known at once at the beginning of a word.
fn known(rest: &str, lang: Lang) -> Option<(usize, TokenKind)> {
    let (length, value) = address::address(rest)
        .or_else(|| address::phone(rest))
        .or_else(|| vanity(rest).map(|(length, digits)| (length, Value::Phone(digits))))
        .or_else(|| address::postal_code(rest))
        .or_else(|| address::date_in_digits(rest, lang))
        .or_else(|| address::code(rest))?;
    Some((length, TokenKind::Known(value)))
}

fn plain(rest: &str, letter: char, lang: Lang, in_section: bool) -> (usize, TokenKind) {
    if letter.is_ascii_digit() {
        if in_section {
            let length = digit_count(rest);
            let digits = Digits {
                text: rest[..length].to_owned(),
                foreign_mark: false,
                formatted: false,
            };
            return (length, TokenKind::Number(digits));
        }
        let (length, digits) = digits(rest, lang);
        return (length, TokenKind::Number(digits));
    }
    if letter.is_alphabetic() {
        let length = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let word = &rest[..length];
        return (
            length,
            TokenKind::Word(fold_word(word), letter.is_uppercase()),
        );
    }
    (letter.len_utf8(), TokenKind::Sign(letter))
}

/// How many ASCII digits a text begins with.
pub(super) fn digit_count(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Reads a number in digits with its grouping and its fraction.
fn digits(rest: &str, lang: Lang) -> (usize, Digits) {
    let first = digit_count(rest);
    let mut whole = rest[..first].to_owned();
    let mut end = first;
    let mut groups = None;
    while (1..=3).contains(&first) {
        let Some(separator) = rest[end..].chars().next() else {
            break;
        };
        let is_separator = separator == ',' || is_group_space(separator);
        let after = end + separator.len_utf8();
        let follows = rest.get(after..).unwrap_or_default();
        if !is_separator
            || groups.is_some_and(|used| (used == ',') != (separator == ','))
            || digit_count(follows) != 3
        {
            break;
        }
        // In French, one comma is the decimal mark; one behind it may part a list.
        let more = follows.get(3..).unwrap_or_default();
        let again = starts_fraction(more, ',') || starts_fraction(more, '.');
        if separator == ',' && lang == Lang::Fr && groups.is_none() && !again {
            break;
        }
        whole.push_str(&follows[..3]);
        end = after + 3;
        groups = Some(separator);
    }
    let own_mark = match lang {
        Lang::En => '.',
        Lang::Fr => ',',
    };
    let mut foreign_mark = groups == Some(',') && lang == Lang::Fr;
    let mut fraction = "";
    let tail = &rest[end..];
    if let Some(mark) = ['.', ',']
        .into_iter()
        .find(|mark| starts_fraction(tail, *mark))
    {
        let length = digit_count(&tail[1..]);
        let after = tail.get(1 + length..).unwrap_or_default();
        // 4.2.1 is the number of a section.
        let is_section = mark == '.' && starts_fraction(after, '.');
        if !is_section {
            fraction = &tail[1..=length];
            end += 1 + length;
            foreign_mark |= mark != own_mark;
        }
    }
    let formatted = groups.is_some() || !fraction.is_empty();
    let text = if fraction.is_empty() {
        whole
    } else {
        format!("{whole}.{fraction}")
    };
    (
        end,
        Digits {
            text,
            foreign_mark,
            formatted,
        },
    )
}

fn starts_fraction(text: &str, mark: char) -> bool {
    text.strip_prefix(mark)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
