//! Words that stand twice in a row.

use super::scope::Scope;
use super::typed::masked_texts;
use super::words::words;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{PairFault, WordRole, joint, plays};
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    DOUBLE_WORD = "L078", "double-word", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mut seen = BTreeSet::new();
        for (outcome, masked) in masked_texts(part) {
            let words = words(&masked);
            // A text of one word said again is a cry: "Oh oh…"
            let first = words.first().map(|word| &word.folded);
            if words.iter().all(|word| Some(&word.folded) == first) {
                continue;
            }
            for pair in words.windows(2) {
                let [first, second] = pair else { continue };
                let between = masked.get(first.range.end..second.range.start);
                let near = between
                    .is_some_and(|between| between.trim().is_empty() && !between.contains("\n\n"));
                let is_word = first.text.chars().all(char::is_alphabetic)
                    && first.text.chars().count() > 1
                    && !plays(&first.folded, WordRole::Doubled);
                let told = part.lang() == Lang::Fr && is_preposition(&second.folded);
                if !(near && is_word && is_repeated(first.text, second.text)) || told {
                    continue;
                }
                let span = part.span_in(outcome, &(first.range.start..second.range.end));
                if seen.insert(span.range().start) {
                    let wording = DOUBLE_WORD.say("twice", given!(word = first.text));
                    out.push(part.finding(span, wording));
                }
            }
        }
    }
}

/// Whether the rule of French prepositions tells a word that stands twice: du du.
fn is_preposition(word: &str) -> bool {
    joint(word).is_some_and(|it| {
        let mut pairs = it.pairs.iter();
        pairs.any(|(second, fault, _)| *second == word && *fault == PairFault::Doubles)
    })
}

/// Whether two words are one word: in the same letters, but for the capital with which a
/// sentence begins. "The mode MODE" has two.
fn is_repeated(first: &str, second: &str) -> bool {
    let tail = |word: &str| word.chars().skip(1).collect::<String>();
    let mut head = first.chars().flat_map(char::to_lowercase);
    first == second || (tail(first) == tail(second) && head.next() == second.chars().next())
}

#[cfg(test)]
mod tests {
    use super::is_repeated;

    #[test]
    fn a_name_in_capitals_is_another_word() {
        assert!(is_repeated("The", "the"));
        assert!(is_repeated("est", "est"));
        assert!(!is_repeated("mode", "MODE"));
        assert!(!is_repeated("pin", "Pin"));
    }
}
