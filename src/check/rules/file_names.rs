//! Names of files.

use super::values::{finding, of_sort, soften};
use crate::check::compare::Comparison;
use crate::check::matching::{Difference, Differences};
use crate::check::values::Sort;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::FILE_NAME_MISMATCH;
use crate::locale::read::Value;

/// Finds names that differ.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::File) {
        let found = finding(comparison, difference, &FILE_NAME_MISMATCH, "a file's name");
        out.extend(found.map(|found| soften(found, are_two_files(difference))));
    }
}

/// Whether two names may be the files of one document in two languages: the same
/// digits and extension.
fn are_two_files(difference: &Difference<'_, '_>) -> bool {
    let name = |value: &Value| match value {
        Value::File(name) => Some(name.clone()),
        _ => None,
    };
    let (Some(en), Some(fr)) = (difference.en, difference.fr) else {
        return false;
    };
    let (Some(en), Some(fr)) = (name(&en.said.kind.0), name(&fr.said.kind.0)) else {
        return false;
    };
    let extension = |name: &str| name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    digits(&en) == digits(&fr) && extension(&en) == extension(&fr)
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}
