//! Compares what the English and the French document of a memo say, and checks what
//! the mending of typography leaves alone.
//!
//! [`check_documents`] takes both documents apart, finds out which block translates
//! which, and runs the rules of `rules/`, one file each. "No differences found" is
//! all that it can say for a memo: never that the two are equivalent.

mod align;
mod compare;
mod exceptions;
mod fact_uses;
mod features;
mod leaf;
mod links;
mod markup;
mod matching;
mod narrow;
mod near_facts;
mod outline;
mod outline_parts;
mod pair;
mod paraphrase;
mod partners;
mod place;
mod reorder;
mod rules;
mod sameness;
#[cfg(test)]
mod sample;
mod sense;
mod stances;
mod typography;
mod values;
mod wholes;

pub use exceptions::{
    Settled, apply_settings, apply_to_files, impossible_settings, unused_exceptions,
};
pub(crate) use markup::find_markup;
pub use markup::{Found, Mend};

pub use near_facts::{near_facts, near_facts_of_settings};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lang::Lang;
use crate::memo::yaml::Places;
use crate::memo::{Memo, Settings};
use compare::Comparison;
use outline_parts::Outline;
use place::Finder;

/// What a check needs besides the documents.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The memo of the documents: who is who, and which language was written first.
    pub memo: Option<&'a Memo>,
    /// What the workspace sets: its glossary.
    pub settings: Option<&'a Settings>,
    /// Where nodes stand in their files.
    pub places: &'a Places,
}

/// What is wrong with the documents of a memo, each taken apart once: every difference in
/// substance between the English and the French one, where there are both in this order,
/// then for each the typography that could not be mended and the markup that prints as
/// itself.
///
/// Differences come in the order of the page within each rule. They stand in the language
/// that was written later, with a label at its partner.
pub fn check_documents(documents: &[&Document], context: &Context<'_>) -> Vec<Diagnostic> {
    let outlines: Vec<Outline<'_>> = documents.iter().copied().map(Outline::of).collect();
    let mut findings = Vec::new();
    if let [en, fr] = outlines.as_slice() {
        let source = context.memo.map_or(Lang::En, |memo| memo.source_language);
        let comparison = Comparison::new(en, fr, context.settings, source, context.places);
        findings.extend(rules::check(&comparison, context.memo));
    }
    let places = context.places;
    let mut own = Vec::new();
    for outline in &outlines {
        own.extend(sense::check(outline, context.memo, Finder { places }));
    }
    // What is wrong in one language is not told again as a difference.
    findings.retain(|difference| !sense::explains(&own, difference));
    findings.extend(own);
    for outline in &outlines {
        let finder = Finder { places };
        findings.extend(typography::check(outline, finder, context.settings));
        findings.extend(markup::check(outline, context));
    }
    findings
}
