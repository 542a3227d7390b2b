//! Which word of a sentence answers which of its translation: a denial a denial, a duty
//! a duty. What stands at about the same place of both belongs together, and words of
//! one sense do wherever they stand.

use crate::check::near::near;
use crate::language::lexicon::{Grade, Stance};
use rustc_hash::FxHashMap;

/// A word that denies, obliges or allows, to be set beside those of the other language.
#[derive(Clone, Debug)]
pub(super) struct Said<'c> {
    pub stance: Stance,
    pub grade: Grade,
    /// What it means besides: words of one sense answer each other first.
    pub senses: &'c [u64],
    /// Where it stands among the bytes of its own language.
    pub place: f32,
    /// Where its answer may stand among those of the other one.
    pub expected: Vec<f32>,
}

/// Words that both languages have, by their places, by which other places are found.
#[derive(Clone, Debug)]
pub(super) struct SharedWords {
    pairs: Vec<(f32, f32)>,
    lengths: (f32, f32),
}

impl SharedWords {
    /// The ends of both texts alone.
    pub fn ends(lengths: (f32, f32)) -> SharedWords {
        let pairs = Vec::new();
        SharedWords { pairs, lengths }
    }

    /// From what each language has once, with its places.
    pub fn new(en: &[(u64, f32)], fr: &[(u64, f32)], lengths: (f32, f32)) -> SharedWords {
        /// A word that has moved farther than this share of the text is another one.
        const MOVED: f32 = 0.3;
        let once = |words: &[(u64, f32)]| {
            let mut places: FxHashMap<u64, Option<f32>> = FxHashMap::default();
            for (key, place) in words {
                let known = places.entry(*key);
                known.and_modify(|it| *it = None).or_insert(Some(*place));
            }
            places
        };
        let (once_en, once_fr) = (once(en), once(fr));
        let pairs = en.iter().filter_map(|(key, _)| {
            let (en, fr) = ((*once_en.get(key)?)?, (*once_fr.get(key)?)?);
            let moved = (en / lengths.0.max(1.0) - fr / lengths.1.max(1.0)).abs();
            (moved <= MOVED).then_some((en, fr))
        });
        SharedWords {
            pairs: pairs.collect(),
            lengths,
        }
    }

    /// Where what stands at a place of the English is to be looked for in the French, or
    /// the other way round: as far into it, and as far from the nearest word of both.
    pub fn expected(&self, place: f32, from_english: bool) -> Vec<f32> {
        let turned = |(en, fr)| if from_english { (en, fr) } else { (fr, en) };
        let (own, other) = turned(self.lengths);
        let ratio = other / own.max(1.0);
        let pairs = self.pairs.iter().map(|pair| turned(*pair));
        let nearest = pairs.min_by(|a, b| (a.0 - place).abs().total_cmp(&(b.0 - place).abs()));
        let beside = nearest.map(|(own, other)| other + (place - own) * ratio);
        std::iter::once(place * ratio).chain(beside).collect()
    }

    /// How far apart two words may stand that belong together.
    pub fn reach(&self) -> f32 {
        // A fifth of the text was best of all shares from 0.1 to 0.5 on damaged public texts.
        const SHARE: f32 = 0.2;
        const LEAST: f32 = 15.0;
        ((self.lengths.0 + self.lengths.1) / 2.0 * SHARE).max(LEAST)
    }
}

