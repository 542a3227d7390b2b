//! A block's running text while it is mended: characters that know where they came
//! from, so that what the rules did can be told as edits.

use super::Style;
use super::edges::is_emphasis;
use super::fragment::{Edit, Fragment, FragmentEdits};
use super::rules::MendRule;
use super::signs::{self, Signs};
use crate::language::write::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE};
use std::ops::Range;
use std::rc::Rc;

/// A character.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockCell {
    pub letter: char,
    pub fragment: usize,
    /// Whether a name begins with it.
    pub named: bool,
    /// The byte of the fragment at which the character stood, if it was there.
    at: Option<usize>,
    changed: Option<MendRule>,
    raised: bool,
    fixed: bool,
}

/// What is known of a fragment: whether it is words, and in how many elements it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home {
    pub words: bool,
    pub depth: usize,
    pub emphasis: usize,
}

/// A block under repair. Positions count its characters as they stand now.
#[derive(Debug)]
pub(super) struct TextBlock {
    pub(super) cells: Vec<BlockCell>,
    pub(super) homes: Vec<Home>,
    removed: Vec<(usize, usize, MendRule)>,
    /// How many changes were made.
    pub changes: usize,
    /// The kinds of characters that there are, or were.
    signs: Signs,
    /// The runs of spaces, as they stood after so many changes.
    gaps: Option<(usize, Rc<[Range<usize>]>)>,
    pub style: Style,
    pub superscripts: bool,
}

impl TextBlock {
    pub fn new(fragments: &[Fragment<'_>], style: Style, superscripts: bool) -> TextBlock {
        let length = fragments.iter().map(|fragment| fragment.text.len()).sum();
        let mut cells = Vec::with_capacity(length);
        let mut homes = Vec::with_capacity(fragments.len());
        let mut signs = 0;
        for (index, fragment) in fragments.iter().enumerate() {
            homes.push(Home {
                words: fragment.words,
                depth: fragment.depth,
                emphasis: fragment.emphasis,
            });
            for (at, letter) in fragment.text.char_indices() {
                signs |= signs::of(letter);
                cells.push(BlockCell {
                    letter,
                    fragment: index,
                    named: fragment.name && at == 0,
                    at: Some(at),
                    changed: None,
                    raised: false,
                    fixed: !fragment.words,
                });
            }
        }
        TextBlock {
            signs,
            cells,
            homes,
            removed: Vec::new(),
            changes: 0,
            gaps: None,
            style,
            superscripts,
        }
    }

    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there may be a character of one of these kinds.
    pub fn has_any(&self, signs: Signs) -> bool {
        self.signs & signs != 0
    }

    /// The character at a position.
    pub fn get(&self, at: usize) -> Option<char> {
        self.cells.get(at).map(|cell| cell.letter)
    }

    /// The character before a position.
    pub fn before(&self, at: usize) -> Option<char> {
        self.get(at.checked_sub(1)?)
    }

    pub fn is(&self, at: usize, letter: char) -> bool {
        self.get(at) == Some(letter)
    }

    /// Whether the character there is one of these.
    pub fn matches(&self, at: usize, class: impl Fn(char) -> bool) -> bool {
        self.get(at).is_some_and(class)
    }

    /// The characters of a stretch as a string.
    pub fn text(&self, range: Range<usize>) -> String {
        let cells = self.cells.get(range).unwrap_or_default();
        let mut text = String::with_capacity(cells.len() + 8);
        text.extend(cells.iter().map(|cell| cell.letter));
        text
    }

    /// Whether this text begins at a position.
    pub fn starts_with(&self, at: usize, text: &str) -> bool {
        text.chars()
            .enumerate()
            .all(|(index, letter)| self.is(at + index, letter))
    }

    /// The end of the run of such characters that begins at a position.
    pub fn run(&self, at: usize, mut class: impl FnMut(char) -> bool) -> usize {
        let rest = self.cells.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|cell| class(cell.letter)).count()
    }

    /// The beginning of the run of such characters that ends at a position.
    pub fn run_back(&self, end: usize, class: impl Fn(char) -> bool) -> usize {
        let rest = self.cells.get(..end).unwrap_or_default();
        end - rest
            .iter()
            .rev()
            .take_while(|cell| class(cell.letter))
            .count()
    }

