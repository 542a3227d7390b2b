//! Punctuation that hangs in the margins of justified lines, so that the edges of the
//! letters look straight.

use super::opportunity::BreakKind;
use super::segment::width;
use super::{Paragraph, Setting};
use crate::output::pdf::font::shape::Shaper;
use crate::output::theme::Align;

/// The part of a sign's width that hangs at the right of a line: the less ink it has, the
/// more.
fn at_right(sign: char) -> f32 {
    match sign {
        '.' | ',' | '-' | '\u{2010}' => 0.7,
        '’' | '”' => 0.6,
        ':' | ';' | '–' => 0.4,
        '»' | ')' | ']' => 0.2,
        _ => 0.0,
    }
}

/// The same at the left.
fn at_left(sign: char) -> f32 {
    match sign {
        '‘' | '“' => 0.6,
        '«' | '(' | '[' => 0.2,
        _ => 0.0,
    }
}

/// How far the text `start..end` hangs into the left and right margins, in points, where
/// it is a justified line that ends with a break of a kind.
pub(super) fn hang(
    paragraph: &Paragraph,
    shaper: &mut Shaper<'_>,
    setting: &Setting<'_>,
    (start, end): (usize, usize),
    kind: BreakKind,
) -> (f32, f32) {
    if setting.align != Align::Justify || paragraph.levels.is_some() {
        return (0.0, 0.0);
    }
    let text = paragraph.text.get(start..end).unwrap_or_default();
    let mut part = |sign: Option<char>, from_left: bool| {
        let Some(sign) = sign else {
            return 0.0;
        };
        let (hangs, at) = if from_left {
            (at_left(sign), start)
        } else {
            (at_right(sign), end - sign.len_utf8())
        };
        if hangs == 0.0 {
            return 0.0;
        }
        hangs * width(paragraph, shaper, at, at + sign.len_utf8())
    };
    let left = part(text.chars().next(), true);
    let right = match kind {
        // The hyphen that is drawn is measured beside the text.
        BreakKind::Hyphen => 0.0,
        _ => part(text.chars().next_back(), false),
    };
    (left, right)
}

/// The part of a hyphen that is drawn at a line's end that hangs, where lines are
/// justified.
pub(super) fn hyphen_hang(paragraph: &Paragraph, setting: &Setting<'_>) -> f32 {
    let justified = setting.align == Align::Justify && paragraph.levels.is_none();
    if justified { at_right('-') } else { 0.0 }
}
