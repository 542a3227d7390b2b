//! Pictures.

use super::scope::Scope;
use crate::check::pairing::Mark;
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
        let images = |lang| {
            pair.side(lang)
                .iter()
                .flat_map(|text| &text.passage.images)
                .collect::<Vec<_>>()
        };
        let (en, fr) = (images(Lang::En), images(Lang::Fr));
        let (Some(left), Some(right)) = (pair.first(Lang::En), pair.first(Lang::Fr)) else {
            continue;
        };
        let described = |images: &[&crate::check::passage::ImageUse<'_>]| {
            images
                .iter()
                .filter(|image| !image.alt.trim().is_empty())
                .count()
        };
        let wording = if en.len() != fr.len() {
            IMAGE_MISMATCH.say("count", &[("en", &en.len()), ("fr", &fr.len())])
        } else if described(&en) != described(&fr) {
            IMAGE_MISMATCH.say("described", &[])
        } else {
            continue;
        };
        let mut finding = comparison.finding(wording, &Mark::whole(left), &Mark::whole(right));
        // A picture alone in its paragraph has no words to point at.
        let here = match comparison.later() {
            Lang::Fr => &fr,
            Lang::En => &en,
        };
        if let (Some(image), true) = (here.first(), en.len() == fr.len()) {
            finding.span = Some(comparison.finder.of_origin(image.origin));
        }
        out.push(finding);
    }
}
