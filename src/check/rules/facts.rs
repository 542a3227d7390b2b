//! Facts that one language prints and the other does not.

use super::scope::Scope;
use crate::check::pairing::matching::FactDifference;
use crate::check::pairing::{Comparison, TextMark};
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    FACT_MISMATCH = "P030", "fact-mismatch", Error;
    FACT_WRITTEN_OUT = "P031", "fact-written-out", Warning;
}

/// Finds facts that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in &differences.facts {
        out.extend(finding(comparison, difference));
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    difference: &FactDifference<'_, '_>,
) -> Option<Diagnostic> {
    let (has, lacks, fact) = (difference.has, difference.has.other(), difference.fact);
    let pair = comparison.pairs.get(difference.pair)?;
    let own = TextMark::part(difference.text, &difference.piece.range);
    let there = TextMark::whole(pair.first(lacks)?);
    let wording = match difference.written_out {
        true => FACT_WRITTEN_OUT.say("written-out", given!(has, lacks, fact)),
        false => FACT_MISMATCH.say("lacks", given!(has, lacks, fact)),
    };
    let finding = comparison.one_sided(wording, has, &own, &there);
    Some(finding.unless_sure(!difference.moved))
}
