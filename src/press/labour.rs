//! How many steps it takes at most to set a document, told from its words.

use crate::document::Document;
use crate::locale::{Formatted, token_index};

/// Steps for each character: it is read and shaped in each format, in the words that stand
/// around it and beside it.
const A_CHARACTER: u64 = 40;
/// Steps for each two places of a paragraph between which a line may stand.
const A_LINE: u64 = 4;
/// How many places a line has at most: no more letters fit in one, where all have a width.
const IN_A_LINE: u64 = 400;
/// How many characters stand between two places where a word may be divided.
const A_SYLLABLE: usize = 2;
/// From which length on a word may be divided anywhere.
const A_WORD: usize = 30;
/// Before it, all characters that can be seen have a width: Latin with its accents.
const FIRST_WITHOUT_WIDTH: char = '\u{300}';
/// Steps for each two parts of a page, the one of which stands before the other.
const A_PAGE: u64 = 6;
/// Steps for what stands in every document.
const A_DOCUMENT: u64 = 60_000;

/// How many steps setting takes at most. It is far too many for most documents, but never
/// too few: lines are chosen among all that may stand between two places of a paragraph,
/// pages among those that may end behind any of its parts.
pub(super) fn steps_to_set(document: &Document) -> u64 {
    let mut steps = A_DOCUMENT;
    let mut parts = 0_u64;
    for written in &document.written {
        let text = in_place(&written.formatted);
        steps = steps.saturating_add(A_CHARACTER * text.len() as u64);
        // A table has its cells between bars, line by line.
        let (rows, rest): (Vec<&str>, Vec<&str>) =
            text.lines().partition(|line| line.contains('|'));
        let rest = rest.join("\n");
        let cells = rows.iter().flat_map(|row| row.split('|'));
        for paragraph in rest.split("\n\n").chain(cells) {
            parts += 1 + paragraph.lines().count() as u64 / 2;
            let places = places(paragraph);
            let has_width = paragraph.chars().all(|c| c < FIRST_WITHOUT_WIDTH);
            let before = if has_width {
                places.min(IN_A_LINE)
            } else {
                places
            };
            steps = steps.saturating_add(places.saturating_mul(before).saturating_mul(A_LINE));
        }
    }
    steps.saturating_add(parts.saturating_mul(parts).saturating_mul(A_PAGE))
}

/// A text with its values in the place of their tokens.
fn in_place(formatted: &Formatted) -> String {
    let mut text = String::with_capacity(formatted.text.len());
    for character in formatted.text.chars() {
        match token_index(character).and_then(|at| formatted.values.get(at)) {
            Some(value) => text.extend(value.pieces.iter().map(|piece| piece.text.as_str())),
            None => text.push(character),
        }
    }
    text
}

/// How many places there are in a paragraph at which a line may end.
fn places(paragraph: &str) -> u64 {
    let words = paragraph.split_whitespace();
    let places = words.map(|word| match word.len() {
        short if short < A_WORD => 1 + short / A_SYLLABLE / 2,
        long => long,
    });
    places.sum::<usize>() as u64
}
