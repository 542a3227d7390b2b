//! What a format gives: words, with the pieces that stand raised.

use std::fmt;

/// A run of characters in one position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The characters.
    pub text: String,
    /// Whether they stand raised, as the `er` of 1er does.
    pub superscript: bool,
}

/// Formatted words: pieces in reading order, none of them empty, and no two
/// neighbours in the same position.
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
        words.push_piece(text.into(), false);
        words
    }

    /// Adds characters on the line.
    pub fn push(&mut self, text: &str) -> &mut Words {
        self.push_piece(text.to_owned(), false);
        self
    }

    /// Adds raised characters.
    pub fn push_superscript(&mut self, text: &str) -> &mut Words {
        self.push_piece(text.to_owned(), true);
        self
    }

    /// Adds other words.
    pub fn extend(&mut self, words: Words) -> &mut Words {
        for piece in words.0 {
            self.push_piece(piece.text, piece.superscript);
        }
        self
    }

    fn push_piece(&mut self, text: String, superscript: bool) {
        if text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.superscript == superscript => last.text.push_str(&text),
            _ => self.0.push(Piece { text, superscript }),
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

    /// Whether any piece stands raised.
    pub fn has_superscript(&self) -> bool {
        self.0.iter().any(|piece| piece.superscript)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Words {
        Words::plain(text)
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words::plain(text)
    }
}

impl fmt::Display for Words {
    /// The characters alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(&piece.text))
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
        assert_eq!(words.to_string(), words.to_plain());
    }

    #[test]
    fn nothing_is_no_piece() {
        assert!(Words::plain("").is_empty());
    }
}
