//! Keys of the directory that are written where a name is expected, and would print as
//! they are.

use super::directory::Directory;
use super::model::{Group, Memo, Party, TextValue};
use super::path::NodePath;
use crate::diagnostic::{Diagnostic, nearest};
use crate::memo::codes::KEY_AS_TEXT;

impl Directory {
    /// Findings for parties of the memo whose names are keys of the directory: `cc:
    /// [louis-bergeron]`.
    pub(super) fn keys_as_text(&self, memo: &Memo) -> Vec<Diagnostic> {
        let groups = memo.parties().filter_map(|party| match party {
            Party::Group(Group { name, .. }) => match &name.value {
                TextValue::Shared(words) => Some((words, &name.place)),
                _ => None,
            },
            Party::Person(_) => None,
        });
        let names = memo.persons().filter_map(|person| person.name.as_ref());
        let names = names.map(|name| (&name.value, &name.place));
        let found = groups.chain(names);
        found
            .filter_map(|(words, place)| self.key_as_text(memo, words, place))
            .collect()
    }

    fn key_as_text(&self, memo: &Memo, words: &str, place: &NodePath) -> Option<Diagnostic> {
        let words = words.trim();
        let wording = if self.people.contains_key(words) {
            KEY_AS_TEXT.say("person", given!(words))
        } else if self.organizations.contains_key(words) {
            KEY_AS_TEXT.say("organization", given!(words))
        } else {
            // Nearly a key: only what is written as keys are, with a hyphen.
            let is_of_key = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '-';
            let is_like_a_key = words.contains('-') && words.chars().all(is_of_key);
            let keys = self.people.keys().map(String::as_str);
            let near = nearest(words, keys.filter(|_| is_like_a_key))?;
            KEY_AS_TEXT.say("near", given!(words, near))
        };
        Some(Diagnostic::told(memo.span(place), wording))
    }
}
