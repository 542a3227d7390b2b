//! Which block is the translation of which: dynamic programming over kinds,
//! features and lengths (Gale and Church, 1993), so that one block more or less is
//! one finding, and those behind it are compared with their true partners.

use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::similarity::{Features, Similarity, length_fit};
use std::ops::Range;

/// A step of an alignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) enum Step {
    /// These translate each other: one and one, or one paragraph and two.
    Match {
        /// The English nodes.
        en: Range<usize>,
        /// The French nodes.
        fr: Range<usize>,
        /// Whether it stands in another place than its partner.
        moved: bool,
    },
    /// An English node that has no French one.
    OnlyEn(usize),
    /// A French node that has no English one.
    OnlyFr(usize),
}

/// What it costs that a node has no partner.
const GAP: f32 = 1.5;

/// What it costs that one paragraph is two.
const SPLIT: f32 = 2.2;

/// What it costs that nodes of two kinds are partners.
const MISFIT: f32 = 5.0;

/// What features in common are worth against lengths that fit.
const CONTENT: f32 = 8.0;

/// More cells of the table than this are not filled: texts so long are compared
/// near the diagonal only.
const WHOLE_TABLE: usize = 250_000;

/// How far from the diagonal long texts are compared.
pub(in crate::check) const BAND: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    Start,
    Pair,
    OnlyEn,
    OnlyFr,
    TwoToOne,
    OneToTwo,
}

pub(in crate::check) struct Aligner<'a, 'd> {
    pub(in crate::check) en: &'a [OutlineNode<'d>],
    pub(in crate::check) fr: &'a [OutlineNode<'d>],
    pub(in crate::check) similarity: Similarity,
    /// What all features of each node weigh.
    totals: (Vec<f32>, Vec<f32>),
}

/// Aligns the children of two nodes, or two bodies.
pub(in crate::check) fn align(en: &[OutlineNode<'_>], fr: &[OutlineNode<'_>]) -> Vec<Step> {
    let aligner = Aligner::new(en, fr);
    let mut steps = aligner.trace(&aligner.fill());
    aligner.untangle(&mut steps);
    steps
}

