//! Sentences that one language lacks.

use super::blocks::PARAGRAPH_SPLIT;
use super::lengths::LENGTH_MISMATCH;
use super::scope::{Scope, Told};
use crate::check::pairing::{Comparison, TextMark};
use crate::check::sentences::{Bead, Beads, Sentence};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::source::Span;
use std::sync::Arc;

crate::diagnostic::codes! {
    MISSING_SENTENCE = "P065", "missing-sentence", Error;
}

/// How much better an alignment must be with a sentence lacking than without, to be
/// told, and to be sure. Of 100 sentences dropped from public texts that had not been
/// looked at before, 94 come to 0.5 and 68 to 2. Of 1,606 public texts of several
/// sentences as they came, 31 come to 0.5 and 13 to 2, most of which lack one; of 684 of
/// the corpus, which lack none, 3 come to 0.5 and none to 2.
const TOLD: f32 = 0.5;
const SURE: f32 = 2.0;

/// What the other sentences of a text have in common with their partners at least: what
/// is below, nine of ten true partners surpass, and nine of ten wrong ones do not.
const LIKE: f32 = 0.25;

/// Up to so many words a text is a label, whose points are those of abbreviations.
const LABEL: usize = 4;

/// Finds sentences that have no translation.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    out.extend_from_slice(&told(scope).0);
}

/// The findings, and where the sentences stand.
pub(super) fn told<'s>(scope: &'s Scope<'_, '_>) -> &'s Told<Vec<Span>> {
    let sentences = scope.sentences();
    scope
        .missing_sentences
        .get_or_init(|| find(scope.comparison, sentences))
}

fn find(comparison: &Comparison<'_, '_>, sentences: &[Beads<'_, '_>]) -> Told<Vec<Span>> {
    let (mut out, mut lacking) = (Vec::new(), Vec::new());
    let mut alone = alone(sentences);
    while let Some(one) = alone.first().cloned() {
        alone.remove(0);
        // One beside that might be it is it: two that are lacking there are less likely.
        let moved = alone.iter().position(|other| {
            one.is(other) || one.is_beside(comparison, other) && one.may_be(other)
        });
        let found = match moved.map(|at| alone.remove(at)) {
            Some(other) => {
                lacking.extend(other.mark(comparison));
                let beside = one.is_beside(comparison, &other);
                Some(moved_finding(comparison, &one, &other, beside))
            }
            None => finding(comparison, &one),
        };
        out.extend(found);
        lacking.extend(one.mark(comparison));
    }
    (out, lacking)
}

/// A sentence that stands alone in its text.
#[derive(Clone)]
struct Alone<'b, 'n, 'd> {
    /// Its text's place among the pairs of texts, and the sentences of that pair.
    pair: usize,
    beads: &'b Beads<'n, 'd>,
    /// Its place among these.
    place: usize,
    has: Lang,
    sentence: &'b Sentence<'n, 'd>,
}

/// The sentences that have no partner in their own texts, in their order.
fn alone<'b, 'n, 'd>(sentences: &'b [Beads<'n, 'd>]) -> Vec<Alone<'b, 'n, 'd>> {
    let told = |beads: &Beads<'_, '_>| {
        beads.margin >= TOLD && beads.words() > LABEL && beads.likeness() >= LIKE
    };
    let mut found = Vec::new();
    for (pair, beads) in sentences
        .iter()
        .enumerate()
        .filter(|(_, beads)| told(beads))
    {
        for (place, bead) in beads
            .beads
            .iter()
            .enumerate()
            .filter(|(_, bead)| !bead.is_whole())
        {
            for has in Lang::ALL {
                let own = bead.side(has).iter();
                found.extend(own.map(|sentence| Alone {
                    pair,
                    beads,
                    place,
                    has,
                    sentence,
                }));
            }
        }
    }
    found
}

impl Alone<'_, '_, '_> {
    fn mark(&self, comparison: &Comparison<'_, '_>) -> Option<Span> {
        let mark = TextMark::part(self.sentence.text, &self.sentence.range);
        comparison.place(&mark)
    }

    /// Whether the other one is its translation, wherever it stands.
    fn is(&self, other: &Alone<'_, '_, '_>) -> bool {
        self.has != other.has && self.sentence.translates(other.sentence)
    }

    /// Whether the other one might be its translation.
    fn may_be(&self, other: &Alone<'_, '_, '_>) -> bool {
        self.has != other.has && self.sentence.may_translate(other.sentence)
    }

    /// Whether the other language has a sentence of its own in the text too: it is built in
    /// another way.
    fn answers_another(&self) -> bool {
        let mut beads = self.beads.beads.iter();
        beads.any(|bead| bead.side(self.has).is_empty())
    }

    /// Whether the other language may say it in a part of the sentence beside, behind a
    /// dash or in brackets: that one has a part more than its partner.
    fn stands_beside(&self) -> bool {
        let lacks = self.has.other();
        let beads = &self.beads.beads;
        let parts = |bead: &Bead<'_, '_>, lang| {
            let sentences = bead.side(lang).iter();
            sentences.map(|it| parts_of(it.slice())).sum::<usize>()
        };
        let is_more = |bead: &&Bead<'_, '_>| parts(bead, lacks) > parts(bead, self.has);
        let whole = |bead: &&Bead<'_, '_>| bead.is_whole();
        let before = beads.iter().take(self.place).rfind(whole);
        let behind = beads.iter().skip(self.place).find(whole);
        before.iter().chain(&behind).any(is_more)
    }

    /// Whether the other one stands in the text beside: paragraphs that end in different
    /// places.
    fn is_beside(&self, comparison: &Comparison<'_, '_>, other: &Alone<'_, '_, '_>) -> bool {
        let section =
            |alone: &Alone<'_, '_, '_>| comparison.pairs.get(alone.pair).map(|it| it.section);
        self.pair.abs_diff(other.pair) == 1 && section(self) == section(other)
    }
}