/// The places of the words that belong together, each word in one pair at most: the pairs
/// that fit best first.
pub(super) fn pairs(
    en: &[Said<'_>],
    fr: &[Said<'_>],
    fit: impl Fn(&Said<'_>, &Said<'_>) -> Option<f32>,
) -> Vec<(usize, usize)> {
    let mut all: Vec<(f32, usize, usize)> = Vec::new();
    for (e, english) in en.iter().enumerate() {
        for f in near(e, en.len(), fr.len()) {
            if let Some(score) = fit(english, &fr[f]) {
                all.push((score, e, f));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut taken = (vec![false; en.len()], vec![false; fr.len()]);
    for (_, e, f) in all {
        if !taken.0[e] && !taken.1[f] {
            (taken.0[e], taken.1[f]) = (true, true);
            found.push((e, f));
        }
    }
    found
}

/// How far apart two words stand, from 0 to 1 where they are near enough to belong
/// together.
fn distance(en: &Said<'_>, fr: &Said<'_>, reach: f32) -> f32 {
    let there = en.expected.iter().map(|place| (place - fr.place).abs());
    let here = fr.expected.iter().map(|place| (place - en.place).abs());
    there.chain(here).fold(f32::INFINITY, f32::min) / reach
}

/// How well two negative words answer each other; nothing where they do not. A sure one
/// is answered by a sure one wherever it stands, by others near by; but what says the
/// same, "without" and "sans", goes together first and leaves nothing for a "not".
pub(super) fn denies_too(en: &Said<'_>, fr: &Said<'_>, reach: f32) -> Option<f32> {
    use Grade::{Hint, Sure, Weak};
    const ANYWHERE: f32 = f32::INFINITY;
    const FAR: f32 = 3.0;
    if en.stance != Stance::Negation || fr.stance != Stance::Negation {
        return None;
    }
    let same = en.senses.iter().any(|sense| fr.senses.contains(sense));
    let (worth, limit) = match (en.grade, fr.grade) {
        (Sure, Sure) => (2.0, ANYWHERE),
        (Weak, Weak) | (Hint, Hint) if same => (2.5, FAR),
        (Sure, Weak) | (Weak, Sure) if same => (1.6, ANYWHERE),
        (Weak, Hint) | (Hint, Weak) if same => (1.3, FAR),
        (Weak, Weak) => (1.5, 1.0),
        (Sure, Weak) | (Weak, Sure) => (1.4, 1.2),
        (Sure, Hint) | (Hint, Sure) => (0.9, 1.0),
        _ => (0.3, 0.5),
    };
    fits(en, fr, reach, (worth, limit))
}

/// How well words that oblige or allow fit together. A duty stands beside a duty, where
/// there is one.
pub(super) fn binds_too(en: &Said<'_>, fr: &Said<'_>, reach: f32) -> Option<f32> {
    if en.stance == Stance::Negation || fr.stance == Stance::Negation {
        return None;
    }
    let sure = [en, fr].iter().filter(|it| it.grade == Grade::Sure).count();
    let worth = match (en.stance == fr.stance, sure) {
        (true, 2) => 2.0,
        (true, 1) => 1.5,
        (true, _) => 1.2,
        (false, 2) => 1.0,
        (false, 1) => 0.7,
        (false, _) => return None,
    };
    fits(en, fr, reach, (worth, 1.0))
}

fn fits(en: &Said<'_>, fr: &Said<'_>, reach: f32, (worth, limit): (f32, f32)) -> Option<f32> {
    /// What the distance costs, at most.
    const COST: f32 = 0.8;
    let far = distance(en, fr, reach);
    (far <= limit).then_some(worth - far.min(1.0) * COST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(grade: Grade, place: f32, senses: &[u64]) -> Said<'_> {
        Said {
            stance: Stance::Negation,
            grade,
            senses,
            place,
            expected: vec![place],
        }
    }

    fn matched(en: &[Said<'_>], fr: &[Said<'_>]) -> Vec<(usize, usize)> {
        let mut found = pairs(en, fr, |en, fr| denies_too(en, fr, 20.0));
        found.sort_unstable();
        found
    }

    #[test]
    fn a_denial_is_answered_wherever_its_answer_stands() {
        let (en, fr) = (
            [said(Grade::Sure, 5.0, &[])],
            [said(Grade::Sure, 95.0, &[])],
        );
        assert_eq!(matched(&en, &fr), [(0, 0)]);
        let weak = [said(Grade::Weak, 95.0, &[])];
        assert_eq!(matched(&en, &weak), []);
    }

    #[test]
    fn what_says_the_same_leaves_nothing_for_a_denial() {
        let en = [said(Grade::Sure, 10.0, &[]), said(Grade::Weak, 30.0, &[7])];
        let fr = [said(Grade::Weak, 12.0, &[7])];
        assert_eq!(matched(&en, &fr), [(1, 0)]);
        let other = [said(Grade::Weak, 12.0, &[8])];
        assert_eq!(matched(&en, &other), [(0, 0)]);
    }

    #[test]
    fn words_of_both_languages_lead_to_their_places() {
        let anchors = SharedWords::new(
            &[(1, 80.0), (2, 10.0)],
            &[(1, 60.0), (2, 90.0)],
            (100.0, 100.0),
        );
        assert_eq!(anchors.expected(78.0, true), [78.0, 58.0]);
        assert_eq!(anchors.expected(58.0, false), [58.0, 78.0]);
    }
}
