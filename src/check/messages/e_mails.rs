//! E-mail addresses that one language lacks or misspells.

use super::scope::{Scope, language};
use crate::check::messages::codes::MESSAGE_EMAIL_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{Hosts, MailboxSurroundings, Mailboxes, compare_mailboxes};
use crate::language::read::{Value, scan};

/// Messages say nothing of what belongs together.
struct Messages;

impl MailboxSurroundings for Messages {
    fn is_said(&self, _folded: &str, _lang: Lang) -> bool {
        false
    }

    fn are_acronyms(&self, _en: &str, _fr: &str) -> bool {
        false
    }

    fn hosts(&self, _en: &str, _fr: &str) -> Hosts {
        Hosts::Apart
    }
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (mut en, mut fr) = (addresses(&en.text, Lang::En), addresses(&fr.text, Lang::Fr));
        let compare = |en: &String, fr: &String| compare_mailboxes(en, fr, &Messages);
        for wanted in [Mailboxes::Same, Mailboxes::Perhaps] {
            en.retain(|en| {
                let partner = fr.iter().position(|fr| compare(en, fr) == wanted);
                partner.map(|at| fr.remove(at)).is_none()
            });
        }
        let name = pair.en.name();
        if let (Some(left), Some(right)) = (en.first(), fr.first()) {
            let message = format!("`{name}` has {left} in English and {right} in French");
            let finding = pair.finding(&MESSAGE_EMAIL_MISMATCH, Lang::Fr, message);
            out.push(finding.hint("write the address of the same office in both languages"));
        } else if en.len() != fr.len() {
            let wrong = if fr.is_empty() { Lang::Fr } else { Lang::En };
            let message = format!(
                "`{name}` has fewer e-mail addresses in {} than in {}",
                language(wrong),
                language(wrong.other())
            );
            let finding = pair.finding(&MESSAGE_EMAIL_MISMATCH, wrong, message);
            out.push(finding.hint(format!("is an address missing in the {}?", language(wrong))));
        }
    }
}

fn addresses(text: &str, lang: Lang) -> Vec<String> {
    let read = scan(text, lang).into_iter();
    read.filter_map(|read| match read.value {
        Value::Email(address) => Some(address),
        _ => None,
    })
    .collect()
}
