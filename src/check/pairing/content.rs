//! The second alignment, of content whatever its form: where blocks have no partner of
//! their kind, what they say may stand in another block, in several, or in a part of one.
//! It is run on the units around such places alone.

use crate::check::outline::Kind;
use crate::check::outline::units::ContentUnit;
use crate::check::pairing::similarity::{Features, Similarity, length_fit, letters};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

/// Units that say the same: none on one side where the other language lacks them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct UnitGroup {
    /// English units.
    pub en: Range<usize>,
    /// French units.
    pub fr: Range<usize>,
}

/// What it costs that a unit has no partner.
const GAP: f32 = 1.5;

/// What each unit more costs where several say what one says: a little more than a gap,
/// so that some words in common are needed.
const MERGE: f32 = 1.8;

/// What each item more costs where several items say what one says: one that is left out
/// is far more frequent.
const MERGE_ITEMS: f32 = 2.8;

/// What lengths that fit are worth, beside words in common.
const LENGTH: f32 = 1.6;

/// What it costs that partners are set in two forms.
const FORM: f32 = 0.7;

/// What units gain that are partners by their kinds already.
const ANCHOR: f32 = 0.5;

/// The part of its words that a text shares with any other by chance. Of 1,180 pairs of
/// public texts, 98 % of true partners share more, and 98 % of others less.
pub(in crate::check) const CHANCE: f32 = 0.12;

/// What each unit more costs where what says them all is set in as many lines.
const MERGE_LINES: f32 = 0.3;

/// From so many parts on one text may say them in an order of its own: definitions, each
/// language's in the order of its alphabet.
pub(in crate::check) const MANY: usize = 4;

/// What the words of a text of some sentences weigh together: partners so long share more
/// than by chance without exception.
const WORDY: f32 = 24.0;

/// How many units may say together what one says.
const MOST: usize = 24;

/// More cells of the table than this are not filled, but for those near the diagonal.
const WHOLE_TABLE: usize = 40_000;

/// How far from the diagonal long stretches are compared.
const BAND: usize = 30;

/// Finds out which units of two stretches of text say the same.
pub(in crate::check) struct Content<'a, 'n, 'd> {
    en: &'a [&'a ContentUnit<'n, 'd>],
    fr: &'a [&'a ContentUnit<'n, 'd>],
    similarity: &'a Similarity,
    totals: [Vec<f32>; 2],
    /// The sentences of those units that were looked at sentence by sentence.
    sentences: [Vec<OnceCell<Vec<Features>>>; 2],
    anchors: &'a dyn Fn(usize, usize) -> bool,
}

#[derive(Clone, Copy)]
struct Cell {
    score: f32,
    back: (usize, usize),
}

