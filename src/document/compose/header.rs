//! The lines of the header.

use super::Builder;
use super::parties::{LabelAgreement, agreement};
use crate::document::{Field, Phrase};
use crate::locale::Args;
use crate::memo::fact::Date;
use crate::memo::{Gender, GrammaticalNumber, NodePath, Party, Placed, Text};

impl Builder<'_> {
    /// To, From, Through, Date, Updated, Subject, Reference, Action by, Effective, details.
    pub(super) fn header(&mut self) -> Vec<Field> {
        let memo = self.memo;
        let root = NodePath::root();
        let mut fields = Vec::new();
        fields.extend(self.to());
        fields.extend(self.parties("from", &memo.sender, &root.key("sender")));
        fields.extend(self.parties("through", &memo.through, &root.key("through")));
        fields.push(self.date("date", &memo.date));
        if let Some(date) = &memo.updated {
            fields.push(self.date("updated", date));
        }
        fields.push(self.text("subject", &memo.subject));
        if let Some(reference) = &memo.reference {
            fields.push(self.text("reference", reference));
        }
        if let Some(date) = &memo.action_by {
            fields.push(self.date("action-by", date));
        }
        if let Some(date) = &memo.effective {
            fields.push(self.date("effective", date));
        }
        for detail in &memo.details {
            let label = self.phrase(&detail.label);
            let label = self.with_colon(label, &detail.label.place);
            fields.push(Field {
                key: "detail",
                label,
                values: vec![self.phrase(&detail.value)],
                place: detail.place.clone(),
            });
        }
        fields
    }

    /// The recipients, or the words that send the reader to the distribution list.
    fn to(&mut self) -> Option<Field> {
        let memo = self.memo;
        let root = NodePath::root();
        if !memo.recipients.is_empty() || memo.distribution.is_empty() {
            return self.parties("to", &memo.recipients, &root.key("recipients"));
        }
        let several = LabelAgreement {
            gender: Gender::Unspecified,
            number: GrammaticalNumber::Other,
        };
        Some(Field {
            key: "to",
            label: self.message("label-to", &several.args()),
            values: vec![self.message("distribution-list", &Args::new())],
            place: root.key("distribution"),
        })
    }

    /// A field of people, with a label that agrees with them.
    pub(super) fn parties(
        &mut self,
        key: &'static str,
        parties: &[Party],
        place: &NodePath,
    ) -> Option<Field> {
        if parties.is_empty() {
            return None;
        }
        let label = self.message(&format!("label-{key}"), &agreement(parties).args());
        Some(Field {
            key,
            label,
            values: self.lines(parties),
            place: place.clone(),
        })
    }

    /// A field of one text.
    fn text(&mut self, key: &'static str, text: &Text) -> Field {
        let label = self.message(&format!("label-{key}"), &Args::new());
        Field {
            key,
            label,
            values: vec![self.phrase(text)],
            place: text.place.clone(),
        }
    }

    fn date(&mut self, key: &'static str, date: &Placed<Date>) -> Field {
        let label = self.message(&format!("label-{key}"), &Args::new());
        let mut value = self.locale().date(date.value);
        for piece in &mut value.pieces {
            piece.facts = vec![key.to_owned()];
        }
        let origin = self.string_origin(&date.place, &date.value.to_string());
        Field {
            key,
            label,
            values: vec![self.value(&value, origin)],
            place: date.place.clone(),
        }
    }

    /// A label that the author wrote, with the language's colon.
    pub(super) fn with_colon(&mut self, label: Phrase, place: &NodePath) -> Phrase {
        let colon = self.message("colon", &Args::new());
        super::phrases::join(vec![label, colon], "", &self.node_origin(place))
    }
}
