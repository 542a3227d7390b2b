//! `quotes` and `quote-space`: the language's own quotation marks.

use super::block::{TextBlock, is_space};
use super::pairs;
use super::rules::MendRule;
use crate::language::write::NO_BREAK_SPACE;

/// Straight marks that open and close a quotation become “…” with ‘…’ inside, or «⍽…⍽»
/// with “…” inside. A mark without a partner stays as it is, which the check reports.
pub(super) fn quotes(block: &mut TextBlock) {
    let mut marks: Vec<(usize, char)> = pairs::find(block)
        .quotations
        .into_iter()
        .flat_map(|quotation| [quotation.open, quotation.close])
        .collect();
    marks.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    for (at, mark) in marks {
        block.set(at, mark, MendRule::Quotes);
        match mark {
            '«' if !block.matches(at + 1, is_space) => {
                block.insert(at + 1, NO_BREAK_SPACE, MendRule::Quotes);
            }
            '»' if !block.before(at).is_some_and(is_space) => {
                block.insert(at, NO_BREAK_SPACE, MendRule::Quotes);
            }
            _ => {}
        }
    }
}

/// No-break spaces inside « », in both profiles.
pub(super) fn quote_space(block: &mut TextBlock) {
    for at in (0..block.len()).rev() {
        match block.get(at) {
            Some('«') => {
                let end = block.run(at + 1, is_space);
                if end < block.len() && !block.matches(end, char::is_whitespace) {
                    block.set_gap(at + 1..end, Some(NO_BREAK_SPACE), MendRule::QuoteSpace);
                }
            }
            Some('»') => {
                let start = block.run_back(at, is_space);
                if start > 0 && !block.before(start).is_some_and(char::is_whitespace) {
                    block.set_gap(start..at, Some(NO_BREAK_SPACE), MendRule::QuoteSpace);
                }
            }
            _ => {}
        }
    }
}
