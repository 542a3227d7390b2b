//! Which block is the translation of which: dynamic programming over kinds,
//! features and lengths (Gale and Church, 1993), so that one block more or less is
//! one finding, and those behind it are compared with their true partners.

mod anchors;

use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::similarity::{Features, Similarity, length_fit};
use std::ops::Range;
use std::rc::Rc;

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
/// near a line alone, on which what each language says once stands beside its partner.
const WHOLE_TABLE: usize = 250_000;

/// How far from that line long texts are compared.
pub(in crate::check) const BAND: usize = 100;

/// How much farther where one language has so many nodes more.
const FARTHER: usize = 200;

/// The cells of a row of the table that are filled, from the column `from` on.
#[derive(Default)]
struct Row<T> {
    from: usize,
    cells: Vec<T>,
}

impl<T> Row<T> {
    fn from(from: usize) -> Row<T> {
        let cells = Vec::new();
        Row { from, cells }
    }

    fn get(&self, column: usize) -> Option<&T> {
        self.cells.get(column.checked_sub(self.from)?)
    }
}

/// The scores that are still asked for: of the row that is being filled and the two before.
#[derive(Default)]
struct Scores {
    row: Row<f32>,
    before: Row<f32>,
    two_before: Row<f32>,
}

impl Scores {
    /// Begins the next row at a column.
    fn begin(&mut self, from: usize) {
        std::mem::swap(&mut self.two_before, &mut self.before);
        std::mem::swap(&mut self.before, &mut self.row);
        self.row.from = from;
        self.row.cells.clear();
    }
}

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
    pub(in crate::check) weights: Rc<RowWeights>,
}

/// What the features of two rows of nodes weigh.
pub(in crate::check) struct RowWeights {
    pub(in crate::check) similarity: Similarity,
    /// What all features of each node weigh.
    totals: (Vec<f32>, Vec<f32>),
}

impl RowWeights {
    /// Those of two sequences of nodes.
    pub fn of(en: &[OutlineNode<'_>], fr: &[OutlineNode<'_>]) -> RowWeights {
        let similarity = Similarity::among(en.iter().chain(fr).map(|node| &node.features));
        let totals = |nodes: &[OutlineNode<'_>]| {
            let total = |node: &OutlineNode<'_>| similarity.total(&node.features);
            nodes.iter().map(total).collect()
        };
        RowWeights {
            totals: (totals(en), totals(fr)),
            similarity,
        }
    }
}

/// Aligns the children of two nodes, or two bodies.
pub(in crate::check) fn align(en: &[OutlineNode<'_>], fr: &[OutlineNode<'_>]) -> Vec<Step> {
    let aligner = Aligner::new(en, fr);
    let mut steps = aligner.trace(&aligner.fill(BAND));
    aligner.untangle(&mut steps);
    steps
}

impl<'a, 'd> Aligner<'a, 'd> {
    /// For two sequences of nodes.
    pub fn new(en: &'a [OutlineNode<'d>], fr: &'a [OutlineNode<'d>]) -> Aligner<'a, 'd> {
        Aligner::with(en, fr, Rc::new(RowWeights::of(en, fr)))
    }

    /// The same, where it is known what they weigh.
    pub fn with(
        en: &'a [OutlineNode<'d>],
        fr: &'a [OutlineNode<'d>],
        weights: Rc<RowWeights>,
    ) -> Aligner<'a, 'd> {
        Aligner { en, fr, weights }
    }

    /// How well two nodes fit as partners.
    pub fn pair_score(&self, e: usize, f: usize) -> f32 {
        let (en, fr) = (&self.en[e], &self.fr[f]);
        let kinds = if en.kind.fits(fr.kind) { 0.0 } else { MISFIT };
        let sum = self.weights.totals.0[e] + self.weights.totals.1[f];
        let ratio = if sum > 0.0 {
            2.0 * self.weights.similarity.shared(&en.features, &fr.features) / sum
        } else {
            0.0
        };
        let fit = length_fit(en.features.letters, fr.features.letters);
        CONTENT * ratio + fit + own_kind(en, fr) - kinds
    }

    fn content_score(&self, en: &Features, fr: &Features) -> f32 {
        CONTENT * self.weights.similarity.ratio(en, fr) + length_fit(en.letters, fr.letters)
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
            self.weights.similarity.shared(en, fr)
        };
        if two.iter().any(|node| part(node) < 0.5) {
            return f32::NEG_INFINITY;
        }
        score - SPLIT
    }

    /// Finds the best scores, and keeps the moves that lead to them.
    fn fill(&self, band: usize) -> Vec<Row<Move>> {
        let (rows, columns) = (self.en.len() + 1, self.fr.len() + 1);
        let whole = rows.saturating_mul(columns) <= WHOLE_TABLE;
        let middles = (!whole).then(|| anchors::middles(self.en, self.fr));
        let band = band + rows.abs_diff(columns).min(FARTHER);
        let mut moves = Vec::with_capacity(rows);
        let mut scores = Scores::default();
        for e in 0..rows {
            let cells = match &middles {
                None => 0..columns,
                Some(middles) => {
                    let (middle, next) = (middles[e], middles[(e + 1).min(rows - 1)]);
                    middle.saturating_sub(band)..(next + band + 1).min(columns)
                }
            };
            scores.begin(cells.start);
            let mut row = Row::from(cells.start);
            for f in cells {
                let (score, step) = self.best(&scores, e, f);
                scores.row.cells.push(score);
                row.cells.push(step);
            }
            moves.push(row);
        }
        moves
    }

    fn best(&self, scores: &Scores, e: usize, f: usize) -> (f32, Move) {
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
        let at = |row: &Row<f32>, f: usize| row.get(f).map_or(f32::NEG_INFINITY, |score| *score);
        if let (Some(en), Some(fr)) = (e.checked_sub(1), f.checked_sub(1)) {
            offer(at(&scores.before, fr) + self.pair_score(en, fr), Move::Pair);
            if let Some(first) = e.checked_sub(2) {
                let score = self.split_score(&self.fr[fr], &self.en[first..e], false);
                offer(at(&scores.two_before, fr) + score, Move::TwoToOne);
            }
            if let Some(first) = f.checked_sub(2) {
                let score = self.split_score(&self.en[en], &self.fr[first..f], true);
                offer(at(&scores.before, first) + score, Move::OneToTwo);
            }
        }
        if e > 0 {
            offer(at(&scores.before, f) - GAP, Move::OnlyEn);
        }
        if let Some(fr) = f.checked_sub(1) {
            offer(at(&scores.row, fr) - GAP, Move::OnlyFr);
        }
        best
    }

    fn trace(&self, table: &[Row<Move>]) -> Vec<Step> {
        let (mut e, mut f) = (self.en.len(), self.fr.len());
        let mut steps = Vec::new();
        while e > 0 || f > 0 {
            let step = table
                .get(e)
                .and_then(|row| row.get(f))
                .map_or(Move::Start, |step| *step);
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
mod tests;
