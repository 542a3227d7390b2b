//! A passage: one run of text (a paragraph, a heading, a cell, a header line) as the
//! rules see it: flat words with the places that they came from.

mod words;

pub(in crate::check) use words::{Case, Word};

use crate::check::narrow::WaysBack;
use crate::document::{Inline, Origin, Phrase};
use crate::lang::Lang;
use crate::source::without_hidden;
use std::ops::Range;

/// What a passage is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Role {
    /// A paragraph, an item's text, a quotation's.
    Text,
    /// A section's heading, or the subject.
    Heading,
    /// A table's cell.
    Cell,
    /// The first cell of a row, which says what the row is about.
    RowHead,
    /// Code, which is not read.
    Code,
    /// A value of a header or footer field, with the field's key.
    Field(&'static str),
    /// Salutation, closing, a line of the signature.
    Formula,
}

impl Role {
    /// Whether it is a table's cell.
    pub fn is_cell(self) -> bool {
        matches!(self, Role::Cell | Role::RowHead)
    }
}

/// How the characters of a piece are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Manner {
    /// As running text.
    Plain,
    /// As it stands: code.
    Code,
    /// As one name, whatever its figures: an identifier.
    Name,
    /// In the other language.
    Foreign,
}

/// A part of a passage's text with one origin.
#[derive(Clone, Debug)]
pub(in crate::check) struct PassagePiece<'d> {
    /// The bytes of the passage's text.
    pub range: Range<usize>,
    /// Where they were written.
    pub origin: &'d Origin,
    /// The facts that they print.
    pub facts: &'d [String],
    /// How to read them.
    pub manner: Manner,
}

/// A link in a passage.
#[derive(Clone, Debug)]
pub(in crate::check) struct LinkUse<'d> {
    /// Where it leads.
    pub href: &'d str,
    /// The tooltip, or nothing.
    pub title: &'d str,
    /// The bytes of its words.
    pub range: Range<usize>,
    /// Where it was written.
    pub origin: &'d Origin,
    /// Whether it is marked as leading to a page in the other language.
    pub foreign: bool,
}

/// A picture in a passage.
#[derive(Clone, Debug)]
pub(in crate::check) struct ImageUse<'d> {
    /// The file.
    pub src: &'d str,
    /// What it shows.
    pub alt: &'d str,
    /// The same, as inlines.
    pub description: &'d [Inline],
    /// Where it was written.
    pub origin: &'d Origin,
}

/// One run of text.
#[derive(Clone, Debug)]
pub(in crate::check) struct ReadPassage<'d> {
    /// What it is.
    pub role: Role,
    /// Its language.
    pub lang: Lang,
    /// The characters, breaks as line breaks.
    pub text: String,
    /// Where they came from, in the order of the text.
    pub pieces: Vec<PassagePiece<'d>>,
    /// The words.
    pub words: Vec<Word>,
    /// The links.
    pub links: Vec<LinkUse<'d>>,
    /// The pictures.
    pub images: Vec<ImageUse<'d>>,
    /// What its abbreviations stand for, each with its place.
    pub expansions: Vec<(&'d [Inline], &'d Origin)>,
    /// References to footnotes: their numbers, and where in the text.
    pub notes: Vec<(u32, usize)>,
    /// Spans of emphasis, strong ones too, by their bytes.
    pub emphasis: Vec<Range<usize>>,
    /// Whether a translation is missing in it.
    pub gap: bool,
    /// The place of the whole, where it has one of its own.
    pub origin: Option<&'d Origin>,
    /// The ways from its text to what was written.
    pub ways_back: WaysBack,
}

