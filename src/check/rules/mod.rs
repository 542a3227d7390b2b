//! The rules of parity, one file each. A rule takes the comparison and adds its
//! findings; what it finds and why is told by its code's manual page.

mod acronyms;
mod amounts;
mod blocks;
mod dates;
mod decimal_marks;
mod document_length;
mod emails;
mod emphasis;
mod facts;
mod file_names;
mod genders;
mod glossary;
mod headers;
mod hosts;
mod images;
mod lengths;
mod links;
mod lists;
mod missing_sentences;
mod modality;
mod names;
mod negations;
mod notes;
mod number_words;
mod numbers;
mod percentages;
mod postal_codes;
mod ranks;
mod tables;
mod telephones;
mod times;
mod untranslated;
mod values;
mod word_digits;
mod wrong_language;

use super::agreement::Tally;
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Differences;
use crate::check::sentences;
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;
use crate::memo::Memo;

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
    let sentences = sentences::align(comparison, &foreign);
    negations::check(comparison, &sentences, out);
    modality::check(comparison, &sentences, out);
    let lacking = missing_sentences::check(comparison, &sentences, out);
    // What stands in a sentence that is lacking is not told again.
    out.retain(|finding| !lacking.iter().any(|sentence| sentence.explains(finding)));
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
