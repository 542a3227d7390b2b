//! Where elements begin and end in a block: what may be put there, taken away or brought
//! together so that Markdown goes on seeing them.

use super::block::{BlockCell, TextBlock};
use std::ops::{Range, RangeInclusive};

impl TextBlock {
    /// In how many elements a fragment stands.
    pub fn depth_of(&self, fragment: usize) -> usize {
        self.homes.get(fragment).map_or(0, |home| home.depth)
    }

    /// The fragments from that of the character before `start` to that of the
    /// character at `end`.
    fn between(&self, start: usize, end: usize) -> RangeInclusive<usize> {
        let before = start.checked_sub(1).and_then(|at| self.cells.get(at));
        let (first, last) = match (before, self.cells.get(end)) {
            (Some(before), Some(after)) => (before.fragment, after.fragment),
            (Some(one), None) | (None, Some(one)) => (one.fragment, one.fragment),
            (None, None) => (0, self.homes.len().saturating_sub(1)),
        };
        first..=last
    }

    /// The fragment of words that stands in the fewest elements between the character
    /// before `start` and that at `end`.
    pub fn outermost(&self, start: usize, end: usize) -> Option<usize> {
        let is_words = |fragment: &usize| self.homes.get(*fragment).is_some_and(|it| it.words);
        let fragments = self.between(start, end).rev().filter(is_words);
        fragments.min_by_key(|fragment| self.depth_of(*fragment))
    }

    /// Whether the characters before `start` and at `end` may stand side by side. Where
    /// emphasis begins or ends between them, Markdown must go on seeing it as it did: a
    /// letter or a figure stands inside, a sign or a space outside. Beside a mark of
    /// emphasis that is text nothing moves.
    pub fn may_meet(&self, start: usize, end: usize) -> bool {
        let before = start.checked_sub(1).and_then(|at| self.cells.get(at));
        let (Some(before), Some(after)) = (before, self.cells.get(end)) else {
            return true;
        };
        let homes = self.between(start, end).filter_map(|it| self.homes.get(it));
        let outer = homes.clone().map(|home| home.depth).min().unwrap_or(0);
        let marked = homes.map(|home| home.emphasis).min().unwrap_or(0);
        let holds = |inside: &BlockCell, outside: &BlockCell| {
            let home = self.homes.get(inside.fragment);
            let letter = outside.letter;
            home.is_none_or(|home| home.emphasis == marked)
                || self.depth_of(inside.fragment) == outer + 1
                    && inside.letter.is_alphanumeric()
                    && (letter.is_whitespace() || is_sign(letter))
        };
        holds(before, after)
            && holds(after, before)
            && !is_emphasis(before.letter)
            && !is_emphasis(after.letter)
    }

    /// Whether what stands before `end` may be raised: the tag behind it is a sign.
    pub fn may_raise(&self, end: usize) -> bool {
        let last = end.checked_sub(1).and_then(|at| self.cells.get(at));
        let (Some(last), Some(next)) = (last, self.cells.get(end)) else {
            return true;
        };
        let together = last.fragment == next.fragment || is_sign(next.letter);
        next.letter.is_whitespace() || together && !is_emphasis(next.letter)
    }

    /// Whether an element has nothing but characters of a stretch.
    pub fn empties(&self, stretch: &Range<usize>) -> bool {
        let fragment = |at: usize| self.cells.get(at).map(|cell| cell.fragment);
        let before = stretch.start.checked_sub(1).and_then(fragment);
        let after = fragment(stretch.end);
        stretch.clone().filter_map(fragment).any(|inside| {
            self.depth_of(inside) > 0 && Some(inside) != before && Some(inside) != after
        })
    }
}

/// A punctuation mark for every version of CommonMark; of the signs beyond ASCII, those
/// that stand beside words.
const fn is_sign(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(
            letter,
            '«' | '»' | '“' | '”' | '‘' | '’' | '‐' | '‑' | '–' | '—' | '…' | '′' | '″'
        )
}

/// A mark of emphasis. Where it stands in a text, it marks nothing; a space beside it or
/// none could make it do so.
pub(super) const fn is_emphasis(letter: char) -> bool {
    matches!(letter, '*' | '_' | '~')
}
