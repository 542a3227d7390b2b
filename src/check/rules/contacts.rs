//! E-mail addresses, telephone numbers, postal codes, names of files.

use super::values::{finding, of_sort};
use crate::check::compare::Comparison;
use crate::check::matching::{Difference, Differences};
use crate::check::values::Sort;
use crate::diagnostic::codes::parity::{
    EMAIL_MISMATCH, FILE_NAME_MISMATCH, PHONE_MISMATCH, POSTAL_CODE_MISMATCH,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::read::Value;

/// Finds contacts that differ.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    for difference in of_sort(differences, Sort::Phone) {
        out.extend(finding(
            comparison,
            difference,
            &PHONE_MISMATCH,
            "a telephone number",
        ));
    }
    for difference in of_sort(differences, Sort::PostalCode) {
        out.extend(finding(
            comparison,
            difference,
            &POSTAL_CODE_MISMATCH,
            "a postal code",
        ));
    }
    for difference in of_sort(differences, Sort::Email) {
        let found = finding(comparison, difference, &EMAIL_MISMATCH, "an e-mail address");
        out.extend(found.map(|found| soften(found, are_two_mailboxes(difference))));
    }
    for difference in of_sort(differences, Sort::File) {
        let found = finding(comparison, difference, &FILE_NAME_MISMATCH, "a file's name");
        out.extend(found.map(|found| soften(found, are_two_files(difference))));
    }
}

fn soften(mut finding: Diagnostic, soft: bool) -> Diagnostic {
    if soft {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    finding
}

/// Whether two addresses may be the mailboxes of one office in two languages: one
/// domain, and names with the same digits. `acces@` beside `access@` is as likely
/// meant as mistaken.
fn are_two_mailboxes(difference: &Difference<'_, '_>) -> bool {
    let address = |value: &Value| match value {
        Value::Email(address) => address
            .split_once('@')
            .map(|(user, host)| (user.to_owned(), host.to_owned())),
        _ => None,
    };
    let (Some(en), Some(fr)) = (difference.en, difference.fr) else {
        return false;
    };
    match (address(&en.said.kind.value), address(&fr.said.kind.value)) {
        (Some((en, en_host)), Some((fr, fr_host))) => {
            en_host == fr_host && digits(&en) == digits(&fr)
        }
        _ => false,
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
    let (Some(en), Some(fr)) = (name(&en.said.kind.value), name(&fr.said.kind.value)) else {
        return false;
    };
    let extension = |name: &str| name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    digits(&en) == digits(&fr) && extension(&en) == extension(&fr)
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}
