//! What templates get: a document as Tera values. `docs/templates.md` describes
//! every field.

use super::{Extras, Target};
use crate::document::inline::plain_text;
use crate::document::markup::{Markup, MarkupWriter, Medium};
use crate::document::{
    Document, Field, Letterhead, LetterheadColumn, Passage, Phrase, Section, Signature,
};
use crate::lang::Lang;
use std::collections::BTreeMap;
use tera::{Context, Value};

/// The context of one document.
pub(super) fn document(document: &Document, target: Target, extras: &Extras) -> Context {
    Values::new(document, target, extras).context(document, extras)
}

/// Makes values for one target.
struct Values<'a> {
    target: Target,
    writer: MarkupWriter<'a>,
}

/// Markup as a value that is not escaped; nothing else is ever made safe.
fn safe(markup: &Markup) -> Value {
    Value::safe_string(markup.as_str())
}

/// Plain characters.
fn plain(text: &str) -> Value {
    Value::normal_string(text)
}

fn map<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    Value::from(BTreeMap::from(fields))
}

fn optional<T>(value: Option<&T>, make: impl FnOnce(&T) -> Value) -> Value {
    value.map_or_else(Value::none, make)
}

impl<'a> Values<'a> {
    fn new(document: &Document, target: Target, extras: &'a Extras) -> Values<'a> {
        let word = |key: &str| {
            let phrase = document.words.iter().find(|(known, _)| *known == key);
            phrase
                .map(|(_, phrase)| plain_text(&phrase.inlines))
                .unwrap_or_default()
        };
        let medium = match target {
            Target::Print => Medium::Print,
            Target::Html | Target::Markdown => Medium::Web,
        };
        let tasks = (word("task-done"), word("task-open"));
        Values {
            target,
            writer: MarkupWriter::new(medium, &extras.pictures, tasks),
        }
    }

    /// Fields in the order of reading, since references to notes are numbered by it.
    fn context(mut self, document: &Document, extras: &Extras) -> Context {
        let mut context = Context::new();
        self.metadata(document, extras, &mut context);
        let mut put = |key: &'static str, value: Value| context.insert_value(key, value);
        put(
            "letterhead",
            optional(document.letterhead.as_ref(), |letterhead| {
                self.letterhead(letterhead, document.lang)
            }),
        );
        put(
            "classification",
            self.optional_phrase(document.classification.as_ref()),
        );
        put("marks", self.phrases(&document.marks));
        put("title", self.phrase(&document.title));
        put("header", self.fields(&document.header));
        put("subject", self.phrase(&document.subject));
        put(
            "salutation",
            self.optional_phrase(document.salutation.as_ref()),
        );
        put("sections", self.sections(&document.sections));
        put("closing", self.optional_phrase(document.closing.as_ref()));
        put(
            "signature",
            optional(document.signature.as_ref(), |signature| {
                self.signature(signature)
            }),
        );
        put("footer", self.fields(&document.footer));
        put("appendices", self.sections(&document.appendices));
        let notes: Vec<Value> = document
            .notes
            .iter()
            .map(|note| {
                map([
                    ("number", Value::from(note.number)),
                    ("body", self.passage(&note.body)),
                ])
            })
            .collect();
        put("notes", Value::from(notes));
        put("words", self.words(document));
        put("draft", self.optional_phrase(document.draft.as_ref()));
        context
    }

    /// What is said of the document: plain characters all.
    fn metadata(&self, document: &Document, extras: &Extras, context: &mut Context) {
        let words = |phrase: &Phrase| plain(&plain_text(&phrase.inlines));
        let mut put = |key: &'static str, value: Value| context.insert_value(key, value);
        put("lang", plain(document.lang.tag()));
        put("language", plain(document.lang.code()));
        put("kind", plain(&document.kind));
        put("stem", plain(&document.stem));
        put("date", plain(&document.date));
        put(
            "updated",
            optional(document.updated.as_ref(), |date| plain(date)),
        );
        put("author", plain(&document.author));
        put(
            "plain",
            map([
                ("title", words(&document.title)),
                ("subject", words(&document.subject)),
                ("draft", optional(document.draft.as_ref(), words)),
                (
                    "classification",
                    optional(document.classification.as_ref(), words),
                ),
            ]),
        );
        put("style", plain(&extras.style));
        put(
            "alternate",
            optional(extras.alternate.as_ref(), |alternate| {
                map([
                    ("lang", plain(alternate.lang.tag())),
                    ("href", plain(&alternate.href)),
                ])
            }),
        );
    }

    fn phrase(&mut self, phrase: &Phrase) -> Value {
        match self.target {
            Target::Markdown => plain(&phrase.markdown),
            Target::Html | Target::Print => safe(&self.writer.phrase(phrase)),
        }
    }

    fn optional_phrase(&mut self, phrase: Option<&Phrase>) -> Value {
        optional(phrase, |phrase| self.phrase(phrase))
    }

    fn phrases(&mut self, phrases: &[Phrase]) -> Value {
        Value::from(
            phrases
                .iter()
                .map(|phrase| self.phrase(phrase))
                .collect::<Vec<_>>(),
        )
    }

    fn passage(&mut self, passage: &Passage) -> Value {
        match self.target {
            Target::Markdown => plain(&passage.markdown),
            Target::Html | Target::Print => safe(&self.writer.blocks(&passage.blocks)),
        }
    }

    fn fields(&mut self, fields: &[Field]) -> Value {
        let fields: Vec<Value> = fields
            .iter()
            .map(|field| {
                map([
                    ("key", plain(field.key)),
                    ("label", self.phrase(&field.label)),
                    ("values", self.phrases(&field.values)),
                ])
            })
            .collect();
        Value::from(fields)
    }

    fn sections(&mut self, sections: &[Section]) -> Value {
        let sections: Vec<Value> = sections
            .iter()
            .map(|section| {
                map([
                    ("id", plain(&section.id)),
                    ("linked", Value::from(section.linked)),
                    ("level", Value::from(u64::from(section.level))),
                    ("hashes", plain(&"#".repeat(section.level.into()))),
                    ("heading", self.optional_phrase(section.heading.as_ref())),
                    ("body", self.passage(&section.body)),
                    ("sections", self.sections(&section.sections)),
                ])
            })
            .collect();
        Value::from(sections)
    }

    fn signature(&mut self, signature: &Signature) -> Value {
        let original = self.optional_phrase(signature.original.as_ref());
        let signatories: Vec<Value> = signature
            .signatories
            .iter()
            .map(|lines| self.phrases(lines))
            .collect();
        let on_behalf_of = optional(signature.on_behalf_of.as_ref(), |lines| self.phrases(lines));
        map([
            ("original", original),
            ("signatories", Value::from(signatories)),
            ("on_behalf_of", on_behalf_of),
        ])
    }

    fn letterhead(&mut self, letterhead: &Letterhead, own: Lang) -> Value {
        let logo = optional(letterhead.logo.as_ref(), |(path, alt)| {
            map([
                ("src", plain(&self.writer.picture(path))),
                ("alt", plain(alt)),
            ])
        });
        let columns: Vec<Value> = letterhead
            .columns
            .iter()
            .map(|column| self.column(column, own))
            .collect();
        map([("logo", logo), ("columns", Value::from(columns))])
    }

    fn column(&mut self, column: &LetterheadColumn, own: Lang) -> Value {
        map([
            ("lang", plain(column.lang.tag())),
            ("own", Value::from(column.lang == own)),
            (
                "organization",
                self.optional_phrase(column.organization.as_ref()),
            ),
            ("office", self.optional_phrase(column.office.as_ref())),
            ("lines", self.phrases(&column.lines)),
        ])
    }

    /// Words by key; a dash in a key is an underscore, so that `words.note_back` is
    /// an expression.
    fn words(&mut self, document: &Document) -> Value {
        let words: BTreeMap<String, Value> = document
            .words
            .iter()
            .map(|(key, phrase)| (key.replace('-', "_"), self.phrase(phrase)))
            .collect();
        Value::from(words)
    }
}
