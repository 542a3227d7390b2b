//! The check of Fluent resources: each file by itself, and the English against the
//! French. One rule per file; `bimemo locale check` and `bimemo check` run them all.
//! What the texts say is compared by the rules of memos (`comparison`).
//!
//! The loader's own findings (what is no Fluent, references that lead nowhere) are
//! not repeated here.

pub(super) mod codes;
mod comparison;
mod coverage;
mod exceptions;
mod foreign_words;
mod misread;
mod money;
mod scope;
mod selectors;
mod twins;
mod typed;
mod words;

mod brackets;
mod byte_order_mark;
mod counts;
mod double_spaces;
mod double_words;
mod final_newline;
mod final_punctuation;
mod genders;
mod id_form;
mod invisible;
mod literals;
mod missing_attributes;
mod missing_files;
mod missing_messages;
mod missing_values;
mod outer_spaces;
mod quotations;
mod references;
mod repeated_ids;
mod replacement_character;
mod same_forms;
mod selections;
mod shared_translations;
mod tabs;
mod tags;
mod trailing_spaces;
mod two_translations;
mod typography;
mod undocumented;
mod unreachable;
mod unused;
mod variables;

#[cfg(test)]
mod tests;

pub use coverage::{Coverage, count_messages};
pub use exceptions::without_remarked;
pub use missing_files::check_orphan;
pub use scope::Context;
pub use twins::{in_its_place, with_twin};

use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::Locales;
use crate::locale::annotated::Unit;
use exceptions::units_of;
use scope::Scope;

/// A rule.
type Rule = fn(&Scope<'_, '_>, &mut Vec<Diagnostic>);

/// All rules, in the order of their codes.
const RULES: &[Rule] = &[
    byte_order_mark::check,
    replacement_character::check,
    misread::check,
    tabs::check,
    final_newline::check,
    trailing_spaces::check,
    invisible::check,
    literals::check,
    repeated_ids::check,
    missing_files::check,
    missing_messages::check,
    missing_values::check,
    missing_attributes::check,
    id_form::check,
    variables::check,
    references::check,
    selections::check,
    unreachable::check,
    genders::check,
    same_forms::check,
    counts::check,
    comparison::check,
    tags::check,
    outer_spaces::check,
    final_punctuation::check,
    brackets::check,
    quotations::check,
    double_words::check,
    double_spaces::check,
    two_translations::check,
    shared_translations::check,
    typography::check,
    undocumented::check,
    unused::check,
];

/// What is wrong with resources: with a memo's own where `locales` have such
/// ([`Locales::for_memo`]), else with those that all memos share. Exceptions in their
/// comments are applied, and those that silence nothing are findings.
pub fn check_locales(locales: &Locales, context: &Context<'_>) -> Vec<Diagnostic> {
    units_of(locales, |units| check_units(locales, context, units))
}

fn check_units(locales: &Locales, context: &Context<'_>, units: &[Unit<'_>]) -> Vec<Diagnostic> {
    let of_memo = Lang::ALL
        .into_iter()
        .any(|lang| locales.get(lang).has_own());
    let scope = Scope::new(context, locales, units, of_memo);
    let mut findings = Vec::new();
    for rule in RULES {
        rule(&scope, &mut findings);
    }
    exceptions::apply(&scope, context.codes, findings)
}
