//! E-mail addresses.

use super::hosts::KnownHosts;
use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Difference;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{Hosts, MailboxSurroundings, Mailboxes, compare_mailboxes};
use crate::language::read::Value;

crate::diagnostic::codes! {
    EMAIL_MISMATCH = "P042", "email-mismatch", Error;
}

/// Finds addresses that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences, hosts) = (scope.comparison, scope.differences(), scope.hosts());
    for difference in of_sort(differences, ValueSort::Email) {
        let found = finding(comparison, difference, &EMAIL_MISMATCH);
        out.extend(match of_difference(comparison, hosts, difference) {
            Mailboxes::Same => None,
            Mailboxes::Perhaps => found.map(|found| found.unless_sure(false)),
            Mailboxes::Misspelt | Mailboxes::Other => found,
        });
    }
}

/// What two addresses are to each other, given all that the documents say.
pub(super) fn mailboxes(
    comparison: &Comparison<'_, '_>,
    hosts: &KnownHosts,
    en: &str,
    fr: &str,
) -> Mailboxes {
    compare_mailboxes(en, fr, &Documents { comparison, hosts })
}

/// What the two documents tell of addresses.
struct Documents<'a, 'n, 'd> {
    comparison: &'a Comparison<'n, 'd>,
    hosts: &'a KnownHosts,
}

impl MailboxSurroundings for Documents<'_, '_, '_> {
    fn is_said(&self, folded: &str, lang: Lang) -> bool {
        let texts = self.comparison.outline(lang).texts();
        let mut words = texts.iter().flat_map(|text| &text.passage.words);
        words.any(|word| word.running && word.folded == folded)
    }

    fn are_acronyms(&self, en: &str, fr: &str) -> bool {
        self.hosts.are_one_name(en, fr)
    }

    fn hosts(&self, en: &str, fr: &str) -> Hosts {
        self.hosts.relation(en, fr)
    }
}

/// What two values are to each other as addresses; others where one is alone.
fn of_difference(
    comparison: &Comparison<'_, '_>,
    hosts: &KnownHosts,
    difference: &Difference<'_, '_>,
) -> Mailboxes {
    let (Some(en), Some(fr)) = (difference.en, difference.fr) else {
        return Mailboxes::Other;
    };
    match (&en.said.kind.value, &fr.said.kind.value) {
        (Value::Email(en), Value::Email(fr)) => mailboxes(comparison, hosts, en, fr),
        _ => Mailboxes::Other,
    }
}
