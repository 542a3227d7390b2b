//! Blocks that stand in another order than their translations.

use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::align::{Aligner, BAND, Step};
use crate::check::pairing::content::CHANCE;
use crate::check::pairing::similarity::length_fit;

/// What two nodes in common must weigh in another order, over what they weigh in
/// this one, to be taken for exchanged.
const SWAP_MARGIN: f32 = 1.2;

/// The part of what two nodes say that they must share to be partners in another order.
const LIKELY: f32 = 0.25;

/// The words in common that two pairs must gain when they are taken for exchanged:
/// lengths alone say nothing of it.
const WORDS_GAINED: f32 = 0.6;

/// What two nodes weigh together that have so many words that partners share some.
const WORDY: f32 = 8.0;

impl Aligner<'_, '_> {
    /// Finds partners that stand in another order: a node without partner on each
    /// side that belong together, and pairs that fit better exchanged.
    pub(in crate::check) fn untangle(&self, steps: &mut Vec<Step>) {
        self.join_moved(steps, LIKELY);
        self.join_crossed(steps);
        self.join_left_over(steps);
        self.exchange(steps);
    }

    /// Joins two nodes left over that stand on either side of one pair: it is likelier that
    /// two neighbours were exchanged than that each language lacks one.
    fn join_crossed(&self, steps: &mut Vec<Step>) {
        let mut at = 0;
        while let Some(three) = steps.get(at..at + 3) {
            let crossed = match three {
                [Step::OnlyEn(en), Step::Match { .. }, Step::OnlyFr(fr)] => Some((*en, *fr)),
                [Step::OnlyFr(fr), Step::Match { .. }, Step::OnlyEn(en)] => Some((*en, *fr)),
                _ => None,
            };
            if let Some((en, fr)) = crossed
                && self.may_be_partners(&self.en[en], &self.fr[fr])
            {
                let en_at = if matches!(three[0], Step::OnlyEn(_)) {
                    at
                } else {
                    at + 2
                };
                steps[en_at] = Step::Match {
                    en: en..en + 1,
                    fr: fr..fr + 1,
                    moved: true,
                };
                steps.remove(at + at + 2 - en_at);
            }
            at += 1;
        }
    }

    /// Whether nodes of one kind and of lengths that fit share more than nothing, where
    /// they have words enough to.
    fn may_be_partners(&self, en: &OutlineNode<'_>, fr: &OutlineNode<'_>) -> bool {
        let (left, right) = (&en.features, &fr.features);
        let total = self.similarity.total(left) + self.similarity.total(right);
        en.kind.fits(fr.kind)
            && length_fit(left.letters, right.letters) > 0.0
            && (total < WORDY || 2.0 * self.similarity.shared(left, right) >= CHANCE * total)
    }

    /// Joins what is left over in a list, where as many items are left in each language:
    /// a list put in the order of the alphabet, rather than an item lost and another
    /// added.
    fn join_left_over(&self, steps: &mut Vec<Step>) {
        let items = |nodes: &[OutlineNode<'_>]| {
            nodes
                .iter()
                .all(|node| matches!(node.kind, Kind::Item(_) | Kind::Definition))
        };
        let count = |wanted: fn(&Step) -> bool| steps.iter().filter(|step| wanted(step)).count();
        let only_en = count(|step| matches!(step, Step::OnlyEn(_)));
        let only_fr = count(|step| matches!(step, Step::OnlyFr(_)));
        let whole = self.en.len() == self.fr.len() && self.en.len() > only_en;
        if whole && only_en == only_fr && items(self.en) && items(self.fr) {
            self.join_moved(steps, 0.0);
        }
    }

