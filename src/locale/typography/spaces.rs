//! `double-space`: one space between words.

use super::block::Block;
use super::rules::Rule;

/// Runs of ordinary spaces inside a line become one. No-break spaces were put there
/// on purpose (two stand before a postal code) and stay.
pub(super) fn double_space(block: &mut Block) {
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, |letter| letter == ' ');
        if end - at > 1 && at > 0 && end < block.len() {
            block.set_gap(at..end, Some(' '), Rule::DoubleSpace);
        }
        at = block.run(at, |letter| letter == ' ') + 1;
    }
}
