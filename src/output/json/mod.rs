//! JSON: a document as data, for programs that make pages of their own of it.
//!
//! `docs/document.schema.json` is the contract: what is absent is null, and everything
//! stands in the order of reading, with the same words as in the other formats.

mod blocks;

use crate::document::inline::plain_text;
use crate::document::{
    AssetPrefix, Document, Edition, Field, FileUse, Note, Phrase, PrintedDecision,
    PrintedLetterhead, PrintedStatus, Section, Signature,
};
use crate::lang::Both;
use crate::memo::{MetadataScalar, MetadataValue};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The version of the schema: it changes where a program that reads the old one would
/// read the new one wrongly.
const SCHEMA: u32 = 1;

/// What the data say beside the document.
#[derive(Clone, Debug, Default)]
pub struct JsonExtras<'a> {
    /// What stands before the addresses of copied files.
    pub assets: Option<&'a AssetPrefix>,
    /// The link to the same document in the other language.
    pub counterpart: Option<String>,
    /// For each language the link to the memo that the document's status names.
    pub successor: Both<Option<String>>,
}

/// The finished file: an edition as indented JSON, which ends in a line break.
pub fn write_json(edition: &Edition<'_>, extras: &JsonExtras<'_>) -> String {
    let mut file = json!({ "schema": SCHEMA });
    match edition {
        Edition::Separate(document) => {
            let document = JsonDocument::new(document, extras).whole();
            if let (Value::Object(file), Value::Object(fields)) = (&mut file, document) {
                file.extend(fields);
            }
        }
        Edition::Parallel(documents) => {
            file["id"] = json!(edition.first().stem);
            let documents = documents.map(|it| JsonDocument::new(it, extras).whole());
            file["documents"] = json!(documents);
        }
    }
    format!("{file:#}\n")
}

/// What else is known of a document, by its names.
fn metadata(entries: &[(String, MetadataValue)]) -> Value {
    let scalar = |scalar: &MetadataScalar| match scalar {
        MetadataScalar::Text(text) => Value::from(text.as_str()),
        MetadataScalar::Bool(value) => Value::from(*value),
    };
    let entries = entries.iter().map(|(name, value)| {
        let value = match value {
            MetadataValue::One(value) => scalar(value),
            MetadataValue::List(values) => values.iter().map(scalar).collect(),
        };
        (name.clone(), value)
    });
    Value::Object(entries.collect())
}

/// One document on its way into JSON.
struct JsonDocument<'a> {
    document: &'a Document,
    extras: &'a JsonExtras<'a>,
    /// The links to copied files.
    copies: BTreeSet<String>,
}

