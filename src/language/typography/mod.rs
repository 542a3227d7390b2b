//! Typography of running text: the mends that are safe to make without asking.
//!
//! Each rule is a file of its own, named in [`MendRule`]; the house style sheet says
//! which of its lines may be mended ("F") and which are only reported. A mend moves
//! spaces, quotation marks and apostrophes to the language's own form; it never
//! changes words. URLs, e-mail addresses, file names and template syntax are left
//! alone, and mending twice changes nothing more.
//!
//! Running text is interrupted by emphasis, code and values, so a block is mended as
//! a sequence of [`Fragment`]s ([`Mender::mend_block`]): quotation marks pair across
//! them, and each fragment gets [`Edit`]s of its own bytes.

mod abbreviations;
mod apostrophe;
mod block;
mod dash;
mod dots;
mod edges;
mod fragment;
mod identifiers;
mod marks;
mod mends;
mod minus;
mod money;
mod numbers;
mod ordinals;
mod pairs;
mod phone;
mod postal_code;
mod prime;
mod protect;
mod punctuation;
mod quotes;
mod range;
mod rules;
mod signs;
mod spaces;
mod times;
mod units;

#[cfg(test)]
mod tests;

pub use crate::language::write::{Profile, Style};
pub use abbreviations::goes_on;
pub use fragment::{Edit, Fragment, apply};
pub use rules::MendRule;

use crate::limits::spend;
use block::TextBlock;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Whether a character is a mark of a typewriter: `"`, `'`, and what is typed for an
/// apostrophe beside it.
pub const fn is_straight(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '´' | '`')
}

/// How often the rules are gone through at most.
const ROUNDS: usize = 6;

/// Mends text of one language.
#[derive(Clone, Debug)]
pub struct Mender {
    /// The language and its profile.
    pub style: Style,
    /// Rules that are switched off.
    pub off: BTreeSet<MendRule>,
    /// Whether letters can be raised where the text goes. Without it `2ème` becomes
    /// `2e` on the line, and `26e` stays as it is.
    pub superscripts: bool,
}

impl Mender {
    /// A mender with all rules on, for text that can hold superscripts.
    pub fn new(style: impl Into<Style>) -> Mender {
        Mender {
            style: style.into(),
            off: BTreeSet::new(),
            superscripts: true,
        }
    }

    /// The mends of one block's running text, fragment by fragment, each in the
    /// order of its bytes and without overlaps.
    pub fn mend_block(&self, fragments: &[Fragment<'_>]) -> Vec<Vec<Edit>> {
        let mut block = TextBlock::new(fragments, self.style, self.superscripts);
        protect::protect(&mut block);
        // For each rule, the count of changes at which it last found nothing to do: it
        // finds nothing until another rule has changed something.
        let mut idle = [None; mends::MENDS.len()];
        // What one rule makes can be what another looks for; a second round is
        // nearly always the last.
        for _ in 0..ROUNDS {
            spend(1 + block.len() as u64);
            let before = block.changes;
            for ((rule, _, mend, signs), idle) in mends::MENDS.iter().zip(&mut idle) {
                let on = rule.applies(self.style.lang) && !self.off.contains(rule);
                if !on || !block.has_any(*signs) || *idle == Some(block.changes) {
                    continue;
                }
                let changes = block.changes;
                mend(&mut block);
                *idle = (block.changes == changes).then_some(changes);
            }
            if block.changes == before {
                break;
            }
        }
        block.edits(fragments)
    }

    /// The straight quotation marks and apostrophes of a mended block that no rule can
    /// tell, each by its fragment and its byte there. What a rule that is switched off
    /// would have mended is left out: there it stays on purpose.
    pub fn undecided(&self, fragments: &[Fragment<'_>]) -> Vec<(usize, usize)> {
        let mut block = TextBlock::new(fragments, self.style, false);
        protect::protect(&mut block);
        let straight = |(fragment, byte, letter)| is_straight(letter).then_some((fragment, byte));
        let mut left: Vec<(usize, usize)> = block.free().filter_map(straight).collect();
        let of_marks = [MendRule::Quotes, MendRule::Apostrophe, MendRule::Prime];
        if !left.is_empty() && of_marks.iter().any(|rule| self.off.contains(rule)) {
            let edits = Mender::new(self.style).mend_block(fragments);
            left.retain(|(fragment, byte)| {
                let edits = edits.get(*fragment).map_or(&[][..], Vec::as_slice);
                !edits.iter().any(|edit| edit.range.contains(byte))
            });
        }
        left
    }

    /// The mends of a text that is a block by itself.
    pub fn edits(&self, text: &str) -> Vec<Edit> {
        self.mend_block(&[Fragment::words(text)])
            .pop()
            .unwrap_or_default()
    }

    /// A text that is a block by itself, mended, without superscripts.
    pub fn mend<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let plain = Mender {
            superscripts: false,
            ..self.clone()
        };
        let edits = plain.edits(text);
        if edits.is_empty() {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(apply(text, &edits).to_plain())
        }
    }
}
