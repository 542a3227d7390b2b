//! The tokens of a text, and what the readers ask about them.

use super::tokens::{Token, TokenKind, tokens};
use super::value::{Length, Value, Weight};
use crate::lang::Lang;
use crate::memo::fact::Decimal;
use std::ops::Range;

/// A text, split, with its language.
pub(super) struct Scanner {
    pub lang: Lang,
    pub tokens: Vec<Token>,
}

/// What was found at a place: how many tokens it takes, and the values, each with
/// the tokens that say it, counted from the place.
pub(super) struct FoundValues {
    /// The tokens it takes.
    pub tokens: usize,
    /// The values.
    pub values: Vec<(Range<usize>, Value)>,
    /// How long it is, where the unit behind does not say so.
    pub length: Option<Length>,
    /// Whether the other language must say it too.
    pub weight: Weight,
}

impl FoundValues {
    /// One value.
    pub fn one(tokens: usize, value: Value) -> FoundValues {
        FoundValues::many(tokens, vec![(0..tokens, value)])
    }

    /// A number.
    pub fn number(tokens: usize, value: Decimal, words: bool) -> FoundValues {
        FoundValues::one(tokens, Value::Number { value, words })
    }

    /// Several values.
    pub fn many(tokens: usize, values: Vec<(Range<usize>, Value)>) -> FoundValues {
        FoundValues {
            tokens,
            values,
            length: None,
            weight: Weight::Firm,
        }
    }
}

impl Scanner {
    /// For a text.
    pub fn new(text: &str, lang: Lang) -> Scanner {
        Scanner {
            lang,
            tokens: tokens(text, lang),
        }
    }

    /// The token at a place.
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// Whether a number may begin at a place.
    pub fn counts(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.counts)
    }

    /// The folded word at a place.
    pub fn word(&self, at: usize) -> Option<&str> {
        match &self.tokens.get(at)?.kind {
            TokenKind::Word(word, _) => Some(word),
            _ => None,
        }
    }

    /// Whether the word at a place begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        matches!(
            self.tokens.get(at).map(|token| &token.kind),
            Some(TokenKind::Word(_, true))
        )
    }

    /// The sign at a place.
    pub fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            TokenKind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Whether a hyphen stands at a place.
    pub fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.sign(at), Some('-' | '\u{2011}'))
    }

    /// Whether an apostrophe stands at a place.
    pub fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.sign(at), Some('\'' | '’'))
    }

    /// The number in digits at a place.
    pub fn digits(&self, at: usize) -> Option<&super::tokens::Digits> {
        match &self.tokens.get(at)?.kind {
            TokenKind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// Whether the token at a place is a folded word, a number or a sign.
    pub fn is(&self, at: usize, text: &str) -> bool {
        match self.tokens.get(at).map(|token| &token.kind) {
            Some(TokenKind::Word(word, _)) => word == text,
            Some(TokenKind::Number(digits)) => digits.text == text,
            Some(TokenKind::Sign('\u{2011}')) => text == "-",
            Some(TokenKind::Sign('’')) => text == "'",
            Some(TokenKind::Sign(sign)) => text.chars().eq([*sign]),
            _ => false,
        }
    }

    /// The small whole number in plain digits at a place.
    pub fn small(&self, at: usize) -> Option<u32> {
        let digits = self.digits(at)?;
        (!digits.formatted).then(|| digits.whole()).flatten()
    }

    /// Whether no white space stands before the token.
    pub fn is_tied(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a range goes on at a place: "to", "à", a dash. How many tokens say it.
    pub fn range_word(&self, at: usize) -> Option<usize> {
        if matches!(self.sign(at), Some('–' | '—' | '-' | '\u{2011}')) {
            return Some(1);
        }
        let word = self.word(at)?;
        let goes_on = match self.lang {
            Lang::En => matches!(word, "to" | "and" | "or" | "through" | "until" | "and/or"),
            Lang::Fr => matches!(word, "a" | "et" | "ou" | "au"),
        };
        goes_on.then_some(1)
    }
}
