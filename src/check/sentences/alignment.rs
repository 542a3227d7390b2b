//! Which sentence is the translation of which: dynamic programming over lengths and
//! what sentences have in common (Gale and Church, 1993), within one pair of texts.

use super::Sentence;
use crate::check::pairing::similarity::{Features, Similarity};
use std::ops::Range;

/// Sentences that translate each other, by their places; one of the two is empty where
/// the other language lacks them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// The English ones.
    pub en: Range<usize>,
    /// The French ones.
    pub fr: Range<usize>,
}

/// What came of an alignment.
#[derive(Clone, Debug, Default)]
pub(super) struct SentenceAlignment {
    /// All sentences of both languages, in order.
    pub steps: Vec<Step>,
    /// How much better it is than the best alignment in which none is lacking; 0 where
    /// it is that.
    pub margin: f32,
}

/// How many sentences of each language a step takes, and what it costs besides.
/// One and one is the rule; counted in the public texts of the wild set, one in fifteen
/// is split or merged.
const MOVES: &[(usize, usize, f32)] = &[
    (1, 1, 0.0),
    (1, 2, 1.6),
    (2, 1, 1.6),
    (2, 2, 3.0),
    (1, 3, 3.2),
    (3, 1, 3.2),
    (1, 4, 4.8),
    (4, 1, 4.8),
    (1, 0, GAP),
    (0, 1, GAP),
];

/// What it costs that a sentence has no partner.
const GAP: f32 = 1.5;

/// What all they say in common is worth against lengths that fit.
const CONTENT: f32 = 6.0;

/// More sentences than this in one text are no prose.
const MOST: usize = 60;

/// How a French sentence's length follows from the English one's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    /// French characters for an English one, in this document.
    pub ratio: f32,
}

impl Lengths {
    /// How well two lengths fit: 1 at best. They differ by about the root of the length
    /// (Gale and Church: a variance of 6.8 for a character), short ones by more.
    pub fn fit(self, en: usize, fr: usize) -> f32 {
        const VARIANCE: f32 = 6.8;
        const FLOOR: f32 = 60.0;
        const WORST: f32 = -4.0;
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
        let (en, fr) = (en as f32, fr as f32);
        let middle = (en + fr / self.ratio) / 2.0;
        let distance = (fr - self.ratio * en) / (middle * VARIANCE + FLOOR).sqrt();
        (1.0 - distance * distance / 4.0).max(WORST)
    }
}

/// Aligns the sentences of two texts.
pub(super) fn align(
    en: &[Sentence<'_, '_>],
    fr: &[Sentence<'_, '_>],
    lengths: Lengths,
) -> SentenceAlignment {
    if en.is_empty() || fr.is_empty() || en.len() > MOST || fr.len() > MOST {
        return SentenceAlignment {
            steps: vec![Step {
                en: 0..en.len(),
                fr: 0..fr.len(),
            }],
            margin: 0.0,
        };
    }
    if let Some(steps) = in_step(en, fr, lengths) {
        return SentenceAlignment { steps, margin: 0.0 };
    }
    let aligner = Aligner::new(en, fr, lengths);
    let (with, steps) = aligner.best(true);
    if steps
        .iter()
        .all(|step| !step.en.is_empty() && !step.fr.is_empty())
    {
        return SentenceAlignment { steps, margin: 0.0 };
    }
    let (without, _) = aligner.best(false);
    SentenceAlignment {
        steps,
        margin: with - without,
    }
}

/// As many sentences in both, each as long as its partner: most texts, for which what
/// they say need not be looked at.
fn in_step(
    en: &[Sentence<'_, '_>],
    fr: &[Sentence<'_, '_>],
    lengths: Lengths,
) -> Option<Vec<Step>> {
    const FITS: f32 = 0.0;
    let pairs = || en.iter().zip(fr);
    let fit = en.len() == fr.len()
        && (en.len() == 1 || pairs().all(|(en, fr)| lengths.fit(en.letters, fr.letters) > FITS));
    let step = |at: usize| Step {
        en: at..at + 1,
        fr: at..at + 1,
    };
    fit.then(|| (0..en.len()).map(step).collect())
}

