//! Blocks that are absent, of another kind, in another order, or split.

use super::scope::Scope;
use crate::check::outline::parts::Part;
use crate::check::outline::{Kind, Node};
use crate::check::pairing::{Comparison, Fault, language};
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::source::Span;

crate::diagnostic::codes! {
    MISSING_BLOCK = "P010", "missing-block", Error;
    BLOCK_KIND_MISMATCH = "P011", "block-kind-mismatch", Error;
    BLOCK_ORDER_MISMATCH = "P012", "block-order-mismatch", Error;
    PARAGRAPH_SPLIT = "P013", "paragraph-split", Warning;
}

/// Finds differences in the sequence of blocks.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            Fault::Missing {
                has,
                nodes,
                before,
                part,
            } if is_block(nodes) => {
                out.extend(missing(
                    comparison,
                    &MISSING_BLOCK,
                    *has,
                    nodes,
                    *before,
                    part,
                ));
            }
            Fault::Misfit(en, fr) => out.push(misfit(comparison, en, fr)),
            Fault::Split { en, fr } => out.extend(split(comparison, en, fr)),
            Fault::Order { moved, .. } if moved.iter().all(|(en, _)| is_block(&[en])) => {
                out.extend(order(comparison, moved));
            }
            _ => {}
        }
    }
}

fn is_block(nodes: &[&Node<'_>]) -> bool {
    !matches!(
        nodes.first().map(|node| node.kind),
        // A note is missed at its reference.
        Some(Kind::Item(_) | Kind::Row(_) | Kind::Cell | Kind::Line | Kind::Note(_))
    )
}

/// The finding of nodes that one language lacks: at what stands before their place
/// there, with a label at the nodes.
pub(super) fn missing(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    has: Lang,
    nodes: &[&Node<'_>],
    before: Option<&Node<'_>>,
    part: &Part<'_>,
) -> Option<Diagnostic> {
    let first = nodes.first()?;
    let lacks = has.other();
    let what = match nodes.len() {
        1 => first.kind.name().to_owned(),
        count => format!("{count} {}", first.kind.plural()),
    };
    let partner = first
        .origin
        .map(|origin| comparison.finder.of_origin(origin));
    let place = before
        .and_then(|node| place_of(comparison, node))
        .or_else(|| place_of_part(comparison, part, lacks))
        .or_else(|| partner.clone());
    let words = first.excerpt();
    let message = if words.is_empty() {
        format!(
            "the {} lacks {what} of the {}",
            language(lacks),
            language(has)
        )
    } else {
        format!(
            "the {} lacks {what} of the {}: “{words}”",
            language(lacks),
            language(has)
        )
    };
    let mut finding = Diagnostic::new(code, place, message)
        .lang(lacks)
        .hint(format!(
            "translate it here, or take it out of the {}",
            language(has)
        ));
    if let Some(span) = partner {
        finding = finding.label(span, format!("only in the {}", language(has)));
    }
    Some(finding)
}

/// The place of a node: of an item its last block, so that "behind it" is right.
pub(super) fn place_of(comparison: &Comparison<'_, '_>, node: &Node<'_>) -> Option<Span> {
    node.origin
        .map(|origin| comparison.finder.of_origin(origin))
}

/// The place of a part's text in a language that has nothing in it.
fn place_of_part(comparison: &Comparison<'_, '_>, part: &Part<'_>, lacks: Lang) -> Option<Span> {
    let outline = match lacks {
        Lang::En => comparison.en,
        Lang::Fr => comparison.fr,
    };
    let counterpart = outline.parts.iter().find(|other| other.key == part.key);
    if let Some(node) = counterpart.and_then(|part| part.nodes.first()) {
        return place_of(comparison, node);
    }
    let place = part.place?;
    Some(comparison.finder.of_node(&outline.document.file, place))
}

fn misfit(comparison: &Comparison<'_, '_>, en: &Node<'_>, fr: &Node<'_>) -> Diagnostic {
    finding(
        comparison,
        &BLOCK_KIND_MISMATCH,
        (en, fr),
        format!(
            "{} in English is {} in French",
            en.kind.name(),
            fr.kind.name()
        ),
    )
    .hint("give both languages the same structure")
}

/// A finding at two nodes.
pub(super) fn finding(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    (en, fr): (&Node<'_>, &Node<'_>),
    message: String,
) -> Diagnostic {
    let later = comparison.later();
    let (place, partner) = match later {
        Lang::Fr => (fr, en),
        Lang::En => (en, fr),
    };
    let mut finding = Diagnostic::new(code, place_of(comparison, place), message).lang(later);
    if let Some(span) = place_of(comparison, partner) {
        finding = finding.label(
            span,
            format!("{} in the {}", partner.kind.name(), language(later.other())),
        );
    }
    finding
}

fn split(comparison: &Comparison<'_, '_>, en: &[Node<'_>], fr: &[Node<'_>]) -> Option<Diagnostic> {
    let pair = (en.first()?, fr.first()?);
    let whole = if en.len() < fr.len() {
        Lang::En
    } else {
        Lang::Fr
    };
    Some(
        finding(
            comparison,
            &PARAGRAPH_SPLIT,
            pair,
            format!(
                "one paragraph in {} is two in {}",
                language(whole),
                language(whole.other())
            ),
        )
        .hint("break both in the same place, or neither"),
    )
}

fn order(comparison: &Comparison<'_, '_>, moved: &[(&Node<'_>, &Node<'_>)]) -> Option<Diagnostic> {
    let (en, fr) = moved.first()?;
    let mut finding = finding(
        comparison,
        &BLOCK_ORDER_MISMATCH,
        (en, fr),
        format!(
            "{} stands in another place than its translation: “{}”",
            en.kind.name(),
            en.excerpt()
        ),
    )
    .hint("put the blocks of both languages in one order");
    for (en, fr) in moved.iter().skip(1) {
        for (lang, node) in [(Lang::Fr, fr), (Lang::En, en)] {
            if let Some(span) = place_of(comparison, node) {
                finding = finding.label(span, format!("moved in the {}", language(lang)));
            }
        }
    }
    Some(finding)
}
