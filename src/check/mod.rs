//! Compares what the English and the French document of a memo say, and checks what
//! the mending of typography leaves alone.
//!
//! [`check_documents`] takes both documents apart, finds out which block translates
//! which, and runs the rules of `rules/`, one file each. What it can say for a memo is
//! how many blocks, values and links were compared and agree ([`Agreement`]): never that
//! the two are equivalent, and nothing of what no rule reads.

mod agreement;
pub mod codes;
mod context;
mod exceptions;
pub mod licences;
mod links;
mod markup;
mod mentions;
pub mod messages;
mod narrow;
mod near;
mod near_facts;
mod outline;
mod pairing;
mod passage;
mod place;
mod rule;
mod rules;
mod sense;
mod sentences;
#[cfg(test)]
mod tests;
mod tongue;
mod typography;
mod values;
mod works;

pub use agreement::{Agreement, Count};
pub use context::Context;
pub use exceptions::{
    HeadedPlaces, Settled, apply_settings, apply_to_files, headed_places, impossible_exceptions,
    impossible_settings, needless_exceptions, unused_exceptions, without_ignored,
};
pub(crate) use markup::find_markup;
pub use markup::{Found, MarkupMend};

pub use near_facts::{near_facts, near_facts_of_settings};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lang::Lang;
use outline::parts::Outline;
use pairing::Comparison;
use place::Finder;

/// What came of checking the documents of a memo.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
    /// What was compared; nothing where there is one document alone.
    pub agreement: Option<Agreement>,
}

/// What is wrong with the documents of a memo, each taken apart once: every difference in
/// substance between the English and the French one, where there are both in this order,
/// then for each the typography that could not be mended and the markup that prints as
/// itself.
///
/// Differences come in the order of the page within each rule. They stand in the language
/// that was written later, with a label at its partner.
pub fn check_documents(documents: &[&Document], context: &Context<'_>) -> Checked {
    let mut checked = Checked::default();
    check_documents_into(documents, context, &mut checked);
    checked
}

/// The same, into what is kept where the work ends before its end: what was found until then.
pub fn check_documents_into(documents: &[&Document], context: &Context<'_>, checked: &mut Checked) {
    let outlines: Vec<Outline<'_>> = match documents {
        [en, fr] => Outline::of_both(en, fr).into(),
        others => others.iter().copied().map(Outline::of).collect(),
    };
    if let [en, fr] = outlines.as_slice() {
        let source = context.memo.map_or(Lang::En, |memo| memo.source_language);
        let comparison = Comparison::new(en, fr, context.settings, source, context.places);
        let tally = rules::check(&comparison, context.memo, &mut checked.findings);
        let all = checked.findings.iter().chain(context.known);
        checked.agreement = Some(Agreement::of(&comparison, &tally, all));
    }
    let places = context.places;
    let mut own = Vec::new();
    for outline in &outlines {
        own.extend(sense::check(outline, context.memo, Finder { places }));
    }
    // What is wrong in one language is not told again as a difference.
    let findings = &mut checked.findings;
    findings.retain(|difference| !sense::explains(&own, difference));
    findings.extend(own);
    for outline in &outlines {
        let finder = Finder { places };
        findings.extend(typography::check(
            outline,
            finder,
            context.settings,
            context.memo,
        ));
        findings.extend(markup::check(outline, context));
    }
}
