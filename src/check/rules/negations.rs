//! Sentences that deny what their translations do not.

use super::scope::Scope;
use crate::check::pairing::{Comparison, TextMark};
use crate::check::sentences::Bead;
use crate::check::sentences::stances::Claim;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

crate::diagnostic::codes! {
    NEGATION_MISMATCH = "P080", "negation-mismatch", Warning;
}

/// Finds denials that no word of the other language answers.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, sentences) = (scope.comparison, scope.sentences());
    let beads = sentences.iter().flat_map(|pair| {
        // Where a sentence has no partner, those of its neighbours are less sure.
        let whole = pair.beads.iter().all(Bead::is_whole);
        pair.beads.iter().map(move |bead| (bead, whole))
    });
    for (bead, whole) in beads.filter(|(bead, _)| bead.is_whole()) {
        for lang in Lang::ALL {
            let unanswered = bead.unanswered(lang);
            if let Some(claim) = unanswered.first()
                && (bead.is_sure() || whole && bead.may_be_sure())
            {
                let most = if bead.is_close() && whole && !bead.asks_in_one() && !claim.doubled {
                    Severity::Warning
                } else {
                    Severity::Note
                };
                let found = finding(comparison, bead, (lang, claim));
                out.extend(found.map(|found| found.at_most(most)));
            }
        }
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    bead: &Bead<'_, '_>,
    (has, claim): (Lang, &Claim<'_, '_>),
) -> Option<Diagnostic> {
    let lacks = has.other();
    let there = bead.side(lacks).first()?;
    let own = TextMark::part(claim.text, &claim.range);
    let other = TextMark::part(there.text, &there.range);
    let written = claim.text.passage.slice(&claim.range);
    let wording = NEGATION_MISMATCH.say("lacks", given!(has, lacks, written));
    Some(comparison.one_sided(wording, has, &own, &other))
}
