//! Words that come from messages by name: the title of a kind, the words of codes,
//! and what pages need.

use super::Builder;
use crate::diagnostic::{Code, nearest};
use crate::document::codes::UNKNOWN_KIND;
use crate::document::{Inline, Phrase};
use crate::locale::Args;
use crate::memo::Placed;

/// Messages that pages need beside [`Document`]'s own parts, by id: the heading of
/// the notes, the way back from a note, the way to the content, tasks done and
/// open, the link to the document in the other language, the names of what scrolls and of
/// notes, and what stands around the text of a web page.
const WORDS: [&str; 13] = [
    "notes",
    "note-back",
    "skip-to-content",
    "task-done",
    "task-open",
    "other-language",
    "table-region",
    "code-region",
    "note-reference",
    "contents",
    "date-modified",
    "other-formats",
    "kilobytes",
];

/// What the ids of kinds' titles begin with.
const TITLE: &str = "title-";

crate::diagnostic::phrases! {
    CODED = "coded";
}

impl<'a> Builder<'a> {
    pub(super) fn title(&mut self) -> Phrase {
        let kind = &self.memo.kind;
        let id = format!("{TITLE}{}", kind.value);
        if self.locale().has(&id) {
            return self.message(&id, &Args::new());
        }
        let (near, known) = self.known(TITLE, &kind.value);
        let wording = UNKNOWN_KIND.say("unknown", given!(kind = kind.value, near, known, id));
        self.tell(&kind.place, wording);
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
        let (near, known) = self.known(prefix, &code.value);
        let wording = CODED.say(
            rule,
            "unknown-code",
            given!(what, code = code.value, near, known, id),
        );
        self.tell(&code.place, wording);
        None
    }

    /// What is known with the prefix: the nearest, and all.
    fn known(&self, prefix: &str, written: &str) -> (Option<&'a str>, String) {
        let ids = self.locale().ids(prefix);
        let known: Vec<&str> = ids
            .iter()
            .filter_map(|id| id.strip_prefix(prefix))
            .collect();
        (nearest(written, known.iter().copied()), known.join(", "))
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
