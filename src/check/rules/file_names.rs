//! Names of files.

use super::hosts::KnownHosts;
use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::outline::ValuedText;
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Difference;
use crate::check::pairing::similarity::lang_neutral;
use crate::check::values::ValueSort;
use crate::diagnostic::{Diagnostic, edit_distance};
use crate::language::read::Value;

crate::diagnostic::codes! {
    FILE_NAME_MISMATCH = "P045", "file-name-mismatch", Error;
}

/// Finds names that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences, hosts) = (scope.comparison, scope.differences(), scope.hosts());
    for difference in of_sort(differences, ValueSort::File) {
        if are_acronyms_apart(difference, hosts) {
            continue;
        }
        let found = finding(comparison, difference, &FILE_NAME_MISMATCH);
        let sure = is_sure(comparison, difference);
        out.extend(found.map(|found| found.unless_sure(sure)));
    }
}

/// Whether one name is surely wrong: its letters are those of the other, or nearly; or the
/// other language names no file of that kind. A name of other words may be a translation.
fn is_sure(comparison: &Comparison<'_, '_>, difference: &Difference<'_, '_>) -> bool {
    let letters = |name: &str| lang_neutral(name).replace(|it: char| !it.is_alphabetic(), "");
    if let Some((en, fr)) = names(difference) {
        return !are_two_files(difference) && edit_distance(&letters(&en), &letters(&fr)) <= 1;
    }
    let (Some(one), Some(pair)) = (
        difference.en.or(difference.fr),
        comparison.pairs.get(difference.pair),
    ) else {
        return true;
    };
    let ending = one
        .written()
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending);
    let others = pair.side(one.text.passage.lang.other());
    let names_one = |text: &&ValuedText<'_>| text.passage.text.contains(&format!(".{ending}"));
    !others.iter().any(names_one)
}

/// Whether the names differ in nothing but acronyms that belong together.
fn are_acronyms_apart(difference: &Difference<'_, '_>, hosts: &KnownHosts) -> bool {
    let (Some((en, fr)), true) = (names(difference), are_two_files(difference)) else {
        return false;
    };
    let (en, fr) = (parts(&en), parts(&fr));
    let same = |(en, fr): (&String, &String)| en == fr || hosts.are_one_name(en, fr);
    en.len() == fr.len() && en.iter().zip(&fr).all(same)
}

fn parts(name: &str) -> Vec<String> {
    name.split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .collect()
}

/// The names, where both languages have one.
fn names(difference: &Difference<'_, '_>) -> Option<(String, String)> {
    let name = |value: &Value| match value {
        Value::File(name) => Some(name.clone()),
        _ => None,
    };
    let (en, fr) = (difference.en?, difference.fr?);
    Some((name(&en.said.kind.value)?, name(&fr.said.kind.value)?))
}

/// Whether two names may be the files of one document in two languages: the same
/// digits and extension.
fn are_two_files(difference: &Difference<'_, '_>) -> bool {
    let Some((en, fr)) = names(difference) else {
        return false;
    };
    let extension = |name: &str| name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    digits(&en) == digits(&fr) && extension(&en) == extension(&fr)
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}
