//! E-mail addresses that one language has more of.

use super::scope::{Scope, language};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::MESSAGE_EMAIL_MISMATCH;
use crate::lang::Lang;
use crate::locale::read::{Value, scan};

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let count = |text: &str, lang| {
            let values = scan(text, lang);
            let emails = values
                .iter()
                .filter(|read| matches!(read.value, Value::Email(_)));
            emails.count()
        };
        let (en, fr) = (count(&en.text, Lang::En), count(&fr.text, Lang::Fr));
        if en == fr {
            continue;
        }
        let wrong = if fr < en { Lang::Fr } else { Lang::En };
        let message = format!(
            "`{}` has fewer e-mail addresses in {} than in {}",
            pair.en.name(),
            language(wrong),
            language(wrong.other())
        );
        out.push(
            pair.finding(&MESSAGE_EMAIL_MISMATCH, wrong, message)
                .hint(format!("is an address missing in the {}?", language(wrong))),
        );
    }
}
