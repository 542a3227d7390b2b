//! The text of a paragraph in runs of one style each.

use super::super::font::shape::ShapingManner;
use super::super::pages::MarkRole;
use crate::lang::Lang;
use crate::output::theme::{Align, TextStyle};
use crate::source::embedding_levels;
use std::collections::BTreeSet;
use std::ops::Deref;

/// The text of a paragraph and what its parts look like and are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    /// The text, without characters that are never seen; `\n` breaks a line.
    pub text: String,
    /// Stretches of one look and meaning; they cover the text without gaps.
    pub runs: Vec<StyledRun>,
    /// Where the text had soft hyphens, in bytes.
    pub soft_hyphens: Vec<usize>,
    /// Where the text had zero-width spaces, in bytes.
    pub zero_spaces: Vec<usize>,
    /// The links that runs refer to by index.
    pub links: Vec<Link>,
    /// For each byte of the text its embedding level (UAX #9), odd where it is read from
    /// the right; none where all of it is read from the left.
    pub levels: Option<Vec<u8>>,
}

/// A stretch of one look and meaning.
#[derive(Clone, Debug)]
pub(crate) struct StyledRun {
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Where the markup has it, as a byte; nothing for what the markup does not have.
    pub source: Option<usize>,
    /// What it looks like.
    pub look: Look,
    /// What it is.
    pub role: MarkRole,
    /// Its language.
    pub lang: Lang,
    /// The link that it belongs to.
    pub link: Option<usize>,
    /// The picture that stands for it; its text is then U+FFFC.
    pub picture: Option<InlinePicture>,
    /// The footnote that it refers to.
    pub note: Option<usize>,
    /// The structure elements whose place is where it begins.
    pub anchors: Vec<usize>,
}

/// What a run looks like.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    /// The order of faces in the font set.
    pub order: usize,
    /// The style.
    pub text: TextStyle,
}

impl Deref for Look {
    type Target = TextStyle;

    fn deref(&self) -> &TextStyle {
        &self.text
    }
}

impl Look {
    /// How its words are shaped where they are read from the left.
    pub fn manner(&self) -> ShapingManner {
        ShapingManner {
            tabular: self.tabular,
            from_right: false,
        }
    }
}

/// A link in a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Link {
    /// The structure element.
    pub element: usize,
    /// Where it leads: a URI or `#id`.
    pub href: String,
    /// Its words.
    pub contents: String,
}

/// A picture in a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct InlinePicture {
    /// The index of the picture.
    pub image: usize,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

/// How a paragraph is broken and set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    /// The width of the lines.
    pub measure: f32,
    /// How far lines stand in that go on from one above.
    pub indent: f32,
    /// How lines stand in it.
    pub align: Align,
    /// The look that gives lines their height.
    pub base: &'a Look,
    /// Words that are never divided, in lower case.
    pub no_hyphen: &'a BTreeSet<String>,
    /// Whether words wider than the measure are divided by their syllables even where
    /// the look says that words are not; code's are not.
    pub divide_at_need: bool,
}

impl Setting<'_> {
    /// The width of a line that goes on from one above, or of one that does not.
    pub(super) fn room(&self, goes_on: bool) -> f32 {
        self.measure - if goes_on { self.indent } else { 0.0 }
    }

    /// The width of the narrowest line.
    pub(super) fn least_room(&self) -> f32 {
        self.room(true)
    }
}

/// The character that stands for a picture in a paragraph's text.
pub(crate) const PICTURE: char = '\u{FFFC}';

impl Paragraph {
    /// Finds the words that are read from the right, once the text is whole.
    pub fn find_directions(&mut self) {
        self.levels = embedding_levels(&self.text);
    }

    /// Takes away a line break at the end of the text, which begins no line.
    pub fn drop_last_line_break(&mut self) {
        if self.text.ends_with('\n') {
            self.text.pop();
            let end = self.text.len();
            if let Some(last) = self.runs.last_mut() {
                last.end = end;
            }
        }
    }

    /// The embedding level of the byte `at`.
    pub(super) fn level(&self, at: usize) -> u8 {
        let levels = self.levels.as_ref();
        levels
            .and_then(|levels| levels.get(at))
            .copied()
            .unwrap_or(0)
    }

    /// The index of the run in which the byte `at` stands.
    pub(super) fn run_at(&self, at: usize) -> usize {
        self.runs
            .partition_point(|run| run.end <= at)
            .min(self.runs.len().saturating_sub(1))
    }

    /// The parts of the bytes `start..end` by run: run, start, end.
    pub(super) fn by_run(
        &self,
        start: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        let first = self.run_at(start);
        self.runs
            .iter()
            .enumerate()
            .skip(first)
            .take_while(move |(_, run)| run.start < end)
            .map(move |(index, run)| (index, run.start.max(start), run.end.min(end)))
            .filter(|(_, start, end)| start < end)
    }
}

/// A length rounded to thousandths, so that no noise of floating point remains.
pub(crate) fn rounded(value: f32) -> f32 {
    let rounded = ((f64::from(value) * 1000.0).round() / 1000.0) as f32;
    // Never the negative zero.
    rounded + 0.0
}