    /// Joins the nodes left over that have most in common, as long as it is as much as
    /// `least` of all that they say, and then in their order.
    fn join_moved(&self, steps: &mut Vec<Step>, least: f32) {
        loop {
            let only_en = steps
                .iter()
                .enumerate()
                .filter_map(|(at, step)| match step {
                    Step::OnlyEn(en) => Some((at, *en)),
                    _ => None,
                });
            let mut best: Option<(f32, usize, usize, usize, usize)> = None;
            for (en_at, en) in only_en.take(BAND) {
                for (fr_at, step) in steps.iter().enumerate() {
                    let Step::OnlyFr(fr) = step else { continue };
                    let (left, right) = (&self.en[en], &self.fr[*fr]);
                    let ratio = self.similarity.ratio(&left.features, &right.features);
                    let fits = left.kind.fits(right.kind)
                        && ratio >= least
                        && length_fit(left.features.letters, right.features.letters) > -1.0;
                    if fits && best.is_none_or(|(score, ..)| ratio > score) {
                        best = Some((ratio, en_at, fr_at, en, *fr));
                    }
                }
            }
            let Some((_, en_at, fr_at, en, fr)) = best else {
                return;
            };
            steps[en_at] = Step::Match {
                en: en..en + 1,
                fr: fr..fr + 1,
                moved: true,
            };
            steps.remove(fr_at);
        }
    }

    fn exchange(&self, steps: &mut [Step]) {
        let single = |step: &Step| match step {
            Step::Match { en, fr, .. } if en.len() == 1 && fr.len() == 1 => {
                Some((en.start, fr.start))
            }
            _ => None,
        };
        // In very long texts, only neighbours are looked at.
        let near = if steps.len() > BAND { 4 } else { BAND };
        loop {
            let mut best: Option<(f32, usize, usize)> = None;
            for first in 0..steps.len() {
                let Some((en, fr)) = single(&steps[first]) else {
                    continue;
                };
                for (second, step) in steps.iter().enumerate().skip(first + 1).take(near) {
                    let Some((other_en, other_fr)) = single(step) else {
                        continue;
                    };
                    let gain = self.exchange_gain((en, fr), (other_en, other_fr));
                    if gain > best.map_or(SWAP_MARGIN, |(gain, ..)| gain) {
                        best = Some((gain, first, second));
                    }
                }
            }
            let Some((_, first, second)) = best else {
                return;
            };
            let (Step::Match { fr: a, .. }, Step::Match { fr: b, .. }) =
                (steps[first].clone(), steps[second].clone())
            else {
                return;
            };
            for (at, new) in [(first, b), (second, a)] {
                if let Step::Match { fr, moved, .. } = &mut steps[at] {
                    *fr = new;
                    *moved = true;
                }
            }
        }
    }

    /// What two pairs gain when they exchange their French halves.
    fn exchange_gain(&self, first: (usize, usize), second: (usize, usize)) -> f32 {
        let nodes = |(en, fr): (usize, usize)| (&self.en[en], &self.fr[fr]);
        let ((en, fr), (other_en, other_fr)) = (nodes(first), nodes(second));
        if !en.kind.fits(other_fr.kind) || !other_en.kind.fits(fr.kind) {
            return f32::NEG_INFINITY;
        }
        // A table's header stays the header.
        if en.kind == Kind::Row(true) || other_en.kind == Kind::Row(true) {
            return f32::NEG_INFINITY;
        }
        let shared = |en: &OutlineNode<'_>, fr: &OutlineNode<'_>| {
            self.similarity.shared(&en.features, &fr.features)
        };
        let likely = |en: &OutlineNode<'_>, fr: &OutlineNode<'_>| {
            let total = self.similarity.total(&en.features) + self.similarity.total(&fr.features);
            total < WORDY || 2.0 * shared(en, fr) >= CHANCE * total
        };
        let words = shared(en, other_fr) + shared(other_en, fr)
            - shared(en, fr)
            - shared(other_en, other_fr);
        if words < WORDS_GAINED || !likely(en, other_fr) || !likely(other_en, fr) {
            return f32::NEG_INFINITY;
        }
        let fit = |en: &OutlineNode<'_>, fr: &OutlineNode<'_>| {
            length_fit(en.features.letters, fr.features.letters)
        };
        let lengths = fit(en, other_fr) + fit(other_en, fr) - fit(en, fr) - fit(other_en, other_fr);
        words + 0.7 * lengths
    }
}
