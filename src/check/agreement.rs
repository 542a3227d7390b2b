//! How much of two documents was compared, and how much of that agrees: what can be said
//! at the end of a check, and nothing more.

use crate::check::outline::OutlineNode;
use crate::check::outline::parts::Part;
use crate::check::outline::units::ContentUnit;
use crate::check::pairing::stretch::Reshaped;
use crate::check::pairing::{Comparison, StructureFault};
use crate::check::passage::{Manner, ReadPassage};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use std::iter::Sum;
use std::ops::{Add, Range};

/// Some of what was compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many were compared.
    pub compared: usize,
    /// How many of these say the same in both languages, as far as the rules can tell:
    /// no finding is about them.
    pub agree: usize,
}

/// What was compared of the sections, appendices and footnotes of documents in two
/// languages. Headers, closings and footers are compared as well, and not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Headings, paragraphs, lists, tables and other blocks, a list or a table being one.
    pub blocks: Count,
    /// Blocks with code or pictures of each language's own, which no rule can compare,
    /// and with nothing else that differs. They are not among the blocks.
    pub unread: usize,
    /// Numbers, dates, amounts and other values, written or printed by facts.
    pub values: Count,
    /// Links.
    pub links: Count,
}

/// What the rules compared by themselves: each value and each link, by its place in a
/// text, and how many found no partner.
#[derive(Debug, Default)]
pub(super) struct Tally<'n, 'd> {
    /// Values with a partner, by their English text.
    pub values: Vec<(&'n ReadPassage<'d>, Range<usize>)>,
    /// Values and facts without one, or with one that differs.
    pub other_values: usize,
    /// Links with a partner that leads to the same place.
    pub links: usize,
    /// Links without one, or with one that leads elsewhere.
    pub other_links: usize,
}

impl Agreement {
    /// What agrees, given every finding about the documents.
    pub(super) fn of<'f>(
        comparison: &Comparison<'_, '_>,
        tally: &Tally<'_, '_>,
        findings: impl Iterator<Item = &'f Diagnostic>,
    ) -> Agreement {
        let places: Vec<&Span> = findings
            .flat_map(|finding| {
                let labels = finding.labels.iter().map(|label| &label.span);
                finding.span.iter().chain(labels)
            })
            .collect();
        let values = tally.values.iter().filter(|(passage, range)| {
            let place = || comparison.finder.of_range(passage, range);
            places.is_empty() || !place().is_some_and(|place| is_touched(&place, &places))
        });
        let (blocks, unread) = blocks(comparison, &places);
        Agreement {
            blocks,
            unread,
            values: Count {
                compared: tally.values.len() + tally.other_values,
                agree: values.count(),
            },
            links: Count {
                compared: tally.links + tally.other_links,
                agree: tally.links,
            },
        }
    }
}

fn blocks(comparison: &Comparison<'_, '_>, places: &[&Span]) -> (Count, usize) {
    let is_fine = |node: &&OutlineNode<'_>| {
        places.is_empty()
            || !spans(comparison, node)
                .iter()
                .any(|span| is_touched(span, places))
    };
    let fine = comparison
        .blocks
        .iter()
        .filter(|(en, fr)| en.kind.fits(fr.kind) && is_fine(en) && is_fine(fr));
    let (mut agree, mut unread) = (0, 0);
    for (en, fr) in fine {
        if unreadable(en) == unreadable(fr) {
            agree += 1;
        } else {
            unread += 1;
        }
    }
    let alone: usize = comparison
        .faults
        .iter()
        .map(|fault| match fault {
            StructureFault::Missing(missing) if missing.part.is_body() => {
                let outermost = |node: &&&OutlineNode<'_>| {
                    let mut all = missing.part.nodes.iter();
                    all.any(|it| std::ptr::eq(it, **node))
                };
                missing.nodes.iter().filter(outermost).count()
            }
            StructureFault::Rewritten { en, fr } => {
                let outermost = |node: &&&OutlineNode<'_>| comparison.list_of(node).is_none();
                en.iter().chain(fr).filter(outermost).count()
            }
            StructureFault::Elsewhere(moved) => moved.len(),
            StructureFault::MissingPart { part, .. } => alone_in(part),
            StructureFault::Reshaped(units) => apart(comparison, units),
            _ => 0,
        })
        .sum();
    let count = Count {
        compared: comparison.blocks.len() - unread + alone,
        agree,
    };
    (count, unread)
}

/// What no rule reads in a block: its code and its pictures.
fn unreadable<'n>(node: &'n OutlineNode<'_>) -> Vec<&'n str> {
    let mut texts = Vec::new();
    node.texts(&mut texts);
    let mut all: Vec<&str> = texts
        .iter()
        .flat_map(|text| {
            let passage = &text.passage;
            let code = passage.pieces.iter().filter(|it| it.manner == Manner::Code);
            let code = code.map(|piece| passage.slice(&piece.range));
            code.chain(passage.images.iter().map(|image| image.src))
        })
        .collect();
    all.sort_unstable();
    all
}

fn alone_in(part: &Part<'_>) -> usize {
    if part.is_body() { part.nodes.len() } else { 0 }
}

/// How many blocks of a section are set in another form, and so are in no pair of blocks:
/// those of the language that has fewer of them.
fn apart(comparison: &Comparison<'_, '_>, units: &[Reshaped<'_, '_>]) -> usize {
    let is_paired = |block: &&OutlineNode<'_>| {
        let mut pairs = comparison.blocks.iter();
        pairs.any(|(en, fr)| std::ptr::eq(*en, *block) || std::ptr::eq(*fr, *block))
    };
    let count = |side: &[ContentUnit<'_, '_>]| {
        let blocks = side.iter().filter_map(|unit| unit.path.first().copied());
        let mut blocks: Vec<_> = blocks.filter(|block| !is_paired(block)).collect();
        blocks.dedup_by(|a, b| std::ptr::eq(*a, *b));
        blocks.len()
    };
    let counts = units.iter().map(|it| (count(&it.en), count(&it.fr)));
    let (en, fr) = counts.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    en.min(fr)
}

/// Where a block and its texts were written.
fn spans(comparison: &Comparison<'_, '_>, node: &OutlineNode<'_>) -> Vec<Span> {
    let mut texts = Vec::new();
    node.texts(&mut texts);
    let of_texts = texts
        .iter()
        .filter_map(|text| comparison.finder.of_passage(&text.passage));
    let own = node
        .origin
        .map(|origin| comparison.finder.of_origin(origin));
    own.into_iter().chain(of_texts).collect()
}

/// Whether one of the places begins in a span, or has it in itself.
fn is_touched(span: &Span, places: &[&Span]) -> bool {
    let range = span.range();
    places.iter().any(|place| {
        let other = place.range();
        place.file() == span.file()
            && other.start < range.end.max(range.start + 1)
            && range.start < other.end.max(other.start + 1)
    })
}

impl Add for Count {
    type Output = Count;

    fn add(self, other: Count) -> Count {
        Count {
            compared: self.compared + other.compared,
            agree: self.agree + other.agree,
        }
    }
}

impl Sum for Agreement {
    fn sum<I: Iterator<Item = Agreement>>(agreements: I) -> Agreement {
        agreements.fold(Agreement::default(), |all, one| Agreement {
            blocks: all.blocks + one.blocks,
            unread: all.unread + one.unread,
            values: all.values + one.values,
            links: all.links + one.links,
        })
    }
}