impl<'a, 'd> Aligner<'a, 'd> {
    /// For two sequences of nodes.
    pub fn new(en: &'a [OutlineNode<'d>], fr: &'a [OutlineNode<'d>]) -> Aligner<'a, 'd> {
        let similarity = Similarity::among(en.iter().chain(fr).map(|node| &node.features));
        let totals = |nodes: &[OutlineNode<'_>]| {
            let total = |node: &OutlineNode<'_>| similarity.total(&node.features);
            nodes.iter().map(total).collect()
        };
        Aligner {
            en,
            fr,
            totals: (totals(en), totals(fr)),
            similarity,
        }
    }

    /// How well two nodes fit as partners.
    pub fn pair_score(&self, e: usize, f: usize) -> f32 {
        let (en, fr) = (&self.en[e], &self.fr[f]);
        let kinds = if en.kind.fits(fr.kind) { 0.0 } else { MISFIT };
        let sum = self.totals.0[e] + self.totals.1[f];
        let ratio = if sum > 0.0 {
            2.0 * self.similarity.shared(&en.features, &fr.features) / sum
        } else {
            0.0
        };
        let fit = length_fit(en.features.letters, fr.features.letters);
        CONTENT * ratio + fit + own_kind(en, fr) - kinds
    }

    fn content_score(&self, en: &Features, fr: &Features) -> f32 {
        CONTENT * self.similarity.ratio(en, fr) + length_fit(en.letters, fr.letters)
    }

    fn split_score(&self, one: &OutlineNode<'_>, two: &[OutlineNode<'_>], one_is_en: bool) -> f32 {
        let paragraphs = one.kind == Kind::Paragraph
            && two.iter().all(|node| node.kind == Kind::Paragraph)
            && two.iter().all(|node| node.features.letters > 0);
        if !paragraphs {
            return f32::NEG_INFINITY;
        }
        let both = Features::sum(two.iter().map(|node| &node.features));
        let score = if one_is_en {
            self.content_score(&one.features, &both)
        } else {
            self.content_score(&both, &one.features)
        };
        // Each part must say something of the whole.
        let part = |node: &OutlineNode<'_>| {
            let (en, fr) = if one_is_en {
                (&one.features, &node.features)
            } else {
                (&node.features, &one.features)
            };
            self.similarity.shared(en, fr)
        };
        if two.iter().any(|node| part(node) < 0.5) {
            return f32::NEG_INFINITY;
        }
        score - SPLIT
    }

    /// Fills the table of best scores and the moves that lead to them.
    fn fill(&self) -> Vec<Vec<(f32, Move)>> {
        let (rows, columns) = (self.en.len() + 1, self.fr.len() + 1);
        let whole = rows.saturating_mul(columns) <= WHOLE_TABLE;
        let band = BAND + rows.abs_diff(columns);
        let empty = (f32::NEG_INFINITY, Move::Start);
        let mut table: Vec<Vec<(f32, Move)>> = Vec::with_capacity(rows);
        for e in 0..rows {
            let middle = e * columns / rows;
            let near = |f: usize| whole || f.abs_diff(middle) <= band;
            let mut row = vec![empty; columns];
            for f in (0..columns).filter(|f| near(*f)) {
                row[f] = self.best(&table, &row, e, f);
            }
            table.push(row);
        }
        table
    }

    fn best(
        &self,
        table: &[Vec<(f32, Move)>],
        row: &[(f32, Move)],
        e: usize,
        f: usize,
    ) -> (f32, Move) {
        let mut best = if e == 0 && f == 0 {
            (0.0, Move::Start)
        } else {
            (f32::NEG_INFINITY, Move::Start)
        };
        let mut offer = |score: f32, step: Move| {
            if score > best.0 {
                best = (score, step);
            }
        };
        let at = |e: usize, f: usize| {
            table
                .get(e)
                .and_then(|row| row.get(f))
                .map_or(f32::NEG_INFINITY, |cell| cell.0)
        };
        if let (Some(en), Some(fr)) = (e.checked_sub(1), f.checked_sub(1)) {
            offer(at(en, fr) + self.pair_score(en, fr), Move::Pair);
            if let Some(first) = e.checked_sub(2) {
                let score = self.split_score(&self.fr[fr], &self.en[first..e], false);
                offer(at(first, fr) + score, Move::TwoToOne);
            }
            if let Some(first) = f.checked_sub(2) {
                let score = self.split_score(&self.en[en], &self.fr[first..f], true);
                offer(at(en, first) + score, Move::OneToTwo);
            }
        }
        if let Some(en) = e.checked_sub(1) {
            offer(at(en, f) - GAP, Move::OnlyEn);
        }
        if let Some(fr) = f.checked_sub(1) {
            offer(row[fr].0 - GAP, Move::OnlyFr);
        }
        best
    }

    fn trace(&self, table: &[Vec<(f32, Move)>]) -> Vec<Step> {
        let (mut e, mut f) = (self.en.len(), self.fr.len());
        let mut steps = Vec::new();
        while e > 0 || f > 0 {
            let step = table
                .get(e)
                .and_then(|row| row.get(f))
                .map_or(Move::Start, |cell| cell.1);
            let (back_e, back_f) = match step {
                Move::Pair => (1, 1),
                Move::TwoToOne => (2, 1),
                Move::OneToTwo => (1, 2),
                Move::OnlyEn => (1, 0),
                Move::OnlyFr => (0, 1),
                // Beyond the band: what is left has no partner.
                Move::Start => (usize::from(e > 0), usize::from(e == 0)),
            };
            (e, f) = (e.saturating_sub(back_e), f.saturating_sub(back_f));
            steps.push(match (back_e, back_f) {
                (_, 0) => Step::OnlyEn(e),
                (0, _) => Step::OnlyFr(f),
                _ => Step::Match {
                    en: e..e + back_e,
                    fr: f..f + back_f,
                    moved: false,
                },
            });
        }
        steps.reverse();
        steps
    }
}