    /// The runs of spaces between characters.
    pub fn gaps(&mut self) -> Rc<[Range<usize>]> {
        match &self.gaps {
            Some((changes, gaps)) if *changes == self.changes => Rc::clone(gaps),
            _ => {
                let gaps: Rc<[Range<usize>]> = self.find_gaps().into();
                self.gaps = Some((self.changes, Rc::clone(&gaps)));
                gaps
            }
        }
    }

    fn find_gaps(&self) -> Vec<Range<usize>> {
        let mut gaps = Vec::new();
        let mut at = 1;
        while at < self.len() {
            let end = self.run(at, is_space);
            if end > at && end < self.len() && !self.before(at).is_some_and(is_space) {
                gaps.push(at..end);
            }
            at = end.max(at + 1);
        }
        gaps
    }

    /// Whether a number ends before a position: digits that are no part of a code.
    pub fn number_ends(&self, end: usize) -> bool {
        let start = self.run_back(end, |letter| {
            is_digit(letter) || matches!(letter, ',' | '.' | NO_BREAK_SPACE | NARROW_NO_BREAK_SPACE)
        });
        self.before(end).is_some_and(is_digit)
            && (self.matches(start, |letter| !is_digit(letter))
                || self
                    .before(start)
                    .is_none_or(|letter| !letter.is_alphabetic()))
    }

    /// Whether all characters of a stretch stand in one fragment.
    pub fn is_together(&self, range: Range<usize>) -> bool {
        let stretch = self.cells.get(range).unwrap_or_default();
        stretch
            .iter()
            .all(|cell| Some(cell.fragment) == stretch.first().map(|first| first.fragment))
    }

