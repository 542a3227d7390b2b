//! E-mail addresses of one office in two languages, and misspelt ones.

use super::{belongs_to, concepts, fold, known_word};
use crate::diagnostic::edit_distance;
use crate::lang::Lang;

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

/// What names of mailboxes are cut down to.
const SHORT_FORMS: [(&str, &str); 4] = [
    ("admin", "administration"),
    ("biblio", "bibliotheque"),
    ("comms", "communications"),
    ("info", "information"),
];

/// Compares an English address with a French one. A name that is a slip away from the
/// other is misspelt unless both are words: those of the lexicon, and those that
/// `is_said` knows, folded, from the texts around.
pub fn compare_mailboxes(en: &str, fr: &str, is_said: &dyn Fn(&str, Lang) -> bool) -> Mailboxes {
    let (Some((user, host)), Some((other, other_host))) = (en.split_once('@'), fr.split_once('@'))
    else {
        return Mailboxes::Other;
    };
    let (user, other) = (fold(user), fold(other));
    if !host.eq_ignore_ascii_case(other_host) || digits(&user) != digits(&other) {
        let slip = user == other && is_near(host, other_host);
        return if slip {
            Mailboxes::Misspelt
        } else {
            Mailboxes::Other
        };
    }
    let (mut left, mut right) = (parts(&user), parts(&other));
    left.retain(|part| {
        let partner = right.iter().position(|other| other == part);
        partner.map(|at| right.remove(at)).is_none()
    });
    if left.is_empty() && right.is_empty() {
        return Mailboxes::Same;
    }
    if is_near(&user, &other) {
        let is_word = |part: &str, lang| known_word(part, lang) || is_said(part, lang);
        let words = left.iter().all(|part| is_word(part, Lang::En))
            && right.iter().all(|part| is_word(part, Lang::Fr));
        return if words {
            Mailboxes::Perhaps
        } else {
            Mailboxes::Misspelt
        };
    }
    left.retain(|part| {
        let partner = right.iter().position(|other| translate(part, other));
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

fn is_near(a: &str, b: &str) -> bool {
    let slips = if a.chars().count() >= LONG { 2 } else { 1 };
    (1..=slips).contains(&edit_distance(a, b))
}

/// Whether two folded words mean the same, or come from one word.
fn translate(en: &str, fr: &str) -> bool {
    let whole = |part| {
        let form = SHORT_FORMS.iter().find(|(short, _)| *short == part);
        form.map_or(part, |(_, whole)| *whole)
    };
    let (en, fr) = (whole(en), whole(fr));
    let french = concepts(fr, Lang::Fr);
    let one_stem = || en.len() >= 5 && fr.get(..4).is_some_and(|stem| en.starts_with(stem));
    concepts(en, Lang::En).iter().any(|id| french.contains(id)) || one_stem()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_of_one_office_are_no_slips() {
        use Mailboxes::{Misspelt, Other, Perhaps, Same};
        let said = |word: &str, lang: Lang| lang == Lang::Fr && word == "quais";
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
        ] {
            assert_eq!(compare_mailboxes(en, fr, &said), expected, "{en} {fr}");
        }
    }
}
