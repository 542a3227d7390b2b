//! `identifier-space`: what a name of figures belongs to.

use super::block::TextBlock;
use super::rules::MendRule;
use crate::language::lexicon::is_loose;

/// `Room { $room }`: the name that an identifier prints stays on the line of the word
/// before it.
pub(super) fn identifier_space(block: &mut TextBlock) {
    for at in block.names() {
        let Some(space) = at.checked_sub(1) else {
            continue;
        };
        let belongs = block.before(space).is_some_and(|letter| {
            letter.is_alphanumeric() || matches!(letter, '.' | '°' | 'º' | '#' | ')' | '»' | '”')
        });
        let start = block.run_back(space, char::is_alphabetic);
        let word = block.text(start..space).to_lowercase();
        if belongs && block.is(space, ' ') && !is_loose(&word) {
            block.bind(space..at, MendRule::IdentifierSpace);
        }
    }
}