impl<'a> JsonDocument<'a> {
    fn new(document: &'a Document, extras: &'a JsonExtras<'a>) -> JsonDocument<'a> {
        JsonDocument {
            document,
            extras,
            copies: document.copy_hrefs(),
        }
    }

    fn whole(&self) -> Value {
        let document = self.document;
        let words = |phrase: &Phrase| plain_text(&phrase.inlines);
        let mut header: Vec<&Field> = document.header.iter().collect();
        if document.is_notice() {
            header.retain(|field| field.key != "subject");
        }
        let people = document.people.iter().map(|person| {
            let language = person.language.map(|lang| lang.tag());
            json!({ "field": person.field, "name": person.name, "language": language })
        });
        let files = document.files.iter().map(|file| self.file(file));
        json!({
            "id": document.stem,
            "kind": document.kind,
            "lang": document.lang.tag(),
            "counterpart": self.extras.counterpart,
            "public": document.public,
            "date": document.date,
            "updated": document.updated,
            "modified": document.modified(),
            "author": document.author,
            "people": people.collect::<Vec<_>>(),
            "description": document.description(),
            "keywords": document.about.keywords(),
            "slug": document.about.slug,
            "expires": document.about.expires,
            "publisher": document.about.publisher,
            "metadata": metadata(&document.about.metadata),
            "plain": { "title": words(&document.title), "subject": words(&document.subject) },
            "files": files.collect::<Vec<_>>(),
            "draft": self.optional(document.draft.as_ref()),
            "letterhead": document.letterhead.as_ref().map(|it| self.letterhead(it)),
            "classification": self.optional(document.classification.as_ref()),
            "marks": self.phrases(&document.marks),
            "status": document.status.as_ref().map(|it| self.status(it)),
            "title": self.phrase(&document.title),
            "subject": self.phrase(&document.subject),
            "headed_by": if document.is_notice() { "subject" } else { "title" },
            "header": header.into_iter().map(|it| self.field(it)).collect::<Vec<_>>(),
            "salutation": self.optional(document.salutation.as_ref()),
            "sections": self.sections(&document.sections),
            "closing": self.optional(document.closing.as_ref()),
            "signature": document.signature.as_ref().map(|it| self.signature(it)),
            "decision": document.decision.as_ref().map(|it| self.decision(it)),
            "footer": document.footer.iter().map(|it| self.field(it)).collect::<Vec<_>>(),
            "appendices": self.sections(&document.appendices),
            "notes": document.notes.iter().map(|it| self.note(it)).collect::<Vec<_>>(),
        })
    }

    fn phrase(&self, phrase: &Phrase) -> Value {
        self.inlines(&phrase.inlines)
    }

    fn optional(&self, phrase: Option<&Phrase>) -> Value {
        phrase.map_or(Value::Null, |phrase| self.phrase(phrase))
    }

    fn phrases(&self, phrases: &[Phrase]) -> Value {
        phrases.iter().map(|phrase| self.phrase(phrase)).collect()
    }

    fn file(&self, file: &FileUse) -> Value {
        json!({
            "path": format!("{}/{}", self.document.stem, file.name),
            "href": self.document.asset_href(file, self.extras.assets),
            "picture": file.picture,
        })
    }

    fn field(&self, field: &Field) -> Value {
        json!({
            "key": field.key,
            "label": self.phrase(&field.label),
            "values": self.phrases(&field.values),
        })
    }

    fn letterhead(&self, letterhead: &PrintedLetterhead) -> Value {
        let logo = letterhead.logo.as_ref();
        let logo = logo.map(|(path, alt)| json!({ "src": self.picture(path), "alt": alt }));
        let columns = letterhead.columns.iter().map(|column| {
            json!({
                "lang": column.lang.tag(),
                "organization": self.optional(column.organization.as_ref()),
                "office": self.optional(column.office.as_ref()),
                "lines": self.phrases(&column.lines),
            })
        });
        json!({ "logo": logo, "columns": columns.collect::<Vec<_>>() })
    }

    fn status(&self, status: &PrintedStatus) -> Value {
        let (label, by) = status.by.as_ref().map(|(label, by)| (label, by)).unzip();
        json!({
            "state": status.state,
            "date": status.date,
            "heading": self.phrase(&status.heading),
            "label": self.optional(label),
            "by": self.optional(by),
            "href": self.extras.successor[self.document.lang],
            "reason": self.optional(status.reason.as_ref()),
        })
    }

    fn sections(&self, sections: &[Section]) -> Value {
        let sections = sections.iter().map(|section| {
            json!({
                "id": section.id,
                "level": section.level,
                "heading": self.optional(section.heading.as_ref()),
                "body": self.blocks(&section.body.blocks),
                "sections": self.sections(&section.sections),
            })
        });
        sections.collect()
    }

    fn signature(&self, signature: &Signature) -> Value {
        let signatories = signature.signatories.iter();
        json!({
            "original": self.optional(signature.original.as_ref()),
            "signatories": signatories.map(|lines| self.phrases(lines)).collect::<Vec<_>>(),
            "on_behalf_of": signature.on_behalf_of.as_ref().map(|it| self.phrases(it)),
        })
    }

    fn decision(&self, decision: &PrintedDecision) -> Value {
        json!({
            "heading": self.phrase(&decision.heading),
            "choices": self.phrases(&decision.choices),
            "signature": self.phrase(&decision.signature),
            "by": self.phrases(&decision.by),
            "date": self.phrase(&decision.date),
        })
    }

    fn note(&self, note: &Note) -> Value {
        json!({ "number": note.number, "body": self.blocks(&note.body.blocks) })
    }

    /// The address of a picture's copy, by its path in the workspace.
    fn picture(&self, path: &str) -> String {
        let mut files = self.document.files.iter();
        let file = files.find(|file| file.path == path);
        file.map_or_else(
            || path.to_owned(),
            |file| self.document.asset_href(file, self.extras.assets),
        )
    }

    /// An address, as it stands for who has the copies elsewhere.
    fn address(&self, href: &str) -> String {
        match self.extras.assets {
            Some(prefix) if self.copies.contains(href) => format!("{}{href}", prefix.as_str()),
            _ => href.to_owned(),
        }
    }
}
