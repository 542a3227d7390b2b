//! Messages and terms that nothing uses.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::annotated::LayerRank;
use crate::locale::lookup::visit_pattern;
use fluent_syntax::ast::InlineExpression;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    UNUSED_MESSAGE = "L111", "unused-message", Note comment;
}

/// What the ids of messages begin with that memos name by a code, and templates by an id.
const CODED: [&str; 5] = ["choice-", "classification-", "mark-", "title-", "web-"];

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let mut used: BTreeSet<(bool, &str)> = BTreeSet::new();
    for unit in scope.units {
        // The program uses its own, and what replaces them.
        if unit.source.rank == LayerRank::Embedded {
            used.extend(unit.entries.iter().map(|entry| (entry.is_term, entry.id)));
        }
        for entry in &unit.entries {
            for pattern in entry.patterns() {
                visit_pattern(pattern, &mut |inline| match inline {
                    InlineExpression::MessageReference { id, .. } if id.name != entry.id => {
                        used.insert((false, id.name));
                    }
                    InlineExpression::TermReference { id, .. } => {
                        used.insert((true, id.name));
                    }
                    _ => {}
                });
            }
        }
    }
    for lang in Lang::ALL {
        for entry in scope.entries(lang) {
            let key = (entry.is_term, entry.id);
            let reported = lang == Lang::Fr && scope.entry(Lang::En, key).is_some();
            if reported
                || used.contains(&key)
                || CODED.iter().any(|prefix| entry.id.starts_with(prefix))
                || (scope.context.is_named)(entry.id)
            {
                continue;
            }
            let wording = UNUSED_MESSAGE.say("unused", given!(id = entry.written_id()));
            out.push(Diagnostic::told(entry.span(), wording).lang(lang));
        }
    }
}
