//! `number-group` and `percent-space`.

use super::block::{TextBlock, is_digit, is_space};
use super::rules::MendRule;
use crate::language::write::NO_BREAK_SPACE;
use std::ops::Range;

/// French groups of three digits do not break apart, whatever spaces part them:
/// `4 862 500,5`.
pub(super) fn number_group(block: &mut TextBlock) {
    let space = block.style.group_separator();
    let mut at = 0;
    while at < block.len() {
        if !block.matches(at, is_digit) {
            at += 1;
            continue;
        }
        let first = block.run(at, is_digit);
        let begins = block.before(at).is_none_or(|letter| {
            !letter.is_alphanumeric() && !matches!(letter, ',' | '.' | '-' | '/' | '\u{2011}')
        });
        let gaps = groups(block, first);
        if begins && first - at <= 3 && !gaps.is_empty() {
            for gap in gaps.iter().rev() {
                block.set_gap(gap.clone(), Some(space), MendRule::NumberGroup);
            }
        }
        at = first.max(gaps.last().map_or(0, |gap| gap.start));
    }
}

/// The gaps before the groups of exactly three digits that follow a number's first.
fn groups(block: &TextBlock, first_end: usize) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut at = first_end;
    loop {
        let end = block.run(at, is_space);
        if end == at || block.run(end, is_digit) != end + 3 {
            break;
        }
        gaps.push(at..end);
        at = end + 3;
    }
    let joined = block.matches(at, |letter| {
        letter.is_alphabetic() || matches!(letter, '-' | '/' | '\u{2011}')
    });
    if joined { Vec::new() } else { gaps }
}

/// `5%` in English, `5⍽%` in French (`5 %` with U+202F in the profile fr-FR).
pub(super) fn percent_space(block: &mut TextBlock) {
    let style = block.style;
    let space = style.is_french().then(|| style.number_space());
    for at in (1..block.len()).rev() {
        let sign = block.is(at, '%') || style.is_french() && block.starts_with(at, "p. 100");
        let start = block.run_back(at, is_space);
        if !sign || !block.number_ends(start) {
            continue;
        }
        if block.is(at, '%') {
            block.set_gap(start..at, space, MendRule::PercentSpace);
        } else if start < at {
            block.set_gap(at + 2..at + 3, Some(NO_BREAK_SPACE), MendRule::PercentSpace);
            block.set_gap(start..at, Some(NO_BREAK_SPACE), MendRule::PercentSpace);
        }
    }
}