impl<'a, 'n, 'd> Content<'a, 'n, 'd> {
    /// `anchors` says of two units, by their places, whether they are partners by their
    /// kinds.
    pub fn new(
        en: &'a [&'a ContentUnit<'n, 'd>],
        fr: &'a [&'a ContentUnit<'n, 'd>],
        similarity: &'a Similarity,
        anchors: &'a dyn Fn(usize, usize) -> bool,
    ) -> Content<'a, 'n, 'd> {
        let totals = |units: &[&ContentUnit<'_, '_>]| {
            let total = |unit: &&ContentUnit<'_, '_>| similarity.total(&unit.node.features);
            units.iter().map(total).collect()
        };
        Content {
            totals: [totals(en), totals(fr)],
            sentences: [en, fr].map(|units| vec![OnceCell::new(); units.len()]),
            en,
            fr,
            similarity,
            anchors,
        }
    }

    /// The groups, in the order of the page.
    pub fn groups(&self) -> Vec<UnitGroup> {
        let table = self.fill();
        let (mut e, mut f) = (self.en.len(), self.fr.len());
        let mut groups = Vec::new();
        while e > 0 || f > 0 {
            let cell = table.get(e).and_then(|row| row.get(&f));
            let (back_e, back_f) = match cell {
                Some(cell) if cell.back != (0, 0) => cell.back,
                // Beyond the band: what is left has no partner.
                _ => (usize::from(e > 0), usize::from(e == 0)),
            };
            let (from_e, from_f) = (e.saturating_sub(back_e), f.saturating_sub(back_f));
            groups.push(UnitGroup {
                en: from_e..e,
                fr: from_f..f,
            });
            (e, f) = (from_e, from_f);
        }
        groups.reverse();
        groups
    }

    fn fill(&self) -> Vec<HashMap<usize, Cell>> {
        let (rows, columns) = (self.en.len() + 1, self.fr.len() + 1);
        let band = if rows * columns <= WHOLE_TABLE {
            columns
        } else {
            BAND + rows.abs_diff(columns).min(BAND)
        };
        let mut table: Vec<HashMap<usize, Cell>> = Vec::with_capacity(rows);
        for e in 0..rows {
            let middle = e * columns / rows;
            let (from, to) = (
                middle.saturating_sub(band),
                (middle + band + 1).min(columns),
            );
            table.push(HashMap::with_capacity(to - from));
            for f in from..to {
                let cell = self.best(&table, e, f);
                if let (Some(row), Some(cell)) = (table.last_mut(), cell) {
                    row.insert(f, cell);
                }
            }
        }
        table
    }

    fn best(&self, table: &[HashMap<usize, Cell>], e: usize, f: usize) -> Option<Cell> {
        let mut best = (e == 0 && f == 0).then_some(Cell {
            score: 0.0,
            back: (0, 0),
        });
        let mut offer = |back: (usize, usize), gain: &dyn Fn() -> Option<f32>| {
            let from = e.checked_sub(back.0).zip(f.checked_sub(back.1));
            let before = from.and_then(|(e, f)| table.get(e)?.get(&f));
            let Some((before, gain)) = before.and_then(|before| Some((before, gain()?))) else {
                return;
            };
            let score = before.score + gain;
            if best.is_none_or(|best| score > best.score) {
                best = Some(Cell { score, back });
            }
        };
        offer((1, 0), &|| Some(-GAP));
        offer((0, 1), &|| Some(-GAP));
        if e > 0 && f > 0 {
            offer((1, 1), &|| self.pair(e - 1, f - 1));
            for count in self.mergeable(self.en, e, self.fr[f - 1]) {
                offer((count, 1), &|| {
                    self.merged(
                        (&self.en[e - count..e], &self.totals[0][e - count..e]),
                        f - 1,
                        true,
                    )
                });
            }
            for count in self.mergeable(self.fr, f, self.en[e - 1]) {
                offer((1, count), &|| {
                    self.merged(
                        (&self.fr[f - count..f], &self.totals[1][f - count..f]),
                        e - 1,
                        false,
                    )
                });
            }
        }
        best
    }

    fn pair(&self, e: usize, f: usize) -> Option<f32> {
        let (en, fr) = (self.en[e], self.fr[f]);
        if !may_pair(en, fr) {
            return None;
        }
        let (left, right) = (&en.node.features, &fr.node.features);
        let total = self.totals[0][e] + self.totals[1][f];
        let shared = self.similarity.shared(left, right);
        let ratio = if total > 0.0 {
            2.0 * shared / total
        } else {
            0.0
        };
        let form = if en.is_set_like(fr) { 0.0 } else { FORM };
        let anchor = if (self.anchors)(e, f) { ANCHOR } else { 0.0 };
        let fit = length_fit(left.letters, right.letters);
        Some(evidence(ratio, total / 2.0) + LENGTH * fit + anchor - form)
    }

    /// How many units that end at `end` may together say what one says: those whose
    /// length comes near it.
    fn mergeable(
        &self,
        units: &[&ContentUnit<'_, '_>],
        end: usize,
        one: &ContentUnit<'_, '_>,
    ) -> Range<usize> {
        let most = one.node.features.letters * 8 / 5 + 40;
        let mut letters = 0;
        let mut count = 0;
        while let Some(unit) = end.checked_sub(count + 1).and_then(|at| units.get(at)) {
            letters += unit.node.features.letters;
            if letters > most || count >= MOST || !may_merge(unit, one) {
                break;
            }
            count += 1;
        }
        2..count + 1
    }

    /// What it is worth that several units say what one says: each must have something
    /// in common with it that the others do not have.
    fn merged(
        &self,
        (parts, totals): (&[&ContentUnit<'_, '_>], &[f32]),
        at: usize,
        one_is_fr: bool,
    ) -> Option<f32> {
        let one = if one_is_fr { self.fr[at] } else { self.en[at] };
        let letters: usize = parts.iter().map(|part| part.node.features.letters).sum();
        let whole = &one.node.features;
        let fit = fit_of(letters, whole.letters, one_is_fr);
        if fit < -1.0 {
            return None;
        }
        let items = one.leads && parts.iter().filter(|part| part.is_set_like(one)).count() > 1;
        let lines = !items && is_set_in_lines(parts, one, one_is_fr);
        let features: Vec<&Features> = parts.iter().map(|part| &part.node.features).collect();
        let own = self.similarity.own_shares(&features, whole);
        #[expect(clippy::cast_precision_loss, reason = "there are few parts")]
        let cost = (parts.len() - 1) as f32
            * match (items, lines) {
                (true, _) => MERGE_ITEMS,
                (_, true) => MERGE_LINES,
                _ => MERGE,
            };
        let said = own.iter().zip(totals);
        let said = said.map(|(own, total)| evidence(own / total.max(0.01), *total));
        let mut said: Vec<f32> = said.collect();
        if lines || !items && parts.len() >= MANY && self.says_most(&features, whole, fit) {
            said.iter_mut().for_each(|said| *said = said.max(0.0));
        }
        let mut sum: f32 = said.iter().sum();
        // Several parts may say the same words, which then tell of none by themselves:
        // sentence by sentence they do.
        if !items && fit > 0.0 && said.iter().any(|said| *said < MERGE) {
            sum = sum.max(self.in_order(&features, at, one_is_fr).unwrap_or(sum));
        }
        Some(sum + LENGTH * fit - cost)
    }

    /// Whether many parts together say much of what one says, at its length.
    fn says_most(&self, parts: &[&Features], whole: &Features, fit: f32) -> bool {
        fit > 0.3 && {
            let all = Features::sum(parts.iter().copied());
            self.similarity.ratio(&all, whole) >= 2.0 * CHANCE
        }
    }

    /// What it is worth that the sentences of a text say what the parts say, in their
    /// order; nothing where the lengths of a part and of its sentences do not fit.
    fn in_order(&self, parts: &[&Features], at: usize, one_is_fr: bool) -> Option<f32> {
        let (units, known) = match one_is_fr {
            true => (self.fr, &self.sentences[1]),
            false => (self.en, &self.sentences[0]),
        };
        let text = units.get(at)?.node.passage.as_ref()?;
        let sentences = known.get(at)?.get_or_init(|| {
            let ranges = sentences(&text.passage.text).into_iter();
            let of_part = |range| Features::of_part(&text.passage, &text.values, &range);
            ranges.map(of_part).collect()
        });
        if sentences.len() < parts.len() || sentences.len() > MOST {
            return None;
        }
        // The best of the parts so far, for each number of sentences that they take.
        let mut best: Vec<Option<f32>> = vec![None; sentences.len() + 1];
        best[0] = Some(0.0);
        for part in parts {
            let mut next = vec![None; best.len()];
            for (from, before) in best.iter().enumerate() {
                let Some(before) = before else { continue };
                for to in from + 1..next.len() {
                    let run = Features::sum(&sentences[from..to]);
                    if fit_of(part.letters, run.letters, one_is_fr) < 0.0 {
                        continue;
                    }
                    let total = self.similarity.total(part) + self.similarity.total(&run);
                    let shared = 2.0 * self.similarity.shared(part, &run);
                    let score = before + evidence(shared / total.max(0.01), total / 2.0);
                    if next[to].is_none_or(|known| score > known) {
                        next[to] = Some(score);
                    }
                }
            }
            best = next;
        }
        best.last().copied().flatten()
    }
}

