//! What becomes of a document: that it no longer holds as it was sent, and the decision
//! that it asks for.

use super::{Document, Phrase};
use crate::lang::Lang;

/// The kind that is headed by its subject.
const NOTICE: &str = "notice";

/// That a document no longer holds as it was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedStatus {
    /// What became of it: `withdrawn`, `superseded`, `corrected`.
    pub state: &'static str,
    /// Since when, ISO 8601.
    pub date: String,
    /// "Superseded on May 1, 2026".
    pub heading: Phrase,
    /// The label of what it was superseded by, with its colon, and that.
    pub by: Option<(Phrase, Phrase)>,
    /// The memo of the workspace that this is, where it is one.
    pub memo: Option<LinkedMemo>,
    /// Why.
    pub reason: Option<Phrase>,
}

/// A document of another memo, to which a document leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedMemo {
    /// The other memo's id.
    pub stem: String,
    /// The language of its document.
    pub lang: Lang,
    /// Whether there is one in each language.
    pub bilingual: bool,
    /// What it is about, in that language.
    pub subject: String,
}

/// The decision that a document asks for: boxes to tick, and room to sign.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedDecision {
    /// "Decision".
    pub heading: Phrase,
    /// What can be decided.
    pub choices: Vec<Phrase>,
    /// "Signature:", beside which the room for it is.
    pub signature: Phrase,
    /// Who decides: name, title and organizations, a line each.
    pub by: Vec<Phrase>,
    /// "Date:", beside which the room for it is.
    pub date: Phrase,
}

impl Document {
    /// Whether it is a notice, which is headed by its subject, below its kind, and says that
    /// in its header not again.
    pub fn is_notice(&self) -> bool {
        self.kind == NOTICE
    }

    /// The day on which the document last changed, ISO 8601: that of its last change or of
    /// its status, whichever is later; none where it has neither.
    pub fn modified(&self) -> Option<String> {
        let status = self.status.iter().map(|status| &status.date);
        self.updated.iter().chain(status).max().cloned()
    }
}
