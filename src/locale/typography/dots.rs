//! `ellipsis` and `double-period`.

use super::block::Block;
use super::rules::Rule;

/// Three periods, no more and no less, are an ellipsis (OQLF; *The Canadian Style*
/// 7.13 spaces them, which line breaks would tear apart).
pub(super) fn ellipsis(block: &mut Block) {
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, |letter| letter == '.');
        if end - at == 3 && (at..end).all(|dot| block.is_free(dot)) {
            block.remove(at + 2, Rule::Ellipsis);
            block.remove(at + 1, Rule::Ellipsis);
            block.set(at, '…', Rule::Ellipsis);
            at += 1;
        } else {
            at = end.max(at + 1);
        }
    }
}

/// Where an abbreviation ends a sentence, its period serves for both: a time that
/// prints `5 p.m.` before the author's full stop must not give two.
pub(super) fn double_period(block: &mut Block) {
    let mut at = 1;
    while at < block.len() {
        let end = block.run(at, |letter| letter == '.');
        let after_word = block.before(at).is_some_and(char::is_alphabetic);
        if end - at == 2 && after_word {
            // The author's period goes, the value's stays.
            let _ =
                block.remove(at + 1, Rule::DoublePeriod) || block.remove(at, Rule::DoublePeriod);
        }
        at = end.max(at) + 1;
    }
}
