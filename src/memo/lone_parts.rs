//! Parts of a person that go with others: an honorific stands before a name, "acting"
//! behind a title.

use super::model::Person;
use super::path::NodePath;
use crate::diagnostic::{Diagnostic, codes::yaml as codes};
use crate::source::Span;

/// A part of a person that would be printed nowhere, since it goes with one that is not
/// there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LonePart {
    /// Its node.
    pub place: NodePath,
    key: &'static str,
    /// The key that it goes with.
    pub needs: &'static str,
}

impl LonePart {
    /// The finding at its key.
    pub fn finding(&self, span: Span) -> Diagnostic {
        let message = format!("`{}` stands here without a `{}`", self.key, self.needs);
        Diagnostic::new(&codes::MISSING_KEY, span, message)
            .hint(format!("add `{}:` beside it", self.needs))
    }
}

impl Person {
    /// What is printed with a part that the person lacks.
    pub(super) fn lone_parts(&self) -> Vec<LonePart> {
        let honorific = self.honorific.is_some() && self.name.is_none();
        let acting = self.is_acting() && self.title.is_none();
        let parts = [
            (honorific, "honorific", "name"),
            (acting, "acting", "title"),
        ];
        let lone = parts.into_iter().filter(|(lone, ..)| *lone);
        lone.map(|(_, key, needs)| LonePart {
            place: self.place.key(key),
            key,
            needs,
        })
        .collect()
    }
}
