//! Facts that one language prints and the other does not.

use super::scope::Scope;
use crate::check::pairing::matching::FactDifference;
use crate::check::pairing::{Comparison, TextMark, language};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

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
    let has = difference.has;
    let other = language(has.other());
    let pair = comparison.pairs.get(difference.pair)?;
    let mark = TextMark::part(difference.text, &difference.piece.range);
    let partner = TextMark::whole(pair.first(has.other())?);
    let (en, fr) = match has {
        Lang::En => (&mark, &partner),
        Lang::Fr => (&partner, &mark),
    };
    let fact = difference.fact;
    let (code, message, hint) = if difference.written_out {
        (
            &FACT_WRITTEN_OUT,
            format!("the {other} has written out what the fact `{fact}` says"),
            format!("write `{{ ${fact} }}` in the {other} too, so that both change together"),
        )
    } else {
        (
            &FACT_MISMATCH,
            format!(
                "the {} prints the fact `{fact}`, the {other} does not",
                language(has)
            ),
            format!(
                "write `{{ ${fact} }}` in the {other} too, or take it out of the {}",
                language(has)
            ),
        )
    };
    let label = format!("`{fact}` stands in the {}", language(has));
    let none = format!("not in the {other}");
    let labels = match has {
        Lang::En => (label, none),
        Lang::Fr => (none, label),
    };
    let mut finding = comparison.finding(code, en, fr, message, labels).hint(hint);
    if difference.moved {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    Some(finding)
}
