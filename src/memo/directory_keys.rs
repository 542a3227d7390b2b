//! Keys of the directory that are written where a name is expected, and would print as
//! they are.

use super::directory::{Directory, parties};
use super::model::{Memo, Party, Placed, TextValue};
use super::path::NodePath;
use crate::diagnostic::{Diagnostic, nearest};
use crate::memo::codes;

impl Directory {
    /// Findings for parties of the memo whose names are keys of the directory: `cc:
    /// [louis-bergeron]`.
    pub(super) fn keys_as_text(&self, memo: &Memo) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for party in parties(memo) {
            match party {
                Party::Group(group) => {
                    if let TextValue::Shared(words) = &group.name.value {
                        findings.extend(self.key_as_text(memo, words, &group.name.place));
                    }
                }
                Party::Person(person) => findings.extend(self.name_is_key(memo, &person.name)),
            }
        }
        for enquiry in &memo.enquiries {
            findings.extend(self.name_is_key(memo, &enquiry.contact.name));
        }
        findings
    }

    fn name_is_key(&self, memo: &Memo, name: &Option<Placed<String>>) -> Option<Diagnostic> {
        let name = name.as_ref()?;
        self.key_as_text(memo, &name.value, &name.place)
    }

    fn key_as_text(&self, memo: &Memo, words: &str, place: &NodePath) -> Option<Diagnostic> {
        let words = words.trim();
        let message = |of: &str| format!("`{words}` is the key of {of}, and prints as it stands");
        let finding = |message| Diagnostic::new(&codes::KEY_AS_TEXT, memo.span(place), message);
        if self.people.contains_key(words) {
            let finding = finding(message("a person of the directory"));
            return Some(finding.hint(format!("write `person: {words}`")));
        }
        if self.organizations.contains_key(words) {
            let finding = finding(message("an organization of the directory"));
            return Some(finding.hint(
                "an organization's key stands in a person's `organization`; a group has its name under `en:` and `fr:`",
            ));
        }
        // Nearly a key: only what is written as keys are, with a hyphen.
        let is_like_a_key = words.contains('-')
            && words
                .chars()
                .all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '-');
        let near = is_like_a_key
            .then(|| nearest(words, self.people.keys().map(String::as_str)))
            .flatten()?;
        let message = format!("`{words}` prints as it stands: the directory has no such person");
        Some(finding(message).hint(format!("did you mean `person: {near}`?")))
    }
}
