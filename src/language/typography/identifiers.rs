//! `identifier-space`: what a name of figures belongs to.

use super::block::Block;
use super::rules::Rule;

/// Words that a name does not belong to, though they stand before it: "the desk of 480
/// Lantern Street".
const LOOSE: [&str; 24] = [
    "a", "and", "at", "by", "from", "in", "of", "on", "or", "the", "to", "au", "aux", "de", "des",
    "du", "en", "et", "la", "le", "les", "ou", "une", "à",
];

/// `Room { $room }`: the name that an identifier prints stays on the line of the word
/// before it.
pub(super) fn identifier_space(block: &mut Block) {
    for at in block.names() {
        let Some(space) = at.checked_sub(1) else {
            continue;
        };
        let belongs = block.before(space).is_some_and(|letter| {
            letter.is_alphanumeric() || matches!(letter, '.' | '°' | 'º' | '#' | ')' | '»' | '”')
        });
        let start = block.run_back(space, char::is_alphabetic);
        let word = block.text(start..space).to_lowercase();
        if belongs && block.is(space, ' ') && !LOOSE.contains(&word.as_str()) {
            block.bind(space..at, Rule::IdentifierSpace);
        }
    }
}
