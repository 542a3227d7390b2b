//! HTML elements that differ.

use super::markup::Markup;
use super::scope::Scope;
use crate::check::messages::codes::TAG_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let tags = |text: &str| {
            let mut tags = Markup::of(text).tags;
            tags.sort();
            tags
        };
        let (en, fr) = (tags(&en.text), tags(&fr.text));
        if en == fr {
            continue;
        }
        let show = |tags: &[String]| match tags {
            [] => "none".to_owned(),
            tags => tags
                .iter()
                .map(|tag| format!("`<{tag}>`"))
                .collect::<Vec<_>>()
                .join(" "),
        };
        let message = format!(
            "`{}` has other HTML elements in French than in English",
            pair.en.name()
        );
        out.push(pair.finding(&TAG_MISMATCH, Lang::Fr, message).hint(format!(
            "in English: {}; in French: {}",
            show(&en),
            show(&fr)
        )));
    }
}
