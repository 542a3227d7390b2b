//! Lists: items that are absent or exchanged, numbers and bullets.

use super::blocks::{finding, lacking, place_of};
use super::scope::Scope;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::{Comparison, StructureFault, language};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon;

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
            StructureFault::Missing(missing) if is_item(missing.nodes.first()) => {
                out.extend(lacking(comparison, &MISSING_LIST_ITEM, missing));
            }
            StructureFault::Order { moved, en, fr }
                if moved.iter().all(|(en, _)| is_item(Some(en)))
                    && !(is_alphabetical(en) && is_alphabetical(fr))
                    && !is_sorted_by_itself(moved, en, fr) =>
            {
                out.extend(order(comparison, moved));
            }
            StructureFault::Manner(en, fr) => out.extend(manner(comparison, en, fr)),
            _ => {}
        }
    }
}

fn is_item(node: Option<&&OutlineNode<'_>>) -> bool {
    matches!(node.map(|node| node.kind), Some(Kind::Item(_)))
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

/// Whether a list of three items or more is sorted, by its words or by those behind
/// its articles.
pub(super) fn is_alphabetical(items: &[OutlineNode<'_>]) -> bool {
    let words: Vec<String> = items
        .iter()
        .map(|item| sorting_key(&item.excerpt()))
        .collect();
    let whole = || items.iter().map(|item| lexicon::fold(&item.excerpt()));
    words.len() >= 3 && (words.is_sorted() || whole().is_sorted())
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
        stretch.is_some_and(is_alphabetical)
    };
    stretch(en, &|node| {
        moved.iter().any(|(en, _)| std::ptr::eq(*en, node))
    }) && stretch(fr, &|node| {
        moved.iter().any(|(_, fr)| std::ptr::eq(*fr, node))
    })
}

fn order(
    comparison: &Comparison<'_, '_>,
    moved: &[(&OutlineNode<'_>, &OutlineNode<'_>)],
) -> Option<Diagnostic> {
    let pair = moved.first()?;
    let mut finding = finding(
        comparison,
        &LIST_ORDER_MISMATCH,
        *pair,
        format!(
            "an item stands in another place than its translation: “{}”",
            pair.0.excerpt()
        ),
    )
    .hint("put the items of both lists in one order");
    for (en, fr) in moved.iter().skip(1) {
        for (lang, node) in [(Lang::Fr, fr), (Lang::En, en)] {
            if let Some(span) = place_of(comparison, node) {
                finding = finding.label(span, format!("moved in the {}", language(lang)));
            }
        }
    }
    if comparison.is_numbered(pair.0) {
        finding.severity = Severity::Error;
    }
    Some(finding)
}

fn manner(
    comparison: &Comparison<'_, '_>,
    en: &OutlineNode<'_>,
    fr: &OutlineNode<'_>,
) -> Option<Diagnostic> {
    let message = match (en.kind, fr.kind) {
        (Kind::List(Some(a)), Kind::List(Some(b))) => {
            format!("the list begins with {a} in English and with {b} in French")
        }
        (Kind::List(_), Kind::List(_)) => format!(
            "{} in English is {} in French",
            en.kind.name(),
            fr.kind.name()
        ),
        (Kind::Item(a), Kind::Item(b)) if a.is_some() && b.is_some() => {
            "a task is done in one language and not in the other".to_owned()
        }
        (Kind::Item(_), Kind::Item(_)) => {
            "an item is a task in one language and not in the other".to_owned()
        }
        _ => return None,
    };
    Some(
        finding(comparison, &LIST_KIND_MISMATCH, (en, fr), message)
            .hint("write the list in the same way in both languages"),
    )
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
