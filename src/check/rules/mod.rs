//! The rules of parity, one file each: its codes, with their manual pages beside them,
//! and the function that looks. Findings come in the order of the table.

pub(super) mod acronyms;
pub(super) mod amounts;
pub(super) mod blocks;
pub(super) mod dates;
pub(super) mod decimal_marks;
mod document_length;
pub(super) mod emails;
pub(super) mod emphasis;
mod facts;
pub(super) mod file_names;
mod forms;
pub(super) mod genders;

pub(super) mod glossary;
mod headers;
mod hosts;
pub(super) mod images;
pub(super) mod lengths;
pub(super) mod links;
pub(super) mod lists;
pub(super) mod missing_sentences;
pub(super) mod modality;
pub(super) mod names;
pub(super) mod negations;
pub(super) mod notes;
pub(super) mod number_words;
pub(super) mod numbers;
pub(super) mod percentages;
pub(super) mod places;
pub(super) mod postal_codes;
mod ranks;
mod same_pages;
mod scope;
mod shared;
pub(super) mod tables;
pub(super) mod telephones;
pub(super) mod times;
pub(super) mod untranslated;
mod values;
pub(super) mod word_digits;
pub(super) mod wrong_language;

use super::agreement::Tally;
use crate::check::pairing::Comparison;
use crate::check::rule::Rule;
use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use scope::{Check, Scope};

/// All rules, in the order in which their findings are told.
pub(super) static RULES: &[Rule<Check>] = &[
    Rule::new(
        &[
            &blocks::MISSING_BLOCK,
            &blocks::BLOCK_KIND_MISMATCH,
            &blocks::BLOCK_ORDER_MISMATCH,
            &blocks::PARAGRAPH_SPLIT,
        ],
        blocks::check,
    ),
    Rule::new(
        &[
            &lists::MISSING_LIST_ITEM,
            &lists::LIST_KIND_MISMATCH,
            &lists::LIST_ORDER_MISMATCH,
        ],
        lists::check,
    ),
    Rule::new(
        &[&tables::TABLE_SHAPE_MISMATCH, &tables::EMPTY_CELL],
        tables::check,
    ),
    Rule::new(&[&headers::HEADER_MISMATCH], headers::check),
    Rule::new(&[&untranslated::UNTRANSLATED], untranslated::check),
    Rule::new(&[&wrong_language::WRONG_LANGUAGE], wrong_language::check),
    Rule::new(
        &[&facts::FACT_MISMATCH, &facts::FACT_WRITTEN_OUT],
        facts::check,
    ),
    Rule::new(&[&numbers::NUMBER_MISMATCH], numbers::check),
    Rule::new(&[&number_words::NUMBER_WORD_MISMATCH], number_words::check),
    Rule::new(&[&word_digits::WORD_DIGIT_DISAGREEMENT], word_digits::check),
    Rule::new(&[&decimal_marks::DECIMAL_MARK], decimal_marks::check),
    Rule::new(&[&dates::DATE_MISMATCH], dates::check),
    Rule::new(&[&times::TIME_MISMATCH], times::check),
    Rule::new(&[&amounts::AMOUNT_MISMATCH], amounts::check),
    Rule::new(&[&percentages::PERCENTAGE_MISMATCH], percentages::check),
    Rule::new(&[&emails::EMAIL_MISMATCH], emails::check),
    Rule::new(&[&telephones::PHONE_MISMATCH], telephones::check),
    Rule::new(&[&postal_codes::POSTAL_CODE_MISMATCH], postal_codes::check),
    Rule::new(&[&file_names::FILE_NAME_MISMATCH], file_names::check),
    Rule::new(
        &[
            &links::LINK_COUNT_MISMATCH,
            &links::LINK_TARGET_MISMATCH,
            &links::CROSS_REFERENCE_MISMATCH,
        ],
        links::check,
    ),
    Rule::new(&[&acronyms::ACRONYM_MISMATCH], acronyms::check),
    Rule::new(&[&names::NAME_MISMATCH], names::check),
    Rule::new(&[&places::PLACE_MISMATCH], places::check),
    Rule::new(&[&glossary::GLOSSARY_MISMATCH], glossary::check),
    Rule::new(&[&ranks::RANK_MISMATCH], ranks::check),
    Rule::new(&[&genders::GENDER_MISMATCH], genders::check),
    Rule::new(&[&notes::NOTE_MISMATCH], notes::check),
    Rule::new(&[&images::IMAGE_MISMATCH], images::check),
    Rule::new(&[&emphasis::EMPHASIS_MISMATCH], emphasis::check),
    Rule::new(&[&lengths::LENGTH_MISMATCH], lengths::check),
    Rule::new(
        &[&document_length::DOCUMENT_LENGTH_MISMATCH],
        document_length::check,
    ),
    Rule::new(&[&negations::NEGATION_MISMATCH], negations::check),
    Rule::new(&[&modality::MODALITY_MISMATCH], modality::check),
    Rule::new(
        &[&missing_sentences::MISSING_SENTENCE],
        missing_sentences::check,
    ),
];

/// Runs all rules; gives what they found, and what they compared.
pub(super) fn check<'n, 'd>(
    comparison: &'n Comparison<'n, 'd>,
    memo: Option<&'n Memo>,
) -> (Vec<Diagnostic>, Tally<'n, 'd>) {
    let scope = Scope::new(comparison, memo);
    let mut findings = Vec::new();
    for rule in RULES {
        (rule.check)(&scope, &mut findings);
    }
    // What stands in a sentence that is lacking is not told again.
    let lacking = &missing_sentences::told(&scope).1;
    findings.retain(|finding| {
        let mut sentences = lacking.iter();
        !sentences.any(|sentence| missing_sentences::explains(sentence, finding))
    });
    blocks::soften(comparison, &mut findings);
    (findings, scope.tally())
}
