//! Quotation marks of a block, and what stands on their two sides.

use super::apostrophe::{is_apostrophe, is_suffix, may_be_apostrophe};
use super::block::{TextBlock, is_digit};
use super::fragment::{CALL, OBJECT};

/// How many marks may stand side by side; what stands behind more is not looked for.
const MOST_MARKS: usize = 8;

/// A quotation mark of a block, straight or typographic.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypographicMark {
    pub at: usize,
    /// Whether it is one of ' ‘ ’.
    pub single: bool,
    /// The closing character of its pair, where it is typographic already.
    pub typographic: Option<char>,
    /// Whether it may begin a quotation.
    pub opens: bool,
    /// Whether it may end one.
    pub closes: bool,
    /// Whether it stands between two spaces.
    pub alone: bool,
    /// Whether it may say feet or inches: behind a number.
    pub measures: bool,
}

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkSide {
    /// Nothing, a space, and before the mark an opening bracket.
    Edge,
    /// A punctuation mark.
    Sign,
    /// What parts and joins: a dash, a slash, an ellipsis.
    Dash,
    /// Behind the mark: an opening bracket, a sign before a number.
    Opening,
    /// A picture.
    Object,
    /// A letter or a digit.
    Word,
}

/// Whether a character is used as a quotation mark.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»')
}

/// The quotation marks that may be changed, and those that are typographic; apostrophes
/// are none.
pub(super) fn marks(block: &TextBlock) -> Vec<TypographicMark> {
    (0..block.len())
        .filter(|at| block.is_free(*at) && block.matches(*at, is_mark))
        .filter(|at| !is_apostrophe(block, *at))
        .filter_map(|at| mark(block, at))
        .collect()
}

fn mark(block: &TextBlock, at: usize) -> Option<TypographicMark> {
    let letter = block.get(at)?;
    let fixed = |closing: char, opens: bool| TypographicMark {
        at,
        single: closing == '’',
        typographic: Some(closing),
        opens,
        closes: !opens,
        alone: false,
        measures: false,
    };
    Some(match letter {
        '«' => fixed('»', true),
        '»' => fixed('»', false),
        '“' => fixed('”', true),
        '”' => fixed('”', false),
        '‘' => fixed('’', true),
        '’' => fixed('’', false),
        _ => straight(block, at, letter == '\''),
    })
}

fn straight(block: &TextBlock, at: usize, single: bool) -> TypographicMark {
    let (left, right) = (left_side(block, at), right_side(block, at));
    let opens = match left {
        MarkSide::Edge => right != MarkSide::Edge,
        MarkSide::Dash | MarkSide::Object => {
            matches!(right, MarkSide::Word | MarkSide::Opening | MarkSide::Dash)
        }
        MarkSide::Sign => matches!(right, MarkSide::Word | MarkSide::Opening),
        MarkSide::Opening | MarkSide::Word => false,
    };
    let closes = match right {
        MarkSide::Edge | MarkSide::Sign | MarkSide::Dash | MarkSide::Object => {
            left != MarkSide::Edge
        }
        MarkSide::Opening => matches!(left, MarkSide::Word | MarkSide::Sign),
        MarkSide::Word => false,
    };
    let is_space = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    TypographicMark {
        at,
        single,
        typographic: None,
        opens,
        closes,
        alone: is_space(block.before(at)) && is_space(block.get(at + 1)),
        measures: measures(block, at),
    }
}

/// What stands before a mark, other marks and calls of notes left out.
fn left_side(block: &TextBlock, mark: usize) -> MarkSide {
    let mut at = mark;
    while let Some(letter) = block.before(at).filter(|_| mark - at < MOST_MARKS) {
        if is_mark(letter) && is_apostrophe(block, at - 1) {
            return MarkSide::Edge;
        }
        if !is_mark(letter) && letter != CALL {
            return match letter {
                '(' | '[' | '{' => MarkSide::Edge,
                letter => side(letter),
            };
        }
        at -= 1;
    }
    MarkSide::Edge
}

/// What stands behind a mark, other marks and calls of notes left out.
fn right_side(block: &TextBlock, mark: usize) -> MarkSide {
    let mut at = mark + 1;
    while let Some(letter) = block.get(at).filter(|_| at - mark < MOST_MARKS) {
        let possessive = may_be_apostrophe(letter) && is_suffix(block, at + 1);
        if possessive && is_apostrophe(block, at) {
            return MarkSide::Sign;
        }
        if !is_mark(letter) && letter != CALL {
            return right_of(block, at);
        }
        at += 1;
    }
    MarkSide::Edge
}

/// What a character is to a mark before it.
pub(super) fn right_of(block: &TextBlock, at: usize) -> MarkSide {
    match block.get(at) {
        None => MarkSide::Edge,
        Some('(' | '[' | '{' | '$' | '€' | '£' | '#' | '@' | '&' | '+' | '−' | '<') => {
            MarkSide::Opening
        }
        Some(letter) => side(letter),
    }
}

fn side(letter: char) -> MarkSide {
    match letter {
        OBJECT => MarkSide::Object,
        '-' | '‑' | '–' | '—' | '/' | '…' | '=' | '|' => MarkSide::Dash,
        letter if letter.is_whitespace() => MarkSide::Edge,
        letter if letter.is_alphanumeric() => MarkSide::Word,
        _ => MarkSide::Sign,
    }
}

/// Whether a number of feet or inches ends before a mark: up to three figures, perhaps
/// with a fraction.
fn measures(block: &TextBlock, at: usize) -> bool {
    let fraction = |letter: char| matches!(letter, '½' | '¼' | '¾' | '⅛' | '⅜' | '⅝' | '⅞');
    let whole_end = block.run_back(at, fraction);
    let start = block.run_back(whole_end, is_digit);
    let point = block
        .before(start)
        .is_some_and(|letter| matches!(letter, '.' | ','));
    let start = if point {
        block.run_back(start - 1, is_digit)
    } else {
        start
    };
    let begins = block.before(start).is_none_or(|letter| {
        !letter.is_alphanumeric() && !matches!(letter, '.' | ',' | '$' | '#' | '_')
            || matches!(letter, 'x' | '×')
    });
    start < at && at - start <= 6 && block.run(start, is_digit) - start <= 3 && begins
}
