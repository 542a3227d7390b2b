//! The sentences of texts that translate each other, side by side. Which of them is the
//! translation of which is found out from their lengths and from what they have in
//! common; what is said in them is for the rules.

mod alignment;
mod answers;
mod segmentation;
pub(in crate::check) mod stances;

use crate::check::outline::ValuedText;
use crate::check::pairing::content::CHANCE;
use crate::check::pairing::similarity::{
    Features, Similarity, length_fit, letters, places_of_part,
};
use crate::check::pairing::{Comparison, Pair};
use crate::check::passage::Role;
use crate::lang::Lang;
use crate::language::lexicon::{Grade, Stance};
use alignment::Lengths;
use answers::{Said, SharedWords, binds_too, denies_too};
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

    /// Whether another one surely translates it: they have much in common, and the same
    /// values.
    pub fn translates(&self, other: &Sentence<'_, '_>) -> bool {
        const LIKE: f32 = 0.3;
        self.values() == other.values() && likeness(&self.features(), &other.features()) >= LIKE
    }

    /// Whether another one of the other language may translate it: it is as long as
    /// translations are, has the same values, and more in common than any two have.
    pub fn may_translate(&self, other: &Sentence<'_, '_>) -> bool {
        let (en, fr) = match self.text.passage.lang {
            Lang::En => (self, other),
            Lang::Fr => (other, self),
        };
        length_fit(en.letters, fr.letters) > 0.0
            && self.values() == other.values()
            && likeness(&en.features(), &fr.features()) >= CHANCE
    }

    fn values(&self) -> BTreeSet<String> {
        let own = self.text.values.iter();
        // "Un" is an article more often than a number.
        let own = own.filter(|said| self.range.contains(&said.range.start) && !said.kind.is_one());
        own.map(|said| said.kind.key()).collect()
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
        lang.choose(&self.en, &self.fr)
    }

    /// Whether they may be taken to translate each other: they have something in common,
    /// or are as long as translations are.
    pub fn is_sure(&self) -> bool {
        const LIKE: f32 = 0.1;
        const LONGER: f32 = 1.3;
        self.fits_in(LONGER) || self.likeness() >= LIKE
    }

    /// Whether they may translate each other where nothing else of their texts does: a short
    /// sentence is as long again without its negation.
    pub fn may_be_sure(&self) -> bool {
        const LONGER: f32 = 1.8;
        self.fits_in(LONGER)
    }

    /// Whether neither is so many times as long as the other, as languages go.
    fn fits_in(&self, longer: f32) -> bool {
        let length = |lang: Lang| -> f32 {
            let letters: usize = self.side(lang).iter().map(|it| it.letters).sum();
            in_bytes(letters.max(1))
        };
        let ratio = length(Lang::Fr) / (length(Lang::En) * USUAL_RATIO);
        (1.0 / longer..longer).contains(&ratio)
    }

    /// Whether one follows the words of the other, and is no free translation, which says
    /// with other words what it denies or obliges to. Of 600 negations and modal verbs
    /// changed in public texts three quarters stand in such sentences, of 30 that were
    /// right as they came half.
    pub fn is_close(&self) -> bool {
        const LIKE: f32 = 0.3;
        self.likeness() >= LIKE
    }

    /// Whether one language alone asks: "Who does not remember?" says that all do.
    pub fn asks_in_one(&self) -> bool {
        let asks = |lang: Lang| self.side(lang).iter().any(|it| it.slice().ends_with('?'));
        asks(Lang::En) != asks(Lang::Fr)
    }

    /// The sure denials of a language that no word of the other one answers.
    pub fn unanswered(&self, lang: Lang) -> Vec<&Claim<'n, 'd>> {
        let sure = |claim: &&&Claim<'n, 'd>| {
            claim.stance == Stance::Negation && claim.grade == Grade::Sure && !claim.guessed
        };
        let mut claims = self.compared();
        if !lang.of(&claims).iter().any(|claim| sure(&claim)) {
            return Vec::new();
        }
        let [en, fr] = &mut claims;
        let answers = lang.choose(fr, en);
        if answers.iter().any(|claim| claim.is_hint()) {
            let words = self.places(lang);
            answers.retain(|claim| !self.is_taken(claim, &words));
        }
        // The words that both languages have need not be looked for where none is alone
        // without them.
        let alone = |anchors: &SharedWords| {
            let pairs = paired(&claims, anchors, denies_too);
            let own = lang.of(&claims).iter().enumerate().filter(|(at, claim)| {
                let is_own = |pair: &(usize, usize)| *lang.of(&[pair.0, pair.1]) == *at;
                sure(claim) && !pairs.iter().any(is_own)
            });
            own.map(|(_, claim)| *claim).collect::<Vec<_>>()
        };
        let mut found = alone(&SharedWords::ends(self.lengths()));
        if !found.is_empty() {
            found = alone(&self.anchors());
        }
        // One "not" may govern all verbs of a row, of which the other language denies each.
        let own = lang.of(&claims);
        let is_told = |claim: &Claim<'_, '_>| found.iter().any(|it| std::ptr::eq(*it, claim));
        let answered: Vec<_> = own.iter().filter(|claim| !is_told(claim)).collect();
        found.retain(|claim| !answered.iter().any(|other| claim.repeats(other)));
        found
    }

    /// Where one language obliges and the other allows: English, French.
    pub fn contraries(&self) -> Vec<(&Claim<'n, 'd>, &Claim<'n, 'd>)> {
        let claims = self.compared();
        let says = |lang: Lang, stance| lang.of(&claims).iter().any(|it| it.stance == stance);
        let may_differ = Lang::ALL
            .into_iter()
            .any(|lang| says(lang, Stance::Obligation) && says(lang.other(), Stance::Permission));
        if !may_differ {
            return Vec::new();
        }
        let pairs = paired(&claims, &self.anchors(), binds_too).into_iter();
        let pairs = pairs.filter_map(|(en, fr)| Some((*claims[0].get(en)?, *claims[1].get(fr)?)));
        pairs.filter(|(en, fr)| en.stance != fr.stance).collect()
    }

    /// The claims of both languages but those in what is quoted from the other one.
    fn compared(&self) -> [Vec<&Claim<'n, 'd>>; 2] {
        Lang::ALL.map(|lang| {
            let own = self.claims(lang).iter();
            own.filter(|claim| !claim.is_quoted(self.side(lang.other())))
                .collect()
        })
    }

    /// Whether a claim is a hint that translates a word of the other language, which has
    /// these words: it says no more. "Free entry" is « entrée gratuite ».
    fn is_taken(&self, claim: &Claim<'n, 'd>, words: &[(u64, usize)]) -> bool {
        let others = self.claims(claim.text.passage.lang.other());
        let is_said = |place: usize| {
            let mut claims = others.iter();
            claims.any(|it| (it.place..it.place + it.range.len()).contains(&place))
        };
        let mut words = words.iter();
        claim.is_hint()
            && words.any(|(sense, place)| claim.senses.contains(sense) && !is_said(*place))
    }

    /// The bytes of both languages.
    fn lengths(&self) -> (f32, f32) {
        let length = |lang: Lang| {
            let bytes = self.side(lang).iter().map(|it| it.range.len() + 1);
            in_bytes(bytes.sum())
        };
        (length(Lang::En), length(Lang::Fr))
    }

    /// What the words of a language mean, with their places.
    fn places(&self, lang: Lang) -> Vec<(u64, usize)> {
        let (mut before, mut places) = (0, Vec::new());
        for sentence in self.side(lang) {
            let (text, range) = (sentence.text, &sentence.range);
            let own = places_of_part(&text.passage, &text.values, range).into_iter();
            places.extend(own.map(|(key, at)| (key, before + at - range.start)));
            before += range.len() + 1;
        }
        places
    }

    fn anchors(&self) -> SharedWords {
        let places = |lang: Lang| {
            let places = self.places(lang).into_iter();
            let places = places.map(|(key, at)| (key, in_bytes(at)));
            places.collect::<Vec<_>>()
        };
        SharedWords::new(&places(Lang::En), &places(Lang::Fr), self.lengths())
    }

    /// From 0, nothing in common, to 1, everything.
    fn likeness(&self) -> f32 {
        likeness(&features(&self.en), &features(&self.fr))
    }

    /// What its sentences of a language deny, oblige to and allow.
    pub fn claims(&self, lang: Lang) -> &[Claim<'n, 'd>] {
        lang.of(&self.claims)
            .get_or_init(|| claims(self.side(lang)))
    }

    /// Whether both languages have it.
    pub fn is_whole(&self) -> bool {
        !self.en.is_empty() && !self.fr.is_empty()
    }
}

