//! Words that YAML takes for nothing: `Null`, which is a name, too.

use super::Node;
use super::reader::{Fields, Reader};
use crate::diagnostic::Diagnostic;
use crate::memo::codes::WRONG_TYPE;
use crate::memo::path::{NodePath, PathStep};

/// The words as a name is written; `null` and `~` are written by who means nothing.
const WORDS: [&str; 2] = ["Null", "NULL"];

/// Whether a file may have one of the words.
pub(super) fn are_in(text: &str) -> bool {
    WORDS.iter().any(|word| text.contains(word))
}

impl Reader {
    /// Reports the words that stand behind keys of a mapping.
    pub(super) fn null_words(&mut self, fields: &Fields<'_>) {
        if !self.has_null_words {
            return;
        }
        for (key, node) in fields.entries() {
            if *node == Node::Null {
                self.null_word(&fields.path.key(key));
            }
        }
    }

    /// Reports such a word in the place of an item; one behind a key is reported with
    /// its mapping.
    pub(super) fn null_item(&mut self, path: &NodePath) {
        if let Some(PathStep::Index(_)) = path.steps().last() {
            self.null_word(path);
        }
    }

    /// Whether such a word stands at a node.
    pub fn is_null_word(&self, path: &NodePath) -> bool {
        self.has_null_words && WORDS.contains(&self.positions().span_of(path).text())
    }

    fn null_word(&mut self, path: &NodePath) {
        let span = self.positions().span_of(path);
        if WORDS.contains(&span.text()) {
            let wording = WRONG_TYPE.say("null", given!(word = span.text()));
            self.report(Diagnostic::told(span, wording));
        }
    }
}
