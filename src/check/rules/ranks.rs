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
    let (comparison, foreign) = (scope.comparison, scope.foreign());
    for (at, pair) in comparison.pairs.iter().enumerate() {
        if foreign.contains(&at) {
            continue;
        }
        let (en, fr) = (uses(pair, Lang::En), uses(pair, Lang::Fr));
        let only = |these: &[Use<'_, '_>], those: &[Use<'_, '_>]| -> Vec<usize> {
            these
                .iter()
                .enumerate()
                .filter(|(_, this)| !those.iter().any(|that| that.2 == this.2))
                .map(|(at, _)| at)
                .collect()
        };
        let mut only_fr = only(&fr, &en);
        for left in only(&en, &fr) {
            let Some(left) = en.get(left) else { continue };
            let partner = only_fr.iter().position(|right| {
                fr.get(*right)
                    .is_some_and(|right| right.2.family == left.2.family)
            });
            let Some(partner) = partner else { continue };
            let right = only_fr.remove(partner);
            if let Some(right) = fr.get(right) {
                out.push(finding(comparison, left, right));
            }
        }
        out.extend(repeated(comparison, &en, &fr));
    }
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
    let all = |these: &[Use<'_, '_>], those: &[Use<'_, '_>]| {
        these
            .iter()
            .all(|this| those.iter().any(|that| that.2 == this.2))
    };
    if !all(en, fr) && !all(fr, en) {
        return None;
    }
    en.iter()
        .zip(fr)
        .find(|(left, right)| left.2 != right.2 && left.2.family == right.2.family)
        .map(|(left, right)| {
            let mut finding = finding(comparison, left, right);
            finding.severity = Severity::Warning;
            finding
        })
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
    let (left, right) = (written(en), written(fr));
    let mut finding = comparison
        .finding(
            &RANK_MISMATCH,
            &TextMark::part(en.0, &en.1),
            &TextMark::part(fr.0, &fr.1),
            format!("“{left}” in the English is “{right}” in the French"),
            (
                format!("the English has “{left}”"),
                format!("the French has “{right}”"),
            ),
        )
        .hint(format!(
            "“{left}” is “{}”; “{right}” is “{}”",
            en.2.fr, fr.2.en
        ));
    if en.2.family != MINISTERS {
        finding.severity = Severity::Warning;
    }
    finding
}
