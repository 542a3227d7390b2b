//! E-mail addresses of one office in two languages, and misspelt ones.

use super::{belongs_to, concepts, fold, known_word, language_of};
use crate::diagnostic::edit_distance;
use crate::lang::Lang;
use crate::language::table::{Lookup, table};

/// What an English and a French address are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mailboxes {
    /// One mailbox, or the mailboxes of one office under names that translate each
    /// other: `info@` and `renseignements@`.
    Same,
    /// Perhaps the mailboxes of one office: one domain, other words.
    Perhaps,
    /// One mailbox, misspelt in a language.
    Misspelt,
    /// Two mailboxes.
    Other,
}

/// Letters from which on a name may have two slips.
const LONG: usize = 9;

/// What names of mailboxes are cut down to, with the whole words, folded.
pub(super) static SHORT_FORMS: Lookup<String> =
    Lookup::new(table!("pairs/mailboxes.tsv", &["short", "whole"], |row| {
        Some((vec![row.filled(0)?], fold(row.filled(1)?)))
    }));

/// The labels of hosts that one body has, English and French.
pub(super) static HOSTS: Lookup<String> =
    Lookup::new(table!("pairs/hosts.tsv", &["en", "fr"], |row| {
        Some((vec![row.filled(0)?], row.filled(1)?.to_owned()))
    }));

/// Whether two labels of hosts, in lower case, are those of one body or of the languages.
pub fn are_one_host(en: &str, fr: &str) -> bool {
    language_of(en) == Some(Lang::En) && language_of(fr) == Some(Lang::Fr)
        || HOSTS.get(en).is_some_and(|other| other == fr)
}

/// What the hosts of two addresses are to each other, where they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hosts {
    /// One organization's, in two languages: its acronyms, or its name.
    Pair,
    /// Two organizations': the texts keep one of them for both languages.
    Apart,
    /// Nothing says so.
    Unknown,
}

/// What the texts around two addresses tell of their parts.
pub trait MailboxSurroundings {
    /// Whether the texts of a language say a folded word.
    fn is_said(&self, folded: &str, lang: Lang) -> bool;

    /// Whether two parts, in lower case, are the acronyms of one thing.
    fn are_acronyms(&self, en: &str, fr: &str) -> bool;

    /// What two hosts that differ are to each other.
    fn hosts(&self, en: &str, fr: &str) -> Hosts;
}

/// Compares an English address with a French one. A name that is a slip away from the
/// other is misspelt unless both are words, of the lexicon or of the texts around, or
/// acronyms of one thing.
pub fn compare_mailboxes(en: &str, fr: &str, around: &dyn MailboxSurroundings) -> Mailboxes {
    let (Some((user, host)), Some((other, other_host))) = (en.split_once('@'), fr.split_once('@'))
    else {
        return Mailboxes::Other;
    };
    let (user, other) = (fold(user), fold(other));
    let (host, other_host) = (host.to_lowercase(), other_host.to_lowercase());
    let is_word = |part: &str, lang| known_word(part, lang) || around.is_said(part, lang);
    if digits(&user) != digits(&other) || digits(&host) != digits(&other_host) {
        return Mailboxes::Other;
    }
    if host != other_host {
        let relation = around.hosts(&host, &other_host);
        let slip = user == other && is_slip_of_host(&host, &other_host, &is_word);
        let last = |host: &str| host.rsplit('.').next().map(str::to_owned);
        match relation {
            Hosts::Pair => {}
            _ if slip => return Mailboxes::Misspelt,
            Hosts::Unknown if last(&host) == last(&other_host) => return Mailboxes::Perhaps,
            Hosts::Apart | Hosts::Unknown => return Mailboxes::Other,
        }
    }
    let (mut left, mut right) = (parts(&user), parts(&other));
    left.retain(|part| {
        let fits = |other: &&str| other == part || around.are_acronyms(part, other);
        let partner = right.iter().position(fits);
        partner.map(|at| right.remove(at)).is_none()
    });
    if left.is_empty() && right.is_empty() {
        return Mailboxes::Same;
    }
    if is_slip(&user, &other) {
        let words = left.iter().all(|part| is_word(part, Lang::En))
            && right.iter().all(|part| is_word(part, Lang::Fr));
        return if words {
            Mailboxes::Perhaps
        } else {
            Mailboxes::Misspelt
        };
    }
    left.retain(|part| {
        let partner = right.iter().position(|other| same_meaning(part, other));
        partner.map(|at| right.remove(at)).is_none()
    });
    // "de", "the": joining words have no partners.
    let joins = |part: &&str| belongs_to(part).is_some();
    let all = left.iter().all(joins) && right.iter().all(joins);
    if all {
        Mailboxes::Same
    } else {
        Mailboxes::Perhaps
    }
}