/// The claims of both languages that belong together, by their places.
fn paired(
    claims: &[Vec<&Claim<'_, '_>>; 2],
    anchors: &SharedWords,
    fit: fn(&Said<'_>, &Said<'_>, f32) -> Option<f32>,
) -> Vec<(usize, usize)> {
    let [en, fr] = Lang::ALL.map(|lang| {
        let own = lang.of(claims).iter().map(|claim| {
            let place = in_bytes(claim.place);
            Said {
                stance: claim.stance,
                grade: claim.grade,
                senses: &claim.senses,
                place,
                expected: anchors.expected(place, lang == Lang::En),
            }
        });
        own.collect::<Vec<_>>()
    });
    let reach = anchors.reach();
    answers::pairs(&en, &fr, |en, fr| fit(en, fr, reach))
}

#[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
fn in_bytes(count: usize) -> f32 {
    count as f32
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
    /// How many words the longer side has.
    pub fn words(&self) -> usize {
        let of = |lang: Lang| {
            let sentences = self.beads.iter().flat_map(|bead| bead.side(lang));
            let words = sentences.map(|it| it.slice().split_whitespace().count());
            words.sum::<usize>()
        };
        of(Lang::En).max(of(Lang::Fr))
    }

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
/// in the wrong language, or may have an order of its own.
pub(in crate::check) fn align<'n, 'd>(
    comparison: &Comparison<'n, 'd>,
    foreign: &BTreeSet<usize>,
) -> Vec<Beads<'n, 'd>> {
    let lengths = Lengths {
        ratio: ratio(comparison),
    };
    let pairs = comparison.pairs.iter().enumerate();
    pairs
        .map(
            |(at, pair)| match foreign.contains(&at) || is_code(pair) || pair.is_free() {
                true => Beads::default(),
                false => beads(pair, lengths),
            },
        )
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

/// How many French characters stand for an English one in public texts.
const USUAL_RATIO: f32 = 1.15;

/// How many French characters stand for an English one in this document. Where there
/// is little text, the usual ratio of public texts weighs more.
fn ratio(comparison: &Comparison<'_, '_>) -> f32 {
    const WEIGHT: f32 = 1_000.0;
    const BOUNDS: (f32, f32) = (0.9, 1.5);
    let total = |lang| -> f32 {
        let texts = comparison.pairs.iter().flat_map(|pair| pair.side(lang));
        let total: usize = texts.map(|text| text.passage.letters()).sum();
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
        let total = total as f32;
        total
    };
    let ratio = (total(Lang::Fr) + USUAL_RATIO * WEIGHT) / (total(Lang::En) + WEIGHT);
    ratio.clamp(BOUNDS.0, BOUNDS.1)
}
