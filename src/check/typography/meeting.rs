//! Where two words of a French passage meet.

use super::scope::Report;
use crate::check::passage::{Manner, PassagePiece, ReadPassage, Word};
use crate::lang::Lang;
use crate::language::lexicon;
use crate::language::write::{KnownName, Preposition, PrepositionOptions, known_name};
use std::borrow::Cow;

/// The joints of a passage.
pub(super) struct Joints<'r, 'f, 'p, 'd> {
    pub passage: &'p ReadPassage<'d>,
    pub report: &'r mut Report<'f>,
}

/// A small word and the one behind it.
pub(super) struct Meeting<'p> {
    /// The small word as it is written.
    pub written: &'p str,
    /// In small letters.
    pub small: Cow<'p, str>,
    /// Its number in the passage.
    pub at: usize,
    /// The small word.
    pub first: &'p Word,
    /// The word behind it.
    pub next: &'p Word,
    /// The fact that brings the second word, and what it prints.
    pub fact: Option<(&'p str, &'p str)>,
}

impl<'p> Joints<'_, '_, 'p, '_> {
    /// The word behind a word, where nothing but a space stands between, or an apostrophe.
    pub(super) fn behind(&self, at: usize) -> Option<&'p Word> {
        let (word, next) = (self.passage.words.get(at)?, self.passage.words.get(at + 1)?);
        let between = self.passage.text.get(word.range.end..next.range.start)?;
        let apostrophe = matches!(between, "’" | "'") && word.folded == "d";
        let gap = !between.is_empty() && between.chars().all(is_gap);
        ((gap || apostrophe) && self.is_read(next)).then_some(next)
    }

    /// Whether a word is French running text, typed or printed by a fact, and no part of an
    /// address.
    pub(super) fn is_read(&self, word: &Word) -> bool {
        if word.running {
            return true;
        }
        let pieces = self.passage.pieces_in(&word.range);
        let printed =
            |piece: &PassagePiece<'_>| piece.manner == Manner::Plain && !piece.facts.is_empty();
        let rest = self
            .passage
            .text
            .get(word.range.start..)
            .unwrap_or_default();
        let chunk = rest.split(char::is_whitespace).next().unwrap_or_default();
        let address =
            chunk.contains(['@', '/', '_', '{', '}']) || chunk.trim_end_matches('.').contains('.');
        !pieces.is_empty() && pieces.iter().all(printed) && !address
    }

    /// Whether a word hangs on what stands before it: dites-le à, 2.de.
    pub(super) fn is_tied(&self, word: &Word) -> bool {
        let (before, _) = self.passage.around(&word.range);
        before.ends_with(|letter: char| {
            matches!(
                letter,
                '-' | '\u{2011}' | '.' | '/' | '@' | '_' | '$' | '#' | '=' | '·'
            ) || letter.is_numeric()
        })
    }

    /// The piece of a fact that begins with a word.
    pub(super) fn fact_at(&self, word: &Word) -> Option<&'p PassagePiece<'p>> {
        let pieces = self.passage.pieces_in(&word.range);
        let mut pieces = pieces.iter();
        pieces.find(|piece| piece.range.start == word.range.start && !piece.facts.is_empty())
    }

    /// Whether the words around are those of an English name.
    pub(super) fn is_in_english(&self, at: usize) -> bool {
        let words = &self.passage.words;
        let around = words.get(at.saturating_sub(2)..(at + 4).min(words.len()));
        let mut around = around.unwrap_or_default().iter();
        around.any(|word| lexicon::belongs_to(&word.folded) == Some(Lang::En))
    }
}

/// What `DE` prints of a name behind a preposition, where that is known.
pub(super) fn form_of(printed: &str, preposition: Preposition) -> Option<String> {
    let options = PrepositionOptions {
        preposition,
        ..PrepositionOptions::default()
    };
    match known_name(printed, None, &options) {
        KnownName::Form(form) => Some(form),
        _ => None,
    }
}

/// The call of `DE` that prints a fact behind a preposition.
pub(super) fn call_of(fact: &str, preposition: Preposition) -> String {
    let option = match preposition {
        Preposition::De => return format!("{{ DE(${fact}) }}"),
        Preposition::A => "à",
        Preposition::In => "en",
        Preposition::None => "none",
    };
    format!("{{ DE(${fact}, preposition: \"{option}\") }}")
}

/// The preposition that a small word is, "de" or "à".
pub(super) fn preposition_of(small: &str) -> Preposition {
    match small {
        "de" => Preposition::De,
        _ => Preposition::A,
    }
}

/// Words with a capital where others have one.
pub(super) fn like(written: &str, words: &str) -> String {
    match written.starts_with(char::is_uppercase) {
        true => lexicon::with_capital(words),
        false => words.to_owned(),
    }
}

pub(super) const fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}')
}

pub(super) const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '’' | '\'')
}
