//! A block's running text while it is mended: characters that know where they came
//! from, so that what the rules did can be told as edits.

use super::Style;
use super::rules::Rule;
use super::signs::{self, Signs};
use crate::locale::format::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE};
use crate::locale::words::Words;
use std::ops::Range;

/// A piece of a block's running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// The characters. Where something stands that is no text (a picture), U+FFFC.
    pub text: &'a str,
    /// Whether they may be changed. Code and values stand there for their
    /// neighbours' sake.
    pub words: bool,
    /// Whether they are a name that belongs to the word before it: "Room 1410".
    pub name: bool,
}

impl<'a> Fragment<'a> {
    /// Text that may be mended.
    pub const fn words(text: &'a str) -> Fragment<'a> {
        Fragment {
            text,
            words: true,
            name: false,
        }
    }

    /// Text that stays as it is.
    pub const fn fixed(text: &'a str) -> Fragment<'a> {
        Fragment {
            text,
            words: false,
            name: false,
        }
    }
}

/// A change of one fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the fragment that are replaced; empty where something is put in.
    pub range: Range<usize>,
    /// What stands there instead; raised pieces need markup.
    pub replacement: Words,
    /// The rule that asked for it.
    pub rule: Rule,
}

/// The text with its edits made.
pub fn apply(text: &str, edits: &[Edit]) -> Words {
    let mut words = Words::new();
    let mut done = 0;
    for edit in edits {
        words.push(text.get(done..edit.range.start).unwrap_or_default());
        words.extend(edit.replacement.clone());
        done = edit.range.end;
    }
    words.push(text.get(done..).unwrap_or_default());
    words
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    letter: char,
    fragment: usize,
    /// Whether a name begins with it.
    named: bool,
    /// The byte of the fragment at which the character stood, if it was there.
    at: Option<usize>,
    changed: Option<Rule>,
    raised: bool,
    fixed: bool,
}

/// A block under repair. Positions count its characters as they stand now.
#[derive(Debug)]
pub(super) struct Block {
    cells: Vec<Cell>,
    removed: Vec<(usize, usize, Rule)>,
    /// How many changes were made.
    pub changes: usize,
    /// The kinds of characters that there are, or were.
    signs: Signs,
    pub style: Style,
    pub superscripts: bool,
}

impl Block {
    pub fn new(fragments: &[Fragment<'_>], style: Style, superscripts: bool) -> Block {
        let length = fragments.iter().map(|fragment| fragment.text.len()).sum();
        let mut cells = Vec::with_capacity(length);
        let mut signs = 0;
        for (index, fragment) in fragments.iter().enumerate() {
            for (at, letter) in fragment.text.char_indices() {
                signs |= signs::of(letter);
                cells.push(Cell {
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
        Block {
            signs,
            cells,
            removed: Vec::new(),
            changes: 0,
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
        self.cells
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|cell| cell.letter)
            .collect()
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
    pub fn set(&mut self, at: usize, letter: char, rule: Rule) {
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
    pub fn raise(&mut self, at: usize, rule: Rule) {
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

    /// Takes a character out.
    pub fn remove(&mut self, at: usize, rule: Rule) -> bool {
        if !self.is_free(at) {
            return false;
        }
        let cell = self.cells.remove(at);
        self.changes += 1;
        if let Some(byte) = cell.at {
            self.removed.push((cell.fragment, byte, rule));
        }
        true
    }

    /// Puts a character in before a position, into whichever of the neighbours'
    /// fragments may be changed.
    pub fn insert(&mut self, at: usize, letter: char, rule: Rule) {
        let neighbour = [Some(at), at.checked_sub(1)]
            .into_iter()
            .flatten()
            .filter_map(|at| self.cells.get(at))
            .find(|cell| !cell.fixed);
        if let Some(fragment) = neighbour.map(|cell| cell.fragment) {
            let cell = Cell {
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
    }

    /// Makes a stretch of spaces, which may be empty, this one character or nothing.
    pub fn set_gap(&mut self, gap: Range<usize>, space: Option<char>, rule: Rule) {
        if gap.clone().any(|at| !self.is_free(at)) {
            return;
        }
        let keep = usize::from(space.is_some() && !gap.is_empty());
        for at in (gap.start + keep..gap.end).rev() {
            self.remove(at, rule);
        }
        match space {
            Some(space) if keep == 1 => self.set(gap.start, space, rule),
            Some(space) => self.insert(gap.start, space, rule),
            None => {}
        }
    }

    /// Binds what stands on both sides of a single ordinary space.
    pub fn bind(&mut self, at: usize, rule: Rule) {
        if self.is(at, ' ') {
            self.set(at, NO_BREAK_SPACE, rule);
        }
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
        let mut edits = Edits::default();
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
    fn deletions(&self, index: usize, until: usize, text: &str, edits: &mut Edits) {
        while edits.position < until {
            let at = edits.position;
            let rule = self
                .removed
                .binary_search_by_key(&(index, at), |&(fragment, at, _)| (fragment, at))
                .ok()
                .and_then(|found| self.removed.get(found))
                .map_or(Rule::DoubleSpace, |&(_, _, rule)| rule);
            let length = text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(until - at, char::len_utf8);
            edits.begin(rule);
            edits.skip(length);
        }
    }
}

/// Edits being told in the order of their bytes.
#[derive(Default)]
struct Edits {
    done: Vec<Edit>,
    open: Option<Edit>,
    position: usize,
}

impl Edits {
    fn begin(&mut self, rule: Rule) -> &mut Edit {
        let position = self.position;
        self.open.get_or_insert_with(|| Edit {
            range: position..position,
            replacement: Words::new(),
            rule,
        })
    }

    fn put(&mut self, letter: char, raised: bool, rule: Rule) {
        let edit = self.begin(rule);
        let mut buffer = [0; 4];
        let letter = letter.encode_utf8(&mut buffer);
        if raised {
            edit.replacement.push_superscript(letter);
        } else {
            edit.replacement.push(letter);
        }
    }

    fn skip(&mut self, length: usize) {
        self.position += length;
        if let Some(edit) = &mut self.open {
            edit.range.end = self.position;
        }
    }

    fn keep(&mut self, length: usize) {
        self.flush();
        self.position += length;
    }

    fn flush(&mut self) {
        self.done.extend(self.open.take());
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