/// The words of a name, but for those that name a language.
fn parts(user: &str) -> Vec<&str> {
    user.split(|letter: char| !letter.is_alphabetic())
        .filter(|part| !matches!(*part, "" | "en" | "fr" | "eng" | "fra" | "e" | "f"))
        .collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether two hosts are one but for a slip in one of their parts, which is not a word
/// of each language.
fn is_slip_of_host(en: &str, fr: &str, is_word: &dyn Fn(&str, Lang) -> bool) -> bool {
    if en.split('.').count() != fr.split('.').count() {
        return edit_distance(en, fr) == 1;
    }
    let mut labels = en.split('.').zip(fr.split('.')).filter(|(en, fr)| en != fr);
    let (first, more) = (labels.next(), labels.next());
    first.is_some_and(|(en, fr)| {
        more.is_none() && is_slip(en, fr) && !(is_word(en, Lang::En) && is_word(fr, Lang::Fr))
    })
}

/// Whether two names are so near that one is likely misspelt.
pub fn is_slip(a: &str, b: &str) -> bool {
    let slips = if a.chars().count() >= LONG { 2 } else { 1 };
    (1..=slips).contains(&edit_distance(a, b))
}

/// Whether two folded words mean the same, or come from one word.
pub fn same_meaning(en: &str, fr: &str) -> bool {
    let whole = |part| SHORT_FORMS.get(part).map_or(part, String::as_str);
    let (en, fr) = (whole(en), whole(fr));
    let french = concepts(fr, Lang::Fr);
    let one_stem = || en.len() >= 5 && fr.get(..4).is_some_and(|stem| en.starts_with(stem));
    concepts(en, Lang::En).iter().any(|id| french.contains(id)) || one_stem()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sample;

    impl MailboxSurroundings for Sample {
        fn is_said(&self, folded: &str, lang: Lang) -> bool {
            lang == Lang::Fr && folded == "quais"
        }

        fn are_acronyms(&self, en: &str, fr: &str) -> bool {
            (en, fr) == ("osh", "sst")
        }

        fn hosts(&self, en: &str, fr: &str) -> Hosts {
            match (en, fr) {
                ("fsb.ca", "dsp.ca") => Hosts::Pair,
                ("kept.ca", _) => Hosts::Apart,
                _ => Hosts::Unknown,
            }
        }
    }

    #[test]
    fn mailboxes_of_one_office_are_no_slips() {
        use Mailboxes::{Misspelt, Other, Perhaps, Same};
        for (en, fr, expected) in [
            ("info@a.ca", "renseignements@a.ca", Same),
            ("info-en@a.ca", "info-fr@a.ca", Same),
            ("library.statistics@a.ca", "statistiques.biblio@a.ca", Same),
            ("access@a.ca", "acces@a.ca", Perhaps),
            ("funds@a.ca", "fonds@a.ca", Perhaps),
            ("quay@a.ca", "quais@a.ca", Perhaps),
            ("callups@a.ca", "commandes@a.ca", Perhaps),
            ("renewal@a.ca", "renewl@a.ca", Misspelt),
            ("information@a.ca", "informaton@a.ca", Misspelt),
            ("renouvellement@a.ca", "renouvelement@a.ca", Misspelt),
            ("access@a.ca", "acess@a.ca", Misspelt),
            ("info@ontario.ca", "info@ontaro.ca", Misspelt),
            ("info@ontario.ca", "info@example.com", Other),
            ("team2@a.ca", "equipe3@a.ca", Other),
            ("info@fsb.ca", "info@dsp.ca", Same),
            ("osh@a.ca", "sst@a.ca", Same),
            ("osh.forms@a.ca", "formulaires.sst@a.ca", Same),
            ("osh@a.ca", "srt@a.ca", Perhaps),
            ("forms@fsb.ca", "formulaires@dsp.ca", Same),
            ("renewal@fsb.ca", "renewl@dsp.ca", Misspelt),
            ("info@fsb.ca", "info@fbs.ca", Misspelt),
            ("info@fsb.ca", "info@dps.ca", Perhaps),
            ("sales@harbour.ca", "ventes@port.ca", Perhaps),
            ("info@kept.ca", "info@other.ca", Other),
            ("info@kept.ca", "info@kapt.ca", Misspelt),
            ("info@region3.ca", "info@region4.ca", Other),
        ] {
            assert_eq!(compare_mailboxes(en, fr, &Sample), expected, "{en} {fr}");
        }
    }
}
