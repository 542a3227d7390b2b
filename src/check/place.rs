//! Where in the memo's file a piece of a document stands. Positions are found only
//! when there is a finding.

use super::leaf::{Leaf, Piece};
use crate::document::Origin;
use crate::memo::NodePath;
use crate::memo::yaml::Places;
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// Finds the places of what documents say.
#[derive(Clone, Copy)]
pub(super) struct Finder<'p> {
    /// Where nodes stand in their files.
    pub places: &'p Places,
}

impl Finder<'_> {
    /// The place of an origin, without white space at its end.
    pub fn of_origin(&self, origin: &Origin) -> Span {
        let span = self.whole(origin);
        let range = span.range();
        let length = span.text().trim_end().len();
        Span::new(span.file(), range.start..range.start + length.max(1))
    }

    fn whole(&self, origin: &Origin) -> Span {
        match origin {
            Origin::Node { file, place, range } if range.is_empty() => {
                self.places.of(file).span_of(place)
            }
            Origin::Node { file, place, range } => self.places.span_in(file, place, range.clone()),
            Origin::Locale(span) => span.clone(),
        }
    }

    /// The place of a node.
    pub fn of_node(&self, file: &Arc<SourceFile>, place: &NodePath) -> Span {
        self.places.of(file).span_of(place)
    }

    /// The place of a whole leaf.
    pub fn of_leaf(&self, leaf: &Leaf<'_>) -> Option<Span> {
        match leaf.origin {
            Some(origin) => Some(self.of_origin(origin)),
            None => self.of_range(leaf, &(0..leaf.text.len())),
        }
    }

    /// The place of some bytes of a leaf's text; of the leaf where they have none.
    pub fn of_range(&self, leaf: &Leaf<'_>, range: &Range<usize>) -> Option<Span> {
        let pieces = leaf.pieces_in(range);
        let (first, last) = (pieces.first(), pieces.last());
        let (Some(first), Some(last)) = (first, last) else {
            return leaf.origin.map(|origin| self.of_origin(origin));
        };
        let start = self.in_piece(leaf, first, range);
        if pieces.len() == 1 {
            return Some(start);
        }
        let end = self.in_piece(leaf, last, range);
        // Words of the program stand around the memo's: these are the place.
        let is_memos = |piece: &&Piece<'_>| matches!(piece.origin, Origin::Node { .. });
        if start.file() != end.file()
            && let (Some(first), Some(last)) = (
                pieces.iter().find(is_memos),
                pieces.iter().rev().find(is_memos),
            )
            && (first.range.start, last.range.end) != (range.start, range.end)
        {
            return self.of_range(leaf, &(first.range.start..last.range.end));
        }
        if Arc::ptr_eq(start.file(), end.file()) && start.range().start <= end.range().end {
            let file = Arc::clone(start.file());
            return Some(Span::new(&file, start.range().start..end.range().end));
        }
        Some(start)
    }

    /// The place of the bytes of a piece that lie in `range`.
    fn in_piece(&self, leaf: &Leaf<'_>, piece: &Piece<'_>, range: &Range<usize>) -> Span {
        let whole = self.whole(piece.origin);
        if !piece.facts.is_empty() {
            return whole;
        }
        let from = range.start.max(piece.range.start) - piece.range.start;
        let to = range.end.min(piece.range.end).max(piece.range.start) - piece.range.start;
        let narrowed = narrow(
            whole.text(),
            leaf.slice(&piece.range),
            &(from..to.max(from)),
        );
        let start = whole.range().start;
        let file = Arc::clone(whole.file());
        Span::new(&file, start + narrowed.start..start + narrowed.end)
    }
}

/// Where the bytes `part` of the mended text `shown` stand in `written`, the same
/// text as its author wrote it: other quotation marks, spaces, escapes.
fn narrow(written: &str, shown: &str, part: &Range<usize>) -> Range<usize> {
    const AHEAD: usize = 24;
    let written: Vec<(usize, char)> = written.char_indices().collect();
    let shown: Vec<(usize, char)> = shown.char_indices().collect();
    let end_of = |at: usize| {
        written.get(at).map_or_else(
            || written.last().map_or(0, |(at, c)| at + c.len_utf8()),
            |(at, _)| *at,
        )
    };
    let (mut start, mut end) = (None, 0);
    let mut at = 0;
    for (index, &(shown_at, letter)) in shown.iter().enumerate() {
        if shown_at >= part.end && start.is_some() {
            break;
        }
        let is_here = |at: usize, letter| {
            written
                .get(at)
                .is_some_and(|(_, other)| alike(*other, letter))
        };
        let mut consumed = is_here(at, letter);
        if !consumed {
            // The author wrote more: a backslash, a second space, an entity.
            let ahead =
                (at..at + AHEAD).find(|ahead| is_here(*ahead, letter) && !letter.is_whitespace());
            match ahead {
                Some(ahead) => (at, consumed) = (ahead, true),
                // The mending put something in, or changed one character for another.
                None => {
                    let next = shown.get(index + 1).map(|(_, next)| *next);
                    consumed = !next.is_some_and(|next| is_here(at, next));
                }
            }
        }
        if shown_at >= part.start && start.is_none() {
            start = Some(at);
        }
        at += usize::from(consumed);
        end = at;
    }
    let start = end_of(start.unwrap_or(at).min(written.len()));
    let end = end_of(end.min(written.len()));
    start..end.max(start)
}

/// Whether a mended character may stand for a written one.
fn alike(written: char, shown: char) -> bool {
    let plain = |letter: char| match letter {
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\n' | '\t' => ' ',
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '\u{2011}' | '–' | '—' | '\u{2212}' => '-',
        other => other,
    };
    plain(written) == plain(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrowed(written: &'static str, shown: &str, part: &str) -> &'static str {
        let start = shown.find(part).unwrap();
        &written[narrow(written, shown, &(start..start + part.len()))]
    }

    #[test]
    fn places_are_found_through_the_mending() {
        assert_eq!(
            narrowed("il y a 14 mois", "il y a 14\u{a0}mois", "14"),
            "14"
        );
        assert_eq!(
            narrowed("l'\"essai\" de 15", "l’«\u{a0}essai\u{a0}» de 15", "15"),
            "15"
        );
        assert_eq!(narrowed("a \\* b 15 c", "a * b 15 c", "15"), "15");
        assert_eq!(
            narrowed("5  000 $", "5\u{a0}000\u{a0}$", "5\u{a0}000\u{a0}$"),
            "5  000 $"
        );
        assert_eq!(narrowed("wait... 3", "wait… 3", "3"), "3");
        assert_eq!(narrowed("mot :  15", "mot\u{a0}: 15", "15"), "15");
    }
}
