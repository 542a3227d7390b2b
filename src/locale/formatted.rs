//! What formatting gives: the author's Markdown with tokens, the values they stand
//! for, and where every byte was written.

use crate::diagnostic::Diagnostic;
use crate::language::words::{Hand, Piece};
use crate::source::Span;
use std::ops::Range;

/// A formatted Text or message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formatted {
    /// The author's Markdown; what a fact or an argument prints is one token.
    pub text: String,
    /// What the tokens stand for, by [`token_index`].
    pub values: Vec<PrintedValue>,
    /// Where the text was written: segments of [`Formatted::text`] one after the
    /// other, from its first byte to its last.
    pub segments: Vec<FormattedSegment>,
    /// What is to be told of it though it is printed: translations that named Texts in it
    /// lack, where it says so, and forms that only the first letter of a name decides.
    pub remarks: Vec<Diagnostic>,
}

/// What a token stands for: text, never Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedValue {
    /// The characters, with the facts that print them.
    pub pieces: Vec<Piece>,
    /// Where it leads, for a URL, an e-mail address or a telephone number.
    pub href: Option<String>,
    /// How the words before it in a French text are set.
    pub(crate) joining: Joining,
}

/// Who makes the words before a value fit it in French.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Joining {
    /// Its author: nobody else knows what is meant.
    #[default]
    Author,
    /// The program, which made the words.
    Program,
    /// The program, with the forms of a name.
    Name(Box<NameForms>),
}

/// A French name in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NameForms {
    /// With its article.
    pub name: String,
    /// Behind *de*.
    pub de: String,
    /// Behind *à*.
    pub a: String,
}

impl PrintedValue {
    /// Whether it stands for something that is missing or faulty.
    pub fn is_gap(&self) -> bool {
        self.pieces.iter().any(|piece| piece.hand == Hand::Nobody)
    }

    /// The characters alone.
    pub fn to_plain(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }

    /// The names of the facts and arguments that print it, in the order of its words,
    /// each once.
    pub fn facts(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.pieces.iter().flat_map(|piece| &piece.facts) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The same, printed by a fact of this name too: the outermost.
    #[must_use]
    pub(super) fn printed_by(mut self, name: &str) -> PrintedValue {
        for piece in &mut self.pieces {
            piece.facts.retain(|fact| fact != name);
            piece.facts.insert(0, name.to_owned());
        }
        self
    }
}

/// A range of the text that comes from one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormattedSegment {
    /// Bytes of [`Formatted::text`].
    pub range: Range<usize>,
    /// Where they were written.
    pub source: Source,
    /// Bytes of the Text's own scalar that brought them here: the placeable, where
    /// they were written in a message, a term or a fact; none in a message that
    /// stands by itself.
    pub outer: Option<Range<usize>>,
    /// Whether the text stands there byte for byte; otherwise the whole range
    /// comes from the whole place.
    pub verbatim: bool,
}

/// Where text was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Bytes of the value of the Text's own scalar: of the node
    /// [`Locale::text_place`](super::Locale::text_place).
    Text(Range<usize>),
    /// In a Fluent resource.
    Locale(Span),
}

impl Source {
    /// Its bytes.
    pub(super) fn range(&self) -> Range<usize> {
        match self {
            Source::Text(range) => range.clone(),
            Source::Locale(span) => span.range(),
        }
    }
}

/// The first token; those before it are left for other uses of private characters.
const FIRST: u32 = 0xE100;
/// How many tokens the Basic Multilingual Plane has from there.
const BASIC: u32 = 0xF900 - FIRST;
/// The first token beyond it, in the supplementary private-use plane.
const SUPPLEMENTARY: u32 = 0xF_0000;
/// How many tokens there are.
const COUNT: u32 = BASIC + 0xFFFE;

/// The token of the value with this index, where there are so many.
pub fn token(index: usize) -> Option<char> {
    let index = u32::try_from(index).ok().filter(|&index| index < COUNT)?;
    char::from_u32(if index < BASIC {
        FIRST + index
    } else {
        SUPPLEMENTARY + (index - BASIC)
    })
}

/// The index of the value that this character stands for, where it is a token.
pub fn token_index(character: char) -> Option<usize> {
    let code = u32::from(character);
    let index = if (FIRST..FIRST + BASIC).contains(&code) {
        code - FIRST
    } else if (SUPPLEMENTARY..SUPPLEMENTARY + COUNT - BASIC).contains(&code) {
        code - SUPPLEMENTARY + BASIC
    } else {
        return None;
    };
    usize::try_from(index).ok()
}

impl Formatted {
    /// Whether something in it is missing or faulty.
    pub fn has_gaps(&self) -> bool {
        self.values.iter().any(PrintedValue::is_gap)
    }

    /// The text with its values put in, superscripts on the line.
    pub fn to_plain(&self) -> String {
        let mut plain = String::with_capacity(self.text.len());
        for character in self.text.chars() {
            match token_index(character).and_then(|index| self.values.get(index)) {
                Some(value) => plain.extend(value.pieces.iter().map(|piece| piece.text.as_str())),
                None => plain.push(character),
            }
        }
        plain
    }

    /// Where the bytes `range` of the text were written: in the Text's own scalar
    /// where they began or ended there, and in the `.ftl` where all of them were
    /// written in one file.
    pub fn source(&self, range: Range<usize>) -> Option<Source> {
        let touched = self.touched(&range);
        let (first, last) = (touched.first()?, touched.last()?);
        match (&first.source, &last.source) {
            (Source::Locale(a), Source::Locale(b)) if a.file() == b.file() => {
                let start = first.start(range.start);
                let end = last.end(range.end);
                Some(Source::Locale(Span::new(a.file(), start..end.max(start))))
            }
            (Source::Locale(span), _) if first.outer.is_none() => {
                Some(Source::Locale(span.clone()))
            }
            _ => {
                let start = match &first.source {
                    Source::Text(_) => first.start(range.start),
                    Source::Locale(_) => first.outer.as_ref()?.start,
                };
                let end = match &last.source {
                    Source::Text(_) => last.end(range.end),
                    Source::Locale(_) => last.outer.as_ref()?.end,
                };
                Some(Source::Text(start..end.max(start)))
            }
        }
    }

    /// The segments that the range touches; for an empty one that where it stands.
    fn touched(&self, range: &Range<usize>) -> &[FormattedSegment] {
        let end = range.end.max(range.start + 1);
        let from = self
            .segments
            .partition_point(|segment| segment.range.end <= range.start);
        let to = self
            .segments
            .partition_point(|segment| segment.range.start < end);
        if from < to {
            &self.segments[from..to]
        } else {
            &self.segments[self.segments.len().saturating_sub(1)..]
        }
    }
}

impl FormattedSegment {
    /// The byte of the source where the byte `at` of the text begins.
    fn start(&self, at: usize) -> usize {
        let place = self.source.range();
        if self.verbatim {
            (place.start + at.saturating_sub(self.range.start)).min(place.end)
        } else {
            place.start
        }
    }

    /// The byte of the source where the text before `at` ends.
    fn end(&self, at: usize) -> usize {
        let place = self.source.range();
        if self.verbatim {
            (place.start + at.min(self.range.end).saturating_sub(self.range.start)).min(place.end)
        } else {
            place.end
        }
    }
}
