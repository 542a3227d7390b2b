//! What becomes of a memo: its status, at its head, and the decision that it asks for.

use super::Builder;
use crate::document::codes::UNKNOWN_CHOICE;
use crate::document::inline::plain_phrase;
use crate::document::{Inline, LinkedMemo, Phrase, PrintedDecision, PrintedStatus};
use crate::locale::Args;
use crate::memo::fact::NamedFact;
use crate::memo::{Fact, MemoState, MemoStatus, Placed, StatusSource};

impl Builder<'_> {
    /// That the memo no longer holds as it was sent: since when, by what, why.
    pub(super) fn status(&mut self) -> Option<PrintedStatus> {
        let status = self.memo.status.as_ref()?;
        let [heading, label] = messages(status.state);
        let memo = self.around.successor[self.lang].clone();
        let words = match &status.by {
            Some(StatusSource::Words(words)) => Some(self.phrase(words)),
            Some(StatusSource::Memo(stem)) => Some(self.subject_of(memo.as_ref(), stem)),
            None => None,
        };
        let by = words.map(|words| {
            let label = self.message(label, &Args::new());
            (label, words)
        });
        Some(PrintedStatus {
            state: status.state.name(),
            date: status.date.value.to_string(),
            heading: self.status_heading(heading, status),
            by,
            memo,
            reason: status.reason.as_ref().map(|reason| self.phrase(reason)),
        })
    }

    /// "Superseded on May 1, 2026".
    fn status_heading(&mut self, id: &str, status: &MemoStatus) -> Phrase {
        let date = [NamedFact {
            name: "date".to_owned(),
            value: Fact::Date(status.date.value),
            place: status.date.place.clone(),
        }];
        let locator = self.around.locator(&self.memo.file);
        let args = Args::new().facts(&date, &locator);
        self.message(id, &args)
    }

    /// What another memo is about, as its document says; a gap where there is none.
    fn subject_of(&mut self, memo: Option<&LinkedMemo>, stem: &Placed<String>) -> Phrase {
        let Some(memo) = memo else {
            return self.gap(self.lang);
        };
        let origin = self.string_origin(&stem.place, &stem.value);
        let mut phrase = plain_phrase(&memo.subject, origin);
        // Both languages name the same memo: there is nothing to compare.
        for inline in &mut phrase.inlines {
            if let Inline::Text { facts, .. } = inline {
                facts.push("status".to_owned());
            }
        }
        if memo.lang != self.lang {
            phrase.inlines = vec![Inline::Foreign(memo.lang, phrase.inlines)];
        }
        phrase
    }

    /// The decision that the memo asks for.
    pub(super) fn decision(&mut self) -> Option<PrintedDecision> {
        let decision = self.memo.decision.as_ref()?;
        let heading = self.message("decision", &Args::new());
        let choices = decision.choices.iter();
        Some(PrintedDecision {
            heading,
            choices: choices
                .filter_map(|code| self.coded("choice-", code, &UNKNOWN_CHOICE))
                .collect(),
            signature: self.message("label-signature", &Args::new()),
            by: self.signature_lines(&decision.by, true),
            date: self.message("label-date", &Args::new()),
        })
    }
}

/// The messages of a state: what is said of it, and the label of by what.
fn messages(state: MemoState) -> [&'static str; 2] {
    match state {
        MemoState::Withdrawn => ["status-withdrawn", "label-withdrawn-by"],
        MemoState::Superseded => ["status-superseded", "label-superseded-by"],
        MemoState::Corrected => ["status-corrected", "label-corrected-by"],
    }
}
