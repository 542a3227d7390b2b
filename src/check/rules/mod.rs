//! The rules of parity, one file each: its codes, with their manual pages beside them,
//! and the function that looks. Findings come in the order of the table.

pub(super) mod acronyms;
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
pub(super) mod headings;
mod hosts;
pub(super) mod images;
pub(super) mod lengths;
pub(super) mod links;
pub(super) mod lists;
mod metadata;
pub(super) mod missing_sentences;
pub(super) mod modality;
pub(super) mod names;
pub(super) mod negations;
pub(super) mod notes;
pub(super) mod number_words;
pub(super) mod numbers;
pub(super) mod places;
pub(super) mod plain_values;
mod ranks;
mod same_pages;
mod scope;
mod shared;
pub(super) mod tables;
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
    Rule::new(blocks::ALL, blocks::check),
    Rule::new(lists::ALL, lists::check),
    Rule::new(tables::ALL, tables::check),
    Rule::new(headings::ALL, headings::check),
    Rule::new(headers::ALL, headers::check),
    Rule::new(metadata::ALL, metadata::check),
    Rule::new(untranslated::ALL, untranslated::check),
    Rule::new(wrong_language::ALL, wrong_language::check),
    Rule::new(facts::ALL, facts::check),
    Rule::new(numbers::ALL, numbers::check),
    Rule::new(number_words::ALL, number_words::check),
    Rule::new(word_digits::ALL, word_digits::check),
    Rule::new(decimal_marks::ALL, decimal_marks::check),
    Rule::new(dates::ALL, dates::check),
    Rule::new(plain_values::ALL, plain_values::check),
    Rule::new(emails::ALL, emails::check),
    Rule::new(file_names::ALL, file_names::check),
    Rule::new(links::ALL, links::check),
    Rule::new(acronyms::ALL, acronyms::check),
    Rule::new(names::ALL, names::check),
    Rule::new(places::ALL, places::check),
    Rule::new(glossary::ALL, glossary::check),
    Rule::new(ranks::ALL, ranks::check),
    Rule::new(genders::ALL, genders::check),
    Rule::new(notes::ALL, notes::check),
    Rule::new(images::ALL, images::check),
    Rule::new(emphasis::ALL, emphasis::check),
    Rule::new(lengths::ALL, lengths::check),
    Rule::new(document_length::ALL, document_length::check),
    Rule::new(negations::ALL, negations::check),
    Rule::new(modality::ALL, modality::check),
    Rule::new(missing_sentences::ALL, missing_sentences::check),
];

/// Runs all rules; adds what they find, as they find it, and gives what they compared.
pub(super) fn check<'n, 'd>(
    comparison: &'n Comparison<'n, 'd>,
    memo: Option<&'n Memo>,
    findings: &mut Vec<Diagnostic>,
) -> Tally<'n, 'd> {
    let scope = Scope::new(comparison, memo);
    for rule in RULES {
        (rule.check)(&scope, findings);
    }
    // What stands in a sentence that is lacking is not told again.
    let lacking = &missing_sentences::told(&scope).1;
    findings.retain(|finding| {
        let mut sentences = lacking.iter();
        !sentences.any(|sentence| missing_sentences::explains(sentence, finding))
    });
    blocks::soften(comparison, findings);
    scope.tally()
}
