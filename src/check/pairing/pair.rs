//! Texts that translate each other, and places in them.

use crate::check::outline::ValuedText;
use crate::check::pairing::content::MANY;
use crate::lang::Lang;
use std::ops::Range;

/// Texts that translate each other: one and one, or one paragraph and the two that
/// it was split into.
#[derive(Debug)]
pub(in crate::check) struct Pair<'n, 'd> {
    /// English.
    pub en: Vec<&'n ValuedText<'d>>,
    /// French.
    pub fr: Vec<&'n ValuedText<'d>>,
    /// The section they stand in; 0 for the header and the footer.
    pub section: usize,
    /// Whether they stand in a section or a footnote.
    pub body: bool,
    /// Whether their place alone says what belongs to what: items, cells, lines.
    pub exact: bool,
    /// Where they describe a picture: the pair of texts that it stands in.
    pub around: Option<usize>,
}

impl<'n, 'd> Pair<'n, 'd> {
    /// The texts of a language.
    pub fn side(&self, lang: Lang) -> &[&'n ValuedText<'d>] {
        lang.choose(&self.en, &self.fr)
    }

    /// The one text of each language, where it is one.
    pub fn single(&self) -> Option<(&'n ValuedText<'d>, &'n ValuedText<'d>)> {
        match (self.en.as_slice(), self.fr.as_slice()) {
            ([en], [fr]) => Some((en, fr)),
            _ => None,
        }
    }

    /// All of the first text of each language.
    pub fn wholes(&self) -> Option<[TextMark<'n, 'd>; 2]> {
        let (en, fr) = (self.first(Lang::En)?, self.first(Lang::Fr)?);
        Some([en, fr].map(TextMark::whole))
    }

    /// Whether one text says what so many say in the other language that it may say them in
    /// an order of its own: definitions, say.
    pub fn is_free(&self) -> bool {
        let (en, fr) = (self.en.len(), self.fr.len());
        en.min(fr) == 1 && en.max(fr) >= MANY
    }

    /// The first text of a language.
    pub fn first(&self, lang: Lang) -> Option<&'n ValuedText<'d>> {
        self.side(lang).first().copied()
    }
}

/// A place in a text: some bytes, or all of it.
#[derive(Clone, Debug)]
pub(in crate::check) struct TextMark<'n, 'd> {
    /// The text.
    pub text: &'n ValuedText<'d>,
    /// The bytes; the whole text without them.
    pub range: Option<Range<usize>>,
}

impl<'n, 'd> TextMark<'n, 'd> {
    /// All of a text.
    pub fn whole(text: &'n ValuedText<'d>) -> TextMark<'n, 'd> {
        TextMark { text, range: None }
    }

    /// Some bytes of a text.
    pub fn part(text: &'n ValuedText<'d>, range: &Range<usize>) -> TextMark<'n, 'd> {
        TextMark {
            text,
            range: Some(range.clone()),
        }
    }
}
