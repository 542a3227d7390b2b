//! Blocks that stand in another order than their translations.

use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::align::{Aligner, BAND, Step};
use crate::check::pairing::content::CHANCE;
use crate::check::pairing::similarity::{Sharing, length_fit};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::{BTreeSet, VecDeque};

/// What two nodes in common must weigh in another order, over what they weigh in
/// this one, to be taken for exchanged.
const SWAP_MARGIN: f32 = 1.2;

/// The part of what two nodes say that they must share to be partners in another order.
const LIKELY: f32 = 0.25;

/// The words in common that two pairs must gain when they are taken for exchanged:
/// lengths alone say nothing of it.
const WORDS_GAINED: f32 = 0.6;

/// More pairs of nodes left over than this are not all compared.
const ALL_WITH_ALL: usize = 40_000;

/// Of so many, how far from its place in the other language a node's partner is sought,
/// whatever it says.
const NEAR: usize = 16;

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
        let mut open = VecDeque::from(std::mem::take(steps));
        while let Some(first) = open.pop_front() {
            let crossed = match (&first, open.front(), open.get(1)) {
                (Step::OnlyEn(en), Some(Step::Match { .. }), Some(Step::OnlyFr(fr)))
                | (Step::OnlyFr(fr), Some(Step::Match { .. }), Some(Step::OnlyEn(en))) => {
                    Some((*en, *fr))
                }
                _ => None,
            };
            let crossed =
                crossed.filter(|(en, fr)| self.may_be_partners(&self.en[*en], &self.fr[*fr]));
            let Some((en, fr)) = crossed else {
                steps.push(first);
                continue;
            };
            let joined = Step::Match {
                en: en..en + 1,
                fr: fr..fr + 1,
                moved: true,
            };
            if matches!(first, Step::OnlyEn(_)) {
                steps.push(joined);
                open.remove(1);
            } else {
                steps.extend(open.pop_front());
                open[0] = joined;
            }
        }
    }

    /// Whether nodes of one kind and of lengths that fit share more than nothing, where
    /// they have words enough to.
    fn may_be_partners(&self, en: &OutlineNode<'_>, fr: &OutlineNode<'_>) -> bool {
        let (left, right) = (&en.features, &fr.features);
        let total = self.weights.similarity.total(left) + self.weights.similarity.total(right);
        en.kind.fits(fr.kind)
            && length_fit(left.letters, right.letters) > 0.0
            && (total < WORDY
                || 2.0 * self.weights.similarity.shared(left, right) >= CHANCE * total)
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
        let only_en = steps.iter().filter_map(|step| match step {
            Step::OnlyEn(en) => Some(*en),
            _ => None,
        });
        let only_fr = steps.iter().filter_map(|step| match step {
            Step::OnlyFr(fr) => Some(*fr),
            _ => None,
        });
        let (only_en, only_fr): (Vec<_>, Vec<_>) = (only_en.collect(), only_fr.collect());
        let mut likely = Vec::new();
        for (en, others) in only_en.iter().zip(self.worth_comparing(&only_en, &only_fr)) {
            let left = &self.en[*en];
            for fr in others {
                let right = &self.fr[fr];
                let ratio = self
                    .weights
                    .similarity
                    .ratio(&left.features, &right.features);
                let fits = left.kind.fits(right.kind)
                    && ratio >= least
                    && length_fit(left.features.letters, right.features.letters) > -1.0;
                if fits {
                    likely.push((ratio, *en, fr));
                }
            }
        }
        likely.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (mut partners, mut taken) = (FxHashMap::default(), FxHashSet::default());
        for (_, en, fr) in likely {
            if !partners.contains_key(&en) && taken.insert(fr) {
                partners.insert(en, fr);
            }
        }
        steps.retain(|step| !matches!(step, Step::OnlyFr(fr) if taken.contains(fr)));
        for step in steps {
            if let Step::OnlyEn(en) = step
                && let Some(&fr) = partners.get(en)
            {
                *step = Step::Match {
                    en: *en..*en + 1,
                    fr: fr..fr + 1,
                    moved: true,
                };
            }
        }
    }

    /// The French nodes with which each English one is worth to be compared: all, and where
    /// they are many those that stand in about the same place or share what few have.
    fn worth_comparing(&self, en: &[usize], fr: &[usize]) -> Vec<Vec<usize>> {
        if en.len() * fr.len() <= ALL_WITH_ALL {
            return vec![fr.to_vec(); en.len()];
        }
        let sharing = Sharing::of(fr.iter().map(|at| &self.fr[*at].features));
        let others = en.iter().enumerate().map(|(place, at)| {
            let middle = place * fr.len() / en.len();
            let near = middle.saturating_sub(NEAR)..(middle + NEAR).min(fr.len());
            let mut places = sharing.with(&self.en[*at].features);
            places.extend(near);
            places.sort_unstable();
            places.dedup();
            places.into_iter().map(|place| fr[place]).collect()
        });
        others.collect()
    }

    fn exchange(&self, steps: &mut [Step]) {
        // In very long texts, only neighbours are looked at.
        let near = if steps.len() > BAND { 4 } else { BAND };
        // What each step gains most by an exchange with one behind it: the best comes last,
        // of those that gain the same the first.
        let mut best: Vec<Option<(u32, usize)>> = vec![None; steps.len()];
        let mut queue = BTreeSet::new();
        let mut changed = 0..steps.len();
        loop {
            for first in changed {
                let known = std::mem::take(&mut best[first]);
                if let Some((gain, second)) = known {
                    queue.remove(&(gain, Reverse(first), second));
                }
                best[first] = self.best_exchange(steps, first, near);
                queue.extend(best[first].map(|(gain, second)| (gain, Reverse(first), second)));
            }
            let Some((_, Reverse(first), second)) = queue.last().copied() else {
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
            changed = first.saturating_sub(near)..second + 1;
        }
    }

    /// The step behind `first` with which it gains most when they exchange their partners,
    /// and the gain, whose bits are in the order of the numbers.
    fn best_exchange(&self, steps: &[Step], first: usize, near: usize) -> Option<(u32, usize)> {
        let single = |step: &Step| match step {
            Step::Match { en, fr, .. } if en.len() == 1 && fr.len() == 1 => {
                Some((en.start, fr.start))
            }
            _ => None,
        };
        let own = single(&steps[first])?;
        let mut best: Option<(f32, usize)> = None;
        for (second, step) in steps.iter().enumerate().skip(first + 1).take(near) {
            let Some(other) = single(step) else {
                continue;
            };
            let gain = self.exchange_gain(own, other);
            if gain > best.map_or(SWAP_MARGIN, |(gain, _)| gain) {
                best = Some((gain, second));
            }
        }
        best.map(|(gain, second)| (gain.to_bits(), second))
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
            self.weights.similarity.shared(&en.features, &fr.features)
        };
        let likely = |en: &OutlineNode<'_>, fr: &OutlineNode<'_>| {
            let total = self.weights.similarity.total(&en.features)
                + self.weights.similarity.total(&fr.features);
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