    /// The positions at which names begin.
    pub fn names(&self) -> Vec<usize> {
        let cells = self.cells.iter().enumerate();
        cells
            .filter(|(_, cell)| cell.named)
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether a character may be changed.
    pub fn is_free(&self, at: usize) -> bool {
        self.cells.get(at).is_some_and(|cell| !cell.fixed)
    }

    /// Keeps a stretch from being changed.
    pub fn fix(&mut self, range: Range<usize>) {
        for cell in self.cells.get_mut(range).unwrap_or_default() {
            cell.fixed = true;
        }
    }

    /// Puts another character in a place.
    pub fn set(&mut self, at: usize, letter: char, rule: MendRule) {
        if let Some(cell) = self.cells.get_mut(at)
            && !cell.fixed
            && cell.letter != letter
        {
            cell.letter = letter;
            cell.changed = Some(rule);
            self.changes += 1;
            self.signs |= signs::of(letter);
        }
    }

    /// Raises a character, where characters can be raised.
    pub fn raise(&mut self, at: usize, rule: MendRule) {
        if let Some(cell) = self.cells.get_mut(at)
            && self.superscripts
            && !cell.fixed
            && !cell.raised
        {
            cell.raised = true;
            cell.changed = Some(rule);
            self.changes += 1;
        }
    }

    /// Takes a character out, where what stands around it may meet.
    pub fn remove(&mut self, at: usize, rule: MendRule) -> bool {
        let may = self.is_free(at) && self.may_meet(at, at + 1) && !self.empties(&(at..at + 1));
        if may {
            self.take(at, rule);
        }
        may
    }

    fn take(&mut self, at: usize, rule: MendRule) {
        let cell = self.cells.remove(at);
        self.changes += 1;
        if let Some(byte) = cell.at {
            self.removed.push((cell.fragment, byte, rule));
        }
    }

    /// Puts a character in before a position: outside of the elements that begin or
    /// end there, since Markdown knows no emphasis that begins or ends with a space.
    pub fn insert(&mut self, at: usize, letter: char, rule: MendRule) {
        let before = at.checked_sub(1);
        let beside = [before, Some(at)].into_iter().flatten();
        let mark = beside.clone().any(|at| self.matches(at, is_emphasis));
        if !mark && beside.into_iter().any(|at| self.is_free(at)) {
            self.put(at, self.outermost(at, at), letter, rule);
        }
    }

    fn put(&mut self, at: usize, fragment: Option<usize>, letter: char, rule: MendRule) {
        let Some(fragment) = fragment else { return };
        let cell = BlockCell {
            letter,
            fragment,
            named: false,
            at: None,
            changed: Some(rule),
            raised: false,
            fixed: false,
        };
        self.cells.insert(at, cell);
        self.changes += 1;
        self.signs |= signs::of(letter);
    }

    /// Makes a stretch of spaces, which may be empty, this one character or nothing.
    /// A space stands outside of the elements that begin or end there.
    pub fn set_gap(&mut self, gap: Range<usize>, space: Option<char>, rule: MendRule) {
        if gap.clone().any(|at| !self.is_free(at)) || self.empties(&gap) {
            return;
        }
        if space.is_none() && !self.may_meet(gap.start, gap.end) {
            return;
        }
        let home = self.outermost(gap.start, gap.end);
        let outer = home.map_or(0, |fragment| self.depth_of(fragment));
        let is_outer = |at: usize| {
            let cell = self.cells.get(at);
            cell.is_some_and(|cell| self.depth_of(cell.fragment) == outer)
        };
        let kept = gap.clone().find(|at| space.is_some() && is_outer(*at));
        for at in gap.clone().rev().filter(|at| Some(*at) != kept) {
            self.take(at, rule);
        }
        match (space, kept) {
            (Some(space), Some(_)) => self.set(gap.start, space, rule),
            (Some(space), None) if gap.is_empty() => self.insert(gap.start, space, rule),
            (Some(space), None) => self.put(gap.start, home, space, rule),
            (None, _) => {}
        }
    }

    /// Binds what stands on both sides of a run of spaces. A space that cannot break
    /// stays, the narrow one in the profile that has it.
    pub fn bind(&mut self, gap: Range<usize>, rule: MendRule) {
        let narrow = self.style.is_narrow();
        let bound = gap.len() == 1
            && self.matches(gap.start, |letter| {
                letter == NO_BREAK_SPACE || narrow && letter == NARROW_NO_BREAK_SPACE
            });
        if !bound {
            self.set_gap(gap, Some(NO_BREAK_SPACE), rule);
        }
    }

    /// The characters as they stand that came from the fragments and may be changed:
    /// their fragment, its byte, and the character.
    pub fn free(&self) -> impl Iterator<Item = (usize, usize, char)> {
        self.cells
            .iter()
            .filter(|cell| !cell.fixed)
            .filter_map(|cell| Some((cell.fragment, cell.at?, cell.letter)))
    }

    /// What the rules did, fragment by fragment.
    pub fn edits(mut self, fragments: &[Fragment<'_>]) -> Vec<Vec<Edit>> {
        if self.changes == 0 {
            return vec![Vec::new(); fragments.len()];
        }
        self.removed
            .sort_by_key(|&(fragment, at, _)| (fragment, at));
        fragments
            .iter()
            .enumerate()
            .map(|(index, fragment)| self.fragment_edits(index, fragment.text))
            .collect()
    }

    fn fragment_edits(&self, index: usize, text: &str) -> Vec<Edit> {
        let mut edits = FragmentEdits::default();
        for cell in self.cells.iter().filter(|cell| cell.fragment == index) {
            let original = cell.at.and_then(|at| text.get(at..)?.chars().next());
            if let Some(at) = cell.at {
                self.deletions(index, at, text, &mut edits);
            }
            let stays = original == Some(cell.letter) && !cell.raised;
            match (cell.changed, stays) {
                (Some(rule), false) => {
                    edits.put(cell.letter, cell.raised, rule);
                    edits.skip(original.map_or(0, char::len_utf8));
                }
                _ => edits.keep(original.map_or(0, char::len_utf8)),
            }
        }
        self.deletions(index, text.len(), text, &mut edits);
        edits.flush();
        edits.done
    }

    /// Tells the deletions between what was told and a byte.
    fn deletions(&self, index: usize, until: usize, text: &str, edits: &mut FragmentEdits) {
        while edits.position < until {
            let at = edits.position;
            let rule = self
                .removed
                .binary_search_by_key(&(index, at), |&(fragment, at, _)| (fragment, at))
                .ok()
                .and_then(|found| self.removed.get(found))
                .map_or(MendRule::DoubleSpace, |&(_, _, rule)| rule);
            let length = text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(until - at, char::len_utf8);
            edits.begin(rule);
            edits.skip(length);
        }
    }
}

/// A space on which rules act: ordinary, no-break, narrow or thin.
pub(super) const fn is_space(letter: char) -> bool {
    matches!(
        letter,
        ' ' | NO_BREAK_SPACE | NARROW_NO_BREAK_SPACE | '\u{2009}'
    )
}

pub(super) const fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// What closes a word: the end, a space, punctuation; no letter and no digit.
pub(super) fn is_boundary(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| !letter.is_alphanumeric())
}
