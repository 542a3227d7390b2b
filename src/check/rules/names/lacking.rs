//! Names that the other language lacks.

use super::Left;
use crate::check::mentions::Mention;
use crate::check::pairing::Pair;
use crate::check::passage::{Case, ReadPassage, Word};
use crate::lang::Lang;
use std::collections::HashMap;

/// How many words of the same letters are looked at for one that is written as a name is.
const SAME: usize = 50;

/// The names that the texts of the other language lack.
pub(super) fn lacking<'j, 'n, 'd>(
    all: &'j [Mention<'n, 'd>],
    pair: &Pair<'_, '_>,
    other: Lang,
) -> Left<'j, 'n, 'd> {
    let mut words: HashMap<&str, Vec<(&ReadPassage<'_>, &Word)>> = HashMap::new();
    for text in pair.side(other) {
        for word in &text.passage.words {
            let known = words.entry(word.folded.as_str()).or_default();
            if known.len() < SAME {
                known.push((&text.passage, word));
            }
        }
    }
    let has = |one: &Mention<'_, '_>| {
        let words = words.get(one.word.folded.as_str()).into_iter().flatten();
        words.into_iter().any(|(passage, word)| {
            word.case != Case::Title || passage.slice(&word.range).to_lowercase() == one.key
        })
    };
    let all = all.iter();
    all.filter(|one| !one.is_initial() && !has(one)).collect()
}
