//! Pictures.

use super::scope::Scope;
use crate::check::passage::ImageUse;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

crate::diagnostic::codes! {
    IMAGE_MISMATCH = "P061", "image-mismatch", Error;
}

/// Finds texts with another number of pictures, and descriptions that one language
/// lacks.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for pair in &comparison.pairs {
        let [en, fr] = Lang::ALL.map(|lang| -> Vec<&ImageUse<'_>> {
            let texts = pair.side(lang).iter();
            texts.flat_map(|text| &text.passage.images).collect()
        });
        let Some([left, right]) = pair.wholes() else {
            continue;
        };
        let described = |images: &[&ImageUse<'_>]| {
            let alts = images.iter().map(|image| image.alt.trim());
            alts.filter(|alt| !alt.is_empty()).count()
        };
        let wording = if en.len() != fr.len() {
            IMAGE_MISMATCH.say("count", given!(en = en.len(), fr = fr.len()))
        } else if described(&en) != described(&fr) {
            IMAGE_MISMATCH.say("described", &[])
        } else {
            continue;
        };
        let mut finding = comparison.finding(wording, &left, &right);
        // A picture alone in its paragraph has no words to point at.
        let same = en.len() == fr.len();
        let here = comparison.later().choose(&en, &fr).first();
        if let Some(image) = here.filter(|_| same) {
            finding.span = Some(comparison.finder.of_origin(image.origin));
        }
        out.push(finding);
    }
}
