//! The words of the program that stand in texts: labels of alerts and figures.

use super::{Markdown, origin_of, parse_phrase};
use crate::document::Phrase;
use crate::document::session::Session;
use crate::lang::Lang;
use crate::locale::Args;
use crate::memo::NodePath;
use std::ops::Range;

impl Session<'_> {
    /// A message of the session's language as a line of running text.
    pub(crate) fn message(&mut self, id: &str, args: &Args<'_>) -> Phrase {
        self.message_in(id, self.lang, args)
    }

    /// A message of a language as a line of running text; what is wrong with it is
    /// reported.
    pub(crate) fn message_in(&mut self, id: &str, lang: Lang, args: &Args<'_>) -> Phrase {
        let Some(words) = self.words else {
            return Phrase::default();
        };
        let formatted = match words.locales.get(lang).message(id, args) {
            Ok(formatted) => formatted,
            Err(diagnostics) => {
                self.diagnostics.extend(diagnostics);
                return Phrase::default();
            }
        };
        let root = NodePath::root();
        let origin = |range: Range<usize>| origin_of(&formatted, words.file, &root, range);
        let source = Markdown {
            formatted: &formatted,
            origin: &origin,
            mender: Some(&words.menders[lang]),
        };
        parse_phrase(&source, self)
    }
}
