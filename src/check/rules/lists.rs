//! Lists: items that are absent or exchanged, numbers and bullets.

use super::blocks::{SHAPES, finding, lacking, order};
use super::scope::Scope;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::{Comparison, Missing, StructureFault};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::lexicon;
use std::collections::BTreeMap;

crate::diagnostic::codes! {
    MISSING_LIST_ITEM = "P014", "missing-list-item", Error;
    LIST_KIND_MISMATCH = "P015", "list-kind-mismatch", Error;
    LIST_ORDER_MISMATCH = "P016", "list-order-mismatch", Warning;
}

/// Finds differences in lists.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            StructureFault::Missing(missing)
                if is_item(missing.nodes.first()) && !are_exchanged(comparison, missing) =>
            {
                out.extend(lacking(comparison, &MISSING_LIST_ITEM, missing));
            }
            StructureFault::Order { moved, en, fr }
                if moved.iter().all(|(en, _)| is_item(Some(en)))
                    && !are_alphabetical(comparison, (en, fr))
                    && !is_sorted_by_itself(moved, en, fr) =>
            {
                let Some((first, _)) = moved.first() else {
                    continue;
                };
                let wording = LIST_ORDER_MISMATCH.say("moved", given!(words = first.excerpt()));
                let mut finding = order(comparison, wording, moved);
                if let (Some(finding), true) = (&mut finding, comparison.is_numbered(first)) {
                    finding.severity = Severity::Error;
                }
                out.extend(finding);
            }
            StructureFault::Manner(en, fr) => out.extend(manner(comparison, en, fr)),
            _ => {}
        }
    }
}

/// Whether the items stand in one of two lists of one length that are both in the order of
/// the alphabet: as many have no partner in the other, and what they say alike is too
/// little to tell which belongs to which.
fn are_exchanged(comparison: &Comparison<'_, '_>, missing: &Missing<'_, '_>) -> bool {
    let there = missing.instead.first().copied().or(missing.before);
    let here = missing.nodes.first().copied();
    let list = |node: Option<&OutlineNode<'_>>| comparison.list_of(node?);
    let (Some(one), Some(other)) = (list(here), list(there)) else {
        return false;
    };
    one.children.len() == other.children.len()
        && are_alphabetical(comparison, (&one.children, &other.children))
}

/// Whether both lists stand in the order of the alphabet. Steps are never put in order by
/// hand: theirs says what comes first.
fn are_alphabetical(
    comparison: &Comparison<'_, '_>,
    lists: (&[OutlineNode<'_>], &[OutlineNode<'_>]),
) -> bool {
    let steps = lists
        .0
        .first()
        .is_some_and(|item| comparison.is_numbered(item));
    is_alphabetical(lists.0, !steps) && is_alphabetical(lists.1, !steps)
}

fn is_item(node: Option<&&OutlineNode<'_>>) -> bool {
    matches!(
        node.map(|node| node.kind),
        Some(Kind::Item(_) | Kind::Definition)
    )
}

/// The words that a list is sorted by: without the articles at its beginning.
fn sorting_key(item: &str) -> String {
    let folded = lexicon::fold(item);
    let mut rest = folded.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    while let Some(shorter) = [
        "the ", "a ", "an ", "le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ", "du ", "de ",
        "d'", "d’",
    ]
    .iter()
    .find_map(|article| rest.strip_prefix(article))
    {
        rest = shorter;
    }
    rest.to_owned()
}

/// Of so many items one may stand elsewhere in a list that is sorted by hand.
const LOOSELY: usize = 5;

/// Whether a list of three items or more is sorted, by its words or by those behind
/// its articles; a long one `by_hand`, but for some of its items.
pub(super) fn is_alphabetical(items: &[OutlineNode<'_>], by_hand: bool) -> bool {
    let all: Vec<String> = items.iter().map(OutlineNode::excerpt).collect();
    let mut times: BTreeMap<&String, usize> = BTreeMap::new();
    for one in &all {
        *times.entry(one).or_default() += 1;
    }
    // What comes again behind each of them is not what is sorted: "(opens in a new tab)".
    let once = |one: &&String| times.get(one) == Some(&1);
    let words: Vec<&String> = all.iter().filter(once).collect();
    let astray = if by_hand { words.len() / LOOSELY } else { 0 };
    let is_sorted = |key: fn(&str) -> String| {
        let words: Vec<String> = words.iter().map(|item| key(item)).collect();
        words.len() - longest_sorted(&words) <= astray
    };
    words.len() >= 3 && (is_sorted(sorting_key) || is_sorted(lexicon::fold))
}

/// How many words of a sequence stand in the order of the alphabet, at best.
fn longest_sorted(words: &[String]) -> usize {
    // The last words of the best sequences of each length.
    let mut ends: Vec<&String> = Vec::new();
    for word in words {
        let at = ends.partition_point(|end| *end <= word);
        match ends.get_mut(at) {
            Some(end) => *end = word,
            None => ends.push(word),
        }
    }
    ends.len()
}

/// Whether what moved and all between stands in the order of the alphabet, in each
/// language in its own: definitions, say.
pub(super) fn is_sorted_by_itself(
    moved: &[(&OutlineNode<'_>, &OutlineNode<'_>)],
    en: &[OutlineNode<'_>],
    fr: &[OutlineNode<'_>],
) -> bool {
    let stretch = |nodes: &[OutlineNode<'_>], is_moved: &dyn Fn(&OutlineNode<'_>) -> bool| {
        let first = nodes.iter().position(is_moved);
        let last = nodes.iter().rposition(is_moved);
        let stretch = first
            .zip(last)
            .and_then(|(first, last)| nodes.get(first..=last));
        stretch.is_some_and(|stretch| is_alphabetical(stretch, true))
    };
    stretch(en, &|node| {
        moved.iter().any(|(en, _)| std::ptr::eq(*en, node))
    }) && stretch(fr, &|node| {
        moved.iter().any(|(_, fr)| std::ptr::eq(*fr, node))
    })
}

fn manner(
    comparison: &Comparison<'_, '_>,
    en: &OutlineNode<'_>,
    fr: &OutlineNode<'_>,
) -> Option<Diagnostic> {
    let wording = match (en.kind, fr.kind) {
        (Kind::List(Some(a)), Kind::List(Some(b))) => {
            let (a, b) = (a.to_string(), b.to_string());
            LIST_KIND_MISMATCH.say("begins", given!(en = a, fr = b))
        }
        (Kind::List(_), Kind::List(_)) => {
            let [a, b] = [en, fr].map(|list| SHAPES.words("one", given!(form = list.kind.name())));
            LIST_KIND_MISMATCH.say("kind", given!(en = a, fr = b))
        }
        (Kind::Item(a), Kind::Item(b)) if a.is_some() && b.is_some() => {
            LIST_KIND_MISMATCH.say("done", &[])
        }
        (Kind::Item(_), Kind::Item(_)) => LIST_KIND_MISMATCH.say("task", &[]),
        _ => return None,
    };
    Some(finding(comparison, wording, (en, fr)))
}

#[cfg(test)]
mod tests {
    use super::sorting_key;

    #[test]
    fn articles_do_not_count_in_the_order_of_the_alphabet() {
        let items = [
            "l’alcool",
            "les avances",
            "le carburant",
            "Un déplacement",
            "L'équipement",
        ];
        let keys: Vec<String> = items.iter().map(|item| sorting_key(item)).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert_eq!(sorting_key("Lampes"), "lampes");
    }
}
