//! Blocks that are absent, of another kind, in another order, or split.

use super::forms::{reshaped, said_otherwise};
use super::lists::is_sorted_by_itself;
use super::scope::Scope;
use crate::check::outline::parts::Part;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::{Comparison, Missing, StructureFault, language};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lang::Lang;
use crate::source::Span;

crate::diagnostic::codes! {
    MISSING_BLOCK = "P010", "missing-block", Error;
    BLOCK_KIND_MISMATCH = "P011", "block-kind-mismatch", Warning;
    BLOCK_ORDER_MISMATCH = "P012", "block-order-mismatch", Error;
    PARAGRAPH_SPLIT = "P013", "paragraph-split", Warning;
}

/// Finds differences in the sequence of blocks.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            StructureFault::Missing(missing) if is_block(&missing.nodes) => {
                out.extend(lacking(comparison, &MISSING_BLOCK, missing));
            }
            StructureFault::Reshaped(units) => out.extend(reshaped(comparison, units)),
            StructureFault::Order { moved, en, fr }
                if moved.iter().all(|(en, _)| is_block(&[en]))
                    && !is_sorted_by_itself(moved, en, fr) =>
            {
                out.extend(order(comparison, moved));
            }
            _ => {}
        }
    }
}

fn is_block(nodes: &[&OutlineNode<'_>]) -> bool {
    !matches!(
        nodes.first().map(|node| node.kind),
        // A note is missed at its reference.
        Some(Kind::Item(_) | Kind::Row(_) | Kind::Cell | Kind::Line | Kind::Note(_))
    )
}

/// The finding of nodes that one language lacks: at what stands before their place
/// there, with a label at the nodes.
pub(super) fn lacking(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    missing: &Missing<'_, '_>,
) -> Option<Diagnostic> {
    let (has, lacks) = (missing.has, missing.has.other());
    let first = missing.nodes.first()?;
    let partner = place_of(comparison, first);
    let place = missing
        .before
        .and_then(|node| place_of(comparison, node))
        .or_else(|| place_of_part(comparison, missing.part, lacks))
        .or_else(|| partner.clone());
    let mut message = format!(
        "the {} lacks {} of the {}{}",
        language(lacks),
        described(&missing.nodes),
        language(has),
        quoted(&missing.nodes)
    );
    if !missing.instead.is_empty() {
        message.push_str(&format!(
            ", and the {} lacks {} of the {}{}",
            language(has),
            described(&missing.instead),
            language(lacks),
            quoted(&missing.instead)
        ));
    }
    let mut finding = Diagnostic::new(code, place, message)
        .lang(lacks)
        .hint(format!(
            "translate it here, or take it out of the {}",
            language(has)
        ));
    if missing.nodes.iter().all(|node| node.kind == Kind::Rule) && missing.instead.is_empty() {
        finding.severity = Severity::Warning;
    }
    if let Some(span) = partner {
        finding = finding.label(span, format!("only in the {}", language(has)));
    }
    let instead = missing.instead.first();
    if let Some(span) = instead.and_then(|node| place_of(comparison, node)) {
        finding = finding.label(span, format!("only in the {}", language(lacks)));
    }
    if let Some((_, message)) = said_otherwise(comparison, &missing.reshaped) {
        finding = finding.hint(format!("beside it, {message}"));
    }
    Some(finding)
}

fn described(nodes: &[&OutlineNode<'_>]) -> String {
    match nodes {
        [only] if is_picture(only) => "a picture".to_owned(),
        [only] => only.kind.name().to_owned(),
        [first, rest @ ..] if rest.iter().all(|node| node.kind.fits(first.kind)) => {
            format!("{} {}", nodes.len(), first.kind.plural())
        }
        _ => format!("{} blocks", nodes.len()),
    }
}

fn is_picture(node: &OutlineNode<'_>) -> bool {
    node.passage
        .as_ref()
        .is_some_and(|text| text.passage.text.trim().is_empty() && !text.passage.images.is_empty())
}

fn quoted(nodes: &[&OutlineNode<'_>]) -> String {
    let words = nodes.first().map(|node| node.excerpt());
    match words.filter(|words| !words.is_empty()) {
        Some(words) => format!(": “{words}”"),
        None => String::new(),
    }
}

/// The place of a node: of an item its last block, so that "behind it" is right.
pub(super) fn place_of(comparison: &Comparison<'_, '_>, node: &OutlineNode<'_>) -> Option<Span> {
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

/// A finding at two nodes.
pub(super) fn finding(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    (en, fr): (&OutlineNode<'_>, &OutlineNode<'_>),
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

fn order(
    comparison: &Comparison<'_, '_>,
    moved: &[(&OutlineNode<'_>, &OutlineNode<'_>)],
) -> Option<Diagnostic> {
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
