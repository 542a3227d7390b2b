//! Sentences that oblige where their translations allow.

use super::scope::Scope;
use crate::check::pairing::{Comparison, TextMark};
use crate::check::sentences::stances::Claim;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::{Grade, Stance};

crate::diagnostic::codes! {
    MODALITY_MISMATCH = "P081", "modality-mismatch", Warning;
}

/// Finds obligations beside permissions. One alone is no finding: English commands
/// where French says "vous devez", and both pass over what goes without saying.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, sentences) = (scope.comparison, scope.sentences());
    let beads = sentences.iter().flat_map(|pair| &pair.beads);
    for bead in beads.filter(|bead| bead.is_whole()) {
        let contraries = bead.contraries();
        if let Some((en, fr)) = contraries.first()
            && bead.is_sure()
        {
            let found = match en.stance == Stance::Obligation {
                true => finding(comparison, Lang::En, (en, fr)),
                false => finding(comparison, Lang::Fr, (fr, en)),
            };
            let sure = bead.is_close() && [en, fr].iter().all(|it| it.grade == Grade::Sure);
            let most = if sure {
                Severity::Warning
            } else {
                Severity::Note
            };
            out.push(found.at_most(most));
        }
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    has: Lang,
    (must, may): (&Claim<'_, '_>, &Claim<'_, '_>),
) -> Diagnostic {
    let [own, other] = [must, may].map(|claim| TextMark::part(claim.text, &claim.range));
    let written = |claim: &Claim<'_, '_>| claim.text.passage.slice(&claim.range).to_owned();
    let wording = MODALITY_MISMATCH.say(
        "against",
        given!(
            has,
            other = has.other(),
            obligation = written(must),
            permission = written(may)
        ),
    );
    comparison.one_sided(wording, has, &own, &other)
}
