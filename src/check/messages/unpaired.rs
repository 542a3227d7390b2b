//! What one language says alone, a message or a choice of variants that the other lacks: the
//! rules that look at one language read it all the same. An elision needs no English.

use super::html;
use super::scope::{Part, Scope};
use crate::document::LooseText;
use crate::lang::Lang;
use crate::locale::{Formatted, Outcome};
use crate::memo::NodePath;
use std::collections::BTreeSet;

/// A text without a partner.
pub(super) struct Lone<'p, 'a> {
    key: NodePath,
    part: &'p Part<'a>,
    outcome: &'p Outcome<'a>,
    /// The text without its HTML, where it has some.
    read: Option<Formatted>,
}

impl Lone<'_, '_> {
    /// The text, as documents read it.
    pub fn text(&self) -> LooseText<'_> {
        LooseText {
            key: self.key.clone(),
            formatted: self.read.as_ref().unwrap_or(&self.outcome.formatted),
            form: self.part.form(),
        }
    }
}

/// The texts of a language whose partner is none of the `paired` ones.
pub(super) fn texts<'p, 'a>(
    scope: &'p Scope<'_, 'a>,
    lang: Lang,
    paired: &BTreeSet<*const Outcome<'a>>,
) -> Vec<Lone<'p, 'a>> {
    let parts = scope.parts().filter(|part| part.lang() == lang);
    let all = parts.flat_map(|part| part.outcomes.iter().enumerate().map(move |it| (part, it)));
    let is_lone = |outcome: &Outcome<'a>| {
        let said = !outcome.formatted.text.trim().is_empty();
        said && !paired.contains(&std::ptr::from_ref(outcome))
    };
    let lone = all.filter(|(_, (_, outcome))| is_lone(outcome));
    lone.map(|(part, (at, outcome))| Lone {
        key: NodePath::root().key(part.name()).index(at),
        part,
        outcome,
        read: html::without_html(&outcome.formatted),
    })
    .collect()
}
