//! What stands below the body: the signature, and the lists after it.

use super::Builder;
use super::phrases::{join, link};
use crate::document::{Field, Inline, Phrase, Signature};
use crate::locale::Args;
use crate::memo::{Attachment, Enquiry, NodePath, Text};
use std::sync::Arc;

impl Builder<'_> {
    /// The signature: "Original signed by" once, then each signatory.
    pub(super) fn signature(&mut self) -> Option<Signature> {
        let memo = self.memo;
        let signature = memo.signature.as_ref()?;
        let signatories = if signature.by.is_empty() {
            &memo.sender
        } else {
            &signature.by
        };
        let original = signature
            .original
            .then(|| self.message("original-signed-by", &Args::new()));
        // How to reach the senders stands in the header already.
        let reach = !signature.by.is_empty();
        let lines = signatories
            .iter()
            .map(|party| self.signature_lines(party, reach))
            .collect();
        let on_behalf_of = signature.on_behalf_of.as_ref().map(|party| {
            let mut lines = vec![self.message("signed-for", &Args::new())];
            lines.extend(self.signature_lines(party, true));
            lines
        });
        Some(Signature {
            original,
            signatories: lines,
            on_behalf_of,
            by_senders: signature.by.is_empty(),
        })
    }

    /// Enquiries, attachments, copies, distribution list.
    pub(super) fn footer(&mut self) -> Vec<Field> {
        let memo = self.memo;
        let root = NodePath::root();
        let mut fields = Vec::new();
        if !memo.enquiries.is_empty() {
            let values = memo.enquiries.iter().map(|enquiry| self.enquiry(enquiry));
            let values = values.collect();
            fields.push(self.list("enquiries", memo.enquiries.len(), values, &root));
        }
        if !memo.attachments.is_empty() {
            let values = memo.attachments.iter().map(|item| self.attachment(item));
            let values = values.collect();
            fields.push(self.list("attachments", memo.attachments.len(), values, &root));
        }
        fields.extend(self.parties("cc", &memo.cc, &root.key("cc")));
        fields.extend(self.parties(
            "distribution",
            &memo.distribution,
            &root.key("distribution"),
        ));
        fields
    }

    /// A list whose label agrees with how much there is in it.
    fn list(
        &mut self,
        key: &'static str,
        count: usize,
        values: Vec<Phrase>,
        root: &NodePath,
    ) -> Field {
        let number = if count == 1 { "one" } else { "other" };
        let label = self.message(&format!("label-{key}"), &Args::new().text("number", number));
        Field {
            key,
            label,
            values,
            place: root.key(key),
        }
    }

    /// Whom to ask: about what, who, and how to reach them.
    fn enquiry(&mut self, enquiry: &Enquiry) -> Phrase {
        let contact = &enquiry.contact;
        let mut parts = self.person_parts(contact, false);
        parts.extend(self.contact_parts(contact));
        let origin = self.node_origin(&enquiry.place);
        let whom = join(parts, ", ", &origin);
        match &enquiry.about {
            Some(about) => {
                let about = self.phrase(about);
                let about = self.with_colon(about, &enquiry.place);
                join(vec![about, whom], " ", &origin)
            }
            None => whom,
        }
    }

    /// An attachment's title, which leads to it, with its language where it exists
    /// in that one only.
    fn attachment(&mut self, attachment: &Attachment) -> Phrase {
        let mut title = self.phrase(&attachment.title);
        let origin = self.node_origin(&attachment.place);
        let foreign = attachment.language.filter(|lang| *lang != self.lang);
        let only = attachment.language.map(|lang| {
            let id = format!("only-{}", lang.code());
            self.message(&id, &Args::new())
        });
        // The author may have written it.
        let only = only.filter(|only| !title.markdown.ends_with(&only.markdown));
        let href = attachment
            .href
            .as_ref()
            .and_then(|href| self.attachment_href(href, attachment));
        let title = match href {
            Some(href) if !href.is_empty() => link(title, href, foreign, origin.clone()),
            // What is wrong with it is reported: there is nothing to compare.
            _ if attachment.href.is_some() => {
                title.inlines.push(Inline::Gap(String::new()));
                title
            }
            _ => title,
        };
        match only {
            Some(only) => join(vec![title, only], " ", &origin),
            None => title,
        }
    }

    fn attachment_href(&mut self, href: &Text, attachment: &Attachment) -> Option<String> {
        let file = Arc::clone(&self.memo.file);
        let args = self.args.clone();
        // A document in one language has one address, under whichever key it stands.
        let lang = match (&href.value, attachment.language) {
            (crate::memo::TextValue::Bilingual(_), Some(only)) => only,
            _ => self.lang,
        };
        let formatted = self.format(href, &file, lang, &args)?;
        if formatted.has_gaps() {
            return None;
        }
        let url = formatted.to_plain();
        let place = self.around.locales.get(lang).text_place(href);
        let origin = self.string_origin(&place, &url);
        Some(self.session.link(url.trim(), &origin))
    }
}
