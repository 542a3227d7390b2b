//! Whether it is certain which nodes one language lacks: in a row of nodes that are alike,
//! any of them may be the one without a partner.

use crate::check::outline::OutlineNode;
use crate::check::pairing::align::BAND;
use crate::check::pairing::{Comparison, Missing};

/// How much better the nodes that are told must fit than any others beside them, in the
/// scores of the alignment.
const MARGIN: f32 = 1.0;

/// What others beside them lose at most before no more are looked at.
const WORSE: f32 = -8.0;

/// Nodes that stand beside each other, and a place among them.
type Place<'n, 'd> = (&'n [OutlineNode<'d>], usize);

impl<'n, 'd> Comparison<'n, 'd> {
    /// Whether nodes beside those that one language lacks may be the ones as well.
    pub fn may_be_beside(&self, missing: &Missing<'n, 'd>) -> bool {
        let first = missing.nodes.first();
        let own = first.and_then(|first| self.place_of_node(first));
        let (Some((here, start)), Some((there, gap))) = (own, self.gap(missing)) else {
            return false;
        };
        let count = missing.nodes.len();
        let end = start + count;
        let is_row = here.get(start..end).is_some_and(|row| {
            let mut row = row.iter().zip(&missing.nodes);
            row.all(|(one, other)| std::ptr::eq(one, *other))
        });
        if !is_row || !missing.instead.is_empty() {
            return false;
        }
        let (en, fr) = missing.has.choose((here, there), (there, here));
        let aligner = self.siblings.aligner(en, fr);
        let score = |own: usize, other: usize| {
            let (en, fr) = missing.has.choose((own, other), (other, own));
            aligner.pair_score(en, fr)
        };
        // Each node before the gap with the partner of the one before it, and so behind it.
        let before = (1..=gap.min(start).min(BAND)).map(|step| {
            let (own, other) = (start - step, gap - step);
            score(own + count, other) - score(own, other)
        });
        let behind = (0..there.len().saturating_sub(gap).min(BAND)).map_while(|step| {
            let (own, other) = (end + step, gap + step);
            (own < here.len()).then(|| score(own - count, other) - score(own, other))
        });
        may_be_others(before) || may_be_others(behind)
    }

    /// The nodes among which the other language lacks some, and their place there.
    fn gap(&self, missing: &Missing<'n, 'd>) -> Option<Place<'n, 'd>> {
        let lacks = missing.has.other();
        let first = missing.nodes.first()?;
        if let Some(before) = missing.before {
            let inside = before.children.first();
            if inside.is_some_and(|child| child.kind.fits(first.kind)) {
                return Some((&before.children, 0));
            }
            let (there, at) = self.place_of_node(before)?;
            return Some((there, at + 1));
        }
        let part = self.outline(lacks).part(&missing.part.key)?;
        Some((&part.nodes, 0))
    }

    /// The nodes beside a node, and its place among them.
    fn place_of_node(&self, node: &OutlineNode<'_>) -> Option<Place<'n, 'd>> {
        let siblings = self.siblings_of(node)?;
        Some((siblings.row, siblings.at))
    }
}

/// Whether what is gained, step by step, comes near to nothing lost.
fn may_be_others(gains: impl Iterator<Item = f32>) -> bool {
    let mut sum = 0.0;
    for gain in gains {
        sum += gain;
        if sum > -MARGIN {
            return true;
        }
        if sum < WORSE {
            return false;
        }
    }
    false
}
