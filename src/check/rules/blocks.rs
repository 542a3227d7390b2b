//! Blocks that are absent, of another kind, in another order, or split.

use super::forms::{in_form, reshaped, said_otherwise};
use super::lists::{MISSING_LIST_ITEM, is_alphabetical, is_sorted_by_itself};
use super::scope::Scope;
use super::untranslated::UNTRANSLATED;
use super::wrong_language::WRONG_LANGUAGE;
use crate::check::outline::parts::Part;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::{Comparison, Missing, StructureFault, TextMark};
use crate::diagnostic::{Code, Diagnostic, Severity, Wording};
use crate::lang::Lang;
use crate::source::{Extents, Span};

crate::diagnostic::codes! {
    MISSING_BLOCK = "P010", "missing-block", Error;
    BLOCK_KIND_MISMATCH = "P011", "block-kind-mismatch", Warning;
    BLOCK_ORDER_MISMATCH = "P012", "block-order-mismatch", Error;
    PARAGRAPH_SPLIT = "P013", "paragraph-split", Warning;
}

crate::diagnostic::phrases! {
    SHAPES = "shapes";
}

/// Finds differences in the sequence of blocks.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            StructureFault::Missing(missing) if is_block(&missing.nodes) => {
                out.extend(lacking(comparison, &MISSING_BLOCK, missing));
            }
            StructureFault::Rewritten { en, fr } => out.extend(rewritten(comparison, (en, fr))),
            StructureFault::Manner(en, fr) if matches!(en.kind, Kind::Alert(_)) => {
                out.push(of_other_kind(comparison, (en, fr)));
            }
            StructureFault::Reshaped(units) => out.extend(reshaped(comparison, units)),
            StructureFault::Elsewhere(moved) => out.extend(elsewhere(comparison, moved)),
            StructureFault::Order { moved, en, fr }
                if moved.iter().all(|(en, _)| is_block(&[en]))
                    && !is_sorted_by_itself(moved, en, fr) =>
            {
                let Some((first, _)) = moved.first() else {
                    continue;
                };
                out.extend(order(comparison, moved_words(first), moved));
            }
            _ => {}
        }
    }
}

/// That a node stands in another place.
fn moved_words(node: &OutlineNode<'_>) -> Wording {
    let what = SHAPES.words("one", given!(form = node.kind.name()));
    let words = node.excerpt();
    BLOCK_ORDER_MISMATCH.say("moved", given!(what, words))
}

