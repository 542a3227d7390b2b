//! `ellipsis` and `double-period`.

use super::block::TextBlock;
use super::rules::MendRule;

/// Three periods, no more and no less, are an ellipsis (OQLF; *The Canadian Style*
/// 7.13 spaces them, which line breaks would tear apart).
pub(super) fn ellipsis(block: &mut TextBlock) {
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, |letter| letter == '.');
        if end - at == 3 && (at..end).all(|dot| block.is_free(dot)) {
            block.remove(at + 2, MendRule::Ellipsis);
            block.remove(at + 1, MendRule::Ellipsis);
            block.set(at, '…', MendRule::Ellipsis);
            at += 1;
        } else {
            at = end.max(at + 1);
        }
    }
}

/// Where an abbreviation ends a sentence, its period serves for both: a time that
/// prints `5 p.m.` before the author's full stop must not give two. `etc.` says by itself
/// that there is more: no ellipsis follows it (OQLF, « etc. »).
pub(super) fn double_period(block: &mut TextBlock) {
    let mut at = 1;
    while at < block.len() {
        if !block.matches(at, |letter| matches!(letter, '.' | '…')) {
            at += 1;
            continue;
        }
        let end = block.run(at, |letter| letter == '.');
        let dots = block.run(at, |letter| matches!(letter, '.' | '…'));
        let after_word = block.before(at).is_some_and(char::is_alphabetic);
        if ends_etc(block, at) {
            at = one_period(block, at, dots);
        } else if end - at == 2 && after_word {
            // The author's period goes, the value's stays.
            let _ = block.remove(at + 1, MendRule::DoublePeriod)
                || block.remove(at, MendRule::DoublePeriod);
        }
        at = block.run(at, |letter| letter == '.').max(at) + 1;
    }
}

/// Whether `etc` ends before a position.
fn ends_etc(block: &TextBlock, at: usize) -> bool {
    let start = block.run_back(at, char::is_alphanumeric);
    block.text(start..at).eq_ignore_ascii_case("etc")
}

/// Makes periods and ellipses one period; gives its position.
fn one_period(block: &mut TextBlock, at: usize, end: usize) -> usize {
    if (at..end).all(|dot| block.is_free(dot)) && block.may_meet(at + 1, end) {
        for dot in (at + 1..end).rev() {
            block.remove(dot, MendRule::DoublePeriod);
        }
        block.set(at, '.', MendRule::DoublePeriod);
    }
    at
}
