//! `prime`: feet and inches.

use super::block::TextBlock;
use super::pairs;
use super::rules::MendRule;

/// A straight mark behind a number that belongs to no quotation says feet, minutes,
/// inches or seconds: `6'` is 6′, `6"` is 6″.
pub(super) fn prime(block: &mut TextBlock) {
    for at in pairs::find(block).primes {
        let mark = if block.is(at, '"') { '″' } else { '′' };
        block.set(at, mark, MendRule::Prime);
    }
}
