//! Words that come from messages by name: the title of a kind, the words of codes,
//! and what pages need.

use super::Builder;
use crate::diagnostic::{Code, Diagnostic, did_you_mean, nearest};
use crate::document::codes;
use crate::document::{Inline, Phrase};
use crate::locale::Args;
use crate::memo::Placed;

/// Messages that pages need beside [`Document`]'s own parts, by id: the heading of
/// the notes, the way back from a note, the way to the content, tasks done and
/// open, and the link to the document in the other language.
const WORDS: [&str; 6] = [
    "notes",
    "note-back",
    "skip-to-content",
    "task-done",
    "task-open",
    "other-language",
];

/// What the ids of kinds' titles begin with.
const TITLE: &str = "title-";

impl Builder<'_> {
    pub(super) fn title(&mut self) -> Phrase {
        let kind = &self.memo.kind;
        let id = format!("{TITLE}{}", kind.value);
        if self.locale().has(&id) {
            return self.message(&id, &Args::new());
        }
        let place = self.node_span(&kind.place);
        let diagnostic = Diagnostic::new(
            &codes::UNKNOWN_KIND,
            place,
            format!("there is no kind of memo `{}`", kind.value),
        );
        let known: Vec<&str> = self
            .locale()
            .ids(TITLE)
            .into_iter()
            .filter_map(|id| id.strip_prefix(TITLE))
            .collect();
        let known_hint = did_you_mean(
            nearest(&kind.value, known.iter().copied()),
            format!("known kinds: {}", known.join(", ")),
        );
        let diagnostic = diagnostic.hint(known_hint).hint(format!(
            "a kind of your own needs the message `{id}` in both languages; it is laid out as a memo, or by `templates/{}.md`, `.html` and `.pdf.html`",
            kind.value
        ));
        self.session.report(diagnostic);
        Phrase::default()
    }

    /// The words of a code: of the message `<prefix><code>`.
    pub(super) fn coded(
        &mut self,
        prefix: &str,
        code: &Placed<String>,
        rule: &'static Code,
    ) -> Option<Phrase> {
        let id = format!("{prefix}{}", code.value);
        if self.locale().has(&id) {
            return Some(self.message(&id, &Args::new()));
        }
        let what = prefix.trim_end_matches('-');
        let known: Vec<String> = self
            .locale()
            .ids(prefix)
            .into_iter()
            .filter_map(|id| id.strip_prefix(prefix).map(str::to_owned))
            .collect();
        let diagnostic = Diagnostic::new(
            rule,
            self.node_span(&code.place),
            format!("there is no {what} `{}`", code.value),
        );
        let diagnostic = diagnostic.hint(did_you_mean(
            nearest(&code.value, known.iter().map(String::as_str)),
            format!("known codes: {}", known.join(", ")),
        ));
        self.session.report(diagnostic.hint(format!(
            "a code of your own needs the message `{id}` in both languages"
        )));
        None
    }

    /// Words that the pages need.
    pub(super) fn words(&mut self) -> Vec<(&'static str, Phrase)> {
        let page = Args::new().text("page", "0").text("count", "0");
        let mut words = vec![("page", self.page_words(&page))];
        for key in WORDS {
            let phrase = self.message(key, &Args::new());
            words.push((key, phrase));
        }
        words
    }

    /// "Page 2 of 3", whose numbers the typesetter knows.
    pub(super) fn page_words(&mut self, args: &Args<'_>) -> Phrase {
        let mut phrase = self.message("page", args);
        for inline in &mut phrase.inlines {
            if let Inline::Text { facts, .. } = inline {
                match facts.first().map(String::as_str) {
                    Some("page") => *inline = Inline::PageNumber,
                    Some("count") => *inline = Inline::PageCount,
                    _ => {}
                }
            }
        }
        phrase
    }
}