impl<'d> ReadPassage<'d> {
    /// The passage of some inlines; `origin` is their block's.
    pub fn new(
        role: Role,
        lang: Lang,
        inlines: &'d [Inline],
        origin: Option<&'d Origin>,
    ) -> ReadPassage<'d> {
        let mut passage = ReadPassage {
            role,
            lang,
            text: String::new(),
            pieces: Vec::new(),
            words: Vec::new(),
            links: Vec::new(),
            images: Vec::new(),
            expansions: Vec::new(),
            notes: Vec::new(),
            emphasis: Vec::new(),
            gap: false,
            origin,
            ways_back: WaysBack::default(),
        };
        passage.push(inlines, Manner::Plain);
        passage.words = words::split_words(&passage);
        passage
    }

    /// The passage of a phrase.
    pub fn of_phrase(role: Role, lang: Lang, phrase: &'d Phrase) -> ReadPassage<'d> {
        ReadPassage::new(role, lang, &phrase.inlines, None)
    }

    /// The passage of a code block.
    pub fn of_code(lang: Lang, text: &str, origin: &'d Origin) -> ReadPassage<'d> {
        let mut passage = ReadPassage::new(Role::Code, lang, &[], Some(origin));
        passage.push_text(text, origin, &[], Manner::Code);
        passage
    }

    fn push(&mut self, inlines: &'d [Inline], manner: Manner) {
        for inline in inlines {
            match inline {
                Inline::Text {
                    text,
                    facts,
                    name,
                    origin,
                } => {
                    let manner = match manner {
                        Manner::Plain if *name => Manner::Name,
                        manner => manner,
                    };
                    self.push_text(text, origin, facts, manner);
                }
                Inline::Code { text, origin } => {
                    self.push_text(text, origin, &[], Manner::Code);
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) => {
                    let start = self.text.len();
                    self.push(inner, manner);
                    self.emphasis.push(start..self.text.len());
                }
                Inline::Deleted(inner) | Inline::Superscript(inner) | Inline::Subscript(inner) => {
                    self.push(inner, manner)
                }
                Inline::Link {
                    href,
                    title,
                    inlines,
                    origin,
                    hreflang,
                } => {
                    let start = self.text.len();
                    self.push(inlines, manner);
                    self.links.push(LinkUse {
                        href,
                        title,
                        range: start..self.text.len(),
                        origin,
                        foreign: hreflang.is_some_and(|lang| lang != self.lang),
                    });
                }
                Inline::Image {
                    src,
                    alt,
                    description,
                    origin,
                    ..
                } => {
                    self.images.push(ImageUse {
                        src,
                        alt,
                        description,
                        origin,
                    });
                }
                Inline::Foreign(lang, inner) => {
                    let manner = if *lang == self.lang {
                        manner
                    } else {
                        Manner::Foreign
                    };
                    self.push(inner, manner);
                }
                Inline::Abbreviation {
                    expansion,
                    inlines,
                    origin,
                } => {
                    self.push(inlines, manner);
                    self.expansions.push((expansion, origin));
                }
                Inline::Item(inner) => {
                    if !self.text.is_empty() && !self.text.ends_with('\n') {
                        self.text.push('\n');
                    }
                    self.push(inner, manner);
                    self.text.push('\n');
                }
                Inline::Break => self.text.push('\n'),
                Inline::NoteReference(number) => self.notes.push((*number, self.text.len())),
                Inline::Number(_) | Inline::PageNumber | Inline::PageCount => {}
                Inline::Gap(_) => self.gap = true,
            }
        }
    }

    fn push_text(&mut self, text: &str, origin: &'d Origin, facts: &'d [String], manner: Manner) {
        let start = self.text.len();
        self.text.push_str(&without_hidden(text));
        if !text.is_empty() {
            self.pieces.push(PassagePiece {
                range: start..self.text.len(),
                origin,
                facts,
                manner,
            });
        }
    }

    /// The pieces that `range` touches.
    pub fn pieces_in(&self, range: &Range<usize>) -> &[PassagePiece<'d>] {
        let start = self
            .pieces
            .partition_point(|piece| piece.range.end <= range.start);
        let end = self
            .pieces
            .partition_point(|piece| piece.range.start < range.end.max(range.start + 1));
        self.pieces.get(start..end.max(start)).unwrap_or_default()
    }

    /// Whether the bytes are read as running text: neither code, nor a fact, nor in
    /// the other language.
    pub fn is_plain(&self, range: &Range<usize>) -> bool {
        self.pieces_in(range)
            .iter()
            .all(|piece| piece.facts.is_empty() && piece.manner == Manner::Plain)
    }

    /// Whether the bytes print a fact, or touch one that does.
    pub fn touches_fact(&self, range: &Range<usize>) -> bool {
        self.pieces_in(range)
            .iter()
            .any(|piece| !piece.facts.is_empty())
    }

    /// The characters before a range, and those behind it.
    pub fn around(&self, range: &Range<usize>) -> (&str, &str) {
        let before = self.text.get(..range.start);
        let after = self.text.get(range.end..);
        (before.unwrap_or_default(), after.unwrap_or_default())
    }

    /// The characters of a range.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Whether there is nothing to read, nor a place where something is missing.
    pub fn is_empty(&self) -> bool {
        let nothing = self.images.is_empty() && self.links.is_empty() && self.notes.is_empty();
        self.text.trim().is_empty() && nothing && !self.gap
    }

    /// How many characters there are, white space left out.
    pub fn letters(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests as sample;
    use super::*;

    #[test]
    fn words_know_their_case_and_their_place() {
        let file = sample::file("L'ESSAI de Gloria Park. Voir www.exemple.ca/aide.");
        let text = sample::text(&file);
        let passage = ReadPassage::new(Role::Text, Lang::Fr, &text, None);
        let seen: Vec<(&str, Case, bool, bool)> = passage
            .words
            .iter()
            .map(|word| (word.folded.as_str(), word.case, word.first, word.running))
            .collect();
        assert_eq!(seen[0], ("l", Case::Title, true, true));
        assert_eq!(seen[1], ("essai", Case::Upper, false, true));
        assert_eq!(seen[3], ("gloria", Case::Title, false, true));
        assert_eq!(seen[5], ("voir", Case::Title, true, true));
        assert_eq!(seen[6], ("www", Case::Lower, false, false));
    }
}
