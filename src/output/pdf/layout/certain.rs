//! What is certain of a table that is not set: that it fits its place in its smallest form,
//! were its letters as wide as letters get.

use super::squeeze::{LEAST_PADDING, LEAST_SIZE, STEP};
use crate::output::pdf::paragraph::{PUNCTUATION, widest};

/// How much larger than the smallest cell of a table another is at most in the program's
/// own theme.
const LARGEST_CELL: f32 = 1.25;

/// The first character whose width is not looked at: those before it are the letters of the
/// languages that memos are in.
const UNKNOWN: char = '\u{180}';

/// Widths that what stands in a column of a table stays below, times the size.
#[derive(Clone, Copy, Debug, Default)]
pub struct ColumnBound {
    word: f32,
    /// Of numbers, which are set below one another by their decimal marks: up to the last
    /// figure, and from the first mark that may be one.
    whole: f32,
    rest: f32,
}

impl ColumnBound {
    /// Takes in what a cell says; gives whether it is known how wide that is at most.
    #[must_use]
    pub fn add(&mut self, text: &str) -> bool {
        for word in text.split([' ', '\n']) {
            self.word = self.word.max(width(word));
        }
        let is_figure = |c: char| c.is_ascii_digit();
        let is_known = text.chars().all(|c| c < UNKNOWN || PUNCTUATION.contains(c));
        let Some(last) = text.rfind(is_figure) else {
            return is_known;
        };
        let (whole, after) = text.split_at(last + 1);
        let marked = whole.match_indices(|c: char| !c.is_alphanumeric());
        let mut marked =
            marked.filter(|(at, mark)| whole[at + mark.len()..].starts_with(is_figure));
        let decimals = marked.next_back().map_or("", |(at, _)| &whole[at..]);
        self.whole = self.whole.max(width(whole));
        self.rest = self.rest.max(width(decimals) + width(after));
        is_known
    }

    /// Takes in what stands behind the words of a cell: the number of a note.
    pub fn add_reference(&mut self) {
        const FIGURES: f32 = 3.0;
        self.word += FIGURES;
        self.rest += FIGURES;
    }
}

fn width(text: &str) -> f32 {
    text.chars().map(widest).sum()
}

/// Whether a table of these columns surely fits `room` points.
pub fn surely_fits(columns: &[ColumnBound], room: f32) -> bool {
    let size = LEAST_SIZE / STEP * LARGEST_CELL;
    let need = |column: &ColumnBound| {
        column.word.max(column.whole + column.rest) * size + 2.0 * LEAST_PADDING
    };
    columns.iter().map(need).sum::<f32>() <= room
}
