//! What a block's running text is handed over in, and what comes back.

use super::rules::MendRule;
use crate::language::words::Words;
use std::ops::Range;

/// Stands in a block where something is shown that is no text: a picture.
pub(super) const OBJECT: char = '\u{fffc}';

/// Stands in a block where a footnote is called.
pub(super) const CALL: char = '\u{fffb}';

/// A piece of a block's running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// The characters; none where two elements meet, so that something can be put
    /// between them.
    pub text: &'a str,
    /// Whether they may be changed. Code and values stand there for their
    /// neighbours' sake.
    pub words: bool,
    /// Whether they are a name that belongs to the word before it: "Room 1410".
    pub name: bool,
    /// How many elements (emphasis, links, values) it stands in.
    pub depth: usize,
    /// How many of them are emphasis or the like, which signs mark in Markdown.
    pub emphasis: usize,
}

impl<'a> Fragment<'a> {
    /// What is shown and is no text: a picture.
    pub const OBJECT: Fragment<'static> = Fragment::fixed("\u{fffc}");

    /// The call of a footnote: what stands before it and behind it are neighbours as
    /// far as quotation marks go.
    pub const CALL: Fragment<'static> = Fragment::fixed("\u{fffb}");

    /// Text that may be mended.
    pub const fn words(text: &'a str) -> Fragment<'a> {
        Fragment {
            text,
            words: true,
            name: false,
            depth: 0,
            emphasis: 0,
        }
    }

    /// Text that stays as it is.
    pub const fn fixed(text: &'a str) -> Fragment<'a> {
        Fragment {
            text,
            words: false,
            name: false,
            depth: 0,
            emphasis: 0,
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
    pub rule: MendRule,
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

/// Edits of one fragment being told in the order of their bytes.
#[derive(Default)]
pub(super) struct FragmentEdits {
    /// Those that were told.
    pub done: Vec<Edit>,
    /// How far the fragment was told.
    pub position: usize,
    open: Option<Edit>,
}

impl FragmentEdits {
    /// Begins an edit here, or goes on with the one that was begun.
    pub fn begin(&mut self, rule: MendRule) -> &mut Edit {
        let position = self.position;
        self.open.get_or_insert_with(|| Edit {
            range: position..position,
            replacement: Words::new(),
            rule,
        })
    }

    /// Puts a character in.
    pub fn put(&mut self, letter: char, raised: bool, rule: MendRule) {
        let edit = self.begin(rule);
        let mut buffer = [0; 4];
        let letter = letter.encode_utf8(&mut buffer);
        if raised {
            edit.replacement.push_superscript(letter);
        } else {
            edit.replacement.push(letter);
        }
    }

    /// Takes bytes out.
    pub fn skip(&mut self, length: usize) {
        self.position += length;
        if let Some(edit) = &mut self.open {
            edit.range.end = self.position;
        }
    }

    /// Leaves bytes as they are.
    pub fn keep(&mut self, length: usize) {
        self.flush();
        self.position += length;
    }

    /// Ends the edit that was begun.
    pub fn flush(&mut self) {
        self.done.extend(self.open.take());
    }
}
