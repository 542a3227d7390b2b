//! Names that the other language lacks.

use super::Left;
use crate::check::mentions::Mention;
use crate::check::pairing::Pair;
use crate::check::passage::Case;
use crate::lang::Lang;
use std::collections::{HashMap, HashSet};

/// How words of the same letters are written in the texts of a language.
#[derive(Default)]
struct Spellings {
    /// Whether one of them is not written as a name is.
    has_other: bool,
    /// Those that are, in small letters.
    small: HashSet<String>,
}

/// The names that the texts of the other language lack.
pub(super) fn lacking<'j, 'n, 'd>(
    all: &'j [Mention<'n, 'd>],
    pair: &Pair<'_, '_>,
    other: Lang,
) -> Left<'j, 'n, 'd> {
    let mut words: HashMap<&str, Spellings> = HashMap::new();
    for text in pair.side(other) {
        for word in &text.passage.words {
            let known = words.entry(word.folded.as_str()).or_default();
            if word.case != Case::Title {
                known.has_other = true;
            } else {
                let small = text.passage.slice(&word.range).to_lowercase();
                known.small.insert(small);
            }
        }
    }
    let has = |one: &Mention<'_, '_>| {
        let words = words.get(one.word.folded.as_str());
        words.is_some_and(|it| it.has_other || it.small.contains(one.key.as_str()))
    };
    let all = all.iter();
    all.filter(|one| !one.is_initial() && !has(one)).collect()
}
