//! `double-space` and `narrow-space`.

use super::block::TextBlock;
use super::rules::MendRule;
use crate::language::write::{NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE};

/// Runs of ordinary spaces inside a line become one. No-break spaces were put there
/// on purpose (two stand before a postal code) and stay.
pub(super) fn double_space(block: &mut TextBlock) {
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, |letter| letter == ' ');
        if end - at > 1 && at > 0 && end < block.len() {
            block.set_gap(at..end, Some(' '), MendRule::DoubleSpace);
        }
        at = block.run(at, |letter| letter == ' ') + 1;
    }
}

/// Narrow no-break spaces belong to the typography of France; elsewhere the ordinary
/// no-break space stands for them.
pub(super) fn narrow_space(block: &mut TextBlock) {
    if block.style.is_narrow() {
        return;
    }
    for at in 0..block.len() {
        if block.is(at, NARROW_NO_BREAK_SPACE) {
            block.set(at, NO_BREAK_SPACE, MendRule::NarrowSpace);
        }
    }
}
