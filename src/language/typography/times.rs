//! `time-space`: `2:30 p.m.` and `14 h 30`.

use super::block::{TextBlock, is_boundary, is_digit, is_space};
use super::rules::MendRule;
use crate::lang::Lang;
use crate::language::write::NO_BREAK_SPACE;

/// English times are bound to `a.m.` and `p.m.`; French ones have spaces on both
/// sides of the `h` (OQLF, « Écriture des heures »), all unbreakable.
pub(super) fn time_space(block: &mut TextBlock) {
    match block.style.lang {
        Lang::En => english(block),
        Lang::Fr => french(block),
    }
}

fn english(block: &mut TextBlock) {
    for gap in block.gaps().iter().rev().cloned() {
        let period = ["a.m.", "p.m.", "am", "pm", "AM", "PM"]
            .into_iter()
            .find(|period| block.starts_with(gap.end, period));
        if let Some(period) = period
            && block.before(gap.start).is_some_and(is_digit)
            && is_boundary(block.get(gap.end + period.len()))
        {
            block.bind(gap, MendRule::TimeSpace);
        }
    }
}

fn french(block: &mut TextBlock) {
    for at in (1..block.len()).rev() {
        if block.is(at, 'h') {
            hour(block, at);
        }
    }
}

/// Spaces around the `h` at `at`, where it stands between hours and minutes or
/// after hours alone.
fn hour(block: &mut TextBlock, at: usize) {
    let hours_end = block.run_back(at, is_space);
    let hours = block.run_back(hours_end, is_digit);
    let begins = block
        .before(hours)
        .is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, ',' | '.' | '-' | '/'));
    let is_hour = |text: &str| text.len() <= 2 && text.parse::<u8>().is_ok_and(|hour| hour <= 24);
    if !begins || !is_hour(&block.text(hours..hours_end)) {
        return;
    }
    let minutes = block.run(at + 1, is_space);
    let minutes_end = block.run(minutes, is_digit);
    let text = block.text(minutes..minutes_end);
    let has_minutes = matches!(text.len(), 1 | 2)
        && text.parse::<u8>().is_ok_and(|minute| minute < 60)
        && is_boundary(block.get(minutes_end));
    // "9 h 5" reads as a time only with two digits or a space already there.
    if has_minutes && (text.len() == 2 || minutes > at + 1) {
        block.set_gap(at + 1..minutes, Some(NO_BREAK_SPACE), MendRule::TimeSpace);
    } else if !is_boundary(block.get(at + 1)) {
        return;
    }
    block.set_gap(hours_end..at, Some(NO_BREAK_SPACE), MendRule::TimeSpace);
}