struct Aligner {
    en: Vec<Features>,
    fr: Vec<Features>,
    similarity: Similarity,
    lengths: Lengths,
}

impl Aligner {
    fn new(en: &[Sentence<'_, '_>], fr: &[Sentence<'_, '_>], lengths: Lengths) -> Aligner {
        let features = |sentences: &[Sentence<'_, '_>]| -> Vec<Features> {
            sentences.iter().map(Sentence::features).collect()
        };
        let (en, fr) = (features(en), features(fr));
        Aligner {
            similarity: Similarity::among(en.iter().chain(&fr)),
            en,
            fr,
            lengths,
        }
    }

    fn score(&self, en: &[Features], fr: &[Features], cost: f32) -> f32 {
        if en.is_empty() || fr.is_empty() {
            return -cost;
        }
        let (en, fr) = (Features::sum(en), Features::sum(fr));
        let fit = self.lengths.fit(en.letters, fr.letters);
        CONTENT * self.similarity.ratio(&en, &fr) + fit - cost
    }

    /// The best score and its steps, with or without sentences that have no partner.
    fn best(&self, gaps: bool) -> (f32, Vec<Step>) {
        let (rows, columns) = (self.en.len() + 1, self.fr.len() + 1);
        let mut table = vec![vec![(f32::NEG_INFINITY, (0, 0)); columns]; rows];
        table[0][0].0 = 0.0;
        for e in 0..rows {
            for f in 0..columns {
                for &(de, df, cost) in MOVES {
                    let (Some(e0), Some(f0)) = (e.checked_sub(de), f.checked_sub(df)) else {
                        continue;
                    };
                    let before = table[e0][f0].0;
                    if before == f32::NEG_INFINITY || (!gaps && de.min(df) == 0) {
                        continue;
                    }
                    let score = before + self.score(&self.en[e0..e], &self.fr[f0..f], cost);
                    if score > table[e][f].0 {
                        table[e][f] = (score, (de, df));
                    }
                }
            }
        }
        let (mut e, mut f) = (rows - 1, columns - 1);
        let score = table[e][f].0;
        let mut steps = Vec::new();
        while e + f > 0 {
            let (de, df) = table[e][f].1;
            if de + df == 0 {
                break;
            }
            steps.push(Step {
                en: e - de..e,
                fr: f - df..f,
            });
            (e, f) = (e - de, f - df);
        }
        steps.reverse();
        (score, steps)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tests as sample;
    use super::*;
    use crate::check::outline::ValuedText;
    use crate::check::passage::{ReadPassage, Role};
    use crate::check::sentences::split;
    use crate::lang::Lang;

    const LENGTHS: Lengths = Lengths { ratio: 1.15 };

    fn of(en: &str, fr: &str) -> SentenceAlignment {
        let files = [sample::file(en), sample::file(fr)];
        let inlines = [sample::text(&files[0]), sample::text(&files[1])];
        let texts = [(Lang::En, &inlines[0]), (Lang::Fr, &inlines[1])]
            .map(|(lang, text)| ValuedText::new(ReadPassage::new(Role::Text, lang, text, None)));
        align(&split(&texts[0]), &split(&texts[1]), LENGTHS)
    }

    const ENGLISH: &str = "The counter on Rideau Street is closed this week. The painters need \
                           the whole room until Friday. Please bring your card when you return.";

    #[test]
    fn a_sentence_that_lacks_is_found() {
        let found = of(
            ENGLISH,
            "Le comptoir de la rue Rideau est fermé cette semaine. Veuillez apporter votre \
             carte à votre retour.",
        );
        assert!(found.margin > 1.0, "{found:?}");
        assert_eq!(found.steps[1], Step { en: 1..2, fr: 1..1 });
    }

    #[test]
    fn sentences_that_were_merged_are_whole() {
        let found = of(
            ENGLISH,
            "Le comptoir de la rue Rideau est fermé cette semaine, car les peintres ont besoin \
             de toute la salle jusqu'à vendredi. Veuillez apporter votre carte à votre retour.",
        );
        assert_eq!(found.margin, 0.0, "{found:?}");
        assert_eq!(found.steps[0], Step { en: 0..2, fr: 0..1 });
    }
}