/// What nodes gain that are of one kind to the letter.
fn own_kind(en: &OutlineNode<'_>, fr: &OutlineNode<'_>) -> f32 {
    match (en.kind, fr.kind) {
        (Kind::Row(a), Kind::Row(b)) if a != b => -100.0,
        (Kind::List(a), Kind::List(b)) if a.is_some() == b.is_some() => 0.5,
        (a, b) if a == b => 0.5,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::outline::of_blocks;
    use crate::check::tests::{list, paragraphs};
    use crate::document::Block;
    use crate::lang::Lang;

    fn steps(en: &[Block], fr: &[Block]) -> Vec<Step> {
        align(&of_blocks(en, Lang::En), &of_blocks(fr, Lang::Fr))
    }

    fn pair(en: usize, fr: usize) -> Step {
        Step::Match {
            en: en..en + 1,
            fr: fr..fr + 1,
            moved: false,
        }
    }

    const EN: [&str; 4] = [
        "The office opens on June 3 at noon.",
        "Call 416-555-0123 for help with your file.",
        "Three schools receive $5,000 each for new books.",
        "The library in Hearst stays closed.",
    ];
    const FR: [&str; 4] = [
        "Le bureau ouvrira le 3 juin à midi.",
        "Composez le 416-555-0123 pour obtenir de l'aide.",
        "Trois écoles reçoivent chacune 5 000 $ pour de nouveaux livres.",
        "La bibliothèque de Hearst demeure fermée.",
    ];

    #[test]
    fn translations_are_partners() {
        let all: Vec<Step> = (0..4).map(|at| pair(at, at)).collect();
        assert_eq!(steps(&paragraphs(&EN), &paragraphs(&FR)), all);
    }

    #[test]
    fn one_block_less_is_one_step() {
        for missing in 0..4 {
            let mut fr = FR.to_vec();
            fr.remove(missing);
            let found = steps(&paragraphs(&EN), &paragraphs(&fr));
            assert_eq!(found.len(), 4, "{missing}: {found:?}");
            assert!(
                found.contains(&Step::OnlyEn(missing)),
                "{missing}: {found:?}"
            );
            let found = steps(&paragraphs(&fr), &paragraphs(&EN));
            assert!(
                found.contains(&Step::OnlyFr(missing)),
                "{missing}: {found:?}"
            );
        }
    }

    #[test]
    fn exchanged_blocks_are_told() {
        let fr = [FR[0], FR[2], FR[1], FR[3]];
        let moved = steps(&paragraphs(&EN), &paragraphs(&fr))
            .into_iter()
            .filter(|step| matches!(step, Step::Match { moved: true, .. }))
            .count();
        assert!(moved >= 1);
    }

    #[test]
    fn a_list_is_no_paragraph() {
        let mut en = paragraphs(&EN[..2]);
        en.insert(1, list(None, &EN[2..]));
        let fr = paragraphs(&FR[..2]);
        let found = steps(&en, &fr);
        assert_eq!(found, [pair(0, 0), Step::OnlyEn(1), pair(2, 1)]);
    }

    #[test]
    fn a_paragraph_may_be_two() {
        let en = format!("{} {}", EN[0], EN[1]);
        let found = steps(&paragraphs(&[&en, EN[2]]), &paragraphs(&FR[..3]));
        let split = Step::Match {
            en: 0..1,
            fr: 0..2,
            moved: false,
        };
        assert_eq!(found, [split, pair(1, 2)]);
    }

    #[test]
    fn long_texts_are_aligned_near_the_diagonal() {
        let words: Vec<String> = (0..600)
            .map(|at| format!("Paragraph {at} of many."))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let found = steps(&paragraphs(&words), &paragraphs(&words[1..]));
        assert_eq!(found.len(), 600);
        assert_eq!(found.first(), Some(&Step::OnlyEn(0)));
    }

    #[test]
    fn nothing_aligns_with_nothing() {
        assert_eq!(steps(&[], &[]), []);
        assert_eq!(steps(&paragraphs(&["One."]), &[]), [Step::OnlyEn(0)]);
    }
}
