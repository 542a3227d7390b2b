//! Ranks of ministers, directors, presidents and their deputies.

use super::scope::Scope;
use crate::check::outline::ValuedText;
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::{self, MINISTERS, Rank};
use std::ops::Range;

crate::diagnostic::codes! {
    RANK_MISMATCH = "P053", "rank-mismatch", Error;
}

/// A rank in a text, by its bytes.
type Use<'n, 'd> = (&'n ValuedText<'d>, Range<usize>, Rank);

/// Finds ranks that stand for each other and differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for (_, pair) in scope.own_pairs() {
        let (en, fr) = (uses(pair, Lang::En), uses(pair, Lang::Fr));
        let mut only_fr = only(&fr, &en);
        for left in only(&en, &fr) {
            let mut others = only_fr.iter();
            let partner = others.position(|right| right.2.family == left.2.family);
            if let Some(partner) = partner {
                out.push(finding(comparison, left, only_fr.remove(partner)));
            }
        }
        out.extend(repeated(comparison, &en, &fr));
    }
}

/// The uses of ranks that the other language's texts do not have.
fn only<'u, 'n, 'd>(these: &'u [Use<'n, 'd>], those: &[Use<'_, '_>]) -> Vec<&'u Use<'n, 'd>> {
    let has = |this: &&Use<'_, '_>| those.iter().any(|that| that.2 == this.2);
    these.iter().filter(|this| !has(this)).collect()
}

/// One rank where the other language has two: "the Minister and the Deputy
/// Minister", "la ministre et la ministre".
fn repeated(
    comparison: &Comparison<'_, '_>,
    en: &[Use<'_, '_>],
    fr: &[Use<'_, '_>],
) -> Option<Diagnostic> {
    if en.len() != fr.len() || en.len() < 2 {
        return None;
    }
    let kinds = |uses: &[Use<'_, '_>]| {
        let mut ranks: Vec<Rank> = uses.iter().map(|(.., rank)| *rank).collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks.len()
    };
    if kinds(en) == kinds(fr) {
        return None;
    }
    if !only(en, fr).is_empty() && !only(fr, en).is_empty() {
        return None;
    }
    en.iter()
        .zip(fr)
        .find(|(left, right)| left.2 != right.2 && left.2.family == right.2.family)
        .map(|(left, right)| finding(comparison, left, right).at_most(Severity::Warning))
}

fn uses<'n, 'd>(pair: &Pair<'n, 'd>, lang: Lang) -> Vec<Use<'n, 'd>> {
    let mut found = Vec::new();
    for text in pair.side(lang) {
        let words: Vec<&str> = text
            .passage
            .words
            .iter()
            .map(|word| word.folded.as_str())
            .collect();
        for hit in lexicon::ranks(&words, lang) {
            let ends = (
                text.passage.words.get(hit.words.start),
                text.passage.words.get(hit.words.end - 1),
            );
            if let (Some(first), Some(last)) = ends {
                found.push((*text, first.range.start..last.range.end, hit.rank));
            }
        }
    }
    found
}

fn finding(comparison: &Comparison<'_, '_>, en: &Use<'_, '_>, fr: &Use<'_, '_>) -> Diagnostic {
    let written = |usage: &Use<'_, '_>| usage.0.passage.slice(&usage.1).to_owned();
    let wording = RANK_MISMATCH.say(
        "differ",
        &[
            ("en", &written(en)),
            ("fr", &written(fr)),
            ("in-french", &en.2.fr),
            ("in-english", &fr.2.en),
        ],
    );
    let finding = comparison.finding(
        wording,
        &TextMark::part(en.0, &en.1),
        &TextMark::part(fr.0, &fr.1),
    );
    finding.unless_sure(en.2.family == MINISTERS)
}
