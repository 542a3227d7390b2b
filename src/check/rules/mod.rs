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
mod places;
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
use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use scope::{Rule, Scope};

/// All rules, in the order in which their findings are told.
pub(super) const RULES: &[Rule] = &[
    Rule {
        codes: &[
            &blocks::MISSING_BLOCK,
            &blocks::BLOCK_KIND_MISMATCH,
            &blocks::BLOCK_ORDER_MISMATCH,
            &blocks::PARAGRAPH_SPLIT,
        ],
        check: blocks::check,
    },
    Rule {
        codes: &[
            &lists::MISSING_LIST_ITEM,
            &lists::LIST_KIND_MISMATCH,
            &lists::LIST_ORDER_MISMATCH,
        ],
        check: lists::check,
    },
    Rule {
        codes: &[&tables::TABLE_SHAPE_MISMATCH, &tables::EMPTY_CELL],
        check: tables::check,
    },
    Rule {
        codes: &[&headers::HEADER_MISMATCH],
        check: headers::check,
    },
    Rule {
        codes: &[&untranslated::UNTRANSLATED],
        check: untranslated::check,
    },
    Rule {
        codes: &[&wrong_language::WRONG_LANGUAGE],
        check: wrong_language::check,
    },
    Rule {
        codes: &[&facts::FACT_MISMATCH, &facts::FACT_WRITTEN_OUT],
        check: facts::check,
    },
    Rule {
        codes: &[&numbers::NUMBER_MISMATCH],
        check: numbers::check,
    },
    Rule {
        codes: &[&number_words::NUMBER_WORD_MISMATCH],
        check: number_words::check,
    },
    Rule {
        codes: &[&word_digits::WORD_DIGIT_DISAGREEMENT],
        check: word_digits::check,
    },
    Rule {
        codes: &[&decimal_marks::DECIMAL_MARK],
        check: decimal_marks::check,
    },
    Rule {
        codes: &[&dates::DATE_MISMATCH],
        check: dates::check,
    },
    Rule {
        codes: &[&times::TIME_MISMATCH],
        check: times::check,
    },
    Rule {
        codes: &[&amounts::AMOUNT_MISMATCH],
        check: amounts::check,
    },
    Rule {
        codes: &[&percentages::PERCENTAGE_MISMATCH],
        check: percentages::check,
    },
    Rule {
        codes: &[&emails::EMAIL_MISMATCH],
        check: emails::check,
    },
    Rule {
        codes: &[&telephones::PHONE_MISMATCH],
        check: telephones::check,
    },
    Rule {
        codes: &[&postal_codes::POSTAL_CODE_MISMATCH],
        check: postal_codes::check,
    },
    Rule {
        codes: &[&file_names::FILE_NAME_MISMATCH],
        check: file_names::check,
    },
    Rule {
        codes: &[
            &links::LINK_COUNT_MISMATCH,
            &links::LINK_TARGET_MISMATCH,
            &links::CROSS_REFERENCE_MISMATCH,
        ],
        check: links::check,
    },
    Rule {
        codes: &[&acronyms::ACRONYM_MISMATCH],
        check: acronyms::check,
    },
    Rule {
        codes: &[&names::NAME_MISMATCH],
        check: names::check,
    },
    Rule {
        codes: &[&places::PLACE_MISMATCH],
        check: places::check,
    },
    Rule {
        codes: &[&glossary::GLOSSARY_MISMATCH],
        check: glossary::check,
    },
    Rule {
        codes: &[&ranks::RANK_MISMATCH],
        check: ranks::check,
    },
    Rule {
        codes: &[&genders::GENDER_MISMATCH],
        check: genders::check,
    },
    Rule {
        codes: &[&notes::NOTE_MISMATCH],
        check: notes::check,
    },
    Rule {
        codes: &[&images::IMAGE_MISMATCH],
        check: images::check,
    },
    Rule {
        codes: &[&emphasis::EMPHASIS_MISMATCH],
        check: emphasis::check,
    },
    Rule {
        codes: &[&lengths::LENGTH_MISMATCH],
        check: lengths::check,
    },
    Rule {
        codes: &[&document_length::DOCUMENT_LENGTH_MISMATCH],
        check: document_length::check,
    },
    Rule {
        codes: &[&negations::NEGATION_MISMATCH],
        check: negations::check,
    },
    Rule {
        codes: &[&modality::MODALITY_MISMATCH],
        check: modality::check,
    },
    Rule {
        codes: &[&missing_sentences::MISSING_SENTENCE],
        check: missing_sentences::check,
    },
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
    findings.retain(|finding| !lacking.iter().any(|sentence| sentence.explains(finding)));
    (findings, scope.tally())
}