/// Whether a finding is told with a sentence that has no translation: a value, a name or a
/// link in it that the other language lacks of course, or the length of the text around it.
pub(super) fn explains(sentence: &Span, finding: &Diagnostic) -> bool {
    if [MISSING_SENTENCE.id, PARAGRAPH_SPLIT.id].contains(&finding.code.id) {
        return false;
    }
    let own = sentence.range();
    let is_length = finding.code.id == LENGTH_MISMATCH.id;
    let labels = finding.labels.iter().map(|label| &label.span);
    finding.span.iter().chain(labels).any(|span| {
        let other = span.range();
        let inside = own.start <= other.start && other.end <= own.end;
        let around = other.start <= own.start && own.end <= other.end;
        Arc::ptr_eq(span.file(), sentence.file()) && (inside || (is_length && around))
    })
}

fn finding(comparison: &Comparison<'_, '_>, alone: &Alone<'_, '_, '_>) -> Option<Diagnostic> {
    let (has, lacks) = (alone.has, alone.has.other());
    let own = TextMark::part(alone.sentence.text, &alone.sentence.range);
    let beside = beside(&alone.beads.beads, alone.place, lacks)?;
    let there = TextMark::part(beside.text, &beside.range);
    let words = shown(alone.sentence.slice());
    let wording = MISSING_SENTENCE.say("lacks", given!(lacks, has, words));
    let finding = comparison.one_sided(wording, has, &own, &there);
    let finding = finding.unless_sure(alone.beads.margin >= SURE);
    Some(match (alone.stands_beside(), alone.answers_another()) {
        (true, _) => finding.at_most(Severity::Note),
        (_, true) if finding.severity == Severity::Error => finding.at_most(Severity::Warning),
        (_, true) => finding.at_most(Severity::Note),
        _ => finding,
    })
}

/// The finding of a sentence that stands in another text, the one beside or one further on.
fn moved_finding<'b, 'n, 'd>(
    comparison: &Comparison<'_, '_>,
    one: &Alone<'b, 'n, 'd>,
    other: &Alone<'b, 'n, 'd>,
    beside: bool,
) -> Diagnostic {
    let (en, fr) = match one.has {
        Lang::En => (one, other),
        Lang::Fr => (other, one),
    };
    let (before, behind) = match en.pair < fr.pair {
        true => (Lang::En, Lang::Fr),
        false => (Lang::Fr, Lang::En),
    };
    let words = shown(one.sentence.slice());
    let wording = match beside {
        true => PARAGRAPH_SPLIT.say("sentence", given!(before, behind, words)),
        false => MISSING_SENTENCE.say("moved", given!(words)),
    };
    let [english, french] = [en, fr].map(|it| TextMark::part(it.sentence.text, &it.sentence.range));
    comparison
        .finding(wording, &english, &french)
        .at_most(Severity::Warning)
}

/// The sentence of the other language before the place, or behind it.
fn beside<'b, 'n, 'd>(
    beads: &'b [Bead<'n, 'd>],
    place: usize,
    lang: Lang,
) -> Option<&'b Sentence<'n, 'd>> {
    let mut before = beads.get(..place)?.iter().rev();
    let before = before.find_map(|bead| bead.side(lang).last());
    before.or_else(|| {
        let mut behind = beads.get(place..)?.iter();
        behind.find_map(|bead| bead.side(lang).first())
    })
}

/// The parts of a sentence that might be sentences.
fn parts_of(sentence: &str) -> usize {
    sentence.matches([';', '—', '–', '(']).count()
}

/// The beginning of a sentence.
fn shown(sentence: &str) -> String {
    const MOST: usize = 80;
    let words = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST) {
        Some((end, _)) => {
            let start = words.get(..end).unwrap_or(&words);
            let whole = start.rsplit_once(' ').map_or(start, |(whole, _)| whole);
            format!("{whole} …")
        }
        None => words,
    }
}
