//! What a format gives: words, with the pieces that stand raised and the facts that
//! they print.

/// A run of characters in one position, printed by the same facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The characters.
    pub text: String,
    /// Whether they stand raised, as the `er` of 1er does.
    pub superscript: bool,
    /// The names of the facts and arguments that print them, each once: both of
    /// `RANGE($from, $to)`; of a named Text that prints another fact its own name
    /// and then that fact's.
    pub facts: Vec<String>,
    /// Whose words they are.
    pub hand: Hand,
}

/// Whose words are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hand {
    /// A format's: they stand as they are.
    #[default]
    Format,
    /// An author's, in a named Text or a message: their typography is to be mended
    /// where they stand in running text.
    Author,
    /// A format's, that are one name: the number of a room. They are read and set as one.
    Name,
    /// Nobody's: they say that a translation is missing.
    Nobody,
}

/// Formatted words: pieces in reading order, none of them empty, and no two
/// neighbours alike in all but their characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<Piece>);

impl Words {
    /// No words yet.
    pub const fn new() -> Words {
        Words(Vec::new())
    }

    /// Words that all stand on the line.
    pub fn plain(text: impl Into<String>) -> Words {
        let mut words = Words::new();
        words.push_piece(Piece {
            text: text.into(),
            ..Piece::default()
        });
        words
    }

    /// Adds characters on the line.
    pub fn push(&mut self, text: &str) -> &mut Words {
        self.extend(Words::plain(text))
    }

    /// Adds raised characters.
    pub fn push_superscript(&mut self, text: &str) -> &mut Words {
        self.push_piece(Piece {
            text: text.to_owned(),
            superscript: true,
            ..Piece::default()
        });
        self
    }

    /// Adds other words.
    pub fn extend(&mut self, words: Words) -> &mut Words {
        for piece in words.0 {
            self.push_piece(piece);
        }
        self
    }

    /// Adds a piece.
    pub fn push_piece(&mut self, piece: Piece) {
        if piece.text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last)
                if last.superscript == piece.superscript
                    && last.facts == piece.facts
                    && last.hand == piece.hand =>
            {
                last.text.push_str(&piece.text);
            }
            _ => self.0.push(piece),
        }
    }

    /// The characters alone: `1er avril 2026`.
    pub fn to_plain(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Whether there is nothing in them.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_one_position_are_one_piece() {
        let mut words = Words::plain("1");
        words.push_superscript("er").push("\u{a0}").push("avril");
        words.extend(Words::plain(" 2026"));
        assert_eq!(words.0.len(), 3);
        assert_eq!(words.to_plain(), "1er\u{a0}avril 2026");
    }

    #[test]
    fn nothing_is_no_piece() {
        assert!(Words::plain("").is_empty());
    }
}
