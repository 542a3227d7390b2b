//! Compares what the English and the French document of a memo say, and checks what
//! the mending of typography leaves alone.
//!
//! [`check_parity`] takes both documents apart, finds out which block translates
//! which, and runs the rules of `rules/`, one file each. "No differences found" is
//! all that it can say for a memo: never that the two are equivalent.

mod align;
mod compare;
mod exceptions;
mod fact_uses;
mod features;
mod leaf;
mod links;
mod matching;
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
mod stances;
mod typography;
mod values;
mod wholes;

pub use exceptions::{
    Settled, apply_settings, apply_to_files, impossible_settings, unused_exceptions,
};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lang::Lang;
use crate::memo::yaml::Places;
use crate::memo::{Memo, Settings};

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

/// Every difference in substance between the two documents of a memo, in the order
/// of the page within each rule. A finding stands in the language that was written
/// later, with a label at its partner.
pub fn check_parity(en: &Document, fr: &Document, context: &Context<'_>) -> Vec<Diagnostic> {
    let source = context.memo.map_or(Lang::En, |memo| memo.source_language);
    let english = outline_parts::Outline::of(en);
    let french = outline_parts::Outline::of(fr);
    let comparison =
        compare::Comparison::new(&english, &french, context.settings, source, context.places);
    rules::check(&comparison, context.memo)
}

/// What is wrong with the typography of one document and could not be mended.
pub fn check_typography(document: &Document, places: &Places) -> Vec<Diagnostic> {
    let outline = outline_parts::Outline::of(document);
    typography::check(&outline, place::Finder { places })
}
