//! The rules of parity, one file each. A rule takes the comparison and adds its
//! findings; what it finds and why is told by its code's manual page.

pub(super) mod acronyms;
pub(super) mod amounts;
pub(super) mod blocks;
pub(super) mod dates;
pub(super) mod decimal_marks;
pub(super) mod document_length;
pub(super) mod emails;
pub(super) mod emphasis;
pub(super) mod facts;
pub(super) mod file_names;
pub(super) mod genders;
pub(super) mod glossary;
pub(super) mod headers;
mod hosts;
pub(super) mod images;
pub(super) mod lengths;
pub(super) mod links;
pub(super) mod lists;
pub(super) mod modality;
pub(super) mod names;
pub(super) mod negations;
pub(super) mod notes;
pub(super) mod number_words;
pub(super) mod numbers;
pub(super) mod percentages;
pub(super) mod postal_codes;
pub(super) mod ranks;
pub(super) mod tables;
pub(super) mod telephones;
pub(super) mod times;
pub(super) mod untranslated;
mod values;
pub(super) mod word_digits;
pub(super) mod wrong_language;

use super::agreement::Tally;
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Differences;
use crate::check::values::Sort;
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::Memo;

/// The codes of these rules.
pub(super) const CODES: &[&Code] = &[
    &acronyms::ACRONYM_MISMATCH,
    &amounts::AMOUNT_MISMATCH,
    &blocks::MISSING_BLOCK,
    &blocks::BLOCK_KIND_MISMATCH,
    &blocks::BLOCK_ORDER_MISMATCH,
    &blocks::PARAGRAPH_SPLIT,
    &dates::DATE_MISMATCH,
    &decimal_marks::DECIMAL_MARK,
    &document_length::DOCUMENT_LENGTH_MISMATCH,
    &emails::EMAIL_MISMATCH,
    &emphasis::EMPHASIS_MISMATCH,
    &facts::FACT_MISMATCH,
    &facts::FACT_WRITTEN_OUT,
    &file_names::FILE_NAME_MISMATCH,
    &genders::GENDER_MISMATCH,
    &glossary::GLOSSARY_MISMATCH,
    &headers::HEADER_MISMATCH,
    &images::IMAGE_MISMATCH,
    &lengths::LENGTH_MISMATCH,
    &links::LINK_COUNT_MISMATCH,
    &links::LINK_TARGET_MISMATCH,
    &links::CROSS_REFERENCE_MISMATCH,
    &lists::MISSING_LIST_ITEM,
    &lists::LIST_KIND_MISMATCH,
    &lists::LIST_ORDER_MISMATCH,
    &modality::MODALITY_MISMATCH,
    &names::NAME_MISMATCH,
    &negations::NEGATION_MISMATCH,
    &notes::NOTE_MISMATCH,
    &number_words::NUMBER_WORD_MISMATCH,
    &numbers::NUMBER_MISMATCH,
    &percentages::PERCENTAGE_MISMATCH,
    &postal_codes::POSTAL_CODE_MISMATCH,
    &ranks::RANK_MISMATCH,
    &tables::TABLE_SHAPE_MISMATCH,
    &tables::EMPTY_CELL,
    &telephones::PHONE_MISMATCH,
    &times::TIME_MISMATCH,
    &untranslated::UNTRANSLATED,
    &word_digits::WORD_DIGIT_DISAGREEMENT,
    &wrong_language::WRONG_LANGUAGE,
];

/// Runs all rules; gives what they found, and what they compared.
pub(super) fn check<'n, 'd>(
    comparison: &Comparison<'n, 'd>,
    memo: Option<&Memo>,
) -> (Vec<Diagnostic>, Tally<'n, 'd>) {
    let mut findings = Vec::new();
    let out = &mut findings;
    blocks::check(comparison, out);
    lists::check(comparison, out);
    tables::check(comparison, out);
    headers::check(comparison, out);
    let foreign = untranslated::check(comparison, out);
    let foreign = wrong_language::check(comparison, &foreign, out);
    let mut differences = Differences::of(comparison, &foreign);
    let word_digits = word_digits::check(comparison, &mut differences);
    let hosts = hosts::KnownHosts::of(comparison, &foreign);
    facts::check(comparison, &differences, out);
    numbers::check(comparison, &differences, out);
    number_words::check(comparison, &differences, out);
    out.extend(word_digits);
    decimal_marks::check(comparison, &differences, &foreign, out);
    dates::check(comparison, &differences, out);
    times::check(comparison, &differences, out);
    amounts::check(comparison, &differences, out);
    percentages::check(comparison, &differences, out);
    emails::check(comparison, &differences, &hosts, out);
    telephones::check(comparison, &differences, out);
    postal_codes::check(comparison, &differences, out);
    file_names::check(comparison, &differences, &hosts, out);
    let (links, other_links) = links::check(comparison, &hosts, out);
    acronyms::check(comparison, &foreign, out);
    names::check(comparison, memo, out);
    glossary::check(comparison, &foreign, out);
    ranks::check(comparison, &foreign, out);
    genders::check(comparison, memo, out);
    notes::check(comparison, out);
    images::check(comparison, out);
    emphasis::check(comparison, out);
    lengths::check(comparison, &foreign, out);
    document_length::check(comparison, &foreign, out);
    negations::check(comparison, &foreign, out);
    modality::check(comparison, &foreign, out);
    let body = |pair: usize| comparison.pairs.get(pair).is_some_and(|pair| pair.body);
    // A URL is a link, and counted there.
    let is_value = |sort: Sort| sort != Sort::Url;
    let other_values = differences
        .values
        .iter()
        .filter(|it| body(it.pair) && is_value(it.sort))
        .count()
        + differences.facts.iter().filter(|it| body(it.pair)).count();
    let tally = Tally {
        values: differences.matched,
        other_values,
        links,
        other_links,
    };
    (findings, tally)
}
