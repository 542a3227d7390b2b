//! A passage: one run of text (a paragraph, a heading, a cell, a header line) as the
//! rules see it: flat words with the places that they came from.

use crate::document::{Inline, Origin, Phrase};
use crate::lang::Lang;
use crate::language::lexicon;
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

/// A word of a passage: letters only, without what a hyphen or an apostrophe ties to it.
#[derive(Clone, Debug)]
pub(in crate::check) struct Word {
    /// The bytes of the passage's text.
    pub range: Range<usize>,
    /// Without accents, in lower case.
    pub folded: String,
    /// How it is written.
    pub case: Case,
    /// Whether it is running text of the document's language: no fact, no code, no
    /// address, not marked as foreign.
    pub running: bool,
    /// Whether a sentence begins with it.
    pub first: bool,
    /// Whether it has a letter with an accent.
    pub accented: bool,
}

/// How a word uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Case {
    /// No capital at the beginning.
    Lower,
    /// A capital at the beginning.
    Title,
    /// Two capitals or more and no small letter but a plural s.
    Upper,
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
    /// References to footnotes: their numbers, and where in the text.
    pub notes: Vec<(u32, usize)>,
    /// Spans of emphasis, strong ones too, by their bytes.
    pub emphasis: Vec<Range<usize>>,
    /// Whether a translation is missing in it.
    pub gap: bool,
    /// The place of the whole, where it has one of its own.
    pub origin: Option<&'d Origin>,
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
            notes: Vec::new(),
            emphasis: Vec::new(),
            gap: false,
            origin,
        };
        passage.push(inlines, Manner::Plain);
        passage.words = split_words(&passage);
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

/// Splits the words of a passage.
fn split_words(passage: &ReadPassage<'_>) -> Vec<Word> {
    let text = passage.text.as_str();
    // A word and the blank behind it take six bytes and more on average.
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut first = true;
    let mut chunk_end = 0;
    let mut opaque = false;
    let tags = tags(text);
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if start >= chunk_end {
            let rest = &text[start..];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            chunk_end = start + length.max(letter.len_utf8());
            opaque = is_address(&rest[..length]);
        }
        if !letter.is_alphabetic() {
            first = ends_sentence(letter) || (first && !letter.is_alphanumeric());
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some(&(at, next)) = letters.peek() {
            if !next.is_alphanumeric() && next != '\u{301}' {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        let range = start..end;
        let word = &text[range.clone()];
        let folded = lexicon::fold(word);
        words.push(Word {
            // m³ and μW have a sign, no accent.
            accented: !word.is_ascii() && folded.is_ascii(),
            folded,
            case: case_of(word),
            running: !opaque
                && passage.is_plain(&range)
                && !tags.iter().any(|tag| tag.contains(&start)),
            first,
            range,
        });
        first = false;
    }
    words
}

/// Tags that are printed as they stand, whose names are no words.
fn tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest
            .find(['<', '>'])
            .filter(|end| rest[*end..].starts_with('>'));
        if let Some(end) = end
            && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        {
            tags.push(at..at + end + 2);
        }
    }
    tags
}

fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | ':' | '\n' | '•' | '«' | '“' | '"')
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Case::Lower;
    }
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let small = word.chars().filter(|letter| letter.is_lowercase()).count();
    if capitals >= 2 && (small == 0 || (small == 1 && word.ends_with('s'))) {
        Case::Upper
    } else if word.chars().next().is_some_and(char::is_uppercase) {
        Case::Title
    } else {
        Case::Lower
    }
}

/// Whether characters without white space are an address, a path, a file's name or a
/// computer's name for something, with its underscores.
fn is_address(chunk: &str) -> bool {
    // Nearly all chunks are words.
    if chunk.starts_with('/') && chunk.len() > 1 || chunk.contains('_') {
        return true;
    }
    if !chunk.contains(['@', '.', ':']) {
        return false;
    }
    let chunk = chunk.trim_matches(|letter: char| ".,;:()[]«»“”\"'’".contains(letter));
    chunk.contains('@')
        || chunk.contains("://")
        || chunk.starts_with("www.")
        || chunk.rsplit_once('.').is_some_and(|(before, after)| {
            before.len() >= 2
                && before
                    .chars()
                    .next_back()
                    .is_some_and(char::is_alphanumeric)
                && (2..=5).contains(&after.split('/').next().unwrap_or(after).len())
                && after
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "/-_".contains(c))
                && after.starts_with(|c: char| c.is_ascii_lowercase())
        })
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
