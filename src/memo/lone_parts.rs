//! Parts of a person that go with others: an honorific stands before a name, "acting"
//! behind a title.

use super::directory::{Directory, lone_extension};
use super::model::{Memo, Person};
use super::path::NodePath;
use crate::diagnostic::Diagnostic;
use crate::memo::codes::MISSING_KEY;
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
        let wording = MISSING_KEY.say("part", given!(key = self.key, needs = self.needs));
        Diagnostic::told(span, wording)
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

impl Directory {
    /// Findings for parts of persons of the memo that go with what neither the memo nor
    /// the directory has; the persons are resolved.
    pub(super) fn lone_parts(&self, memo: &Memo) -> Vec<Diagnostic> {
        // What is wrong with others is reported where they are read.
        let known = |person: &&Person| {
            let key = person.key.as_ref();
            !person.unread && key.is_some_and(|key| self.people.contains_key(&key.value))
        };
        let at_key = |place: &NodePath| memo.positions.of(&memo.file).span_of_key(place);
        let mut findings = Vec::new();
        for person in memo.persons().filter(known) {
            for part in person.lone_parts() {
                findings.push(part.finding(at_key(&part.place)));
            }
            if let (Some(extension), None) = (&person.extension, &person.telephone) {
                findings.push(lone_extension(at_key(&extension.place)));
            }
        }
        for finding in &mut findings {
            finding.hints.push(MISSING_KEY.words("directory", &[]));
        }
        findings
    }
}
