//! Sentences that one language lacks.

use super::lengths::LENGTH_MISMATCH;
use super::scope::{Scope, Told};
use crate::check::pairing::{Comparison, TextMark, language};
use crate::check::sentences::{Bead, Beads, Sentence};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::source::Span;
use std::sync::Arc;

crate::diagnostic::codes! {
    MISSING_SENTENCE = "P065", "missing-sentence", Error;
}

/// How much better an alignment must be with a sentence lacking than without, to be
/// told, and to be sure. Of 250 sentences dropped from public texts, 98 of a hundred
/// come to 0.5, 76 to 2; of 390 texts that lack none, one came to more than 0.5.
const TOLD: f32 = 0.5;
const SURE: f32 = 2.0;

/// What the other sentences of a text have in common with their partners at least: what
/// is below, nine of ten true partners surpass, and nine of ten wrong ones do not.
const LIKE: f32 = 0.25;

/// Finds sentences that have no translation.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    out.extend_from_slice(&told(scope).0);
}

/// The findings, and where the sentences stand.
pub(super) fn told<'s>(scope: &'s Scope<'_, '_>) -> &'s Told<Vec<Lacking>> {
    let sentences = scope.sentences();
    scope
        .missing_sentences
        .get_or_init(|| find(scope.comparison, sentences))
}

fn find(comparison: &Comparison<'_, '_>, sentences: &[Beads<'_, '_>]) -> Told<Vec<Lacking>> {
    let (mut out, mut lacking) = (Vec::new(), Vec::new());
    for beads in sentences {
        if beads.margin < TOLD || beads.likeness() < LIKE {
            continue;
        }
        for (place, bead) in beads.beads.iter().enumerate() {
            if bead.is_whole() {
                continue;
            }
            for lang in Lang::ALL {
                for sentence in bead.side(lang) {
                    out.extend(finding(comparison, beads, place, (lang, sentence)));
                    let mark = TextMark::part(sentence.text, &sentence.range);
                    lacking.extend(comparison.place(&mark).map(Lacking));
                }
            }
        }
    }
    (out, lacking)
}

/// A sentence that has no translation: where it stands.
pub(super) struct Lacking(Span);

impl Lacking {
    /// Whether a finding is told with the sentence: a value, a name or a link in it that
    /// the other language lacks of course, or the length of the text around it.
    pub(super) fn explains(&self, finding: &Diagnostic) -> bool {
        if finding.code.id == MISSING_SENTENCE.id {
            return false;
        }
        let own = self.0.range();
        let is_length = finding.code.id == LENGTH_MISMATCH.id;
        let labels = finding.labels.iter().map(|label| &label.span);
        finding.span.iter().chain(labels).any(|span| {
            let other = span.range();
            let inside = own.start <= other.start && other.end <= own.end;
            let around = other.start <= own.start && own.end <= other.end;
            Arc::ptr_eq(span.file(), self.0.file()) && (inside || (is_length && around))
        })
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    beads: &Beads<'_, '_>,
    place: usize,
    (has, sentence): (Lang, &Sentence<'_, '_>),
) -> Option<Diagnostic> {
    let lacks = has.other();
    let own = TextMark::part(sentence.text, &sentence.range);
    let beside = beside(&beads.beads, place, lacks)?;
    let there = TextMark::part(beside.text, &beside.range);
    let (en, fr) = match has {
        Lang::En => (&own, &there),
        Lang::Fr => (&there, &own),
    };
    let label = |lang: Lang| match lang == has {
        true => format!("the {} says this", language(lang)),
        false => format!("the {} has no such sentence here", language(lang)),
    };
    let message = format!(
        "the {} lacks a sentence that the {} has: “{}”",
        language(lacks),
        language(has),
        shown(sentence.slice())
    );
    let labels = (label(Lang::En), label(Lang::Fr));
    let mut finding = comparison.finding(&MISSING_SENTENCE, en, fr, message, labels);
    if beads.margin < SURE {
        finding.severity = Severity::Warning;
    }
    Some(finding.hint(format!(
        "translate it, or take it out of the {}",
        language(has)
    )))
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
