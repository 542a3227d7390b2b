//! Amounts that a French message writes as the English does: `$25`.

use crate::check::outline::parts::Outline;
use crate::check::place::Finder;
use crate::check::typography::words::MONEY_FORM;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

pub(super) fn check(outline: &Outline<'_>, finder: Finder<'_>, out: &mut Vec<Diagnostic>) {
    if outline.document.lang != Lang::Fr {
        return;
    }
    for text in outline.texts() {
        for said in text.values.iter() {
            let passage = &text.passage;
            let written = passage.slice(&said.range);
            let Some(amount) = written.strip_prefix('$') else {
                continue;
            };
            if said.kind.sort() == ValueSort::Amount {
                let place = finder.of_range(passage, &said.range);
                let wording = MONEY_FORM.say("english", given!(written, amount = amount.trim()));
                out.push(Diagnostic::told(place, wording).lang(Lang::Fr));
            }
        }
    }
}
