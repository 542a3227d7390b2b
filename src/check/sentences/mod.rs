//! The sentences of texts that translate each other, side by side. Which of them is the
//! translation of which is found out from their lengths and from what they have in
//! common; what is said in them is for the rules.

mod alignment;
mod segmentation;
pub(in crate::check) mod stances;

use crate::check::outline::ValuedText;
use crate::check::pairing::similarity::{Features, Similarity, letters};
use crate::check::pairing::{Comparison, Pair};
use crate::check::passage::Role;
use crate::lang::Lang;
use alignment::Lengths;
use segmentation::sentences;
use stances::{Claim, claims};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// A sentence.
#[derive(Clone, Debug)]
pub(in crate::check) struct Sentence<'n, 'd> {
    /// The text it stands in.
    pub text: &'n ValuedText<'d>,
    /// Its bytes there.
    pub range: Range<usize>,
    /// How many characters it has, white space left out.
    pub letters: usize,
}

impl Sentence<'_, '_> {
    fn features(&self) -> Features {
        Features::of_part(&self.text.passage, &self.text.values, &self.range)
    }

    /// Its characters.
    pub fn slice(&self) -> &str {
        self.text.passage.slice(&self.range)
    }
}

/// Sentences that translate each other: one and one, or two and one where they were
/// split or merged.
#[derive(Clone, Debug)]
pub(in crate::check) struct Bead<'n, 'd> {
    /// English; empty where the English lacks what the French says.
    pub en: Vec<Sentence<'n, 'd>>,
    /// French.
    pub fr: Vec<Sentence<'n, 'd>>,
    /// What each language denies, obliges to and allows, read once.
    claims: [OnceCell<Vec<Claim<'n, 'd>>>; 2],
}

impl<'n, 'd> Bead<'n, 'd> {
    /// The sentences of a language.
    pub fn side(&self, lang: Lang) -> &[Sentence<'n, 'd>] {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// Whether they have so much in common that they surely translate each other.
    pub fn is_sure(&self) -> bool {
        // Nine of ten true partners have as much, nine of ten wrong ones less.
        const LIKE: f32 = 0.25;
        self.likeness() >= LIKE
    }

    /// How far into its one sentence a byte stands, from 0 to 1; nothing where a side is
    /// several sentences.
    pub fn place(&self, lang: Lang, byte: usize) -> Option<f32> {
        let [sentence] = self.side(lang) else {
            return None;
        };
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
        let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
        let before = byte.saturating_sub(sentence.range.start);
        Some(share(before, sentence.range.len()))
    }

    /// From 0, nothing in common, to 1, everything.
    fn likeness(&self) -> f32 {
        likeness(&features(&self.en), &features(&self.fr))
    }

    /// What its sentences of a language deny, oblige to and allow.
    pub fn claims(&self, lang: Lang) -> &[Claim<'n, 'd>] {
        let [en, fr] = &self.claims;
        let cell = match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        cell.get_or_init(|| claims(self.side(lang)))
    }

    /// Whether both languages have it.
    pub fn is_whole(&self) -> bool {
        !self.en.is_empty() && !self.fr.is_empty()
    }
}

/// The sentences of a pair of texts.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Beads<'n, 'd> {
    /// In the order of the text.
    pub beads: Vec<Bead<'n, 'd>>,
    /// How much better they fit than if none were lacking; 0 where none is.
    pub margin: f32,
}

impl Beads<'_, '_> {
    /// What all sentences that have partners have in common with them.
    pub fn likeness(&self) -> f32 {
        let whole = || self.beads.iter().filter(|bead| bead.is_whole());
        let en = features(whole().flat_map(|bead| &bead.en));
        let fr = features(whole().flat_map(|bead| &bead.fr));
        likeness(&en, &fr)
    }
}

fn features<'s, 'n: 's, 'd: 's + 'n>(
    sentences: impl IntoIterator<Item = &'s Sentence<'n, 'd>>,
) -> Features {
    let own: Vec<Features> = sentences.into_iter().map(Sentence::features).collect();
    Features::sum(&own)
}

/// From 0, nothing in common, to 1, everything.
fn likeness(en: &Features, fr: &Features) -> f32 {
    Similarity::among([en, fr]).ratio(en, fr)
}

/// The sentences of all pairs of texts, in their order; none for those in which a side is
/// in the wrong language.
pub(in crate::check) fn align<'n, 'd>(
    comparison: &Comparison<'n, 'd>,
    foreign: &BTreeSet<usize>,
) -> Vec<Beads<'n, 'd>> {
    let lengths = Lengths {
        ratio: ratio(comparison),
    };
    let pairs = comparison.pairs.iter().enumerate();
    pairs
        .map(|(at, pair)| match foreign.contains(&at) || is_code(pair) {
            true => Beads::default(),
            false => beads(pair, lengths),
        })
        .collect()
}

fn is_code(pair: &Pair<'_, '_>) -> bool {
    let texts = || pair.en.iter().chain(&pair.fr);
    texts().any(|text| text.passage.role == Role::Code)
}

fn beads<'n, 'd>(pair: &Pair<'n, 'd>, lengths: Lengths) -> Beads<'n, 'd> {
    let split = |lang| {
        pair.side(lang)
            .iter()
            .copied()
            .flat_map(split)
            .collect::<Vec<_>>()
    };
    let (en, fr) = (split(Lang::En), split(Lang::Fr));
    let found = alignment::align(&en, &fr, lengths);
    let beads = found.steps.into_iter().map(|step| {
        let en = en.get(step.en).unwrap_or_default().to_vec();
        let fr = fr.get(step.fr).unwrap_or_default().to_vec();
        Bead {
            en,
            fr,
            claims: [OnceCell::new(), OnceCell::new()],
        }
    });
    Beads {
        beads: beads.collect(),
        margin: found.margin,
    }
}

/// The sentences of a text.
fn split<'n, 'd>(text: &'n ValuedText<'d>) -> Vec<Sentence<'n, 'd>> {
    let ranges = sentences(&text.passage).into_iter();
    ranges
        .map(|range| Sentence {
            letters: letters(text.passage.slice(&range)),
            text,
            range,
        })
        .collect()
}

/// How many French characters stand for an English one in this document. Where there
/// is little text, the usual ratio of public texts weighs more.
fn ratio(comparison: &Comparison<'_, '_>) -> f32 {
    const USUAL: f32 = 1.15;
    const WEIGHT: f32 = 1_000.0;
    const BOUNDS: (f32, f32) = (0.9, 1.5);
    let total = |lang| -> f32 {
        let texts = comparison.pairs.iter().flat_map(|pair| pair.side(lang));
        let total: usize = texts.map(|text| text.passage.letters()).sum();
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
        let total = total as f32;
        total
    };
    let ratio = (total(Lang::Fr) + USUAL * WEIGHT) / (total(Lang::En) + WEIGHT);
    ratio.clamp(BOUNDS.0, BOUNDS.1)
}