/// The finding of nodes that stand far from the place of their translations, or in another
/// form: nothing is lost.
fn elsewhere(
    comparison: &Comparison<'_, '_>,
    moved: &[(&OutlineNode<'_>, &OutlineNode<'_>)],
) -> Option<Diagnostic> {
    let says_words = |(node, _): &&(&OutlineNode<'_>, _)| !node.excerpt().is_empty();
    let (first, other) = moved.iter().find(says_words).or(moved.first())?;
    let sorted = |node| {
        comparison
            .list_of(node)
            .map(|list| list.children.as_slice())
    };
    if let (Some(en), Some(fr)) = (sorted(first), sorted(other))
        && is_alphabetical(en, true)
        && is_alphabetical(fr, true)
    {
        return None;
    }
    let wording = if first.kind.fits(other.kind) {
        moved_words(first)
    } else {
        let later = comparison.later();
        let (here, there) = later.choose((first, other), (other, first));
        in_form(later, described(&[here]), described(&[there]))
    };
    let found = order(comparison, wording, moved)?;
    Some(found.at_most(Severity::Warning))
}

/// That two alerts call for different things.
fn of_other_kind(
    comparison: &Comparison<'_, '_>,
    (en, fr): (&OutlineNode<'_>, &OutlineNode<'_>),
) -> Diagnostic {
    let later = comparison.later();
    let (here, there) = later.choose((en, fr), (fr, en));
    let wording = in_form(later, described(&[here]), described(&[there]));
    finding(comparison, wording, (en, fr))
}

fn is_block(nodes: &[&OutlineNode<'_>]) -> bool {
    !matches!(
        nodes.first().map(|node| node.kind),
        // A note is missed at its reference.
        Some(
            Kind::Item(_)
                | Kind::Definition
                | Kind::Row(_)
                | Kind::Cell
                | Kind::Line
                | Kind::Note(_)
        )
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
    let (what, quoted) = (described(&missing.nodes), quoted(&missing.nodes));
    let wording = if comparison.may_be_beside(missing) {
        SHAPES.say(
            code,
            "perhaps",
            given!(lacks, what, has, quoted, count = missing.nodes.len()),
        )
    } else if missing.instead.is_empty() {
        SHAPES.say(code, "lacks", given!(lacks, what, has, quoted))
    } else {
        let (instead, others) = (described(&missing.instead), self::quoted(&missing.instead));
        SHAPES.say(
            code,
            "both-lack",
            &[
                ("lacks", &lacks),
                ("what", &what),
                ("has", &has),
                ("quoted", &quoted),
                ("instead", &instead),
                ("instead-quoted", &others),
            ],
        )
    };
    let labels = ["only", "only-instead"].map(|name| wording.part(name));
    let mut finding = Diagnostic::told(place, wording).lang(lacks);
    let mut all = missing.nodes.iter().chain(&missing.instead);
    if !all.any(|node| says_something(node)) {
        finding.severity = Severity::Warning;
    }
    let instead = missing.instead.first();
    let places = [partner, instead.and_then(|node| place_of(comparison, node))];
    for (place, label) in places.into_iter().zip(labels) {
        if let Some(span) = place {
            finding = finding.label(span, label);
        }
    }
    if let Some(wording) = said_otherwise(comparison, &missing.reshaped) {
        finding = finding.hint(SHAPES.words("beside", given!(what = wording.message)));
    }
    Some(finding)
}

/// The finding that a section was written anew, with a label at each block that has no
/// counterpart.
fn rewritten(
    comparison: &Comparison<'_, '_>,
    (en, fr): (&[&OutlineNode<'_>], &[&OutlineNode<'_>]),
) -> Option<Diagnostic> {
    let later = comparison.later();
    let (own, others) = later.choose((en, fr), (fr, en));
    let nodes = own.iter().map(|node| (later, *node));
    let mut nodes = nodes.chain(others.iter().map(|node| (later.other(), *node)));
    let (_, first) = nodes.next()?;
    let wording = SHAPES.say(
        &MISSING_BLOCK,
        "rewritten",
        given!(en = en.len(), fr = fr.len()),
    );
    let mut finding = Diagnostic::told(place_of(comparison, first), wording).lang(later);
    for (lang, node) in nodes {
        if let Some(span) = place_of(comparison, node) {
            finding = finding.label(span, SHAPES.words("alone", given!(has = lang)));
        }
    }
    Some(finding)
}

/// Makes warnings of what compares two texts of which it is not sure that they belong
/// together: those of a section that was written anew, and others with nothing in common.
pub(super) fn soften(comparison: &Comparison<'_, '_>, findings: &mut [Diagnostic]) {
    let pairs = comparison.pairs.iter();
    let rewritten = pairs.enumerate().filter(|(at, pair)| {
        comparison.rewritten.contains(&pair.section) || comparison.unsure.contains(at)
    });
    let rewritten = rewritten.map(|(_, pair)| pair);
    let texts = rewritten.flat_map(|pair| pair.en.iter().chain(&pair.fr));
    let places = texts.filter_map(|text| comparison.place(&TextMark::whole(text)));
    let places: Extents = places.collect();
    // A text that was left in the other language is so whatever stands beside it.
    let sure = [
        &MISSING_BLOCK,
        &MISSING_LIST_ITEM,
        &BLOCK_ORDER_MISMATCH,
        &UNTRANSLATED,
        &WRONG_LANGUAGE,
    ];
    for finding in findings.iter_mut().filter(|it| !sure.contains(&it.code)) {
        if finding.span.as_ref().is_some_and(|it| places.hold(it)) {
            finding.severity = finding.severity.min(Severity::Warning);
        }
    }
}

/// Whether a node has words, digits, a picture or anything else to read: a break has none,
/// nor has a line of dashes.
fn says_something(node: &OutlineNode<'_>) -> bool {
    let mut texts = Vec::new();
    node.texts(&mut texts);
    texts.iter().any(|text| {
        let passage = &text.passage;
        passage.text.contains(char::is_alphanumeric)
            || !passage.images.is_empty()
            || !passage.links.is_empty()
    })
}

fn described(nodes: &[&OutlineNode<'_>]) -> String {
    let several = |form: &str| SHAPES.words("several", given!(count = nodes.len(), form));
    match nodes {
        [only] if is_picture(only) => SHAPES.words("picture", &[]),
        [only] => SHAPES.words("one", given!(form = only.kind.name())),
        [first, rest @ ..] if rest.iter().all(|node| node.kind.fits(first.kind)) => {
            several(first.kind.name())
        }
        _ => several("blocks"),
    }
}

fn is_picture(node: &OutlineNode<'_>) -> bool {
    node.passage
        .as_ref()
        .is_some_and(|text| text.passage.text.trim().is_empty() && !text.passage.images.is_empty())
}

fn quoted(nodes: &[&OutlineNode<'_>]) -> String {
    let words = nodes.first().map(|node| node.excerpt());
    let words = words.filter(|words| !words.is_empty());
    words.map_or_else(String::new, |words| SHAPES.words("quoted", given!(words)))
}

/// The place of a node: of an item its last block, so that "behind it" is right.
pub(super) fn place_of(comparison: &Comparison<'_, '_>, node: &OutlineNode<'_>) -> Option<Span> {
    node.origin
        .map(|origin| comparison.finder.of_origin(origin))
}

/// The place of a part's text in a language that has nothing in it.
fn place_of_part(comparison: &Comparison<'_, '_>, part: &Part<'_>, lacks: Lang) -> Option<Span> {
    let outline = comparison.outline(lacks);
    let counterpart = outline.part(&part.key);
    if let Some(node) = counterpart.and_then(|part| part.nodes.first()) {
        return place_of(comparison, node);
    }
    let place = part.place?;
    Some(comparison.finder.of_node(&outline.document.file, place))
}

/// A finding at two nodes.
pub(super) fn finding(
    comparison: &Comparison<'_, '_>,
    wording: Wording,
    (en, fr): (&OutlineNode<'_>, &OutlineNode<'_>),
) -> Diagnostic {
    let later = comparison.later();
    let (place, partner) = later.choose((en, fr), (fr, en));
    let finding = Diagnostic::told(place_of(comparison, place), wording).lang(later);
    match place_of(comparison, partner) {
        Some(span) => {
            let form = partner.kind.name();
            let lang = later.other();
            finding.label(span, SHAPES.words("there", given!(form, lang)))
        }
        None => finding,
    }
}

/// The finding that nodes stand in another order, at the first of them.
pub(super) fn order(
    comparison: &Comparison<'_, '_>,
    wording: Wording,
    moved: &[(&OutlineNode<'_>, &OutlineNode<'_>)],
) -> Option<Diagnostic> {
    let (first, others) = moved.split_first()?;
    let mut finding = finding(comparison, wording, *first);
    for (en, fr) in others {
        for (lang, node) in [(Lang::Fr, fr), (Lang::En, en)] {
            if let Some(span) = place_of(comparison, node) {
                finding = finding.label(span, SHAPES.words("moved", given!(lang)));
            }
        }
    }
    Some(finding)
}