/// The bytes of the sentences of a text and of the parts that colons and semicolons make.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut ended) = (0, false);
    for (at, letter) in text.char_indices() {
        if ended && letter.is_whitespace() {
            found.push(start..at);
            start = at;
        }
        ended = matches!(letter, '.' | '!' | '?' | ';' | ':' | '\n')
            || ended && matches!(letter, '»' | '”' | ')');
    }
    found.push(start..text.len());
    found.retain(|range| letters(text.get(range.clone()).unwrap_or_default()) > 0);
    found
}

/// How well the length of several parts fits that of what says them all.
fn fit_of(parts: usize, whole: usize, whole_is_fr: bool) -> f32 {
    if whole_is_fr {
        length_fit(parts, whole)
    } else {
        length_fit(whole, parts)
    }
}

/// Whether a text is broken into as many lines as there are parts, each as long as one.
fn is_set_in_lines(
    parts: &[&ContentUnit<'_, '_>],
    one: &ContentUnit<'_, '_>,
    one_is_fr: bool,
) -> bool {
    let Some(text) = &one.node.passage else {
        return false;
    };
    let lines: Vec<&str> = text.passage.text.split('\n').collect();
    lines.len() == parts.len()
        && lines.iter().zip(parts).all(|(line, part)| {
            let line = letters(line);
            line > 0 && fit_of(part.node.features.letters, line, one_is_fr) > 0.0
        })
}

/// Whether two units can be partners.
fn may_pair(en: &ContentUnit<'_, '_>, fr: &ContentUnit<'_, '_>) -> bool {
    match (en.node.kind, fr.node.kind) {
        (Kind::Row(a), Kind::Row(b)) => a == b,
        (
            Kind::Paragraph | Kind::Row(_) | Kind::Definition,
            Kind::Paragraph | Kind::Row(_) | Kind::Definition,
        )
        | (Kind::Caption, Kind::Paragraph)
        | (Kind::Paragraph, Kind::Caption) => true,
        (a, b) => a.fits(b),
    }
}

/// Whether a unit can be a part of what another one says.
fn may_merge(part: &ContentUnit<'_, '_>, one: &ContentUnit<'_, '_>) -> bool {
    let text = |unit: &ContentUnit<'_, '_>| {
        matches!(
            unit.node.kind,
            Kind::Paragraph | Kind::Row(_) | Kind::Definition
        )
    };
    let rows = |unit: &ContentUnit<'_, '_>| matches!(unit.node.kind, Kind::Row(_));
    text(part) && text(one) && !(rows(part) && rows(one))
}

/// How much speaks for a text being said, when this part of its words is found again:
/// little where it has few words, and much against it where it has many.
fn evidence(part: f32, total: f32) -> f32 {
    let wordy = (total / WORDY).min(1.0);
    let chance = CHANCE + 0.05 * wordy;
    if part < chance {
        return (part / chance - 1.0) * 6.0 * wordy;
    }
    ((part - chance) * 10.0).min(2.5 + wordy) * total / (total + 1.0)
}
