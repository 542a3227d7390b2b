//! Number words, ranks in words and fractions.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::licences::{LISTED, SAID_NEAR, SMALL_NUMBER};
use crate::check::outline::{Kind, OutlineNode, ValuedText};
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Difference;
use crate::check::values::{ValueSort, magnitude};
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;
use crate::memo::fact::Decimal;

crate::diagnostic::codes! {
    NUMBER_WORD_MISMATCH = "P033", "number-word-mismatch", Warning;
}

/// Finds number words that stand for each other and differ, and those from three on
/// that one language lacks. Smaller ones alone say nothing: "a" is "one", "the
/// latter" is "les deux derniers"; and "neuf" alone is "new".
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::NumberWord) {
        let alone = || {
            let other = |other: &Difference<'_, '_>| {
                other.pair == difference.pair && (other.en.is_some() != difference.en.is_some())
            };
            !differences.values.iter().any(other)
        };
        if says_something(difference)
            && !(alone() && is_said_near(comparison, difference) && SAID_NEAR.allows())
            && !(counts_what_is_listed(comparison, difference) && LISTED.allows())
        {
            out.extend(finding(comparison, difference, &NUMBER_WORD_MISMATCH));
        }
    }
}

fn says_something(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => {
            std::mem::discriminant(&en.said.kind.value)
                == std::mem::discriminant(&fr.said.kind.value)
        }
        (Some(one), None) | (None, Some(one)) => match &one.said.kind.value {
            Value::Number { value, .. } => {
                let small = *value < Decimal::from(3) || *value == Decimal::from(9);
                !(small && SMALL_NUMBER.allows())
            }
            _ => false,
        },
        (None, None) => false,
    }
}

/// Whether a number that one language lacks only counts what the same sentence or the
/// list below it names: « trois feux, soit rouge, blanc et rouge ».
fn counts_what_is_listed(comparison: &Comparison<'_, '_>, difference: &Difference<'_, '_>) -> bool {
    let ((None, Some(one)) | (Some(one), None)) = (difference.en, difference.fr) else {
        return false;
    };
    let count = magnitude(&one.said.kind)
        .and_then(Decimal::to_integer)
        .and_then(|count| usize::try_from(count).ok());
    let Some(count) = count else { return false };
    let (passage, range) = (&one.text.passage, &one.said.range);
    let (before, after) = passage.around(range);
    let before = before.rsplit(is_stop).next().unwrap_or_default();
    let after = after.split(is_stop).next().unwrap_or_default();
    let named_after = OPENERS.iter().any(|opener| {
        let named = after.split_once(opener);
        named.is_some_and(|(_, named)| named_in(named) == count)
    });
    let named_before = OPENERS.iter().any(|opener| {
        let named = before.rsplit_once(opener);
        named.is_some_and(|(named, _)| named_in(named) == count)
    });
    let mut parts = comparison.outline(passage.lang).parts.iter();
    named_after || named_before || parts.any(|part| items_below(&part.nodes, one.text) == count)
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '\n')
}

/// What stands between a number and what it counts.
const OPENERS: &[&str] = &[
    ":",
    " – ",
    "—",
    "(",
    "soit ",
    "à savoir",
    "c'est-à-dire",
    "c’est-à-dire",
    "namely",
    "that is",
    "i.e.",
];

/// How many things a row of words names.
fn named_in(row: &str) -> usize {
    let row = row.split(')').next().unwrap_or_default();
    let row = row.trim_matches(|letter: char| !letter.is_alphanumeric());
    let joints = row
        .split_whitespace()
        .filter(|word| matches!(*word, "and" | "or" | "et" | "ou"))
        .count();
    let serial = row.matches(", and ").count() + row.matches(", or ").count();
    1 + row.matches([',', ';']).count() + joints - serial
}

/// How many items the list has that follows a text.
fn items_below(nodes: &[OutlineNode<'_>], text: &ValuedText<'_>) -> usize {
    for (at, node) in nodes.iter().enumerate() {
        let is_text = node
            .passage
            .as_ref()
            .is_some_and(|passage| std::ptr::eq(passage, text));
        if is_text {
            let next = nodes.get(at + 1);
            let list = next.filter(|next| matches!(next.kind, Kind::List(_)));
            return list.map_or(0, |list| list.children.len());
        }
        let inside = items_below(&node.children, text);
        if inside > 0 {
            return inside;
        }
    }
    0
}

/// Whether the other language says the number in another text of the section, which a
/// translator may repeat. Small numbers stand there by chance.
fn is_said_near(comparison: &Comparison<'_, '_>, difference: &Difference<'_, '_>) -> bool {
    let ((None, Some(one)) | (Some(one), None)) = (difference.en, difference.fr) else {
        return false;
    };
    let section = |at: usize| comparison.pairs.get(at).map_or(0, |pair| pair.section);
    let here = section(difference.pair);
    let other = one.text.passage.lang.other();
    let large = magnitude(&one.said.kind).is_some_and(|value| value > Decimal::from(12));
    here != 0
        && large
        && comparison
            .pairs
            .iter()
            .filter(|pair| pair.section == here)
            .flat_map(|pair| pair.side(other))
            .flat_map(|text| text.values.iter())
            .any(|said| said.kind.equals(&one.said.kind))
}
