//! Where in the memo's file a piece of a document stands. Positions are found only
//! when there is a finding.

use super::narrow::WayBack;
use crate::check::passage::{PassagePiece, ReadPassage};
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
    /// The place of an origin, without white space around it.
    pub fn of_origin(&self, origin: &Origin) -> Span {
        let span = self.whole(origin);
        let (range, text) = (span.range(), span.text());
        let start = range.start + text.len() - text.trim_start().len();
        let length = text.trim().len();
        if length == 0 {
            return Span::new(span.file(), range.start..range.start + 1);
        }
        Span::new(span.file(), start..start + length)
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

    /// The place of a whole passage.
    pub fn of_passage(&self, passage: &ReadPassage<'_>) -> Option<Span> {
        match passage.origin {
            Some(origin) => Some(self.of_origin(origin)),
            None => self.of_range(passage, &(0..passage.text.len())),
        }
    }

    /// The place of some bytes of a passage's text; of the passage where they have none.
    pub fn of_range(&self, passage: &ReadPassage<'_>, range: &Range<usize>) -> Option<Span> {
        let pieces = passage.pieces_in(range);
        let (first, last) = (pieces.first(), pieces.last());
        let (Some(first), Some(last)) = (first, last) else {
            return passage.origin.map(|origin| self.of_origin(origin));
        };
        let start = self.in_piece(passage, first, range);
        if pieces.len() == 1 {
            return Some(start);
        }
        let end = self.in_piece(passage, last, range);
        // Words of the program stand around the memo's: these are the place.
        let is_memos = |piece: &&PassagePiece<'_>| matches!(piece.origin, Origin::Node { .. });
        if start.file() != end.file()
            && let (Some(first), Some(last)) = (
                pieces.iter().find(is_memos),
                pieces.iter().rev().find(is_memos),
            )
            && (first.range.start, last.range.end) != (range.start, range.end)
        {
            return self.of_range(passage, &(first.range.start..last.range.end));
        }
        if Arc::ptr_eq(start.file(), end.file()) && start.range().start <= end.range().end {
            let file = Arc::clone(start.file());
            return Some(Span::new(&file, start.range().start..end.range().end));
        }
        Some(start)
    }

    /// The place of the bytes of a piece that lie in `range`.
    fn in_piece(
        &self,
        passage: &ReadPassage<'_>,
        piece: &PassagePiece<'_>,
        range: &Range<usize>,
    ) -> Span {
        let whole = self.whole(piece.origin);
        if !piece.facts.is_empty() {
            return whole;
        }
        let from = range.start.max(piece.range.start) - piece.range.start;
        let to = range.end.min(piece.range.end).max(piece.range.start) - piece.range.start;
        let way = passage.ways_back.of(piece.range.start, || {
            WayBack::of(whole.text(), passage.slice(&piece.range))
        });
        let narrowed = way.narrow(&(from..to.max(from)));
        let start = whole.range().start;
        let file = Arc::clone(whole.file());
        Span::new(&file, start + narrowed.start..start + narrowed.end)
    }
}
