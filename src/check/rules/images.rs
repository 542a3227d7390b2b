//! Pictures.

use super::scope::Scope;
use crate::check::pairing::{TextMark, counted};
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
        let (message, hint) = if en.len() != fr.len() {
            (
                format!(
                    "{} in the English, {} in the French",
                    counted(en.len(), "picture"),
                    fr.len()
                ),
                "show the same pictures in both languages",
            )
        } else if described(&en) != described(&fr) {
            (
                "a picture is described in one language alone".to_owned(),
                "write what it shows between the square brackets in both languages",
            )
        } else {
            continue;
        };
        let mut finding = comparison
            .finding(
                &IMAGE_MISMATCH,
                &TextMark::whole(left),
                &TextMark::whole(right),
                message,
                ("the English".into(), "the French".into()),
            )
            .hint(hint);
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
