//! The check of Fluent resources: each file by itself, and the English against the
//! French. One rule per file; `bimemo locale check` and `bimemo check` run them all.
//! What the texts say is compared by the rules of memos (`comparison`).
//!
//! The loader's own findings (what is no Fluent, references that lead nowhere) are
//! not repeated here.

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
mod unpaired;
mod words;

mod brackets;
mod byte_order_mark;
mod counts;
mod double_spaces;
mod double_words;
mod final_newline;
mod final_punctuation;
mod genders;
mod html;
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
mod tabs;
mod tags;
mod trailing_spaces;
mod translations;
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

use crate::check::rule::Rule;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::Locales;
use crate::locale::annotated::Unit;
use exceptions::units_of;
use scope::Scope;

/// Looks at all resources.
type Check = fn(&Scope<'_, '_>, &mut Vec<Diagnostic>);

/// All rules, in the order of their codes.
pub(super) static RULES: &[Rule<Check>] = &[
    Rule::new(&[&byte_order_mark::BYTE_ORDER_MARK], byte_order_mark::check),
    Rule::new(
        &[&replacement_character::REPLACEMENT_CHARACTER],
        replacement_character::check,
    ),
    Rule::new(&[&misread::MISREAD_LETTERS], misread::check),
    Rule::new(&[&tabs::TAB_CHARACTER], tabs::check),
    Rule::new(
        &[&final_newline::MISSING_FINAL_NEWLINE],
        final_newline::check,
    ),
    Rule::new(&[&trailing_spaces::TRAILING_SPACE], trailing_spaces::check),
    Rule::new(&[&invisible::INVISIBLE_CHARACTER], invisible::check),
    Rule::new(&[&literals::NEEDLESS_LITERAL], literals::check),
    Rule::new(&[&repeated_ids::REPEATED_ID], repeated_ids::check),
    Rule::new(
        &[
            &missing_files::MISSING_LOCALE_FILE,
            &missing_files::ORPHAN_LOCALE_FILE,
        ],
        missing_files::check,
    ),
    Rule::new(
        &[
            &missing_messages::MISSING_MESSAGE,
            &missing_messages::MISSING_TERM,
        ],
        missing_messages::check,
    ),
    Rule::new(&[&missing_values::MISSING_VALUE], missing_values::check),
    Rule::new(
        &[&missing_attributes::MISSING_ATTRIBUTE],
        missing_attributes::check,
    ),
    Rule::new(&[&id_form::ID_NOT_KEBAB_CASE], id_form::check),
    Rule::new(&[&variables::VARIABLE_MISMATCH], variables::check),
    Rule::new(&[&references::REFERENCE_MISMATCH], references::check),
    Rule::new(&[&selections::SELECTION_MISMATCH], selections::check),
    Rule::new(&[&unreachable::UNREACHABLE_VARIANT], unreachable::check),
    Rule::new(&[&genders::MISSING_GENDER_FORM], genders::check),
    Rule::new(&[&same_forms::NEEDLESS_SELECTOR], same_forms::check),
    Rule::new(&[&counts::COUNT_WITHOUT_PLURAL], counts::check),
    Rule::new(twins::ALL, comparison::check),
    Rule::new(&[&tags::TAG_MISMATCH], tags::check),
    Rule::new(&[&outer_spaces::OUTER_SPACE_MISMATCH], outer_spaces::check),
    Rule::new(
        &[&final_punctuation::FINAL_PUNCTUATION_MISMATCH],
        final_punctuation::check,
    ),
    Rule::new(&[&brackets::BRACKET_MISMATCH], brackets::check),
    Rule::new(&[&quotations::QUOTATION_MISMATCH], quotations::check),
    Rule::new(&[&double_words::DOUBLE_WORD], double_words::check),
    Rule::new(&[&double_spaces::DOUBLE_SPACE], double_spaces::check),
    Rule::new(
        &[
            &translations::TRANSLATED_IN_TWO_WAYS,
            &translations::SHARED_TRANSLATION,
        ],
        translations::check,
    ),
    Rule::new(
        &[
            &typography::STRAIGHT_MARKS,
            &typography::LOOSE_DOTS,
            &typography::MESSAGE_SPACING,
        ],
        typography::check,
    ),
    Rule::new(&[&undocumented::UNDOCUMENTED_VARIABLE], undocumented::check),
    Rule::new(&[&unused::UNUSED_MESSAGE], unused::check),
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
        (rule.check)(&scope, &mut findings);
    }
    exceptions::apply(&scope, context.codes, findings)
}
